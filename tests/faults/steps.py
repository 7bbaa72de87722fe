"""Runs that are killed at one system call, or in which the system refuses one: every step of publishing in turn.

`strace` puts the fault there (`inject=CALL:…:when=N`).
"""

import shutil
import signal

from kills import unchanged
from place import Place, last_line, together, tree

# What publishing does, and how often at most in one thread a fault falls on each.
STEPS = {"mkdir": 40, "linkat": 60, "openat": 120, "rename": 4, "renameat2": 1, "syncfs": 1, "fsync": 2, "unlinkat": 120, "unlink": 2}
# What the system says when it refuses each of them.
REFUSALS = {"mkdir": "ENOSPC", "linkat": "EMLINK", "rename": "EIO", "renameat2": "EIO", "syncfs": "EIO", "fsync": "EIO", "unlinkat": "EACCES"}


def injected(call, fault, command, nth):
    trace = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", f"trace={call},renameat2", "-e", f"inject={call}:{fault}:when={nth}"]
    return trace + command


def works(place):
    """Whether strace may do this here."""
    done = place.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=rename:error=EIO", "true"]) if shutil.which("strace") else None
    return done is not None and done.returncode == 0


def steps(pantau, work, tally, dice, count):
    place = Place(pantau, work)
    if not works(place):
        tally.add("kill: at one system call", {"not_run"}, "strace is not there, or may not trace")
        return
    sites = [place.expected(state) for state in (0, 1)]
    place.edit(0)
    assert place.build().returncode == 0
    state = killed(place, sites, 0, tally, dice, count)
    state = killed_between_renames(place, sites, state, tally, max(2, count // 10))
    state = refused(place, sites, state, tally, dice, count)
    without_exchange(place, sites, state, tally, max(2, count // 10))


def killed(place, sites, state, tally, dice, count):
    """Killed as it is about to do one step."""
    calls = [call for call, most in STEPS.items() for _ in range(most)]
    done = tries = 0
    while done < count and tries < 8 * count:
        tries += 1
        call = list(STEPS)[done % len(STEPS)] if tries % 2 else dice.choice(calls)
        nth = dice.randint(1, STEPS[call])
        more = ["--fresh"] if tries % 3 == 0 else []
        old, new = sites[state], sites[1 - state]
        place.edit(1 - state)
        data = tree(place.content)
        died = place.run(injected(call, "signal=SIGKILL", place.command(*more), nth)).returncode == -signal.SIGKILL
        found = together(place.published(old, new), unchanged(place.content, data), place.next_build(new))
        state = 1 - state
        if died:
            done += 1
            words, message = found
            tally.add("kill: at one system call", words, f"{call} {nth}: {message}")
    if done < count:
        tally.add("kill: at one system call", {"not_run"}, f"only {done} of {count} runs came to the call")
    return state


def killed_between_renames(place, sites, state, tally, count):
    """Where the system can't exchange folders, two renames stand for it; between them the old site waits beside its
    place, whole, and the next run puts it back before it does anything."""
    kind = "kill: between two renames"
    for turn in range(count):
        old, new = sites[state], sites[1 - state]
        place.edit(1 - state)
        command = place.command("--fresh")
        # The first rename is the memory's, the second puts the old site aside.
        command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=rename,renameat2", "-e", "inject=renameat2:error=EINVAL", "-e", f"inject=rename:signal=SIGKILL:when={3 - turn % 2}"] + command
        died = place.run(command).returncode == -signal.SIGKILL
        aside = tree(place.www / ".public.pantau-lama")
        found = set(), ""
        if not died:
            found = {"not_run"}, "the run was not killed"
        elif tree(place.out) is None and aside != old:
            found = {"lost"}, "neither the old site nor the new one is whole"
        elif tree(place.out) is not None:
            found = place.published(old, new)
        if aside is not None:
            # A run that has to refuse puts it back all the same.
            broken = place.content / "situs.yml"
            text = broken.read_text()
            broken.write_text("judul: [\n")
            place.build()
            broken.write_text(text)
            found = together(found, place.published(old))
        tally.add(kind, *together(found, place.next_build(new)))
        state = 1 - state
    return state


def refused(place, sites, state, tally, dice, count):
    """The system refuses one step: the run says so, or does without."""
    for turn in range(count):
        call = list(REFUSALS)[turn % len(REFUSALS)]
        nth = dice.randint(1, STEPS[call])
        more = ["--fresh"] if turn % 2 else []
        old, new = sites[state], sites[1 - state]
        place.edit(1 - state)
        data = tree(place.content)
        done = place.run(injected(call, f"error={REFUSALS[call]}", place.command(*more), nth))
        if done.returncode == 0:
            outcome = place.published(new)
        else:
            outcome = together(place.published(old, new), place.refused(done, ""))
        found = together(outcome, unchanged(place.content, data), place.next_build(new))
        words, message = found
        tally.add("refused: one system call", words, f"{call} {nth} ({REFUSALS[call]}): {message or last_line(done.stderr)}")
        state = 1 - state
    return state


def without_exchange(place, sites, state, tally, count):
    """A file system that can neither exchange folders nor sync as a whole."""
    for turn in range(count):
        place.edit(1 - state)
        faults = ["-e", "inject=renameat2:error=EINVAL", "-e", "inject=syncfs:error=ENOSYS"]
        command = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=renameat2,syncfs", *faults] + place.command(*["--fresh"] * (turn % 2))
        done = place.run(command)
        found = together(place.published(sites[1 - state]), place.next_build(sites[1 - state]))
        if done.returncode != 0:
            found = together(found, ({"told"}, f"exit code {done.returncode}: {last_line(done.stderr)}"))
        tally.add("refused: no exchange of folders", *found)
        state = 1 - state
