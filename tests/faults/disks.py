"""Disks that are full, can only be read, or begin at the output: small file systems in memory, mounted in a namespace of
mounts of this process alone."""

import os
import subprocess

from kills import NEW_DAY, filled_forms, unchanged
from place import Place, last_line, together, tree


def mount(folder, options):
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", str(folder)], check=True)


def unmount(folder):
    subprocess.run(["umount", str(folder)], check=True)


def disks(pantau, work, tally, dice, count):
    """To be called in a namespace of its own (`run.py --mounts`)."""
    for name, trial in (("full", full), ("nodes", nodes), ("read-only", read_only), ("mounted", mounted), ("sources", full_sources)):
        folder = work / name
        folder.mkdir()
        trial(pantau, folder, tally, dice, count)


def small(pantau, work, options):
    """A site that is published into a small file system, with a site there already."""
    www = work / "www"
    www.mkdir()
    mount(www, options)
    place = Place(pantau, work, www)
    sites = [place.expected(state) for state in (0, 1)]
    place.edit(0)
    done = place.build()
    assert done.returncode == 0, done.stderr
    return place, sites


def fill(folder, left):
    """Takes all room but `left` bytes."""
    free = os.statvfs(folder)
    room = free.f_bavail * free.f_frsize
    with open(folder / "pengisi", "wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, room - left))


def tried(place, sites, kind, tally, words, *more):
    """A build that can't come to its end, and one after it that can."""
    old, new = sites
    data = tree(place.content)
    done = place.build(*more)
    if done.returncode == 0:
        found = place.published(new)
    else:
        found = together(place.published(old), place.refused(done, words))
    left = [name for name in place.neighbours()]
    if left:
        found = together(found, ({"next"}, f"left beside the site: {left}"))
    return done.returncode != 0, together(found, unchanged(place.content, data))


def full(pantau, work, tally, dice, count):
    """With room for nothing up to nearly all of the new site."""
    place, (old, new) = small(pantau, work, "size=64m")
    needed = sum(file.stat().st_blocks * 512 for file in place.out.rglob("*") if file.is_file())
    state, refused = 0, 0
    sites = [old, new]
    for turn in range(count):
        place.edit(1 - state)
        fill(place.www, int(needed * turn / max(1, count - 1) * 0.97))
        was_refused, found = tried(place, (sites[state], sites[1 - state]), "disk full", tally, "disknya penuh", "--fresh")
        refused += was_refused
        (place.www / "pengisi").unlink()
        tally.add("disk full", *together(found, place.next_build(sites[1 - state])))
        state = 1 - state
    if not refused:
        tally.add("disk full", {"not_run"}, "the disk was never full")
    unmount(place.www)


def nodes(pantau, work, tally, dice, count):
    """Room, but no place for another file."""
    place, (old, new) = small(pantau, work, "size=64m,nr_inodes=2000")
    sites, state = [old, new], 0
    for turn in range(max(2, count // 2)):
        place.edit(1 - state)
        free = os.statvfs(place.www).f_favail
        left = int(free * 0.2 * turn / count)
        for number in range(free - left):
            (place.www / f"pengisi-{number}").touch()
        _, found = tried(place, (sites[state], sites[1 - state]), "no inodes", tally, "disknya penuh", "--fresh")
        for filler in place.www.glob("pengisi-*"):
            filler.unlink()
        tally.add("disk without free inodes", *together(found, place.next_build(sites[1 - state])))
        state = 1 - state
    unmount(place.www)


def read_only(pantau, work, tally, dice, count):
    """The output can't be written to; then the sources can't, which hinders nothing."""
    place, sites = small(pantau, work, "size=64m")
    for more in ((), ("--fresh",)):
        place.edit(1)
        subprocess.run(["mount", "-o", "remount,ro", str(place.www)], check=True)
        _, found = tried(place, sites, "read-only", tally, "hanya dapat dibaca", *more)
        subprocess.run(["mount", "-o", "remount,rw", str(place.www)], check=True)
        tally.add("disk read-only", *found)
    tally.add("disk read-only", *place.next_build(sites[1]))
    unmount(place.www)
    subprocess.run(["mount", "--bind", str(place.root), str(place.root)], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", str(place.root)], check=True)
    found = place.next_build(sites[1])
    unmount(place.root)
    tally.add("sources read-only", *found)


def mounted(pantau, work, tally, dice, count):
    """A file system begins at the output itself, as a volume of a container does."""
    place = Place(pantau, work)
    place.out.mkdir()
    mount(place.out, "size=64m")
    done = place.build()
    found = place.refused(done, "titik kait")
    if os.listdir(place.out) or place.neighbours():
        found = together(found, ({"next"}, f"something was left: {os.listdir(place.www)}"))
    unmount(place.out)
    tally.add("output is a mount", *found)


def full_sources(pantau, work, tally, dice, count):
    """`new` and `import` where the sources' disk is full: nothing is written, and nothing of it stays."""
    (work / "situs").mkdir()
    mount(work / "situs", "size=24m")
    (work / "tmp").mkdir()
    place = Place(pantau, work / "tmp")
    forms = filled_forms(place)
    subprocess.run(["cp", "-a", f"{place.root}/.", str(work / "situs")], check=True)
    place.root = work / "situs"
    place.content = place.root / "content"
    before = tree(place.content)
    verbs = {
        "new": ["new", "hasil", "--root", str(place.root), "--triwulan", "2026-tw3", "--date", NEW_DAY],
        "import": ["import", *forms, "--root", str(place.root), "--date", NEW_DAY, "--yes"],
    }
    for verb, arguments in verbs.items():
        fill(place.root, 0)
        done = place.run([place.pantau, *arguments])
        found = together(place.refused(done, "disknya penuh"), unchanged(place.content, before))
        (place.root / "pengisi").unlink()
        tally.add(f"disk full: {verb}", *found)
        done = place.run([place.pantau, *arguments])
        if done.returncode != 0:
            tally.add(f"disk full: {verb}", {"next"}, last_line(done.stderr))
        subprocess.run(["rm", "-rf", str(place.content / "hasil/2026/tw3")], check=True)
    unmount(work / "situs")
