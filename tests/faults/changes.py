"""What others do meanwhile or in between: to the sources, to the published site, to what is remembered, to the clock."""

import ctypes
import os
import shutil
import subprocess
import threading
import time
from pathlib import Path

from kills import NEW_DAY, filled_forms, struck, unchanged
from place import DAYS, ENVIRONMENT, MEDIA, Place, last_line, together, tree

LIBC = ctypes.CDLL(None, use_errno=True)
AT_FDCWD, EXCHANGE = -100, 2
NOBODY = 65534


def exchange(one, other):
    if LIBC.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), EXCHANGE):
        raise OSError(ctypes.get_errno(), "renameat2")


def meanwhile(place, command, delay, act):
    """Runs a program; `act` happens `delay` seconds after its start."""
    running = subprocess.Popen(command, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(delay)
    act()
    told, problems = running.communicate(timeout=60)
    return subprocess.CompletedProcess(command, running.returncode, told, problems)


def sources(pantau, work, tally, dice, count):
    """All sources become others at once while they are read, as when somebody pulls; or one file goes."""
    place = Place(pantau, work)
    sites = [place.expected(state) for state in (0, 1)]
    long = place.duration(0, "--fresh")
    other = place.root / ".lain"
    place.edit(1)
    shutil.copytree(place.content, other)
    # A photo or document is copied last of all.
    shutil.copy(MEDIA, other / "media" / "naskah.pdf")
    place.edit(0)
    assert place.build().returncode == 0
    state, refused = 0, 0
    for _ in range(count):
        # Everything is read in the first part of a run.
        delay = dice.uniform(0, long * dice.choice((0.15, 0.4, 1)))
        done = meanwhile(place, place.command("--fresh"), delay, lambda: exchange(place.content, other))
        if done.returncode == 0:
            found = place.published(*sites)
        else:
            refused += 1
            found = together(place.published(sites[state]), place.refused(done, "disimpan oleh program lain"))
        state = 1 - state
        tally.add("sources change while they are read", *together(found, place.next_build(sites[state])))
    print(f"    {refused} of {count} runs refused sources that changed while they were read")
    if state:
        exchange(place.content, other)
    shutil.rmtree(other)
    place.edit(0)
    assert place.build().returncode == 0
    vanishing(place, sites[0], long, tally, dice, count)


def vanishing(place, site, long, tally, dice, count):
    gone = place.content / "pejabat" / "budi.yml"
    text = gone.read_bytes()
    # It may go before a run has looked at anything: that is the site without it, whole, if there can be one.
    gone.unlink()
    without = place.work / "tanpa"
    done = place.run(place.command("--fresh", out=without))
    wanted = [site] + ([tree(without)] if done.returncode == 0 else [])
    gone.write_bytes(text)
    for _ in range(count):
        done = meanwhile(place, place.command("--fresh"), dice.uniform(0, long * 0.3), gone.unlink)
        found = place.published(*wanted)
        if done.returncode == 2:
            found = together(found, place.refused(done, "disimpan oleh program lain", "tidak ada."))
        elif done.returncode == 1 and "kesalahan" not in done.stderr:
            found = together(found, ({"told"}, last_line(done.stderr)))
        elif done.returncode not in (0, 1):
            found = together(found, ({"told"}, f"exit code {done.returncode}"))
        gone.write_bytes(text)
        tally.add("a source vanishes while it is read", *together(found, place.next_build(site)))


def by_hand(pantau, work, tally, dice, count):
    """The published site is edited between two builds: the next one makes it right, whatever it remembers."""
    place = Place(pantau, work)
    sites = [place.expected(state) for state in (0, 1)]
    place.edit(0)
    assert place.build().returncode == 0
    state = 0
    edits = [other_bytes, emptied, removed, removed_folder, added, link_instead, folder_instead, swapped, same_size, longer, mark_gone_but_empty]
    for turn in range(count):
        edit = edits[turn % len(edits)]
        edit(place.out, dice)
        if turn % 2:
            state = 1 - state
        place.edit(state)
        words, message = place.next_build(sites[state])
        if words:
            words = {"mixed"}
        tally.add("published site edited by hand", words, f"{edit.__name__}: {message}")


def pages(out):
    return sorted(path for path in out.rglob("*") if path.is_file() and not path.is_symlink() and path.name != ".pantau")


def other_bytes(out, dice):
    dice.choice(pages(out)).write_bytes(b"diubah")


def emptied(out, dice):
    dice.choice(pages(out)).write_bytes(b"")


def longer(out, dice):
    with open(dice.choice(pages(out)), "ab") as file:
        file.write(b"<!-- -->")


def same_size(out, dice):
    page = dice.choice([page for page in pages(out) if page.stat().st_size])
    text = bytearray(page.read_bytes())
    text[len(text) // 2] ^= 1
    page.write_bytes(text)


def removed(out, dice):
    dice.choice(pages(out)).unlink()


def removed_folder(out, dice):
    shutil.rmtree(dice.choice(sorted(path for path in out.iterdir() if path.is_dir())))


def added(out, dice):
    folder = dice.choice(sorted(path for path in out.rglob("*") if path.is_dir()))
    (folder / "sisipan.html").write_text("<p>tambahan")


def link_instead(out, dice):
    page = dice.choice(pages(out))
    page.unlink()
    page.symlink_to("/etc/hostname")


def folder_instead(out, dice):
    page = dice.choice(pages(out))
    page.unlink()
    page.mkdir()
    (page / "isi").write_text("x")


def swapped(out, dice):
    one, other = dice.sample(pages(out), 2)
    exchange(one, other)


def mark_gone_but_empty(out, dice):
    """An output that somebody emptied altogether."""
    for path in list(out.iterdir()):
        shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()


def memories(pantau, work, tally, dice, count):
    """What builds remember and have read, beside their output, and what is kept of the history: cut, changed, of others."""
    place = Place(pantau, work)
    foreign = Place(pantau, work / "asing")
    foreign.edit(1)
    assert foreign.build("--base-url", "https://lain.example/").returncode == 0
    sites = [place.expected(state) for state in (0, 1)]
    place.edit(0)
    assert place.build().returncode == 0
    memory, readings, cache = ".public.pantau-ingatan", ".public.pantau-bacaan", "history"
    files = {
        "memory": (place.www / memory, foreign.www / memory),
        "readings": (place.www / readings, foreign.www / readings),
        "history cache": (place.root / ".git/pantau" / cache, foreign.root / ".git/pantau" / cache),
    }
    state = 0
    damages = [emptied_file, cut, flipped, of_another, grown, zeros, file_gone, not_a_file, a_link]
    for turn in range(count):
        name, (file, other) = list(files.items())[turn % len(files)]
        damage = damages[turn // len(files) % len(damages)]
        assert file.is_file(), file
        keep = file.read_bytes()
        damage(file, other, dice)
        if turn % 4 > 1:
            state = 1 - state
        place.edit(state)
        old = tree(place.out)
        done = place.build()
        found = place.published(sites[state]) if done.returncode == 0 else together(place.published(old), place.refused(done, ""))
        if not file.is_file() or file.is_symlink():
            subprocess.run(["rm", "-rf", str(file)], check=True)
            file.write_bytes(keep)
        words, message = together(found, place.next_build(sites[state]))
        tally.add(f"broken {name}", words, f"{damage.__name__}: {message}")


def emptied_file(file, other, dice):
    file.write_bytes(b"")


def cut(file, other, dice):
    text = file.read_bytes()
    file.write_bytes(text[: dice.randrange(len(text))])


def flipped(file, other, dice):
    text = bytearray(file.read_bytes())
    text[dice.randrange(len(text))] ^= 1 << dice.randrange(8)
    file.write_bytes(text)


def of_another(file, other, dice):
    shutil.copy(other, file)


def grown(file, other, dice):
    with open(file, "ab") as end:
        end.write(dice.randbytes(1000))


def zeros(file, other, dice):
    file.write_bytes(bytes(file.stat().st_size))


def file_gone(file, other, dice):
    file.unlink()


def not_a_file(file, other, dice):
    """A pipe: who opens it waits for somebody to write."""
    file.unlink()
    os.mkfifo(file)


def a_link(file, other, dice):
    file.unlink()
    file.symlink_to(other)


def clock(pantau, work, tally, dice, count):
    """The clock has jumped back: what was written before is of tomorrow. And the site is asked for as of an earlier day."""
    place = Place(pantau, work)
    sites = {(state, day): place.expected(state, day) for state in (0, 1) for day in DAYS}
    place.edit(0)
    assert place.build().returncode == 0
    for turn in range(count):
        ahead = time.time() + dice.choice((3600, 86400, 400 * 86400))
        for folder in (place.content, place.out, place.root / ".git" / "pantau"):
            for path in folder.rglob("*"):
                if turn % 3 != 2 or dice.random() < 0.5:
                    os.utime(path, (ahead, ahead), follow_symlinks=False)
        if turn % 2:
            os.utime(place.www / ".public.pantau-ingatan", (ahead, ahead))
        state, day = dice.choice((0, 1)), DAYS[turn % 2]
        place.edit(state)
        tally.add("clock jumped back", *place.next_build(sites[state, day], day))


def at_once(pantau, work, tally, dice, count):
    """Several runs into the same folder, and several imports: each does its work or says that another is at it."""
    place = Place(pantau, work)
    sites = [place.expected(state) for state in (0, 1)]
    long = place.duration(0, "--fresh")
    place.edit(0)
    assert place.build().returncode == 0
    state = 0
    for _ in range(count):
        place.edit(1 - state)
        ended = []

        def run():
            time.sleep(dice.uniform(0, long / 2))
            ended.append(place.build("--fresh"))

        threads = [threading.Thread(target=run) for _ in range(3)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
        found = place.published(sites[1 - state])
        for done in ended:
            if done.returncode != 0:
                found = together(found, place.refused(done, "pantau lain sedang menulis"))
        if all(done.returncode != 0 for done in ended):
            found = together(found, ({"next"}, "none of the runs came to its end"))
        state = 1 - state
        tally.add("several builds at once", *together(found, place.next_build(sites[state])))
    imports_at_once(place, tally, dice, max(1, count // 2))


def imports_at_once(place, tally, dice, count):
    forms = filled_forms(place)
    command = [place.pantau, "import", *forms, "--root", str(place.root), "--date", NEW_DAY, "--yes"]
    before = tree(place.content)
    for _ in range(count):
        shutil.rmtree(place.content / "hasil/2026/tw3", ignore_errors=True)
        assert tree(place.content) == before
        ended = []
        threads = [threading.Thread(target=lambda: ended.append(place.run(command))) for _ in range(3)]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
        found = set(), ""
        now = tree(place.content)
        if len(now) != len(before) + 4 or any(".pantau-" in path for path in now):
            found = {"lost"}, f"{sorted(now.keys() ^ before.keys())}"
        for done in ended:
            if done.returncode != 0:
                found = together(found, place.refused(done, "pantau lain sedang menulis", "disimpan oleh program lain"))
        if not any(done.returncode == 0 for done in ended):
            found = together(found, ({"next"}, "none of the runs came to its end"))
        tally.add("several imports at once", *found)


def permissions(pantau, work, tally, dice, count):
    """A user who may not: root starts the runs as nobody, anybody else is one who may not in any case."""
    work.chmod(0o755)
    program = work / "pantau"
    shutil.copy(pantau, program)
    place = Place(program, work / "tempat")
    subprocess.run(["git", "config", "--global", "--add", "safe.directory", "*"], env=ENVIRONMENT | {"GIT_CONFIG_GLOBAL": str(work / "gitconfig")}, check=True)
    for folder in (*work.parents, work):
        if not os.stat(folder).st_mode & 0o005 == 0o005:
            tally.add("permission denied", {"not_run"}, f"nobody may enter {folder}")
            return
    nobody = []
    if os.geteuid() == 0:
        nobody = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        if place.run([*nobody, "true"]).returncode != 0:
            tally.add("permission denied", {"not_run"}, "setpriv can't change the user")
            return
    sites = [place.expected(state) for state in (0, 1)]
    place.edit(0)
    assert place.build().returncode == 0
    place.edit(1)

    def denied(path, mode, wanted, words="tidak ada izin", code=2):
        """A run while `path` has the mode."""
        usual = path.stat().st_mode
        path.chmod(mode)
        data = None if mode == 0 else tree(place.content)
        done = place.run([*nobody, *place.command("--fresh")])
        path.chmod(usual)
        found = together(place.published(wanted), place.refused(done, words, code=code))
        if data is not None:
            found = together(found, unchanged(place.content, data))
        tally.add("permission denied", *found)

    denied(place.www, 0o555, sites[0])
    if nobody:
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", str(place.work)], check=True)
    denied(place.content / RESULT_OF_NOBODY, 0, sites[0])
    denied(place.content / "hasil", 0, sites[0])
    denied(place.www, 0o555, sites[0])
    # Old pages in a folder from which nothing may be removed: the new site comes, the rest of the old one stays beside.
    kept = place.out / "pejabat"
    kept.chmod(0o555)
    done = place.run([*nobody, *place.command("--fresh")])
    found = place.published(sites[1]) if done.returncode == 0 else together(place.published(sites[0]), place.refused(done, "tidak ada izin"))
    for left in place.www.glob(".public.pantau-baru-*"):
        for folder in [left, *left.rglob("*")]:
            if folder.is_dir():
                folder.chmod(0o755)
    if nobody:
        subprocess.run(["chown", "-R", "0:0", str(place.work)], check=True)
    tally.add("permission denied", *together(found, place.next_build(sites[1])))


RESULT_OF_NOBODY = Path("hasil/2026/tw2/bupati.yml")
