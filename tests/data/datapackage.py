"""Does frictionless find data/datapackage.json and its tables valid: descriptor, types, constraints, keys?

    datapackage.py DIR

One check for the descriptor, one per resource. frictionless 5.20 and newer know version 2 of the standard
(https://datapackage.org/); it holds rows against `schema.primaryKey` (primary-key) and `foreignKeys` (foreign-key), and a
file against `bytes` and `hash`.
"""

import json
import sys

from frictionless import FrictionlessException, Package, system

from published import Published
from report import Report

PACKAGE = "data/datapackage.json"
VERSION = "https://datapackage.org/profiles/2."
# What the standard has a package of tables say (SHOULD), and whoever publishes it must.
EXPECTED = ("$schema", "name", "title", "description", "licenses", "created", "resources")


def check(dir):
    report = Report("datapackage")
    site = Published(dir)
    if PACKAGE not in site.files:
        return report
    find = report.check(PACKAGE)
    try:
        descriptor = json.loads(site.text(PACKAGE))
    except ValueError as error:
        find("json", str(error))
        return report
    check_descriptor(site, descriptor, find)
    # Each resource has its check, whether frictionless gets to it or not.
    finders = {resource.get("name"): report.check(f"{resource.get('name')}") for resource in descriptor.get("resources", [])}
    try:
        with system.use_context(trusted=False):
            outcome = Package.from_descriptor(str(site.root / PACKAGE)).validate()
    except FrictionlessException as error:
        for one in error.reasons or [error.error]:
            find(one.type, one.message)
        return report
    for error in outcome.errors:
        find(error.type, error.message)
    seen = set()
    for task in outcome.tasks:
        seen.add(task.name)
        for error in task.errors:
            finders.get(task.name, find)(error.type, error.message)
        for warning in task.warnings:
            finders.get(task.name, find)("warning", warning)
        if task.type == "table" and not task.errors and not task.stats.get("fields"):
            finders.get(task.name, find)("not-read", "no field was read")
    for name in finders.keys() - seen:
        finders[name]("not-read", "frictionless did not look at it")
    return report


def check_descriptor(site, descriptor, find):
    for key in EXPECTED:
        if not descriptor.get(key):
            find("descriptor", f"{key} is missing")
    if not str(descriptor.get("$schema")).startswith(VERSION):
        find("descriptor", f"$schema {descriptor.get('$schema')} is not of version 2")
    names = set()
    for resource in descriptor.get("resources", []):
        name = resource.get("name")
        if name in names:
            find("descriptor", f"two resources are called {name}")
        names.add(name)
        paths = resource.get("path")
        for path in paths if isinstance(paths, list) else [paths]:
            if path is None or f"data/{path}" not in site.files:
                find("descriptor", f"{name}: {path} is not beside it")
        if str(paths).endswith(".csv") and not (resource.get("schema") or {}).get("primaryKey"):
            find("descriptor", f"{name}: its schema has no primaryKey")
    if not any((resource.get("schema") or {}).get("foreignKeys") for resource in descriptor.get("resources", [])):
        find("descriptor", "no table names another (foreignKeys)")


if __name__ == "__main__":
    check(sys.argv[1]).close()
