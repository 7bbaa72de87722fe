"""Does each script of tests/data fail when it should? A good site must pass; each fault put into it must be caught by the
rule that is there for it.

    selftest/run.py
"""

import json
import re
import sys
import tempfile
from pathlib import Path

import openpyxl

sys.path[:0] = [str(Path(__file__).parents[1])]

import atom
import calendars
import ckan_import
import datapackage
import dcat
import json_feed
import oembed
import tables
from good_site import BASE, good_site
from report import Report

SCRIPTS = [atom, json_feed, oembed, calendars, datapackage, dcat, ckan_import, tables]


def edit(file, old, new):
    """Puts a fault into one file; it must really change it."""

    def fault(files):
        old_bytes, new_bytes = (text.encode() for text in (old, new))
        changed = files[file].replace(old_bytes, new_bytes, 1)
        assert changed != files[file], f"the fault changes nothing in {file}: {old}"
        files[file] = changed

    return fault


def remove(file):
    return lambda files: files.pop(file)


def changed_json(file, change):
    def fault(files):
        value = json.loads(files[file])
        change(value)
        files[file] = json.dumps(value).encode()

    return fault


def cell(sheet, place, value):
    """Another value in a cell of the workbook."""

    def fault(files):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "pantau.xlsx"
            path.write_bytes(files["data/pantau.xlsx"])
            book = openpyxl.load_workbook(path)
            book[sheet][place] = value
            book.save(path)
            files["data/pantau.xlsx"] = path.read_bytes()

    return fault


def resource(name, change):
    return changed_json("data/datapackage.json", lambda package: change(next(one for one in package["resources"] if one["name"] == name)))


FEED, JSON_FEED, OEMBED, ICS, PACKAGE, DCAT = "feed.xml", "feed.json", "oembed.json", "evaluasi.ics", "data/datapackage.json", "data/dcat.jsonld"
FAULTS = {
    atom: [
        ("saxerror", edit(FEED, "</feed>", "")),
        ("security-risk", edit(FEED, "<feed", "<!DOCTYPE feed [<!ENTITY x \"y\">]><feed")),
        ("grammar", edit(FEED, "<id>tag:contoh.example,2026-01-05:/feed.xml</id>", "")),
        ("grammar", edit(FEED, "<generator>", "<generator versi=\"1\">")),
        ("grammar", edit(FEED, "<title>Dua</title>", "<title>Dua</title><title>Dua</title>")),
        ("grammar", edit(FEED, "<author><name>Pemerintah</name></author>", "<author>Pemerintah</author>")),
        ("invalid-rfc3339-date", edit(FEED, "2026-02-01T03:45:00Z", "2026-02-01 03:45")),
        ("implausible-date", edit(FEED, "2026-02-01T03:45:00Z", "1926-02-01T03:45:00Z")),
        ("invalid-full-link", edit(FEED, "tag:contoh.example,2026-01-05:/dua", "dua")),
        ("invalid-full-link", edit(FEED, "tag:contoh.example,2026-01-05:/dua", "tag:contoh.example:/dua")),
        ("duplicate-entries", edit(FEED, "2026-01-05:/dua", "2026-01-05:/satu")),
        ("missing-self", edit(FEED, 'rel="self"', 'rel="related"')),
        ("self-doesnt-match-location", edit(FEED, f'{BASE}feed.xml" rel', f'{BASE}" rel')),
        ("duplicate-atom-link", edit(FEED, '<summary>', f'<link href="{BASE}" rel="alternate" type="text/html"/><summary>')),
        ("missing-alternate", edit(FEED, f'<link href="{BASE}#dua" rel="alternate"', f'<link href="{BASE}#dua" rel="related"')),
        ("unregistered-atom-link-rel", edit(FEED, f'<link href="{BASE}#dua" rel="alternate"', f'<link href="{BASE}" rel="x"/><link href="{BASE}#dua" rel="alternate"')),
        ("invalid-mime-type", edit(FEED, 'type="text/html"', 'type="html"')),
        ("dead-link", edit(FEED, f"{BASE}#dua", f"{BASE}tiada/")),
        ("dead-link", edit(FEED, f'a href="{BASE}"', f'a href="{BASE}tiada/"')),
        ("contains-rel-ref", edit(FEED, f'a href="{BASE}"', 'a href="/kabupaten/"')),
        ("security-risk", edit(FEED, "&lt;p&gt;a", "&lt;script&gt;1&lt;/script&gt;a")),
        ("contains-undeclared-html", edit(FEED, "<title>Dua", "<title>&lt;b&gt;Dua")),
        ("missing-author", edit(FEED, "<author><name>Pemerintah</name></author>", "")),
        ("missing-content-or-summary", edit(FEED, "<summary>c</summary>", "")),
        ("not-blank", edit(FEED, "<title>Dua</title>", "<title> </title>")),
        ("missing-lang", edit(FEED, ' xml:lang="id"', "")),
        ("updated", edit(FEED, "<updated>2026-02-02", "<updated>2026-02-03")),
        ("order", edit(FEED, "2026-02-01T03:45:00Z", "2026-02-02T03:46:00Z")),
    ],
    json_feed: [
        ("json", edit(JSON_FEED, "{", "{,")),
        ("schema", edit(JSON_FEED, "version/1.1", "version/1")),
        ("schema", changed_json(JSON_FEED, lambda feed: feed.pop("title"))),
        ("schema", changed_json(JSON_FEED, lambda feed: feed["items"][0].pop("content_html"))),
        ("schema", changed_json(JSON_FEED, lambda feed: feed["items"][0].update(id=1))),
        ("schema", changed_json(JSON_FEED, lambda feed: feed.update(author={"name": "x"}))),
        ("schema", edit(JSON_FEED, "2026-02-02T03:45:00Z", "2026-02-02")),
        ("schema", edit(JSON_FEED, f'"url": "{BASE}#dua"', '"url": "/#dua"')),
        ("duplicate", edit(JSON_FEED, "05:/dua", "05:/satu")),
        ("feed-url", edit(JSON_FEED, f"{BASE}feed.json", BASE)),
        ("missing-url", changed_json(JSON_FEED, lambda feed: feed["items"][0].pop("url"))),
        ("dead-link", edit(JSON_FEED, f"{BASE}#dua", f"{BASE}tiada/")),
        ("author", changed_json(JSON_FEED, lambda feed: feed.pop("authors"))),
        ("twin", edit(JSON_FEED, '"Dua"', '"Tiga"')),
        ("twin", changed_json(JSON_FEED, lambda feed: feed["items"].pop())),
        ("twin", remove(FEED)),
    ],
    oembed: [
        ("json", edit(OEMBED, "{", "{,")),
        ("schema", edit(OEMBED, '"rich"', '"kaya"')),
        ("schema", edit(OEMBED, '"1.0"', "1.0")),
        ("schema", changed_json(OEMBED, lambda response: response.pop("width"))),
        ("schema", changed_json(OEMBED, lambda response: response.update(thumbnail_url=BASE))),
        ("dead-link", edit(OEMBED, f"{BASE}sematkan/", f"{BASE}tiada/")),
        ("dead-link", edit(OEMBED, f'"{BASE}"', f'"{BASE}tiada/"')),
        ("html", edit(OEMBED, ' title=\\"Kinerja\\"', "")),
        ("html", edit(OEMBED, 'width=\\"600\\"', 'width=\\"500\\"')),
        ("html", edit(OEMBED, "</iframe>", "</iframe><script>1</script>")),
        ("discovery", edit("index.html", "oembed.json", "sematkan/")),
        ("discovery", edit("index.html", "json+oembed", "json")),
    ],
    calendars: [
        ("icalendar", edit(ICS, "END:VCALENDAR\r\n", "")),
        ("ical.js", edit(ICS, "BEGIN:VALARM", "BEGIN VALARM")),
        ("line-end", edit(ICS, "\r\n", "\n")),
        ("fold", edit(ICS, "Batas lapor", "Batas lapor " + "x" * 70)),
        ("required", edit(ICS, "PRODID:-//contoh//ID\r\n", "")),
        ("required", edit(ICS, "SUMMARY:Batas lapor\r\n", "")),
        ("required", edit(ICS, "DTSTART:20270403T020000Z\r\n", "")),
        ("icalendar", edit(ICS, "20270303", "20270230")),
        ("uid", edit(ICS, "dua@", "satu@")),
        ("uid", edit(ICS, "dua@contoh.example", "dua")),
        ("dead-link", edit(ICS, f"URL:{BASE}", f"URL:{BASE}tiada/")),
        ("alarm", edit(ICS, "TRIGGER:-P7D\r\n", "")),
        ("alarm", edit(ICS, "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Evaluasi\r\nTRIGGER:-P7D\r\nEND:VALARM\r\n", "")),
        # A zone that the calendar does not describe: one library knows it, the other does not.
        ("differs", edit(ICS, "DTSTART:20270403T020000Z", "DTSTART;TZID=Asia/Jakarta:20270403T090000")),
    ],
    datapackage: [
        ("json", edit(PACKAGE, "{", "{,")),
        ("descriptor", changed_json(PACKAGE, lambda package: package.pop("licenses"))),
        ("descriptor", edit(PACKAGE, "profiles/2.0", "profiles/1.0")),
        ("descriptor", resource("unit", lambda one: one["schema"].pop("primaryKey"))),
        ("descriptor", resource("nilai", lambda one: one["schema"].pop("foreignKeys"))),
        ("descriptor", remove("data/unit.csv")),
        ("primary-key", edit("data/nilai.csv", "dinas,2", "dinas,1")),
        ("foreign-key", edit("data/nilai.csv", "badan", "dinkes")),
        ("type-error", edit("data/nilai.csv", "1.500", "satu")),
        ("type-error", edit("data/nilai.csv", "2026-04-10,", "10/4/2026,")),
        ("incorrect-label", edit("data/nilai.csv", "angka", "jumlah")),
        ("extra-cell", edit("data/unit.csv", "Badan é", "Badan é,x")),
        ("constraint-error", resource("nilai", lambda one: one["schema"]["fields"][2].update(constraints={"minimum": "0"}))),
        ("hash-count", resource("unit", lambda one: one.update(hash="sha256:" + "0" * 64))),
        ("byte-count", resource("unit", lambda one: one.update(bytes=1))),
    ],
    dcat: [
        ("json", edit(DCAT, "{", "{,")),
        ("context", changed_json(DCAT, lambda graph: graph.update({"@context": "https://www.w3.org/ns/dcat.jsonld"}))),
        ("shape", changed_json(DCAT, lambda graph: graph.pop("dct:publisher"))),
        ("shape", changed_json(DCAT, lambda graph: graph.pop("dct:title"))),
        ("shape", changed_json(DCAT, lambda graph: graph["dcat:dataset"].pop("dct:description"))),
        ("shape", edit(DCAT, '"xsd:date"', '"xsd:string"')),
        ("shape", edit(DCAT, "mailto:a@", "a@")),
        ("shape", changed_json(DCAT, lambda graph: graph["dcat:dataset"]["dcat:distribution"].update({"dct:license": "CC-BY-4.0"}))),
        ("shape", edit(DCAT, "https://www.iana.org/assignments/media-types/text/csv", "https://contoh.example/text/csv")),
        ("class", edit(DCAT, '"dcat:Dataset"', '"dcat:Resource"')),
        ("term", edit(DCAT, '"dcat:keyword"', '"dcat:keywrod"')),
        ("size", changed_json(DCAT, lambda graph: graph["dcat:dataset"]["dcat:distribution"]["dcat:byteSize"].update({"@value": "1"}))),
        ("checksum", edit("data/unit.csv", "Badan", "Bagan")),
        ("dead-link", remove("data/unit.csv")),
    ],
    ckan_import: [
        ("parse", edit(DCAT, "{", "{,")),
        ("datasets", edit(DCAT, '"dcat:Dataset"', '"dcat:Resource"')),
        ("resources", edit(DCAT, '"dcat:distribution"', '"dct:relation"')),
        ("missing", changed_json(DCAT, lambda graph: graph["dcat:dataset"].pop("dct:description"))),
        ("missing", changed_json(DCAT, lambda graph: graph["dcat:dataset"].pop("dct:modified"))),
        ("missing", changed_json(DCAT, lambda graph: graph["dcat:dataset"].pop("dcat:keyword"))),
        ("missing", changed_json(DCAT, lambda graph: graph["dcat:dataset"]["dcat:distribution"].pop("dct:license"))),
        ("tag", edit(DCAT, '"dcat:keyword": "kinerja"', '"dcat:keyword": "kinerja: pejabat"')),
        ("dead-link", remove("data/unit.csv")),
    ],
    tables: [
        ("missing", remove("data/unit.jsonl")),
        ("missing", remove("data/pantau.json")),
        ("missing", remove("data/pantau.xlsx")),
        ("missing", changed_json("data/pantau.json", lambda whole: whole.pop("unit"))),
        ("differs", edit("data/unit.csv", "Badan é", "Badan e")),
        ("differs", edit("data/unit.csv", "badan,", "badan ,")),
        ("differs", edit("data/nilai.csv", "1.500", "1.501")),
        ("differs", edit("data/nilai.csv", "1.500", "1.5000000000000000000001")),
        ("differs", edit("data/nilai.csv", "2026-04-10,", "2026-04-11,")),
        ("differs", edit("data/nilai.csv", "T02:30:00Z", "T02:30:00+07:00")),
        ("differs", edit("data/nilai.csv", "true", "false")),
        ("differs", edit("data/nilai.csv", "dinas,2,,", "dinas,2,0,")),
        ("differs", edit("data/nilai.jsonl", "1.5", "1.51")),
        ("differs", changed_json("data/pantau.json", lambda whole: whole["nilai"][1].update(angka=0))),
        ("differs", cell("nilai", "C2", 1.51)),
        ("differs", cell("nilai", "G4", "2")),
        ("type", cell("nilai", "D2", "10 April 2026")),
        ("type", edit("data/nilai.csv", "true", "ya")),
        ("type", edit("data/nilai.csv", "1.500", '"1,500"')),
        ("columns", edit("data/unit.csv", "id,nama", "nama,id")),
        ("columns", edit("data/unit.jsonl", '"nama"', '"name"')),
        ("rows", edit("data/unit.jsonl", '{"id": "badan"', '{"id": "lain"}\n{"id": "badan"')),
        ("unreadable", edit("data/unit.jsonl", "{", "{,")),
    ],
}


def written(files, folder):
    for path, data in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    return folder


def main():
    report = Report("validators")
    with tempfile.TemporaryDirectory() as place:
        place = Path(place)
        good = good_site(place)
        site = written(good, place / "good")
        for script in SCRIPTS:
            find = report.check(f"{script.__name__}, good site")
            found = script.check(site)
            for name, rule, message in found.findings:
                find("surplus", f"{rule}, {name}: {message}")
            if not found.checks:
                find("missed", "looked at nothing")
        (place / "empty").mkdir()
        for script in SCRIPTS:
            find = report.check(f"{script.__name__}, nothing there")
            if script.check(place / "empty").checks:
                find("surplus", "looked at something")
        for script, faults in FAULTS.items():
            for number, (rule, fault) in enumerate(faults, 1):
                files = dict(good)
                fault(files)
                name = f"{script.__name__}, fault {number} ({rule})"
                find = report.check(name)
                found = script.check(written(files, place / re.sub(r"[^a-z0-9]+", "-", name)))
                if rule not in found.rules:
                    find("missed", f"found {found.findings[:2]}")
    report.close()


if __name__ == "__main__":
    main()
