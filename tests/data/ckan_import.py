"""What would CKAN make of data/dcat.jsonld? Its harvester's own parser says (ckanext-dcat, profile euro_dcat_ap_3).

    ckan_import.py DIR

One check per dataset. CKAN itself is not installed: it is a server with a database. Of it the parser asks for settings, which
are those of a new installation here, and for the list of licences that the site's operator offers, which is empty; anything
else that it might ask for fails the check.
"""

import importlib.abc
import importlib.machinery
import json
import re
import sys
import types

from published import Published
from report import Report

CATALOGUE = "data/dcat.jsonld"
PROFILE = "euro_dcat_ap_3"
# What CKAN demands of a tag (ckan.logic.validators: tag_length_validator, tag_name_validator).
TAG = re.compile(r"[\w \-.]{2,100}")


class Asked(Exception):
    """The parser asked CKAN for something that needs a running one."""


def unanswered(name):
    def ask(*_, **__):
        raise Asked(name)

    return ask


def action(name):
    """Only the extensions that are installed have any, and none are."""
    raise KeyError(name)


class Licences(dict):
    """Of a CKAN whose operator offers none."""


ANSWERS = {
    "config": {},
    "asbool": lambda value: str(value).lower() in ("true", "yes", "on", "1"),
    "get_action": action,
    "munge_tag": unanswered("munge_tag"),
    # Names of formats by media type: for display alone.
    "resource_formats": dict,
    "LicenseRegister": Licences,
    "_": lambda text: text,
}


class Stand(types.ModuleType):
    """A module of CKAN. Classes may be inherited from, functions may not be called."""

    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name in ANSWERS:
            return ANSWERS[name]
        return type(name, (Exception,), {}) if name[0].isupper() else Stand(f"{self.__name__}.{name}")

    def __call__(self, *_, **__):
        raise Asked(self.__name__)


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path, target=None):
        of_ckan = name.split(".")[0] in ("ckan", "ckantoolkit")
        return importlib.machinery.ModuleSpec(name, self, is_package=True) if of_ckan else None

    def create_module(self, spec):
        return Stand(spec.name)

    def exec_module(self, module):
        pass


sys.meta_path.insert(0, Finder())

from ckanext.dcat.exceptions import RDFParserException  # noqa: E402: it needs the finder
from ckanext.dcat.processors import RDFParser  # noqa: E402
from rdflib.namespace import DCAT, RDF  # noqa: E402


def check(dir):
    report = Report("ckan")
    site = Published(dir)
    if CATALOGUE not in site.files:
        return report
    find = report.check(CATALOGUE)
    parser = RDFParser(profiles=[PROFILE])
    try:
        json.loads(site.text(CATALOGUE))
        parser.parse(site.text(CATALOGUE), _format="json-ld")
        datasets = list(parser.datasets())
    except (ValueError, RDFParserException) as error:
        find("parse", str(error))
        return report
    except Asked as error:
        find("asked", f"for {error}")
        return report
    graph = parser.g
    stated = len(set(graph.subjects(RDF.type, DCAT.Dataset)))
    if len(datasets) != stated or stated == 0:
        find("datasets", f"{len(datasets)} of {stated}")
    resources = sum(len(dataset.get("resources", [])) for dataset in datasets)
    distributions = len(set(graph.subjects(RDF.type, DCAT.Distribution)))
    if resources != distributions:
        find("resources", f"{resources} of {distributions}")
    for dataset in datasets:
        check_dataset(site, dataset, report.check(dataset.get("title") or "a dataset"))
    return report


def check_dataset(site, dataset, find):
    extras = {extra["key"]: extra["value"] for extra in dataset.get("extras", [])}
    said = {"title": dataset.get("title"), "notes": dataset.get("notes"), **{key: extras.get(key) for key in ("uri", "modified", "publisher_name", "contact_name")}}
    for key, value in said.items():
        if not value:
            find("missing", f"CKAN gets no {key}")
    tags = [tag["name"] for tag in dataset.get("tags", [])]
    if not tags:
        find("missing", "CKAN gets no tags")
    for tag in tags:
        if not TAG.fullmatch(tag):
            find("tag", f"CKAN refuses {tag!r}")
    for resource in dataset.get("resources", []):
        url = resource.get("url") or ""
        if site.file_at(url) is None:
            find("dead-link", f"{resource.get('uri')}: {url}")
        for key in ("name", "license", "mimetype"):
            if not resource.get(key):
                find("missing", f"CKAN gets no {key} of {url}")


if __name__ == "__main__":
    check(sys.argv[1]).close()
