"""Does pages.py find a figure that the page and the JSON beside it do not share?

    selftest/faults_in_pages.py DIR

Takes one page of each kind from a built site, which must pass, and puts one fault at a time into the JSON or the page.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1])]

import pages
from report import Report


def first(rows, key):
    return next(row for row in rows if row[key] is not None)


def judged(facts):
    return next(row for row in facts["indikator"] if row["capaian_pecahan"] is not None and row["kategori"] is not None)


def reported(facts):
    return next(row for row in facts["hasil"] if row["capaian_pecahan"] is not None)


def another_formula(facts):
    row = judged(facts)
    row["perhitungan"] += " + 1"


YEAR = [
    ("formula", another_formula),
    ("capaian", lambda facts: reported(facts).update(capaian=1)),
    ("actual", lambda facts: first(facts["hasil"], "nilai").update(nilai="987654")),
    ("target", lambda facts: first(facts["hasil"], "target").update(target="987654")),
    ("realisasi", lambda facts: judged(facts).update(realisasi="987654")),
    ("target_sampai_kini", lambda facts: judged(facts).update(target_sampai_kini="987654")),
    ("state", lambda facts: judged(facts).update(keadaan="terlambat")),
    ("category", lambda facts: judged(facts).update(kategori="Luar Biasa")),
    ("overall", lambda facts: first(facts["kontrak"], "capaian_pecahan").update(capaian_pecahan="98765/7")),
    ("counts", lambda facts: facts["kontrak"][0].update(tercapai=77)),
    ("missing-row", lambda facts: facts["hasil"][0].update(indikator="tiada")),
    ("missing-indicator", lambda facts: facts["indikator"][0].update(id="tiada")),
    ("csv", lambda facts: facts["hasil"].pop()),
]
OPD = [
    ("state", lambda facts: [row.update(keadaan="tidak-tercapai") for row in facts["indikator"]]),
    ("missing", lambda facts: facts["indikator"].clear()),
]
QUARTER = [("capaian", lambda facts: [row.update(capaian_pecahan="98765/7") for row in facts["laporan"]])]


def check(dir):
    report = Report("pagefaults")
    kinds = [("pejabat/*/2026/", YEAR), ("opd/*/", OPD), ("triwulan/2026-tw3/", QUARTER)]
    for pattern, faults in kinds:
        folder = page_with_figures(Path(dir), pattern)
        expect(report, dir, folder, "nothing", lambda facts: None, set())
        for rule, fault in faults:
            expect(report, dir, folder, rule, fault, {rule})
    return report


def page_with_figures(root, pattern):
    """The largest, which has most to go wrong."""
    files = sorted(root.glob(f"{pattern}index.json"), key=lambda file: -file.stat().st_size)
    return files[0].parent.relative_to(root)


def expect(report, dir, folder, name, fault, rules):
    find = report.check(f"{folder}: {name}")
    with tempfile.TemporaryDirectory() as copy:
        place = Path(copy) / folder
        shutil.copytree(Path(dir) / folder, place, ignore=lambda _, names: [name for name in names if not name.startswith(("index.", "indikator."))])
        file = place / "index.json"
        facts = json.loads(file.read_bytes())
        fault(facts)
        file.write_text(json.dumps(facts))
        found = pages.check(copy).rules
    if not rules <= found or (not rules and found):
        find("fault", f"found {sorted(found)}, not {sorted(rules)}")


if __name__ == "__main__":
    check(sys.argv[1]).close()
