"""What was measured, as Markdown."""

from .measure import medians
from .turns import AGAIN, CHECK, COLD, EDITED, FRESH, LIVE, NOTHING

WHATS = (COLD, EDITED, AGAIN, NOTHING, FRESH, CHECK, LIVE)
SCOPES = ("the peers' pages", "the whole site")


def seconds(value):
    if value is None:
        return ""
    return f"{value:.3f}" if value < 1 else f"{value:.2f}" if value < 10 else f"{value:.1f}"


def ordered(size):
    """(scope, what, contenders in the order in which they came)"""
    for scope in SCOPES:
        for what in WHATS:
            names = [name for of, name, did in size.runs if (of, did) == (scope, what)]
            if names:
                yield scope, what, sorted(names, key=lambda name: (name != "pantau", name.startswith("floor"), name != "Hugo"))


def figures(sizes):
    """The table of medians."""
    lines = ["| officials | pages | what | contender | wall s | least to most | CPU s | peak MiB | files | MB |",
             "|---:|---|---|---|---:|---:|---:|---:|---:|---:|"]
    for size in sizes:
        for scope, what, names in ordered(size):
            lines += [line(size, scope, what, name) for name in names]
    return "\n".join(lines)


def line(size, scope, what, name):
    runs = size.runs[scope, name, what]
    middle, walls = medians(runs), [run.wall for run in runs]
    files, size_in_bytes = size.weights[scope, name] if what == COLD else (None, None)
    return (f"| {size.officials:,} | {scope} | {what} | {name} | {seconds(middle.wall)} "
            f"| {seconds(min(walls))} to {seconds(max(walls))} | {seconds(middle.cpu)} "
            f"| {'' if middle.peak is None else f'{middle.peak:.0f}'} "
            f"| {'' if files is None else f'{files:,}'} | {'' if files is None else f'{size_in_bytes / 1e6:.1f}'} |")


def ratios(sizes):
    """pantau's medians by those of each other: below 1, pantau needs less. Where a contender has no
    preview or no such build of its own, there is nothing to divide by."""
    others = list(dict.fromkeys(name.split(",")[0] for size in sizes for _, name, _ in size.runs if name != "pantau"))
    others.sort(key=lambda name: (name == "floor", name != "Hugo"))
    if not others:
        return ""
    lines = ["| officials | pages | what | " + " | ".join(f"pantau ÷ {other}" for other in others) + " |",
             "|---:|---|---|" + "---:|" * len(others)]
    for size in sizes:
        for scope, what, names in ordered(size):
            cells = [ratio(size, scope, what, other, names) for other in others]
            if any(cells):
                lines.append(f"| {size.officials:,} | {scope} | {what} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def ratio(size, scope, what, other, names):
    # A preview is of the whole site, whatever it is compared with.
    ours = size.runs.get(("the whole site" if what == LIVE else scope, "pantau", what))
    name = next((name for name in names if name.split(",")[0] == other), None)
    if not ours or not name:
        return ""
    ours, theirs = medians(ours), medians(size.runs[scope, name, what])
    if ours.cpu is None or theirs.cpu is None:
        return f"×{ours.wall / theirs.wall:.2f}"
    # The floor's memory is that of the files it is given, which says nothing.
    figures = ("wall", "cpu") if other == "floor" else ("wall", "cpu", "peak")
    return " / ".join(f"×{getattr(ours, figure) / getattr(theirs, figure):.2f}" for figure in figures)


LEGEND = (
    "Medians of {repeats} runs of each, contenders alternating, the order reversed every other turn. Wall and CPU "
    "(user + system) of the whole process in seconds; peak is the largest resident memory of it and all processes "
    "below it. Files and MB (10⁶ bytes) are what stands in the output folder. Sources are in the disk cache, and what "
    "earlier runs wrote is flushed before each. “{edited}”, “{again}” and “{nothing}” build again into the same folder, one after the other. “{live}” "
    "is from the write of a results file until the page shows its figure, in pantau's preview of the whole site and in "
    "the peers' development servers. “The peers' pages”: one page in one language and one JSON file for each official, an index, a feed; “with all tables” the JSON has "
    "the rows and keys of pantau's. "
    "The floor reads pantau's sources and writes pantau's files, and does nothing else.")


def legend(repeats):
    return LEGEND.format(repeats=repeats, edited=EDITED, again=AGAIN, nothing=NOTHING, live=LIVE)
