"""Runs that are killed at a random moment, and told to stop by the system."""

import datetime
import signal
import subprocess
import time

from place import ENVIRONMENT, Place, last_line, together, tree

# So many kills of a hundred fall on each kind.
SHARES = {"whole": 30, "one file": 25, "first": 10, "import": 15, "new": 12, "init": 8}
# Tried so often for each kill that is wanted: a run may end before it is killed.
PATIENCE = 6
NEW_DAY = "2026-10-05"


def struck(command, delay, sign):
    """Starts a program and sends it a signal after `delay` seconds; whether it died of that."""
    # Who runs the suite in the background has it ignore interrupts, and its children with it.
    command = ["env", "--default-signal=INT,TERM", *command]
    running = subprocess.Popen(command, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(delay)
    running.send_signal(sign)
    return running.wait(timeout=60) == -sign


def share(kills):
    """How many kills of each kind make `kills`: none is without one."""
    counts = {kind: max(1, kills * part // 100) for kind, part in SHARES.items()}
    counts["whole"] += max(0, kills - sum(counts.values()))
    return counts


def kill(pantau, work, tally, dice, kills):
    for kind, count in share(kills).items():
        trials = {"import": imports, "new": news, "init": inits}.get(kind, builds)
        (work / kind).mkdir()
        trials(pantau, work / kind, kind, Counted(tally, f"kill: {kind}", count), dice)


class Counted:
    """Trials of one kind until enough of them came to be."""

    def __init__(self, tally, kind, wanted, sign=signal.SIGKILL):
        self.tally, self.kind, self.wanted, self.sign, self.done, self.begun = tally, kind, wanted, sign, 0, 0

    def is_open(self):
        self.begun += 1
        if self.done < self.wanted and self.begun > PATIENCE * self.wanted + 20:
            self.tally.add(self.kind, {"not_run"}, f"only {self.done} of {self.wanted} runs were still at work when they were killed")
            return False
        return self.done < self.wanted

    def add(self, found):
        self.done += 1
        self.tally.add(self.kind, *found)


def builds(pantau, work, kind, counted, dice):
    """A build of everything over an old site, of one changed file, or where nothing was published yet."""
    place = Place(pantau, work)
    more = {"whole": ["--fresh"], "first": ["--fresh"]}.get(kind, [])
    sites = [place.expected(state) for state in (0, 1)]
    long = place.duration(0, *more)
    place.edit(0)
    assert place.build().returncode == 0
    state = 0
    while counted.is_open():
        old, new = sites[state], sites[1 - state]
        if kind == "first":
            old = None
            place.run(["rm", "-rf", place.out, place.www / ".public.pantau-ingatan", place.www / ".public.pantau-bacaan"])
        place.edit(1 - state)
        data = tree(place.content)
        died = struck(place.command(*more), dice.uniform(0, long * 1.02), counted.sign)
        found = together(place.published(old, new), unchanged(place.content, data), place.next_build(new))
        if died:
            counted.add(found)
        state = 1 - state


def unchanged(content, data):
    if tree(content) == data:
        return set(), ""
    return {"lost"}, "the data are not as they were"


def stop(pantau, work, tally, dice, count):
    """As the system stops a service, and as somebody does at a terminal."""
    for sign in (signal.SIGTERM, signal.SIGINT):
        folder = work / sign.name
        folder.mkdir()
        builds(pantau, folder, "whole", Counted(tally, f"signal {sign.name[3:]}", count, sign), dice)


def filled_forms(place):
    """The forms of a quarter, each figure filled in."""
    import openpyxl

    done = place.run([place.pantau, "formulir", "--root", str(place.root), "--triwulan", "2026-tw3", "--date", NEW_DAY, "--out", str(place.work / "formulir")])
    assert done.returncode == 0, done.stderr
    forms = sorted((place.work / "formulir").glob("*.xlsx"))
    for form in forms:
        book = openpyxl.load_workbook(form)
        for sheet in book:
            heading = [cell.column for row in sheet.iter_rows() for cell in row if cell.value == "Nilai"]
            for (mark,) in sheet.iter_rows(max_col=1):
                words = str(mark.value or "").split()
                if words[-1:] == ["dilaporkan"]:
                    sheet.cell(mark.row, 3).value = datetime.date(2026, 10, 4)
                elif "indikator" in words and heading:
                    sheet.cell(mark.row, heading[0]).value = 10
        book.save(form)
    return [str(form) for form in forms]


def writers(place, command, counted, dice):
    """A verb that writes files of data: each is the old one or the new one, whole, and the verb can be run again."""
    before = {str(path.relative_to(place.content)): path.read_bytes() for path in place.content.rglob("*") if path.is_file()}

    def back():
        for path in place.content.rglob("*"):
            name = str(path.relative_to(place.content))
            if path.is_file() and name not in before:
                path.unlink()
        for name, text in before.items():
            (place.content / name).write_bytes(text)

    old = tree(place.content)
    begun = time.monotonic()
    done = place.run(command)
    long = time.monotonic() - begun
    assert done.returncode == 0, done.stderr
    new = tree(place.content)
    assert new != old, "nothing was written"
    while counted.is_open():
        back()
        died = struck(command, dice.uniform(0, long * 1.02), counted.sign)
        if died:
            counted.add(together(whole_files(place, old, new), written_again(place, command, new)))


def whole_files(place, old, new):
    """Files in the making are hidden, and no sources."""
    now = tree(place.content)
    for path in old.keys() | new.keys() | now.keys():
        is_hidden = path.rsplit("/", 1)[-1].startswith(".")
        if not is_hidden and now.get(path) not in (old.get(path), new.get(path)):
            return {"lost"}, f"{path} is neither the old file nor the new one"
    return set(), ""


def written_again(place, command, new):
    """The same once more: what is there already is no change, what is missing comes, what was in the making goes. A
    file of `new` is refused where it is there already; that is as good."""
    done = place.run(command)
    if done.returncode != 0 and "sudah ada" not in done.stderr:
        return {"next"}, f"exit code {done.returncode}: {last_line(done.stderr)}"
    now = tree(place.content)
    left = sorted(now.keys() - new.keys())
    if now != new and left and all(".pantau-" in path for path in left) and done.returncode != 0:
        # Refused before anything was looked at: what writes next clears it.
        return set(), ""
    if now != new:
        return {"next"}, f"after another run: {sorted(now.items() ^ new.items())[:3]}"
    return set(), ""


def imports(pantau, work, _, counted, dice):
    place = Place(pantau, work)
    forms = filled_forms(place)
    command = [place.pantau, "import", *forms, "--root", str(place.root), "--date", NEW_DAY, "--yes"]
    writers(place, command, counted, dice)


def news(pantau, work, _, counted, dice):
    place = Place(pantau, work)
    command = [place.pantau, "new", "hasil", "--root", str(place.root), "--triwulan", "2026-tw3", "--date", NEW_DAY]
    writers(place, command, counted, dice)


def inits(pantau, work, _, counted, dice):
    """A new site into a folder that is not there, is empty, or holds what a host of git has made."""
    place = Place(pantau, work)

    def begin(folder, how):
        place.run(["rm", "-rf", folder])
        if how > 0:
            folder.mkdir()
        if how > 1:
            (folder / ".git").mkdir()
        return [place.pantau, "init", str(folder), "--sample", "bekasi"]

    folder = place.work / "baru"
    wholes, long = [], 0
    for how in range(3):
        begun = time.monotonic()
        assert place.run(begin(folder, how)).returncode == 0
        long = max(long, time.monotonic() - begun)
        wholes.append(tree(folder))
    turn = 0
    while counted.is_open():
        turn += 1
        how = turn % 3
        command = begin(folder, how)
        died = struck(command, dice.uniform(0, long * 1.02), counted.sign)
        # It takes milliseconds, and the span in which it can be struck must be looked for: the start of a process counts too.
        long *= 1.05 if died else 0.9
        if not died:
            continue
        now = {path: text for path, text in (tree(folder) or {}).items() if not path.startswith(".pantau-")}
        other = [path for path, text in now.items() if wholes[how].get(path) != text]
        found = ({"lost"}, f"half a file: {other[:3]}") if other else (set(), "")
        done = place.run(command)
        again = set(), ""
        if tree(folder) != wholes[how]:
            again = {"next"}, f"exit code {done.returncode}, {difference_of(folder, wholes[how])}: {last_line(done.stderr)}"
        beside = [path.name for path in place.work.iterdir() if path.name.startswith(".baru.")]
        if beside:
            again = {"next"}, f"left beside the folder: {beside}"
        counted.add(together(found, again))


def difference_of(folder, wanted):
    from place import difference

    return difference(tree(folder), wanted)
