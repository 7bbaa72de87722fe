"""Is docs/reliability.md what the suites themselves said?

    reliability.py [--write]

docs/reliability/ has what the suites wrote with --json. With --write the tables are made anew from it.
"""

import json
import sys
from pathlib import Path

from report import Report

ROOT = Path(__file__).parents[2]
SAID = ROOT / "docs" / "reliability"
DOCUMENT = ROOT / "docs" / "reliability.md"
BEGIN = "<!-- tables: written from docs/reliability/ by tests/data/reliability.py -->\n"
END = "<!-- end of tables -->\n"


def table(heads, rows):
    lines = [heads, ["---"] + ["---:"] * (len(heads) - 1), *rows]
    return "".join(f"| {' | '.join(str(cell) for cell in line)} |\n" for line in lines)


def counted(number):
    return f"{number:,}"


def faults(said, title, command):
    words = ["tried", "survived", "lost", "mixed", "next", "told", "not_run"]
    rows = [[kind, *(counted(counts[word]) for word in words)] for kind, counts in said["kinds"].items()]
    rows.append(["**all**", *(f"**{counted(said['total'][word])}**" for word in words)])
    heads = ["fault", "tried", "survived", "lost", "mixed", "next build wrong", "told wrongly", "not run"]
    return f"## {title}\n\n`{command}`\n\n{table(heads, rows)}\n"


def fuzzing(said):
    rows = [[name, counted(of["seconds"]), counted(of["executions"])] for name, of in sorted(said["targets"].items())]
    rows.append(["**all**", f"**{counted(said['seconds'])}**", f"**{counted(said['executions'])}**"])
    return f"## Inputs that nobody wrote\n\n`fuzz/run --seconds 300`\n\n{table(['target', 'seconds', 'executions'], rows)}\n"


def payloads(said):
    names = [
        ("payloads", "payloads"), ("published", "of these published by others"), ("placements", "placements in values and names"), ("refused", "refused by the gate, with a place"),
        ("shown", "accepted and built"), ("sites", "sites built"), ("pages", "pages seen in a browser"), ("outputs", "files for programs read"),
        ("executed", "**executed**"), ("leaked", "**asked another host**"), ("broken", "**changed layout or structure**"),
    ]
    rows = [[label, counted(said[name])] for name, label in names]
    beside = [[place, *(counted(of[word]) for word in ("tried", "refused", "shown"))] for place, of in said["beside"].items()]
    besides = table(["beside the data", "tried", "refused", "published"], beside)
    return f"## Payloads\n\n`node tests/web/xss.mjs pantau`\n\n{table(['what', 'count'], rows)}\n{besides}\n"


def tables():
    said = {file.stem: json.loads(file.read_text()) for file in sorted(SAID.glob("*.json"))}
    return "\n" + "".join([
        faults(said["faults"], "Faults done to runs", said["faults"]["command"]),
        faults(said["messy"], "Repositories as they are", said["messy"]["command"]),
        fuzzing(said["fuzz"]),
        payloads(said["xss"]),
    ])


def parted(text):
    before, rest = text.split(BEGIN)
    found, after = rest.split(END)
    return before, found, after


def unwanted():
    """What must be nought and is not."""
    said = {file.stem: json.loads(file.read_text()) for file in SAID.glob("*.json")}
    for suite in ("faults", "messy"):
        for word in ("lost", "mixed", "next", "told", "not_run"):
            if said[suite]["total"][word]:
                yield f"{suite}: {said[suite]['total'][word]} {word}"
    for name, of in said["fuzz"]["targets"].items():
        if of.get("broken"):
            yield f"fuzz: {name}: {of['broken']}"
    for word in ("executed", "leaked", "broken"):
        if said["xss"][word]:
            yield f"xss: {said['xss'][word]} {word}"


def main():
    before, found, after = parted(DOCUMENT.read_text())
    if sys.argv[1:] == ["--write"]:
        DOCUMENT.write_text(before + BEGIN + tables() + END + after)
        return 0
    report = Report("reliability")
    find = report.check("docs/reliability.md")
    if found != tables():
        find("other than what the suites said", "run tests/data/reliability.py --write")
    find = report.check("what the suites said")
    for what in unwanted():
        find("not nought", what)
    return report.close()


if __name__ == "__main__":
    sys.exit(main())
