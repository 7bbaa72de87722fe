"""A site in a repository, where it is published, and how both are looked at."""

import hashlib
import os
import shutil
import subprocess
import time
from pathlib import Path

CONTENT = Path(__file__).parents[1] / "inputs" / "content"
# Longer than any run takes on the slowest machine, in seconds.
PATIENCE = 90
# The days on which the site is looked at; every page says which.
DAYS = ("2026-08-10", "2026-08-11")
RESULT = "hasil/2026/tw2/bupati.yml"
MEDIA = Path(__file__).parents[1] / "golden" / "below-a-path" / "content" / "media" / "naskah.pdf"
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "LANG": "id_ID.UTF-8",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}
AT = "2026-07-20T09:00:00+07:00"
AUTHOR = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "Kominfo"), ("EMAIL", "kominfo@example.go.id"), ("DATE", AT))}


def tree(folder):
    """The bytes of every file below `folder` as digests, by path; links by where they lead. `None` where there is none."""
    if not folder.is_dir():
        return None
    found = {}
    for top, folders, files in os.walk(folder):
        for name in files + [name for name in folders if os.path.islink(os.path.join(top, name))]:
            path = os.path.join(top, name)
            if os.path.islink(path):
                found[os.path.relpath(path, folder)] = "-> " + os.readlink(path)
            elif os.path.isfile(path):
                with open(path, "rb") as file:
                    found[os.path.relpath(path, folder)] = hashlib.sha256(file.read()).hexdigest()
            else:
                found[os.path.relpath(path, folder)] = "no file"
    return found


def difference(one, other):
    """The paths in which two trees differ, in short."""
    if one is None or other is None:
        return "no folder"
    paths = sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))
    return f"{len(paths)} of {len(one.keys() | other.keys())} files differ: {', '.join(paths[:3])}"


class Place:
    """`work` holds the site (`situs`) and, in `www`, what is published of it."""

    def __init__(self, pantau, work, www=None):
        self.pantau = str(Path(pantau).absolute())
        self.work = work
        self.root = work / "situs"
        self.content = self.root / "content"
        self.www = www or work / "www"
        self.out = self.www / "public"
        self.made = {}
        self.www.mkdir(parents=True, exist_ok=True)
        shutil.copytree(CONTENT, self.content)
        (self.content / "media").mkdir(exist_ok=True)
        shutil.copy(MEDIA, self.content / "media" / "naskah.pdf")
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "Data")

    def git(self, *arguments):
        command = ["git", *arguments]
        return subprocess.run(command, cwd=self.root, env=ENVIRONMENT | AUTHOR, check=True, capture_output=True, text=True).stdout

    def edit(self, state):
        """Writes the data of state 0 or 1, as an editor does: beside the file, then renamed."""
        for path, old, new in ((RESULT, "nilai: ", f"nilai: {state}"),):
            original = (CONTENT / path).read_text()
            assert old in original, path
            place = self.content / path
            aside = place.with_suffix(".tmp~")
            aside.write_text(original.replace(old, new) if state else original)
            aside.rename(place)

    def command(self, *more, day=DAYS[0], out=None):
        return [self.pantau, "build", "--root", str(self.root), "--out", str(out or self.out), "--date", day, *more]

    def run(self, command):
        """Runs a program to its end; one that comes to none is ended, and has the exit code that `timeout` gives."""
        try:
            return subprocess.run(command, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, 124, "", f"still at work after {PATIENCE} s")

    def build(self, *more, day=DAYS[0]):
        return self.run(self.command(*more, day=day))

    def expected(self, state, day=DAYS[0]):
        """The site of a state and a day, made once into another folder by a build that believes nothing."""
        if (state, day) not in self.made:
            self.edit(state)
            out = self.work / f"harapan-{state}-{day}"
            done = self.run(self.command("--fresh", day=day, out=out))
            assert done.returncode == 0, done.stderr
            self.made[state, day] = tree(out)
            shutil.rmtree(out)
            for name in ("ingatan", "bacaan"):
                (self.work / f".{out.name}.pantau-{name}").unlink(missing_ok=True)
        return self.made[state, day]

    def duration(self, state, *more):
        """How long a build into the folder takes, in seconds: the median of three."""
        taken = []
        for turn in range(3):
            self.edit((state + turn) % 2)
            begun = time.monotonic()
            done = self.build(*more)
            assert done.returncode == 0, done.stderr
            taken.append(time.monotonic() - begun)
        return sorted(taken)[1]

    def published(self, *wanted):
        """What is wrong with the published site, which should be one of `wanted` (`None`: nothing was ever there)."""
        now = tree(self.out)
        if any(now == one or (one is None and not now) for one in wanted):
            return set(), ""
        if not now:
            return {"lost"}, "the site is gone"
        return {"mixed"}, difference(now, next(one for one in reversed(wanted) if one is not None))

    def neighbours(self):
        """What stands beside the published site and should not."""
        kept = {self.out.name, *(f".{self.out.name}.pantau-{name}" for name in ("ingatan", "bacaan", "cadangan"))}
        return sorted(name for name in os.listdir(self.www) if name not in kept and name.startswith("."))

    def next_build(self, wanted, day=DAYS[0]):
        """Builds without a fault, and says what is wrong then."""
        done = self.build(day=day)
        if done.returncode != 0:
            return {"next"}, f"exit code {done.returncode}: {last_line(done.stderr)}"
        now = tree(self.out)
        if now != wanted:
            return {"next"}, difference(now, wanted)
        if self.neighbours():
            return {"next"}, f"left beside the site: {self.neighbours()}"
        return set(), ""

    def refused(self, done, *words, code=2):
        """What is wrong with how a fault was told, which should end with exit code `code` and say one of `words`."""
        if done.returncode != code:
            return {"told"}, f"exit code {done.returncode} and not {code}: {last_line(done.stderr)}"
        told = done.stderr
        if "Gagal: " not in told or not any(word in told for word in words):
            return {"told"}, f"nothing of {words} in: {last_line(told)}"
        return set(), ""


def last_line(text):
    lines = [line for line in text.strip().splitlines() if line.strip()]
    return lines[-1] if lines else "(nothing)"


def together(*found):
    """What several looks have found, and their first message."""
    words, messages = set(), []
    for some, message in found:
        words |= some
        if some:
            messages.append(message)
    return words, "; ".join(messages)
