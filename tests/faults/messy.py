"""Is a repository as people really have them read, or refused with a reason?

    messy.py PANTAU [--json FILE]

PANTAU is the program. Each repository is made here: ten thousand commits, merges that disagree, submodules, pointers of Git
LFS, symbolic links, names that differ in case alone or are not UTF-8, files of gigabytes, clones without their past, second
work trees, replaced objects. Every time the exit code is the documented one, what is told names its place, in Indonesian and
in English, and the work is bounded: by programs that are run and bytes that are read, not by a clock.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path

from place import AUTHOR, CONTENT, ENVIRONMENT, MEDIA, Place, last_line, together, tree
from tally import Tally

POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"
GIGABYTES = 8 << 30
# More than any run over the small site reads or holds, and far less than a gigantic file.
MOST_READ, MOST_HELD = 400 << 20, 1500 << 10
RESULT = "hasil/2026/tw2/bupati.yml"
COMMITS = 10_000


class Trial:
    """A repository, and what a build of its site should say."""

    def __init__(self, pantau, work):
        self.place = Place(pantau, work)
        self.log = work / "git.log"
        self.bin = work / "bin"
        self.bin.mkdir()
        git = shutil.which("git")
        (self.bin / "git").write_text(f'#!/bin/sh\necho "$*" >>"{self.log}"\nexec {git} "$@"\n')
        (self.bin / "git").chmod(0o755)

    def run(self, verb, *more, lang="id", root=None):
        """The exit code and all that is said, with how many bytes were read and the most memory held (KiB)."""
        self.log.write_text("")
        environment = ENVIRONMENT | {"PATH": f"{self.bin}:{ENVIRONMENT['PATH']}"}
        command = [self.place.pantau, verb, "--root", str(root or self.place.root), "--date", "2026-08-10", "--lang", lang, *more]
        with tempfile.TemporaryFile() as told:
            running = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=told, stderr=told)
            os.waitid(os.P_PID, running.pid, os.WEXITED | os.WNOWAIT)
            io = dict(line.split(": ") for line in Path(f"/proc/{running.pid}/io").read_text().splitlines())
            _, status, usage = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
            told.seek(0)
            return Done(running.returncode, told.read().decode(errors="replace"), int(io["rchar"]), usage.ru_maxrss, len(self.log.read_text().splitlines()))

    def build(self, lang="id", root=None):
        return self.run("build", "--out", str(self.place.out), lang=lang, root=root)

    def says(self, code, *words, english=()):
        """What is wrong where a build should end with `code` and say all of the words; and all the English ones in English."""
        found = []
        for lang, wanted in (("id", words), ("en", english)):
            if lang == "en" and not english:
                continue
            done = self.build(lang)
            if done.code != code:
                found.append(({"told"}, f"{lang}: exit code {done.code} and not {code}: {last_line(done.told)}"))
            missing = [word for word in wanted if word not in done.told]
            if missing:
                found.append(({"told"}, f"{lang}: nothing of {missing} in: {done.told[-600:]}"))
            if "panicked" in done.told:
                found.append(({"told"}, done.told[-300:]))
        return together(*found)

    def commit(self, message="x"):
        self.place.git("add", "--all")
        self.place.git("commit", "--quiet", "--allow-empty", "--message", message)


class Done:
    def __init__(self, code, told, read, held, gits):
        self.code, self.told, self.read, self.held, self.gits = code, told, read, held, gits


def fast_import(place, count):
    """A past of `count` commits: most touch other files, some the data, some are merges of a branch that has said
    otherwise."""
    text = (CONTENT / RESULT).read_text()
    lines, mark = [], 0
    head = place.git("rev-parse", "HEAD").strip()
    at = 1_753_000_000

    def data(content):
        lines.append(f"data {len(content.encode())}\n{content}\n")

    def one(branch, parent, path, content, merged=None):
        nonlocal mark, at
        mark, at = mark + 1, at + 60
        lines.append(f"commit refs/heads/{branch}\nmark :{mark}\ncommitter Kominfo <kominfo@example.go.id> {at} +0700\n")
        data(f"Perubahan {mark}")
        lines.append(f"from {parent}\n")
        if merged:
            lines.append(f"merge {merged}\n")
        lines.append(f"M 100644 inline {path}\n")
        data(content)
        return f":{mark}"

    tip = head
    while mark < count:
        if mark % 20 == 7 and mark + 3 < count:
            side = one("sisi", tip, f"content/{RESULT}", text + f"# sisi {mark}\n")
            tip = one("main", tip, f"content/{RESULT}", text + f"# utama {mark}\n")
            tip = one("main", tip, f"content/{RESULT}", text + f"# digabung {mark}\n", merged=side)
        elif mark % 5 == 0:
            tip = one("main", tip, f"content/{RESULT}", text + f"# {mark}\n")
        else:
            tip = one("main", tip, f"catatan/{mark % 97}.txt", f"{mark}\n")
    subprocess.run(["git", "fast-import", "--quiet", "--force"], cwd=place.root, env=ENVIRONMENT, input="".join(lines), text=True, check=True)
    place.git("reset", "--quiet", "--hard", "main")


def commits(trial):
    """Ten thousand commits take as many runs of git as a hundred, and the next build hardly any."""
    trial.place.edit(0)
    fast_import(trial.place, 100)
    few = trial.build()
    fast_import(trial.place, COMMITS - 100)
    many = trial.build()
    count = int(trial.place.git("rev-list", "--count", "HEAD"))
    found = []
    if (few.code, many.code) != (0, 0) or count < COMMITS:
        found.append(({"told"}, f"exit codes {few.code}, {many.code} of {count} commits: {last_line(many.told)}"))
    if many.gits > few.gits + 1:
        found.append(({"told"}, f"git was run {few.gits} times for 100 commits, {many.gits} times for {count}"))
    again = trial.build()
    if again.code != 0 or again.gits > few.gits:
        found.append(({"told"}, f"git was run {again.gits} times where nothing was new"))
    fresh = trial.run("build", "--fresh", "--out", str(trial.place.work / "lain"))
    if fresh.code != 0 or tree(trial.place.work / "lain") != tree(trial.place.out):
        found.append(({"mixed"}, "what was kept of the history gives another site than reading it anew"))
    return together(*found)


def merge_marks(trial):
    """A merge in the middle: git has written both versions into the file."""
    place = trial.place
    place.git("checkout", "--quiet", "-b", "sisi")
    place.edit(1)
    trial.commit()
    place.git("checkout", "--quiet", "main")
    file = place.content / RESULT
    text = file.read_text()
    file.write_text(text.replace("nilai: ", "nilai: 7"))
    trial.commit()
    subprocess.run(["git", "merge", "sisi"], cwd=place.root, env=ENVIRONMENT | AUTHOR, capture_output=True)
    assert "<<<<<<<" in file.read_text()
    return trial.says(1, "P051", RESULT, "penggabungan", english=("P051", "merge"))


def submodule(trial):
    """Another repository below content/, taken along or not."""
    other = trial.place.work / "lain"
    other.mkdir()
    (other / "a.yml").write_text("x: 1\n")
    for arguments in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "x"]):
        subprocess.run(["git", *arguments], cwd=other, env=ENVIRONMENT | AUTHOR, check=True)
    trial.place.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "content/pejabat/lain")
    trial.commit()
    there = trial.says(1, "content/pejabat/lain/a.yml", "P02", english=("content/pejabat/lain/a.yml",))
    trial.place.git("submodule", "--quiet", "deinit", "--force", "--all")
    return together(there, trial.says(0))


def nested(trial):
    """A folder below content/ that is a repository of its own, which nobody has told git of."""
    folder = trial.place.content / "halaman"
    subprocess.run(["git", "init", "--quiet"], cwd=folder, env=ENVIRONMENT, check=True)
    return trial.says(0)


def pointers(trial):
    """Pointers of Git LFS in the place of data and of documents."""
    (trial.place.content / RESULT).write_text(POINTER)
    (trial.place.content / "media" / "naskah.pdf").write_text(POINTER)
    (trial.place.content / "media" / "rekap.csv").write_text(POINTER)
    (trial.place.content / "halaman" / "tentang.md").write_text(POINTER)
    wanted = ("P050", RESULT, "media/naskah.pdf", "media/rekap.csv", "halaman/tentang.md", "git lfs pull")
    found = trial.says(1, *wanted, english=wanted)
    done = trial.build()
    told = done.told.count("P050")
    return together(found, (set(), "") if told == 4 else ({"told"}, f"told of {told} of 4 pointers"))


def pointer_in_the_past(trial):
    """A file that was a pointer once."""
    file = trial.place.content / RESULT
    text = file.read_text()
    file.write_text(POINTER)
    trial.commit()
    file.write_text(text)
    trial.commit()
    return trial.says(0)


def links(trial):
    """Links to a file, out of the tree, to a folder, in a circle, to nothing: named, and not followed."""
    content = trial.place.content
    secret = trial.place.work / "rahasia"
    secret.mkdir()
    (secret / "a.yml").write_text("nama: Rahasia\n")
    for name, target in (("pejabat/satu.yml", "ani.yml"), ("pejabat/dua.yml", str(secret / "a.yml")), ("opd/lain", str(secret)), ("jabatan/putar", "../jabatan"), ("evaluasi/kosong.yml", "tiada"), ("media/foto.jpg", "/dev/zero")):
        (content / name).symlink_to(target)
    names = ("satu.yml", "dua.yml", "opd/lain", "jabatan/putar", "evaluasi/kosong.yml", "media/foto.jpg")
    found = trial.says(1, "P034", *names, english=("P034", *names))
    done = trial.build()
    return together(found, ({"told"}, "a link was followed") if "Rahasia" in done.told else (set(), ""))


def content_is_a_link(trial):
    trial.place.content.rename(trial.place.root / "isi")
    trial.place.content.symlink_to("isi")
    return trial.says(2, "tautan simbolik", english=("symbolic link",))


def linked_back(trial):
    """`new` writes nothing through a linked folder."""
    secret = trial.place.work / "lain"
    secret.mkdir()
    (trial.place.content / "hasil/2026/tw3").symlink_to(secret)
    done = trial.run("new", "hasil", "--triwulan", "2026-tw3")
    if done.code == 0 or list(secret.iterdir()):
        return {"lost"}, f"exit code {done.code}, written elsewhere: {list(secret.iterdir())}"
    return set(), ""


def case(trial):
    """Names that are one name on Windows and macOS."""
    content = trial.place.content
    shutil.copy(content / "pejabat/ani.yml", content / "pejabat/Ani.yml")
    shutil.copy(MEDIA, content / "media/Naskah.pdf")
    (content / "Pejabat").mkdir()
    shutil.copy(content / "pejabat/ani.yml", content / "Pejabat/ani.yml")
    names = ("pejabat/Ani.yml", "media/Naskah.pdf", "Pejabat/ani.yml")
    return trial.says(1, *names, english=names)


def not_utf8(trial):
    """A name that is not UTF-8 is refused; one that stood there once, or stands where nobody reads, is none of ours."""
    bad = os.fsencode(trial.place.content) + b"/pejabat/b\xff.yml"
    outside = os.fsencode(trial.place.root) + b"/catatan-\xff.txt"
    for name in (bad, outside):
        with open(name, "wb") as file:
            file.write(b"nama: B\n")
    refused = trial.says(2, "tidak terbaca sebagai UTF-8", "pejabat/b", english=("not UTF-8", "pejabat/b"))
    trial.commit()
    os.unlink(bad)
    trial.commit()
    return together(refused, trial.says(0))


def strange_names(trial):
    """Names with what a terminal obeys, or a shell, or a list of lines."""
    names = ["a\nb.yml", 'a"b.yml', "a\tb.yml", "\x1b[31mmerah.yml", "-rf.yml", "a b.yml", "é.yml", "'; rm -rf x.yml", "\u202elmy.exe"]
    for name in names:
        (trial.place.content / "pejabat" / name).write_text("nama: B\n")
    trial.commit()
    found = trial.says(1, "P02")
    told = trial.build().told
    if "\x1b" in told or "\u202e" in told:
        found = together(found, ({"told"}, "what a terminal obeys was printed as it is"))
    return found


def gigantic(trial):
    """Files of gigabytes are told of without being read."""
    content, found = trial.place.content, []
    files = {
        "content/hasil/2026/tw2/kabid-gizi.yml": (1, "P002"),
        "content/media/film.mp4": (1, "P043"),
        "content/arsip/2025-tw4.json": (1, "P0"),
        "themes/default/styles/besar.css": (2, "besar.css lebih besar dari"),
        "content/lain.bin": (1, "lain.bin"),
    }
    for path, (code, word) in files.items():
        place = trial.place.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        keep = place.read_bytes() if place.exists() else None
        for look in ("first", "after a build"):
            if look == "after a build":
                keep is None and place.unlink()
                keep is None or place.write_bytes(keep)
                assert trial.build().code == 0, path
            with open(place, "wb") as file:
                file.truncate(GIGABYTES)
            done = trial.build()
            if done.code != code or word not in done.told:
                found.append(({"told"}, f"{path}, {look}: exit code {done.code}: {last_line(done.told)}"))
            if done.read > MOST_READ or done.held > MOST_HELD:
                found.append(({"told"}, f"{path}, {look}: {done.read >> 20} MiB were read, {done.held >> 10} MiB held"))
        keep is None and place.unlink()
        keep is None or place.write_bytes(keep)
    return together(*found)


def large_in_the_past(trial):
    """A large file that was committed once and is gone."""
    file = trial.place.content / RESULT
    text = file.read_text()
    with open(file, "wb") as large:
        large.truncate(96 << 20)
    trial.commit()
    file.write_text(text)
    trial.commit()
    done = trial.build()
    if done.code != 0 or done.held > MOST_HELD:
        return {"told"}, f"exit code {done.code}, {done.held >> 10} MiB held: {last_line(done.told)}"
    return set(), ""


def shallow(trial):
    """A clone without its past: the site is made, and says that it knows of no changes."""
    trial.commit()
    clone = trial.place.work / "salinan"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", f"file://{trial.place.root}", str(clone)], env=ENVIRONMENT, check=True)
    done = trial.build(root=clone)
    if done.code != 0 or "dangkal" not in done.told and "depth" not in done.told:
        return {"told"}, f"exit code {done.code}: {last_line(done.told)}"
    return set(), ""


def detached(trial):
    trial.commit()
    trial.place.git("checkout", "--quiet", "--detach", "HEAD")
    return trial.says(0)


def worktree(trial):
    """A second work tree, whose `.git` is a file, has the same past: the same site."""
    other = trial.place.work / "kedua"
    trial.place.git("worktree", "add", "--quiet", "--detach", str(other))
    first = trial.build()
    site = tree(trial.place.out)
    second = trial.build(root=other)
    if (first.code, second.code) != (0, 0) or tree(trial.place.out) != site:
        return {"mixed"}, f"exit codes {first.code}, {second.code}: {last_line(second.told)}"
    return set(), ""


def broken_git_file(trial):
    """`.git` is a file that leads nowhere."""
    shutil.rmtree(trial.place.root / ".git")
    (trial.place.root / ".git").write_text("gitdir: /tiada/lagi\n")
    return trial.says(2, "Gagal: ", "/tiada/lagi", english=("/tiada/lagi",))


def empty_repository(trial):
    shutil.rmtree(trial.place.root / ".git")
    trial.place.git("init", "--quiet")
    return trial.says(0, "commit", english=("commit",))


def replaced(trial):
    """Replaced and grafted commits show another past than the commits tell: they are not heeded."""
    place = trial.place
    for state in (1, 0, 1):
        place.edit(state)
        trial.commit()
    trial.build()
    site = tree(place.out)
    tip, first = place.git("rev-parse", "HEAD").strip(), place.git("rev-list", "--max-parents=0", "HEAD").strip()
    place.git("replace", "--graft", tip, first)
    (place.root / ".git/info").mkdir(exist_ok=True)
    (place.root / ".git/info/grafts").write_text(f"{tip}\n")
    done = trial.run("build", "--fresh", "--out", str(place.out))
    if done.code != 0 or tree(place.out) != site:
        return {"mixed"}, f"exit code {done.code}, another past was believed"
    return set(), ""


def lost_object(trial):
    """An object of the past is damaged: nothing is guessed."""
    place = trial.place
    blob = place.git("rev-parse", f"HEAD:content/{RESULT}").strip()
    place.edit(1)
    trial.commit()
    object = place.root / ".git/objects" / blob[:2] / blob[2:]
    object.chmod(0o644)
    object.write_bytes(b"rusak")
    damaged = trial.says(2, "Gagal: ", english=("Failed: ",))
    object.unlink()
    return together(damaged, trial.says(2, "Gagal: ", blob, english=(blob,)))


def pipes(trial):
    """What is neither a file nor a folder is told, and nobody waits for it."""
    os.mkfifo(trial.place.content / "pejabat" / "pipa.yml")
    return trial.says(2, "pipa.yml bukan berkas dan bukan folder", english=("pipa.yml",))


def deep(trial):
    """Folders in folders, deeper than a path may be long."""
    folder = os.open(trial.place.content, os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("abc", dir_fd=folder)
        below = os.open("abc", os.O_RDONLY, dir_fd=folder)
        os.close(folder)
        folder = below
    os.close(folder)
    found = trial.says(2, "Gagal: ")
    subprocess.run(["rm", "-rf", str(trial.place.content / "abc")], check=True)
    return found


TRIALS = [commits, merge_marks, submodule, nested, pointers, pointer_in_the_past, links, content_is_a_link, linked_back, case, not_utf8, strange_names, gigantic, large_in_the_past, shallow, detached, worktree, broken_git_file, empty_repository, replaced, lost_object, pipes, deep]


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("pantau")
    asked.add_argument("--json", type=Path)
    asked.add_argument("--only", nargs="*")
    asked = asked.parse_args()
    tally = Tally("messy")
    with tempfile.TemporaryDirectory(prefix="pantau-messy-") as folder:
        for trial in TRIALS:
            kind = trial.__name__.replace("_", " ")
            if asked.only and trial.__name__ not in asked.only:
                continue
            work = Path(folder) / trial.__name__
            work.mkdir()
            try:
                tally.add(kind, *trial(Trial(asked.pantau, work)))
            except Exception as broken:
                traceback.print_exc()
                tally.add(kind, {"not_run"}, f"the suite broke off: {broken!r}")
            shutil.rmtree(work, ignore_errors=True)
    if asked.json:
        asked.json.write_text(tally.as_json(command="tests/faults/messy.py pantau") + "\n")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
