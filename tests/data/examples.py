"""Do the examples on /data/ run as they stand, and do they give what the data say?

    examples.py DIR [--office]

Each is taken from the page as a reader would copy it; only the site's address becomes the folder's.
The spreadsheet formula is computed by HyperFormula on the sheet as openpyxl reads it and, with
--office, by LibreOffice on the workbook itself. One check per example.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
from lxml import html

from published import Published
from report import Report

HERE = Path(__file__).parent
SECONDS = 120


class Examples:
    def __init__(self, site, page):
        self.site = site
        self.data = site.root.resolve() / "data"
        self.page = html.fromstring(site.bytes(page))
        rows = json.loads(site.text("data/pantau.json"), parse_float=Decimal)["indikator"]
        self.states = Counter(row["keadaan"] for row in rows)
        capped = [(row["keadaan"], row["capaian_terbatas"]) for row in rows if row["capaian_terbatas"] is not None]
        self.means = {state: sum(own) / len(own) for state in self.states if (own := [Decimal(value) for name, value in capped if name == state])}

    def code(self, name, address):
        """As it stands on the page, but for where the site is."""
        code = self.page.get_element_by_id(name).text_content()
        if name != "spreadsheet" and self.site.base not in code:
            raise ValueError(f"{name} does not read from {self.site.base}")
        return code.replace(f"{self.site.base}data", address)

    def python(self, find):
        code = self.code("python", self.data.as_uri())
        self.compare_states(run([sys.executable, "-c", code]), find)

    def r(self, find):
        with tempfile.NamedTemporaryFile("w", suffix=".R") as script:
            script.write(self.code("r", str(self.data)))
            script.flush()
            said = run(["Rscript", "--vanilla", script.name])
        words = said.split()
        for state, count in self.states.items():
            if state not in words or str(count) not in words:
                find("states", f"{state} {count} is not in {said!r}")
        for state, mean in self.means.items():
            found = re.search(rf"^\d+\s+{state}\s+(\S+)$", said, re.MULTILINE)
            if not found or abs(Decimal(found.group(1)) - mean) > Decimal("0.001"):
                find("means", f"{state} {mean} is not in {said!r}")

    def duckdb(self, find):
        rows = duckdb.sql(self.code("duckdb", str(self.data))).fetchall()
        if {state: count for state, count, _ in rows} != dict(self.states):
            find("states", f"{rows} are not {self.states}")
        for state, _, mean in rows:
            if abs(Decimal(mean or 0) - self.means.get(state, 0)) > Decimal("0.001"):
                find("means", f"{state}: {mean}")

    def spreadsheet(self, find):
        workbook = openpyxl.load_workbook(self.data / "pantau.xlsx", read_only=True)
        cells = [[str(cell) if cell is not None else None for cell in row] for row in workbook["indikator"].iter_rows(values_only=True)]
        formula = self.code("spreadsheet", "")
        asked = json.dumps({"sheets": {"indikator": cells}, "formula": formula})
        said = run(["node", HERE.parent / "web" / "formula.mjs"], stdin=asked)
        if said.strip() != str(self.states["terlambat"]):
            find("result", f"{formula} gives {said.strip()}, not {self.states['terlambat']}")

    def office(self, find):
        """The workbook with the formula in a sheet of its own, computed by LibreOffice."""
        with tempfile.TemporaryDirectory() as folder:
            workbook = openpyxl.load_workbook(self.data / "pantau.xlsx")
            workbook.create_sheet("hitung", 0)["A1"] = self.code("spreadsheet", "")
            workbook.save(Path(folder) / "buku.xlsx")
            run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1", "--outdir", folder, f"{folder}/buku.xlsx"])
            said = next(Path(folder).glob("buku*.csv")).read_text().strip()
        if said != str(self.states["terlambat"]):
            find("result", f"LibreOffice gives {said!r}, not {self.states['terlambat']}")

    def compare_states(self, said, find):
        found = Counter({state: int(count) for state, count in (line.split() for line in said.splitlines())})
        if found != self.states:
            find("states", f"{found} is not {self.states}")


def run(command, stdin=None):
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=SECONDS)
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]}: {done.stderr.strip()}")
    return done.stdout


def check(dir, with_office=False):
    report = Report("examples")
    site = Published(dir)
    for page in ["data/index.html", "en/data/index.html"]:
        if page not in site.files:
            continue
        examples = Examples(site, page)
        names = ["spreadsheet", "python", "r", "duckdb"] + (["office"] if with_office else [])
        told = {element.get("id") for element in examples.page.xpath("//pre/code[@id]")}
        find = report.check(f"{page}: all examples")
        if told != set(names) - {"office"}:
            find("names", f"the page has {sorted(told)}")
        for name in names:
            find = report.check(f"{page}: {name}")
            try:
                getattr(examples, name)(find)
            except (RuntimeError, ValueError, KeyError, OSError, subprocess.SubprocessError) as error:
                find("run", str(error))
    return report


if __name__ == "__main__":
    check(sys.argv[1], "--office" in sys.argv[2:]).close()
