"""A quarter as the officer lives it: forms go out, come back filled by programs that are not ours, with mistakes,
are corrected, and stand on the page.

    quarter.py PANTAU WORK [--office]

PANTAU is the program, WORK an empty folder to work in. openpyxl fills the forms. With `--office` each filled form is
saved again by LibreOffice, as xlsx and as ods, and must be told of and taken over the same. One check per thing that
the officer does or sees.
"""

import difflib
import json
import os
import pty
import re
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
from lxml import html
from openpyxl.utils import get_column_letter

from report import Report

QUARTER, SENT, BACK = "2026-tw4", "2027-01-04", "2027-01-12"
HEALTH, MONEY = f"dinas-kesehatan-{QUARTER}.xlsx", f"badan-keuangan-daerah-{QUARTER}.xlsx"
CONTRACT, OTHER = "2026/kepala-dinas-kesehatan", "2026/kepala-bakeuda"
VALUE, REASON, NOTE, TARGET = "Nilai", "Belum ada, karena", "Catatan", "Target triwulan"
ABSORBED = "Terserap sampai kini"

# What is right, by the row's id.
RIGHT = {
    "stunting": 6.1,
    "kematian-ibu": 1,
    "kematian-bayi": "7",  # a number stored as a text
    "imunisasi": "93,5",  # with a decimal comma
    "posyandu": 88.2,
    "odgj": 96,
    "hipertensi": 66.891,  # three decimals, which no reader may take for thousands
    "tbc": 0.1 + 254.9,
    "akreditasi": 22,
    "respon-aduan": 2.0,
    "keterisian-tempat-tidur": "=70+1.9",  # only LibreOffice computes it
    "rekam-medis": date(2026, 11, 28),
    "upaya-kesehatan": 40_250_000_000,
    "sdm-kesehatan": 6_012_500_000,
    "pemberdayaan": "2.790.125.000",
}
# As the result file should have it.
WRITTEN = {
    "stunting": "6.1", "kematian-ibu": "1", "kematian-bayi": "7", "imunisasi": "93.5", "posyandu": "88.2", "odgj": "96",
    "hipertensi": "66.8910", "tbc": "255", "akreditasi": "22", "respon-aduan": "2", "keterisian-tempat-tidur": "71.9",
}
# As the page should show it, at the commitment's place.
SHOWN = {"stunting": "6,1%", "imunisasi": "93,5%", "hipertensi": "66,891%", "tbc": "255 orang", "akreditasi": "22 puskesmas", "rekam-medis": "28 November 2026"}


class Form:
    """A workbook, its cells found by what is written in them."""

    def __init__(self, path):
        self.path, self.book = path, openpyxl.load_workbook(path)

    def sheet(self, contract):
        return next(sheet for sheet in self.book if any(f" {contract} " in str(row[0].value) for row in sheet.iter_rows(max_col=1)))

    def cell(self, contract, row, heading):
        sheet = self.sheet(contract)
        at = next(cells[0].row for cells in sheet.iter_rows(max_col=1) if re.search(rf" {contract} (\S+ )?{row}( |$)", str(cells[0].value)))
        if row == "dilaporkan":
            return sheet.cell(at, 3)
        columns = [cell.column for cells in sheet.iter_rows() for cell in cells if cell.value == heading]
        return sheet.cell(at, columns[0])

    def put(self, contract, row, heading, value, number_format=None):
        cell = self.cell(contract, row, heading)
        cell.value = value
        if number_format:
            cell.number_format = number_format
        return cell

    def save(self, path):
        self.book.save(path)
        return path


def place(cell):
    return cell.parent.title, f"{get_column_letter(cell.column)}{cell.row}"


class Officer:
    def __init__(self, pantau, work, report):
        self.pantau, self.work, self.report, self.site = Path(pantau).absolute(), work, report, work / "situs"

    def run(self, *arguments, day=BACK):
        day = [] if day is None else ["--date", day]
        command = [self.pantau, *arguments, *day, "--lang", "id"]
        return subprocess.run(command, cwd=self.site, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)

    def answer(self, answer, *arguments):
        """Runs the program at a terminal and answers its question."""
        ours, its = pty.openpty()
        os.write(ours, f"{answer}\n".encode())
        command = [self.pantau, *arguments, "--date", BACK, "--lang", "id"]
        done = subprocess.run(command, cwd=self.site, stdin=its, capture_output=True, text=True, timeout=300)
        os.close(ours)
        os.close(its)
        return done

    def git(self, *arguments, day=BACK):
        moment = f"{day}T09:00:00+07:00"
        names = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "Kominfo"), ("EMAIL", "kominfo@example.go.id"), ("DATE", moment))}
        nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        return subprocess.run(["git", "-c", "commit.gpgsign=false", *arguments], cwd=self.site, env={**os.environ, **names, **nobody}, check=True, capture_output=True, text=True).stdout

    def content(self):
        folder = self.site / "content"
        return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}

    def expect(self, name, done, code, *texts):
        find = self.report.check(name)
        said = done.stdout + done.stderr
        if done.returncode != code:
            find("exit code", f"{done.returncode}, not {code}: {said[-600:]}")
        for text in texts:
            if text not in said:
                find("words", f"{text!r} is not said: {said[-600:]}")
        return find

    def begin(self):
        made = subprocess.run([self.pantau, "init", self.site, "--sample", "trenggalek", "--lang", "id"], capture_output=True, text=True, timeout=300)
        self.expect("init", made, 0)
        settings = self.site / "content/situs.yml"
        settings.write_text(settings.read_text() + f"catatan_sejak: {SENT}\n")
        commented = self.site / "content/hasil/2026/tw3/kepala-dinas-kesehatan.yml"
        text = commented.read_text().replace("    nilai: 6.4\n", "    nilai: 6.4   # dibacakan di rapat 9 Oktober\n")
        commented.write_text(text.replace("realisasi:\n", "\n# Angka dari bidang masing-masing.\nrealisasi:\n") + "# akhir berkas, tanpa baris baru")
        self.git("init", "-q", "-b", "main", day=SENT)
        self.commit("Situs contoh", SENT)

    def commit(self, message, day=BACK):
        self.git("add", "content", day=day)
        self.git("commit", "-q", "-m", message, day=day)

    def forms_out(self):
        self.expect("forms out", self.run("formulir", "--triwulan", QUARTER, day=SENT), 0, HEALTH, "15 formulir")
        for path in (self.site / "formulir").iterdir():
            find = self.report.check(f"form {path.name}")
            guide, *sheets, lists = openpyxl.load_workbook(path)
            if (guide.title, lists.title, lists.sheet_state) != ("Petunjuk", "Daftar", "hidden"):
                find("sheets", f"{guide.title}, {lists.title} ({lists.sheet_state})")
            for sheet in sheets:
                self.look_at(sheet, find)

    def look_at(self, sheet, find):
        """Locked but for the cells to fill, which say what they want; marks hidden; prints on A4 across."""
        if not sheet.protection.sheet or sheet.protection.password:
            find("protection", f"{sheet.title} is not locked, or with a password")
        if not sheet.column_dimensions["A"].hidden or not sheet.freeze_panes:
            find("view", f"{sheet.title}: marks can be seen, or nothing is frozen")
        page = sheet.page_setup
        if (page.orientation, int(page.paperSize), page.fitToHeight, sheet.sheet_properties.pageSetUpPr.fitToPage) != ("landscape", 9, 0, True):
            find("print", sheet.title)
        told = [str(rule.sqref) for rule in sheet.data_validations.dataValidation if rule.prompt]
        asked = {cell for rule in told for cell in rule.split()}
        unlocked = {cell.coordinate for cells in sheet.iter_rows() for cell in cells if not cell.protection.locked}
        # The second cell of the merged one for the day has no rule of its own.
        if unlocked - asked - {"D4"} or asked - unlocked:
            find("cells", f"{sheet.title}: {sorted(unlocked ^ asked)}")

    def filled(self, name):
        """Both forms with every mistake; where each should be told."""
        form, money, told = Form(self.site / "formulir" / HEALTH), Form(self.site / "formulir" / MONEY), []
        self.fill(form, {**RIGHT})

        def wrong(of, contract, row, heading, value, code, number_format=None):
            of.put(contract, row, heading, value, number_format)
            told.append((code, of is money, contract, row, heading))

        wrong(form, CONTRACT, "dilaporkan", None, "2027-02-31", "P122")
        wrong(form, CONTRACT, "odgj", VALUE, "3.000", "P110")
        wrong(form, CONTRACT, "hipertensi", VALUE, "enam puluh tujuh", "P114")
        wrong(form, CONTRACT, "akreditasi", REASON, "Survei bulan Mei.", "P509")
        wrong(form, CONTRACT, "tbc", VALUE, 2.55, "P513", "0.0%")
        wrong(form, CONTRACT, "stunting", VALUE, "belum ada", "P510")
        wrong(form, CONTRACT, "imunisasi", TARGET, "90%", "P520")
        wrong(form, CONTRACT, "posyandu", VALUE, None, "P521")
        ranked = next(str(row[0].value).split()[-1] for row in money.sheet(OTHER).iter_rows(max_col=1) if "opini" in str(row[0].value))
        wrong(money, OTHER, ranked, VALUE, "Wajar Saja", "P209")
        # Allowed: another name, a row of one's own between the others.
        sheet = form.sheet(CONTRACT)
        sheet.title = "Kadinkes"
        sheet.insert_rows(9)
        at = form.put(CONTRACT, "kematian-bayi", NOTE, "Dua sel yang digabung.").row
        sheet.merge_cells(f"J{at}:K{at}")
        places = []
        for code, is_money, contract, row, heading in told:
            cell = (money if is_money else form).cell(contract, row, heading)
            places.append((code, MONEY if is_money else HEALTH, *place(cell)))
        folder = self.work / name
        folder.mkdir()
        return [form.save(folder / HEALTH), money.save(folder / MONEY)], places

    def fill(self, form, values):
        form.put(CONTRACT, "dilaporkan", None, date(2027, 1, 8))
        for row, value in values.items():
            is_money = row in ("upaya-kesehatan", "sdm-kesehatan", "pemberdayaan")
            form.put(CONTRACT, row, ABSORBED if is_money else VALUE, value)

    def mistakes(self, name, files, places):
        before = self.content()
        done = self.run("import", *files)
        find = self.expect(f"mistakes {name}", done, 1, "Tidak ada yang ditulis")
        told = re.findall(r"\[(P\d+)\][^\n]*\n ╭▸ ([^,\n]+), lembar \"([^\"]*)\", sel (\w+)", done.stderr)
        told = {(code, Path(book).stem, sheet, cell) for code, book, sheet, cell in told}
        expected = {(code, Path(book).stem, sheet, cell) for code, book, sheet, cell in places}
        # The other form has no date and other rows that are empty; openpyxl computes no formula.
        besides = {problem for problem in told - expected if problem[0] not in ("P511", "P515", "P521")}
        if expected - told or besides:
            find("told", f"missing: {expected - told}; besides: {besides}")
        if self.content() != before:
            find("written", "something was written although there was an error")

    def unpublishable(self):
        """What may not stand on a page is found in the edited files, and told in the cells nevertheless, together with
        what is wrong in other cells."""
        form = Form(self.corrected("catatan"))
        places = []
        for row, note, code in (("stunting", "Lihat <b>rekap</b>", "P150"), ("tbc", "Petugas: NIP 198001012005011001", "P028")):
            places.append((code, HEALTH, *place(form.put(CONTRACT, row, NOTE, note))))
        places.append(("P110", HEALTH, *place(form.put(CONTRACT, "odgj", VALUE, "3.000"))))
        self.mistakes("(free text)", [form.save(self.work / "catatan" / HEALTH)], places)

    def doubtful(self):
        """A figure that hardly can be right is told in its cell, and hinders nothing."""
        form = Form(self.corrected("ragu"))
        sheet, cell = place(form.put(CONTRACT, "stunting", VALUE, 61))
        done = self.run("import", form.save(self.work / "ragu" / HEALTH), "--dry-run")
        self.expect("doubtful figure", done, 0, f'[P390]: 61 kira-kira', f'{HEALTH}, lembar "{sheet}", sel {cell}')

    def corrected(self, name, computed=71.9):
        form = Form(self.site / "formulir" / HEALTH)
        self.fill(form, {**RIGHT, "keterisian-tempat-tidur": computed})
        form.put(CONTRACT, "stunting", NOTE, " Pengukuran November: 95% balita. ")
        folder = self.work / name
        folder.mkdir()
        return form.save(folder / HEALTH)

    def take_over(self, file):
        before = self.content()
        self.expect("nobody to ask", self.run("import", file), 2, "--yes")
        preview = self.run("import", file, "--dry-run")
        self.expect("preview", preview, 0, "Prevalensi stunting", "6,1%", "→", "Capaian pejabat", "tidak ada yang ditulis")
        find = self.report.check("nothing written before it is agreed")
        if self.content() != before:
            find("written", "the preview has written")
        self.expect("declined", self.answer("t", "import", file), 1, "Tulis ke 1 berkas?", "Tidak ada yang ditulis.")
        if self.content() != before:
            find("written", "it was declined and yet written")
        self.expect("taken over", self.answer("ya", "import", file), 0, "1 berkas hasil ditulis")
        self.expect("taken over twice", self.run("import", file, "--yes"), 0, "Tidak ada perubahan")
        self.written(before)
        self.expect("check", self.run("check"), 0)
        self.commit("Hasil triwulan IV Dinas Kesehatan")

    def written(self, before):
        find = self.report.check("result file")
        after = self.content()
        name = "hasil/2026/tw4/kepala-dinas-kesehatan.yml"
        if {path for path in after if after[path] != before.get(path)} != {name} or before.keys() - after.keys():
            find("files", "another file was touched")
        text = after[name].decode()
        for row, value in WRITTEN.items():
            if f"  {row}:\n    nilai: {value}\n" not in text:
                find("value", f"{row} is not {value}: {text}")
        for line in ("dilaporkan: 2027-01-08\n", "      selesai: 2026-11-28\n", "  pemberdayaan: 2790125000\n", '    catatan: "Pengukuran November: 95% balita."\n'):
            if line not in text:
                find("line", f"{line!r}: {text}")

    def correct(self):
        """A figure of the quarter before is put right: the file keeps its comments, and the record knows why."""
        self.expect("forms of the quarter before", self.run("formulir", "--triwulan", "2026-tw3", "--out", "lama"), 0)
        path = self.site / "lama/dinas-kesehatan-2026-tw3.xlsx"
        self.expect("unchanged form", self.run("import", path, "--yes"), 0, "Tidak ada perubahan")
        form = Form(path)
        form.put(CONTRACT, "stunting", VALUE, 6.3)
        silent = form.save(self.work / "tanpa-alasan.xlsx")
        there = self.content()
        done = self.run("import", silent, "--yes")
        find = self.expect("a change without a reason", done, 1, "P536", "P529", "tercatat 6,4", "menjadi 6,3", "kolom Alasan perbaikan", "Tidak ada yang ditulis")
        if self.content() != there:
            find("written", "a figure was overwritten although no reason is given")
        form.put(CONTRACT, "stunting", "Alasan perbaikan", "Dua posyandu terhitung dua kali.")
        name = "hasil/2026/tw3/kepala-dinas-kesehatan.yml"
        before = self.content()[name].decode().splitlines(keepends=True)
        done = self.run("import", form.save(self.work / "perbaikan.xlsx"), "--yes")
        find = self.expect("correction", done, 0, "1 berkas hasil ditulis")
        if "P406" in done.stderr:
            find("record", "a declared change is told as an undeclared one")
        after = self.content()[name].decode().splitlines(keepends=True)
        changed = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
        expected = ["-     nilai: 6.4   # dibacakan di rapat 9 Oktober\n", "+     nilai: 6.3   # dibacakan di rapat 9 Oktober\n", "+     revisi:\n", f"+       - tanggal: {BACK}\n", "+         semula: 6.4\n", "+         alasan: Dua posyandu terhitung dua kali.\n"]
        if changed != expected:
            find("lines", "".join(changed))
        self.expect("check after the correction", self.run("check"), 0)
        self.commit("Perbaikan stunting triwulan III")

    def page(self):
        self.expect("build", self.run("build", "--out", "terbit"), 0)
        find = self.report.check("page")
        folder = self.site / "terbit/pejabat/ratna-kusumawati/2026"
        page = html.parse(folder / "index.html").getroot()
        for row, shown in SHOWN.items():
            section = page.get_element_by_id(f"kepala-dinas-kesehatan/{row}")
            if shown not in section.text_content().replace("\xa0", " "):
                find("figure", f"{row} does not show {shown}")
        facts = json.loads((folder / "index.json").read_text())
        told = {fact["indikator"]: fact["nilai"] for fact in facts["hasil"] if fact["triwulan"] == QUARTER}
        for row, value in WRITTEN.items():
            if Decimal(told[row]) != Decimal(value):
                find("facts", f"{row} is {told[row]}, not {value}")
        if [(fact["semula"], fact["jenis"]) for fact in facts["revisi"] if fact["indikator"] == "stunting"] != [("6.4", "revisi")]:
            find("revision", str(facts["revisi"]))
        changes = (self.site / "terbit/perubahan/index.html").read_text()
        if "Dua posyandu terhitung dua kali." not in changes:
            find("record", "the record does not tell why a figure was corrected")

    def office(self, files, places, right):
        """The same forms, saved by LibreOffice."""
        expected = self.run("import", right, "--dry-run").stdout
        for kind in ("xlsx", "ods"):
            saved = [self.saved(file, kind, f"salah-{kind}") for file in files]
            self.mistakes(f"({kind} by LibreOffice)", saved, places)
            computed = self.saved(self.corrected(f"rumus-{kind}", "=70+1.9"), kind, f"benar-{kind}")
            done = self.run("import", computed, "--dry-run")
            find = self.expect(f"right form ({kind} by LibreOffice)", done, 0, "71,9%")
            if done.stdout != expected:
                find("preview", "".join(difflib.unified_diff(expected.splitlines(True), done.stdout.splitlines(True))))

    def saved(self, file, kind, folder):
        folder = self.work / folder
        command = ["soffice", f"-env:UserInstallation=file://{self.work}/profile", "--headless", "--convert-to", kind, "--outdir", str(folder), str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return folder / f"{file.stem}.{kind}"


def main(pantau, work, *options):
    work = Path(work).absolute()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    report = Report("quarter")
    officer = Officer(pantau, work, report)
    officer.begin()
    officer.forms_out()
    files, places = officer.filled("salah")
    officer.mistakes("(openpyxl)", files, places)
    officer.unpublishable()
    officer.doubtful()
    right = officer.corrected("benar")
    if "--office" in options:
        officer.office(files, places, right)
    officer.take_over(right)
    officer.correct()
    officer.page()
    report.close()


main(*sys.argv[1:])
