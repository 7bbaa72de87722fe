"""All runs of one size: contenders alternate, in the opposite order every other turn."""

import shutil
import sys
from collections import defaultdict
from dataclasses import asdict
from functools import partial

from . import live, machine, tree
from .contenders import BENCHES, Pantau, PantauPages, generate
from .measure import Failed, Run

# KiB on the disk for each official at a time, blocks of 4 KiB: sources of both shapes; an output of
# the peers' pages and its pack; the whole site and its pack.
SOURCES, PAGES, WHOLE = 75, 130, 700

COLD, EDITED, AGAIN, NOTHING = "new folder", "one figure changed", "one figure changed again", "nothing changed"
FRESH, CHECK = "nothing changed, --fresh", "check"
LIVE = "edit to page"


def say(text):
    print(text, file=sys.stderr, flush=True)


class Size:
    """What is measured of one number of officials. `runs[scope, contender, what]` are in the order
    of turns; `weights[scope, contender]` are files and bytes; `notes` are what could not be done."""

    def __init__(self, officials, options, program, peers, floor, work):
        self.officials, self.options, self.program = officials, options, program
        self.peers, self.floor, self.work = peers, floor, work
        self.runs, self.weights, self.raw, self.notes = defaultdict(list), {}, [], []
        self.out = set()

    def measure(self):
        self.prepare()
        pages = [*([self.pages] if self.program.has_only else []), *self.peers]
        if not self.program.has_only:
            self.notes.append("the peers' pages are not measured of pantau: this binary has no `build --only`")
        if not self.program.has_fresh:
            self.notes.append(f"“{FRESH}” is not measured: this binary has no `build --fresh`")
        self.alternating("the peers' pages", pages)
        if self.options.whole:
            self.alternating("the whole site", [self.site])
        if self.options.live:
            self.live()

    def ask_for_space(self):
        # Nothing is deleted before the end: ext4 is slow to make new files for minutes afterwards. Of each
        # scope there are a first build, its pack, and an output for each contender and turn.
        outputs = self.options.repeats * (2 + len(self.peers)) + 2
        kib = SOURCES + PAGES * outputs
        if self.options.whole:
            kib += WHOLE * (self.options.repeats * 2 + 2)
        needed, free = self.officials * kib * 2**10, machine.free_space(self.work)
        if needed > free:
            advice = " (--no-whole needs less)" if self.options.whole else ""
            sys.exit(f"{self.officials:,} officials need some {needed / 1e9:.1f} GB in {self.work}, "
                     f"where {free / 1e9:.1f} GB are free{advice}")

    def prepare(self):
        say(f"{self.officials:,} officials: inventing …")
        site, pages = self.work / f"site-{self.officials}", self.work / f"pages-{self.officials}"
        self.data = self.work / f"peers-{self.officials}"
        generate("generate.py", self.officials, site)
        tree.linked(site, pages)
        # The peers' pages are in one language, and by a theme of their own.
        settings = pages / "content" / "situs.yml"
        tree.replaced(settings, settings.read_text().replace("  - en\n", "") + "tema: peers\n")
        (pages / "content" / "halaman" / "tentang.en.md").unlink()
        shutil.copytree(BENCHES / "peers" / "pantau", pages / "themes" / "peers")
        self.site, self.pages = Pantau(self.program, site), PantauPages(self.program, pages)
        # What pantau has to say of the data ends it all.
        self.site.check()
        self.pages.check()
        self.data.mkdir()
        if self.peers:
            generate("peers/gen.py", self.officials, self.data)
        for peer in self.peers:
            peer.of_site(self.data, self.pages)

    def alternating(self, scope, contenders):
        """Every contender's turn, as often as asked for; the floor beside pantau."""
        pack = self.work / f"pack-{self.officials}"
        if contenders and isinstance(contenders[0], Pantau):
            contenders = [*contenders, self.floor_of(scope, contenders[0], pack)]
        for turn in range(self.options.repeats):
            # All new folders first: building again removes an old tree, after which ext4 is slow to
            # make new files for minutes.
            for take in (self.take_cold, self.take_warm):
                for contender in contenders if turn % 2 == 0 else contenders[::-1]:
                    if contender not in self.out:
                        self.take_or_leave(take, scope, contender, turn)
        pack.unlink(missing_ok=True)

    def floor_of(self, scope, pantau, pack):
        """What a first build wrote is what the floor writes too; it is not measured, and warms up."""
        out = self.work / f"first-{self.officials}-{scope.split()[-1]}"
        say(f"{self.officials:,} officials, {scope}: a first build, not measured …")
        pantau.build(out)
        sources = [folder for folder in (pantau.root / "content", pantau.root / "themes") if folder.exists()]
        floor = self.floor.of(out, pack, sources)
        return floor

    def take_or_leave(self, take, scope, contender, turn):
        try:
            take(scope, contender, turn)
        except Failed as failure:
            if isinstance(contender, Pantau):
                raise
            self.out.add(contender)
            self.notes.append(f"{contender.name} failed, and what it did before is not told")
            say(str(failure))

    def folder(self, scope, contender, turn):
        """An output, in a folder never used before, as on ext4 overwriting costs many times a fresh write."""
        return self.work / "-".join(("out", str(self.officials), scope.split()[-1], contender.name.split(",")[0], str(turn)))

    def take_cold(self, scope, contender, turn):
        """A contender's build into a new folder."""
        out = self.folder(scope, contender, turn)
        self.measured(scope, contender, turn, COLD, partial(contender.build, out))
        if (scope, contender.name) not in self.weights:
            self.weights[scope, contender.name] = tree.weighed(out)

    def take_warm(self, scope, contender, turn):
        """All else that is measured of a contender, in the folder that it has written."""
        if getattr(contender, "has_all_tables", False):
            return
        out = self.folder(scope, contender, turn)
        run = partial(self.measured, scope, contender, turn)
        if hasattr(contender, "change"):
            for what in (EDITED, AGAIN):
                shown = contender.change()
                run(what, partial(contender.build, out))
                if shown not in (out / contender.page).read_text():
                    raise Failed(f"{contender.name}: {contender.page} does not show {shown}")
            run(NOTHING, partial(contender.build, out))
        if isinstance(contender, Pantau):
            if contender.program.has_fresh:
                run(FRESH, partial(contender.build, out, "--fresh"))
            run(CHECK, contender.check)

    def measured(self, scope, contender, turn, what, work):
        run = work()
        self.keep(scope, contender.name, what, turn, run)

    def keep(self, scope, name, what, turn, run):
        say(f"{self.officials:,} officials, {scope}, turn {turn + 1} of {self.options.repeats}: "
            f"{name}, {what}: {run.wall:.2f} s")
        self.runs[scope, name, what].append(run)
        self.raw.append({"officials": self.officials, "scope": scope, "contender": name, "what": what,
                         "turn": turn + 1, **asdict(run)})

    def live(self):
        """Edits while a preview runs: pantau's of the whole site, the peers' of their pages."""
        for turn, seconds in enumerate(live.of_pantau(self.site, self.options.repeats)["shown"]):
            self.keep("the whole site", "pantau", LIVE, turn, Run(seconds, None, None))
        for peer in self.peers if self.options.live_peers else ():
            if peer.has_all_tables:
                continue
            try:
                for turn, seconds in enumerate(live.of_peer(peer, self.options.repeats)):
                    self.keep("the peers' pages", peer.name, LIVE, turn, Run(seconds, None, None))
            except Failed as failure:
                self.notes.append(f"{peer.name}'s development server: {failure}")
