"""Do CSV, JSON, JSON Lines, Parquet and the workbook say the same, cell by cell?

    tables.py DIR

One check per table: data/<table>.csv, .jsonl and .parquet, the sheet <table> of data/pantau.xlsx and the key <table> of
data/pantau.json, each read by a library that has nothing to do with the one that wrote it: csv and json of Python, DuckDB,
openpyxl. Types are those of the Parquet file; numbers are compared as exact decimals, days and moments by what they are,
texts character by character. An empty cell, `null`, and a key that is not there are all missing.
"""

import csv
import io
import json
import re
import sys
from datetime import date, datetime, time, timezone
from decimal import Decimal, InvalidOperation

import duckdb
import openpyxl

from published import Published
from report import Report

WHOLE = "data/pantau.json"
WORKBOOK = "data/pantau.xlsx"
SUFFIXES = (".csv", ".jsonl", ".parquet")


class Unreadable(Exception):
    """A cell that is not what its column's type says."""


def check(dir):
    report = Report("tables")
    site = Published(dir)
    tables = sorted({file[len("data/"):-len(suffix)] for file in site.files for suffix in SUFFIXES if is_table(file, suffix)})
    if not tables:
        return report
    whole, sheets = read_whole(site, report), read_workbook(site, report)
    for table in tables:
        check_table(site, table, whole, sheets, report.check(table))
    return report


def is_table(file, suffix):
    return file.startswith("data/") and file.endswith(suffix) and "/" not in file[len("data/"):]


def read_whole(site, report):
    if WHOLE not in site.files:
        report.check(WHOLE)("missing", "is not there")
        return {}
    return json.loads(site.text(WHOLE), parse_float=Decimal, parse_int=Decimal)


def read_workbook(site, report):
    if WORKBOOK not in site.files:
        report.check(WORKBOOK)("missing", "is not there")
        return {}
    book = openpyxl.load_workbook(site.root / WORKBOOK, read_only=True, data_only=False)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book.worksheets}


def check_table(site, table, whole, sheets, find):
    for suffix in SUFFIXES:
        if f"data/{table}{suffix}" not in site.files:
            return find("missing", f"data/{table}{suffix}")
    columns, kinds, expected = read_parquet(site.root / "data" / f"{table}.parquet")
    if not columns:
        return find("empty", "has no column")
    others = {
        "csv": lambda: read_csv(site.text(f"data/{table}.csv")),
        "jsonl": lambda: records([json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in site.text(f"data/{table}.jsonl").splitlines()], columns),
        "json": lambda: records(whole[table], columns),
        "xlsx": lambda: read_sheet(sheets[table]),
    }
    for name, read in others.items():
        try:
            names, rows = read()
        except KeyError:
            find("missing", f"no {table} in the {name}")
            continue
        except (ValueError, TypeError, AttributeError) as error:
            find("unreadable", f"{name}: {error}")
            continue
        compare(name, (columns, kinds, expected), (names, rows), find)
    return None


def compare(name, of_parquet, other, find):
    (columns, kinds, expected), (names, rows) = of_parquet, other
    if names != columns:
        return find("columns", f"{name}: {names}, Parquet {columns}")
    if len(rows) != len(expected):
        return find("rows", f"{name}: {len(rows)}, Parquet {len(expected)}")
    for number, (row, wanted) in enumerate(zip(rows, expected), 1):
        if len(row) != len(columns):
            find("rows", f"{name}, row {number}: {len(row)} cells")
            continue
        for column, kind, cell, value in zip(columns, kinds, row, wanted):
            try:
                cell = plain(cell, kind)
            except Unreadable as error:
                find("type", f"{name}, row {number}, {column}: {error}")
                continue
            if cell != value:
                find("differs", f"{name}, row {number}, {column}: {cell!r}, Parquet {value!r}")
    return None


def read_parquet(path):
    with duckdb.connect() as connection:
        # Moments come in this zone.
        connection.execute("SET TimeZone = 'UTC'")
        relation = connection.from_parquet(str(path))
        columns, kinds = relation.columns, [kind(str(type)) for type in relation.types]
        rows = [[plain(cell, of) for cell, of in zip(row, kinds)] for row in relation.fetchall()]
    return columns, kinds, rows


def kind(type):
    if type.startswith(("DECIMAL", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT")):
        return "number"
    kinds = {"VARCHAR": "text", "DATE": "day", "BOOLEAN": "boolean", "TIMESTAMP": "moment", "TIMESTAMP WITH TIME ZONE": "moment", "DOUBLE": "binary"}
    return kinds.get(type, type)


# An apostrophe that keeps a spreadsheet from computing a text, wherever it may see a cell begin.
GUARD = re.compile(r"((?:^|[;\t\r\n])[ \"\u00a0]*)'(?='*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])")


def read_csv(text):
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))
    return rows[0], [[GUARD.sub(r"\1", cell) for cell in row] for row in rows[1:]]


def read_sheet(rows):
    return [str(cell) for cell in rows[0]], rows[1:]


def records(rows, columns):
    """Rows in the order of `columns`; a key that is no column makes itself one."""
    extra = sorted({key for row in rows for key in row} - set(columns))
    return [*columns, *extra], [[row.get(column) for column in [*columns, *extra]] for row in rows]


def plain(cell, kind):
    """A cell as the type of its column has it, whichever file it stands in."""
    if cell is None or cell == "":
        return None
    read = {"number": number, "day": day, "boolean": boolean, "moment": moment, "text": text, "binary": binary}.get(kind)
    if read is None:
        raise Unreadable(f"nobody said how to compare {kind}")
    return read(cell)


def number(cell):
    if isinstance(cell, bool):
        raise Unreadable(f"{cell!r} is no number")
    # A workbook keeps the decimal text of a number; the shortest text of what it is read as is that text again.
    try:
        value = Decimal(repr(cell) if isinstance(cell, float) else cell)
    except (InvalidOperation, TypeError, ValueError):
        raise Unreadable(f"{cell!r} is no number") from None
    return value.normalize() if value else Decimal(0)


def binary(cell):
    raise Unreadable("binary fractions are not exact")


def day(cell):
    if isinstance(cell, datetime):
        if cell.time() != time():
            raise Unreadable(f"{cell!r} is no day")
        return cell.date()
    if isinstance(cell, date):
        return cell
    try:
        return date.fromisoformat(cell)
    except (TypeError, ValueError):
        raise Unreadable(f"{cell!r} is no day") from None


def moment(cell):
    try:
        value = cell if isinstance(cell, datetime) else datetime.fromisoformat(cell.replace("Z", "+00:00"))
    except (AttributeError, TypeError, ValueError):
        raise Unreadable(f"{cell!r} is no moment") from None
    return value.astimezone(timezone.utc) if value.tzinfo else value.replace(tzinfo=timezone.utc)


def boolean(cell):
    words = {"true": True, "false": False}
    if isinstance(cell, bool) or str(cell).lower() in words:
        return cell if isinstance(cell, bool) else words[str(cell).lower()]
    raise Unreadable(f"{cell!r} is neither true nor false")


def text(cell):
    if not isinstance(cell, str):
        raise Unreadable(f"{cell!r} is no text")
    return cell


if __name__ == "__main__":
    check(sys.argv[1]).close()
