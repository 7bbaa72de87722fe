"""Runs a command and prints what it took: exit code, seconds, CPU seconds, peak bytes, as JSON.

    launch.py COMPLAINTS COMMAND…

Standard error of the command goes to the file COMPLAINTS. A program of its own, and small, because
the peak that an operating system tells of a process is never below the size of the one that
started it: here some 9 MiB.
"""

import _thread
import os
import sys
import time

# Linux counts the peak in KiB, macOS in bytes.
UNIT = 1 if sys.platform == "darwin" else 1024
PAGE = os.sysconf("SC_PAGE_SIZE")
SAMPLED_EVERY = 0.02


def descendants(pid):
    """The processes below one; none where the system has no /proc."""
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as file:
                for child in file.read().split():
                    yield int(child)
                    yield from descendants(int(child))
    except OSError:
        return


def resident(pid):
    try:
        with open(f"/proc/{pid}/statm") as file:
            return int(file.read().split()[1]) * PAGE
    except OSError:
        return 0


def watch(pid, peak):
    """Keeps the largest sum of a process and all below it. One without children is told exactly
    by the system at its end. A child that was just begun still has its parent's memory, which is there
    once: only one that was there at the last look too is counted."""
    before = set()
    while True:
        time.sleep(SAMPLED_EVERY)
        now = set(descendants(pid))
        below = now & before
        if below:
            peak[0] = max(peak[0], sum(map(resident, [pid, *below])))
        before = now


def main():
    complaints, command = sys.argv[1], sys.argv[2:]
    to_file = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
               (os.POSIX_SPAWN_OPEN, 2, complaints, to_file, 0o644)]
    started = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    peak = [0]
    _thread.start_new_thread(watch, (pid, peak))
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - started
    cpu = usage.ru_utime + usage.ru_stime
    peak = max(peak[0], usage.ru_maxrss * UNIT)
    print(f'{{"code": {os.waitstatus_to_exitcode(status)}, "wall": {wall}, "cpu": {cpu}, "peak": {peak}}}')


main()
