"""Does the JSON beside a page alone rebuild every figure that the page shows?

    pages.py DIR

Reads `index.json` beside each page of an official's year, an OPD and a quarter, computes each
capaian again from the formula that it states, with exact fractions, and looks for every figure in
the page's HTML: by its anchor, and as the page rounds it. One check per page.
"""

import json
import re
import sys
from decimal import Decimal
from fractions import Fraction

from lxml import html

from published import Published
from report import Report
from tables import GUARD

MONTHS = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"]
QUARTERS = {"tw1": "TW I", "tw2": "TW II", "tw3": "TW III", "tw4": "TW IV"}
REPORTS = {"terlambat": "terlambat", "belum-jatuh-tempo": "belum jatuh tempo", "belum-tersedia": "belum tersedia"}
STATES = {
    "tercapai": "Tercapai",
    "tidak-tercapai": "Tidak tercapai",
    "sesuai-jalur": "Sesuai jalur",
    "di-bawah-jalur": "Di bawah jalur",
    "terlambat": "Terlambat",
    "belum-tersedia": "Belum tersedia",
    "belum-jatuh-tempo": "Belum jatuh tempo",
}


def check(dir):
    report = Report("pages")
    site = Published(dir)
    for file in site.named("index.json"):
        folder = file.removesuffix("index.json")
        find = report.check(folder)
        facts = json.loads(site.text(file), parse_float=Decimal, parse_int=Decimal)
        page = html.fromstring(site.bytes(f"{folder}index.html"))
        check_formulas(facts, find)
        kind = folder.split("/")[0]
        if kind == "pejabat" and re.fullmatch(r"pejabat/[^/]+/\d{4}/", folder):
            check_year(facts, page, find)
        elif kind == "opd":
            check_opd(facts, page, find)
        elif kind == "triwulan":
            check_quarter(facts, page, find)
        check_csv(site, folder, facts, find)
    return report


def check_formulas(facts, find):
    """The formula with its numbers gives the capaian, uncapped, and that the decimal beside it."""
    for row in facts["indikator"] + facts["hasil"]:
        if row["capaian_pecahan"] is None:
            continue
        exact = Fraction(row["capaian_pecahan"])
        if max(Fraction(0), computed(row["perhitungan"])) != exact:
            find("formula", f"{row['perhitungan']} is not {exact}")
        if rounded(exact, 10) != row["capaian"]:
            find("capaian", f"{row['capaian']} is not {exact}")


def computed(formula):
    exact = re.sub(r"\d+(\.\d+)?", lambda number: f"Fraction('{number.group()}')", formula)
    return Fraction(eval(exact, {"__builtins__": {}, "Fraction": Fraction}))


def check_year(facts, page, find):
    indicators = {(row["kontrak"], row["id"]): row for row in facts["indikator"]}
    for row in facts["hasil"]:
        anchor = f"{stem(row['kontrak'])}/{row['indikator']}/{row['triwulan'].split('-')[1]}"
        place, indicator = by_id(page, anchor), indicators.get((row["kontrak"], row["indikator"]))
        if place is None or indicator is None:
            find("missing-row" if place is None else "missing-indicator", anchor)
            continue
        check_result(row, indicator, place, anchor, find)
    for row in facts["indikator"]:
        check_indicator(row, page, find)
    for row in facts["kontrak"]:
        check_contract(row, page, find)


def check_result(row, indicator, place, anchor, find):
    cells = [text(cell) for cell in place.iter("td")]
    target, actual, capaian = cells[0], cells[1], cells[-1]
    if row["target"] is not None and not says(target, row["target"], indicator):
        find("target", f"{anchor}: {target!r} is not {row['target']}")
    if row["nilai"] is not None and not says(actual, row["nilai"], indicator):
        find("actual", f"{anchor}: {actual!r} is not {row['nilai']}")
    if row["laporan"] in REPORTS and REPORTS[row["laporan"]] not in actual.lower():
        find("actual", f"{anchor}: {actual!r} is not {row['laporan']}")
    if row["capaian_pecahan"] is not None and not has_number(capaian, Fraction(row["capaian_pecahan"])):
        find("capaian", f"{anchor}: {capaian!r} is not {row['capaian']}")


def check_indicator(row, page, find):
    anchor = f"{stem(row['kontrak'])}/{row['id']}"
    place = by_id(page, anchor)
    if place is None:
        return find("missing-indicator", anchor)
    states, sums, sums_of = (" ".join(text(part) for part in place.find_class(name)) for name in ["tags", "sum", "calc"])
    if row["keadaan"] in STATES and STATES[row["keadaan"]] not in states:
        find("state", f"{anchor}: {states!r} is not {row['keadaan']}")
    facts = " ".join(text(part) for part in place.find_class("facts"))
    if not says(sums, row["target"], row) and not says(facts, row["target"], row):
        find("target", f"{anchor}: {row['target']} stands nowhere")
    for key in ["realisasi", "target_sampai_kini"]:
        if row[key] is not None and row["keadaan"] in STATES and not says(f"{sums} {sums_of}", row[key], row):
            find(key, f"{anchor}: {row[key]} is not in {sums!r}")
    if row["capaian_pecahan"] is not None and row["keadaan"] in STATES:
        if not has_number(sums_of, Fraction(row["capaian_pecahan"])):
            find("capaian", f"{anchor}: {row['capaian']} is not in {sums_of!r}")
        if row["kategori"] is not None and row["kategori"] not in sums_of:
            find("category", f"{anchor}: {row['kategori']} is not in {sums_of!r}")
    return None


def check_contract(row, page, find):
    place = by_id(page, stem(row["id"]))
    if place is None:
        return find("missing-contract", row["id"])
    verdicts = [text(part) for part in place.find_class("verdict")]
    verdict = verdicts[0] if verdicts else ""
    if row["capaian_pecahan"] is not None and not has_number(verdict, Fraction(row["capaian_pecahan"])):
        find("overall", f"{row['id']}: {row['capaian']} is not in {verdict!r}")
    if row["kategori"] is not None and row["kategori"] not in verdict:
        find("category", f"{row['id']}: {row['kategori']} is not in {verdict!r}")
    kept, due = row["tercapai"] + row["sesuai_jalur"], row["komitmen"] - row["belum_jatuh_tempo"]
    big = [re.findall(r"\d+", text(part)) for part in place.find_class("big")]
    if due and [str(kept), str(due)] not in big:
        find("counts", f"{row['id']}: {kept} of {due} is not {big}")
    return None


def check_opd(facts, page, find):
    """Each commitment of the year that the page shows stands in its table with state and capaian."""
    table = page.get_element_by_id("komitmen", None)
    rows = {} if table is None else {link.get("href").split("#")[1]: row for row in table.iter("tr") for link in row.iter("a")}
    year = max((row["tahun"] for row in facts["kontrak"]), default=None)
    shown = 0
    for row in facts["indikator"]:
        place = rows.get(f"{stem(row['kontrak'])}/{row['id']}")
        if place is None or not row["kontrak"].startswith(f"{year}/"):
            continue
        shown += 1
        words = text(place)
        if STATES.get(row["keadaan"], "") not in words:
            find("state", f"{row['id']}: {words!r} is not {row['keadaan']}")
        if row["capaian_pecahan"] is not None and not has_number(words, Fraction(row["capaian_pecahan"])):
            find("capaian", f"{row['id']}: {row['capaian']} is not in {words!r}")
    if shown < len(rows):
        find("missing", f"{len(rows)} commitments on the page, {shown} in the JSON")


def check_quarter(facts, page, find):
    people = {row["id"]: row["pejabat"] for row in facts["kontrak"]}
    rows = {}
    for row in page.iter("li"):
        for link in row.iter("a"):
            found = re.search(r"/pejabat/([^/]+)/", link.get("href", ""))
            if found:
                rows.setdefault(found.group(1), []).append(text(row))
    for row in facts["laporan"]:
        words = rows.get(people[row["kontrak"]])
        if words is None and row["laporan"] in ["dilaporkan", "terlambat"]:
            find("missing", row["kontrak"])
        elif words and row["capaian_pecahan"] is not None and row["laporan"] == "dilaporkan":
            exact = Fraction(row["capaian_pecahan"])
            if not any(has_number(line, exact) for line in words):
                find("capaian", f"{row['kontrak']}: {row['capaian']} is not in {words!r}")


def check_csv(site, folder, facts, find):
    """`indikator.csv` has the same quarters."""
    import csv
    import io

    rows = list(csv.DictReader(io.StringIO(site.bytes(f"{folder}indikator.csv").decode("utf-8"), newline="")))
    if len(rows) != len(facts["hasil"]):
        find("csv", f"{len(rows)} rows, {len(facts['hasil'])} results")
    for row, result in zip(rows, facts["hasil"]):
        for key in ["kontrak", "indikator", "triwulan", "laporan", "target", "nilai", "capaian", "perhitungan"]:
            value = "" if result[key] is None else str(result[key])
            if GUARD.sub(r"\1", row[key]) != value:
                find("csv", f"{key}: {row[key]} is not {value}")


def stem(contract):
    return contract.split("/", 1)[1]


def by_id(page, name):
    found = page.xpath("//*[@id=$name]", name=name)
    return found[0] if found else None


def text(element):
    return " ".join(element.text_content().split())


def says(words, value, indicator):
    """Whether a page's words say a value as tables have it."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        year, month, day = value.split("-")
        return f"{int(day)} {MONTHS[int(month) - 1]} {year}" in words
    if value in ["belum", "selesai"]:
        return value in words.lower()
    if indicator["arah"] == "predikat":
        return value in words
    return all(has_number(words, Fraction(part)) for part in value.split(".."))


def has_number(words, exact):
    """Whether a number stands there that is `exact`, rounded to the decimals that it shows."""
    for number in re.findall(r"[-−]?\d[\d.]*(?:,\d+)?", words):
        plain = number.replace("−", "-").rstrip(".").replace(".", "").replace(",", ".")
        decimals = len(plain.partition(".")[2])
        if rounded(exact, decimals) == Decimal(plain):
            return True
    return False


def rounded(exact, decimals):
    """Half away from zero."""
    shifted = abs(exact) * 10**decimals
    units = (2 * shifted.numerator + shifted.denominator) // (2 * shifted.denominator)
    return Decimal(units if exact >= 0 else -units).scaleb(-decimals)


if __name__ == "__main__":
    check(sys.argv[1]).close()
