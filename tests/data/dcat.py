"""Is data/dcat.jsonld a catalogue by DCAT 3, and are the files that it names those that are there?

    dcat.py DIR

One check for the graph as a whole (schemas/dcat.ttl, by pySHACL), one per distribution.
"""

import hashlib
import json
import sys
from pathlib import Path

import pyshacl
import rdflib
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SH

from published import Published
from report import Report

CATALOGUE = "data/dcat.jsonld"
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
VCARD = rdflib.Namespace("http://www.w3.org/2006/vcard/ns#")
# Terms of DCAT 3 that rdflib's list, which is of version 2, lacks.
NEW = {
    rdflib.URIRef(f"{DCAT}{name}")
    for name in ("DatasetSeries", "first", "hasCurrentVersion", "hasVersion", "inSeries", "isVersionOf", "last", "prev", "previousVersion", "resource", "version")
}
SHAPES = Path(__file__).with_name("schemas") / "dcat.ttl"


def check(dir):
    report = Report("dcat")
    site = Published(dir)
    if CATALOGUE not in site.files:
        return report
    find = report.check(CATALOGUE)
    graph = read(site, find)
    if graph is None:
        return report
    for kind in (DCAT.Catalog, DCAT.Dataset, DCAT.Distribution):
        if not list(graph.subjects(RDF.type, kind)):
            find("class", f"no {kind}")
    check_terms(graph, find)
    # An organisation is an agent, a vcard:Organization a kind: what the vocabularies say of the classes.
    known = rdflib.Graph()
    known.add((FOAF.Organization, rdflib.RDFS.subClassOf, FOAF.Agent))
    known.add((VCARD.Organization, rdflib.RDFS.subClassOf, VCARD.Kind))
    conforms, results, _ = pyshacl.validate(graph, shacl_graph=str(SHAPES), ont_graph=known, inference="none", advanced=False)
    if not conforms:
        for result in results.subjects(RDF.type, SH.ValidationResult):
            parts = [results.value(result, key) for key in (SH.focusNode, SH.resultPath, SH.resultMessage, SH.value)]
            find("shape", " ".join(str(part) for part in parts if part is not None)[:300])
    for distribution in sorted(graph.subjects(RDF.type, DCAT.Distribution), key=str):
        check_distribution(site, graph, distribution, report)
    return report


def read(site, find):
    """Nothing is fetched: a context that stands elsewhere is a fault."""
    try:
        document = json.loads(site.text(CATALOGUE))
    except ValueError as error:
        return find("json", str(error))
    contexts = [value for value in walk(document) if isinstance(value, str)]
    if contexts:
        return find("context", f"stands elsewhere: {contexts[0]}")
    graph = rdflib.Graph()
    try:
        graph.parse(data=site.text(CATALOGUE), format="json-ld", publicID=site.base)
    except Exception as error:  # rdflib names no class of its own for what it can't read
        return find("rdf", f"{type(error).__name__}: {error}")
    return graph


def walk(value):
    """Every context of a document, and those within a list of them."""
    if isinstance(value, list):
        for one in value:
            yield from walk(one)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key == "@context":
                yield from inner if isinstance(inner, list) else [inner]
            else:
                yield from walk(inner)


def check_terms(graph, find):
    """A term that its vocabulary does not have is a slip of the pen. rdflib has the lists of these."""
    for term in {*graph.predicates(), *graph.objects(None, RDF.type)}:
        for vocabulary in (DCAT, DCTERMS, FOAF):
            if str(term).startswith(str(vocabulary)) and term not in vocabulary and term not in NEW:
                find("term", f"{term} is not in its vocabulary")
    for node in graph.subjects():
        if isinstance(node, rdflib.URIRef) and not str(node).startswith(("http://", "https://", "mailto:")):
            find("name", f"{node} is no address")


def check_distribution(site, graph, distribution, report):
    url = graph.value(distribution, DCAT.downloadURL) or graph.value(distribution, DCAT.accessURL)
    find = report.check(str(url))
    if url is None or not site.is_own(str(url)):
        return find("address", f"{url} is not of the site")
    file = site.file_at(str(url))
    if file is None:
        return find("dead-link", str(url))
    data = site.bytes(file)
    size = graph.value(distribution, DCAT.byteSize)
    if size is not None and int(size) != len(data):
        find("size", f"{size}, found {len(data)}")
    checksum = graph.value(distribution, SPDX.checksum)
    if checksum is not None:
        algorithm = str(graph.value(checksum, SPDX.algorithm)).rsplit("_", 1)[-1]
        found = hashlib.new(algorithm, data).hexdigest()
        if str(graph.value(checksum, SPDX.checksumValue)) != found:
            find("checksum", f"{algorithm} is {found}")
    return None


if __name__ == "__main__":
    check(sys.argv[1]).close()
