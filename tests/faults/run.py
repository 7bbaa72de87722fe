"""Does what is published, and what is written, survive faults?

    run.py PANTAU [--kills N] [--long] [--only KIND…] [--seed N] [--json FILE]

PANTAU is the program. Each fault is done to runs of it in folders of their own. Every time the published site must be the
old one or the new one, file by file; data must be as they were or as they should become; the fault must be told in
Indonesian with the documented exit code; and the next build must come to its end and leave nothing behind. Some 20 runs
are killed, with `--long` 600. `--json` writes what was tried and found, kind by kind.

Needs git, strace, and for disks that are full a namespace of mounts (`unshare`, as root or where anybody may).
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import changes
import disks
import kills
import steps
from tally import Tally

LONG, SHORT = 600, 20
# Runs wait for the disk and for each other most of their time.
AT_ONCE = 3


def parts(kill_count):
    """What is tried, and how often."""
    few = max(2, kill_count // 10)
    return {
        "kill": (kills.kill, kill_count),
        "steps": (steps.steps, max(9, kill_count // 3)),
        "stop": (kills.stop, few),
        "disks": (in_own_namespace, max(4, few)),
        "sources": (changes.sources, max(4, kill_count // 6)),
        "by-hand": (changes.by_hand, max(11, kill_count // 6)),
        "memories": (changes.memories, max(27, kill_count // 6)),
        "clock": (changes.clock, max(3, few)),
        "at-once": (changes.at_once, max(2, few)),
        "permissions": (changes.permissions, 1),
    }


def in_own_namespace(pantau, work, tally, dice, count):
    """Runs `disks` where its mounts are nobody else's, as the root of a namespace where need be."""
    result = work / "disks.json"
    own = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    if not shutil.which("unshare") or subprocess.run([*own, "mount", "-t", "tmpfs", "none", str(work)], capture_output=True).returncode:
        tally.add("disk full", {"not_run"}, "no namespace of mounts can be made: be root, or allow namespaces of users")
        return
    command = [*own, sys.executable, __file__, pantau, "--mounts", str(work), "--count", str(count), "--json", str(result)]
    done = subprocess.run(command, env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"})
    if not result.is_file():
        tally.add("disk full", {"not_run"}, f"the suite broke off with exit code {done.returncode}")
        return
    tally.merge(json.loads(result.read_text()))


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("pantau")
    asked.add_argument("--kills", type=int)
    asked.add_argument("--long", action="store_true")
    asked.add_argument("--only", nargs="*")
    asked.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 32))
    asked.add_argument("--json", type=Path)
    asked.add_argument("--mounts", type=Path, help=argparse.SUPPRESS)
    asked.add_argument("--count", type=int, default=4, help=argparse.SUPPRESS)
    asked = asked.parse_args()
    tally, dice = Tally("faults"), random.Random(asked.seed)
    pantau = str(Path(asked.pantau).absolute())
    if asked.mounts:
        disks.disks(pantau, asked.mounts, tally, dice, asked.count)
        asked.json.write_text(tally.as_json())
        return 0
    print(f"  seed {asked.seed}")
    kill_count = asked.kills or (LONG if asked.long else SHORT)
    with tempfile.TemporaryDirectory(prefix="pantau-faults-") as folder, ThreadPoolExecutor(AT_ONCE) as workers:
        Path(folder).chmod(0o755)

        def carry_out(name, trial, count):
            work = Path(folder) / name
            work.mkdir()
            try:
                trial(pantau, work, tally, random.Random(f"{asked.seed} {name}"), count)
            except Exception as broken:
                traceback.print_exc()
                tally.add(name, {"not_run"}, f"the suite broke off: {broken!r}")
            shutil.rmtree(work, ignore_errors=True)

        wanted = [part for part in parts(kill_count).items() if not asked.only or part[0] in asked.only]
        for done in [workers.submit(carry_out, name, *part) for name, part in wanted]:
            done.result()
    if asked.json:
        version = subprocess.run([pantau, "--version"], capture_output=True, text=True).stdout.strip()
        # Where that is written to is nobody's business.
        said = [word for word in sys.argv[2:] if word not in ("--json", str(asked.json))]
        command = " ".join(["tests/faults/run.py", "pantau", *said])
        asked.json.write_text(tally.as_json(program=version, command=command, seed=asked.seed) + "\n")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
