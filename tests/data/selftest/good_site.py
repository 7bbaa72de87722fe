"""A published site in small with everything that the scripts of tests/data look at, all of it good."""

import hashlib
import io
import json

import duckdb
import openpyxl

BASE = "https://contoh.example/kabupaten/"
TABLES = {
    "unit": (
        {"id": "VARCHAR", "nama": "VARCHAR"},
        [["dinas", "Dinas \"Satu\",\nContoh"], ["badan", "Badan é"]],
    ),
    "nilai": (
        {"unit": "VARCHAR", "triwulan": "INTEGER", "angka": "DECIMAL(18,3)", "pada": "DATE", "tepat": "BOOLEAN", "dicatat": "TIMESTAMP WITH TIME ZONE", "catatan": "VARCHAR"},
        [
            ["dinas", "1", "1.500", "2026-04-10", "true", "2026-04-10T02:30:00Z", None],
            ["dinas", "2", None, None, None, None, "belum, \"nanti\""],
            ["badan", "1", "-0.070", "2026-04-09", "false", "2026-04-09T02:30:00Z", "=1+1"],
        ],
    ),
}
TYPES = {"VARCHAR": "string", "INTEGER": "integer", "DECIMAL(18,3)": "number", "DATE": "date", "BOOLEAN": "boolean", "TIMESTAMP WITH TIME ZONE": "datetime"}
KEYS = {"unit": ["id"], "nilai": ["unit", "triwulan"]}


def good_site(folder):
    """The files by path; `folder` is for what only a program can write into."""
    files = {
        "manifest.json": json.dumps({"base_url": BASE}),
        "index.html": page('<link rel="alternate" type="application/json+oembed" href="%soembed.json">' % BASE),
        "sematkan/index.html": page(""),
        "feed.xml": ATOM,
        "feed.json": json.dumps(JSON_FEED),
        "oembed.json": json.dumps(OEMBED),
        "evaluasi.ics": ICS.replace("\n", "\r\n"),
    }
    files |= tables(folder)
    files["data/datapackage.json"] = json.dumps(package())
    files["data/dcat.jsonld"] = json.dumps(dcat(files["data/unit.csv"].encode()))
    return {path: data if isinstance(data, bytes) else data.encode() for path, data in files.items()}


def page(head):
    return f'<!doctype html><html lang="id"><head><meta charset="utf-8"><title>x</title>{head}</head><body><p>x</p></body></html>'


ATOM = f"""<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id"><title>Perubahan</title><id>tag:contoh.example,2026-01-05:/feed.xml</id>
<updated>2026-02-02T03:45:00Z</updated><author><name>Pemerintah</name></author><generator>pantau</generator>
<link href="{BASE}feed.xml" rel="self" type="application/atom+xml"/><link href="{BASE}" rel="alternate" type="text/html"/>
<entry><title>Satu</title><id>tag:contoh.example,2026-01-05:/satu</id><updated>2026-02-02T03:45:00Z</updated>
<link href="{BASE}#satu" rel="alternate" type="text/html"/><content type="html">&lt;p&gt;a &lt;a href="{BASE}"&gt;b&lt;/a&gt;&lt;/p&gt;</content></entry>
<entry><title>Dua</title><id>tag:contoh.example,2026-01-05:/dua</id><updated>2026-02-01T03:45:00Z</updated>
<link href="{BASE}#dua" rel="alternate" type="text/html"/><summary>c</summary></entry></feed>
"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Perubahan",
    "home_page_url": BASE,
    "feed_url": f"{BASE}feed.json",
    "language": "id",
    "authors": [{"name": "Pemerintah"}],
    "items": [
        {"id": "tag:contoh.example,2026-01-05:/satu", "url": f"{BASE}#satu", "title": "Satu", "content_html": "<p>a</p>", "date_modified": "2026-02-02T03:45:00Z"},
        {"id": "tag:contoh.example,2026-01-05:/dua", "url": f"{BASE}#dua", "title": "Dua", "content_text": "c", "date_modified": "2026-02-01T10:45:00+07:00"},
    ],
}
OEMBED = {
    "version": "1.0",
    "type": "rich",
    "title": "Kinerja",
    "provider_url": BASE,
    "html": f'<iframe src="{BASE}sematkan/" width="600" height="300" title="Kinerja"></iframe>',
    "width": 600,
    "height": 300,
}
ICS = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//contoh//ID
BEGIN:VEVENT
UID:satu@contoh.example
DTSTAMP:20261121T000000Z
DTSTART;VALUE=DATE:20270303
SUMMARY:Evaluasi\\, satu tahun
URL:{BASE}
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Evaluasi
TRIGGER:-P7D
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:dua@contoh.example
DTSTAMP:20261121T000000Z
DTSTART:20270403T020000Z
SUMMARY:Batas lapor
END:VEVENT
END:VCALENDAR
"""


def tables(folder):
    """Each table in all its forms, written by the libraries that also read them: what differs is put in by the faults."""
    files, whole, book = {}, {}, openpyxl.Workbook()
    book.remove(book.active)
    for name, (columns, rows) in TABLES.items():
        path = folder / f"{name}.parquet"
        with duckdb.connect() as connection:
            connection.execute(f"CREATE TABLE t ({', '.join(f'{column} {kind}' for column, kind in columns.items())})")
            connection.executemany(f"INSERT INTO t VALUES ({', '.join('?' for _ in columns)})", rows)
            connection.execute(f"COPY t TO '{path}' (FORMAT parquet)")
        files[f"data/{name}.parquet"] = path.read_bytes()
        typed = [[json_value(kind, cell) for kind, cell in zip(columns.values(), row)] for row in rows]
        whole[name] = [{column: cell for column, cell in zip(columns, row) if cell is not None} for row in typed]
        files[f"data/{name}.jsonl"] = "".join(json.dumps(record) + "\n" for record in whole[name])
        files[f"data/{name}.csv"] = csv_text([list(columns), *rows])
        sheet = book.create_sheet(name)
        for at, row in enumerate([list(columns), *typed], 1):
            for column, cell in enumerate(row, 1):
                place = sheet.cell(at, column, cell)
                if isinstance(cell, str):
                    place.data_type = "s"
    out = io.BytesIO()
    book.save(out)
    return files | {"data/pantau.xlsx": out.getvalue(), "data/pantau.json": json.dumps(whole)}


def json_value(kind, cell):
    if cell is None or kind not in ("INTEGER", "DECIMAL(18,3)", "BOOLEAN"):
        return cell
    return {"true": True, "false": False}[cell] if kind == "BOOLEAN" else float(cell) if "." in cell else int(cell)


def csv_text(rows):
    def cell(text):
        text = text or ""
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in '",\n') else text

    return "".join(",".join(cell(one) for one in row) + "\r\n" for row in rows)


def package():
    def resource(name, columns):
        schema = {"fields": [{"name": column, "type": TYPES[kind]} for column, kind in columns.items()], "primaryKey": KEYS[name], "missingValues": [""]}
        if name == "nilai":
            schema["foreignKeys"] = [{"fields": ["unit"], "reference": {"resource": "unit", "fields": ["id"]}}]
        return {"name": name, "path": f"{name}.csv", "type": "table", "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "schema": schema}

    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "kinerja",
        "title": "Kinerja",
        "description": "Kinerja pejabat.",
        "created": "2026-11-21T00:00:00Z",
        "licenses": [{"name": "CC-BY-4.0"}],
        "resources": [resource(name, columns) for name, (columns, _) in TABLES.items()],
    }


def dcat(csv_bytes):
    publisher = {"@id": f"{BASE}#pemerintah", "@type": "foaf:Agent", "foaf:name": "Pemerintah"}
    iri = lambda address: {"@id": address}
    day = lambda text: {"@value": text, "@type": "xsd:date"}
    return {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "vcard": "http://www.w3.org/2006/vcard/ns#",
            "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": f"{BASE}data/#katalog",
        "@type": "dcat:Catalog",
        "dct:title": "Data terbuka",
        "dct:description": "Semua data.",
        "dct:publisher": publisher,
        "dcat:dataset": {
            "@id": f"{BASE}data/#kinerja",
            "@type": "dcat:Dataset",
            "dct:title": "Kinerja",
            "dct:description": "Kinerja pejabat.",
            "dct:publisher": iri(f"{BASE}#pemerintah"),
            "dct:modified": day("2026-11-21"),
            "dcat:keyword": "kinerja",
            "dcat:contactPoint": {"@type": "vcard:Kind", "vcard:fn": "Bagian Organisasi", "vcard:hasEmail": iri("mailto:a@contoh.example")},
            "dct:temporal": {"@type": "dct:PeriodOfTime", "dcat:startDate": day("2026-01-01"), "dcat:endDate": day("2026-12-31")},
            "dcat:distribution": {
                "@id": f"{BASE}data/#unit-csv",
                "@type": "dcat:Distribution",
                "dct:title": "Unit (CSV)",
                "dcat:accessURL": iri(f"{BASE}data/unit.csv"),
                "dcat:downloadURL": iri(f"{BASE}data/unit.csv"),
                "dct:license": iri("https://creativecommons.org/licenses/by/4.0/"),
                "dcat:mediaType": iri("https://www.iana.org/assignments/media-types/text/csv"),
                "dcat:byteSize": {"@value": str(len(csv_bytes)), "@type": "xsd:nonNegativeInteger"},
                "spdx:checksum": {"@type": "spdx:Checksum", "spdx:algorithm": iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"), "spdx:checksumValue": hashlib.sha256(csv_bytes).hexdigest()},
            },
        },
    }
