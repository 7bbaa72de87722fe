"""Is every feed.xml an Atom feed (RFC 4287) that W3C's feed validator would have nothing to say of?

    atom.py DIR

One check per feed. The grammar stands in schemas/atom.rng. What it can't say is here; the names of rules are those of the
messages of the feed validator (https://validator.w3.org/feed/docs/), which is in no package, in small letters.
"""

import re
import sys
from pathlib import Path

from lxml import etree, html

import forms
from published import Published
from report import Report

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# The registry of link relations (RFC 8288) as far as feeds use it.
RELATIONS = {"alternate", "self", "related", "enclosure", "via", "license", "next", "previous", "first", "last", "next-archive", "prev-archive", "current", "hub", "edit", "replies", "up"}
RUNS = {"script", "style", "iframe", "object", "embed", "form", "meta", "base", "link"}
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("schemas") / "atom.rng"))


def check(dir):
    report = Report("atom")
    site = Published(dir)
    for file in site.named("feed.xml"):
        check_feed(site, file, report.check(file))
    return report


def check_feed(site, file, find):
    try:
        root = etree.fromstring(site.bytes(file), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return find("saxerror", str(error))
    if root.getroottree().docinfo.internalDTD is not None:
        find("security-risk", "has a document type")
    if not GRAMMAR.validate(root):
        for error in list(GRAMMAR.error_log)[:3]:
            find("grammar", f"line {error.line}: {error.message}")
    entries = root.findall(f"{ATOM}entry")
    for element in root.iter(f"{ATOM}updated", f"{ATOM}published"):
        at = forms.moment(element.text)
        if at is None:
            find("invalid-rfc3339-date", f"{element.text}")
        elif not 1970 <= at.year < 2100:
            find("implausible-date", element.text)
    check_ids(root, entries, find)
    check_links(site, file, root, find)
    check_updated(root, entries, find)
    for text in root.iter(f"{ATOM}title", f"{ATOM}subtitle", f"{ATOM}summary", f"{ATOM}rights", f"{ATOM}content"):
        check_text(site, text, find)
    if root.find(f"{ATOM}title") is not None and not (root.findtext(f"{ATOM}title") or "").strip():
        find("not-blank", "the feed's title is empty")
    if not forms.LANGUAGE.fullmatch(root.get(LANG, "")):
        find("missing-lang", "the feed names no language")
    for entry in entries:
        check_entry(root, entry, find)
    return None


def check_ids(root, entries, find):
    seen = set()
    for element in root.iter(f"{ATOM}id"):
        if not forms.is_absolute(element.text or ""):
            find("invalid-full-link", f"id {element.text}")
    for entry in entries:
        name = entry.findtext(f"{ATOM}id")
        if name in seen:
            find("duplicate-entries", f"{name}")
        seen.add(name)
    if root.findtext(f"{ATOM}id") in seen:
        find("duplicate-entries", "an entry has the id of the feed")


def check_links(site, file, root, find):
    own = [link.get("href") for link in root.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if len(own) != 1:
        find("missing-self", f"{len(own)} links to itself")
    elif site.file_at(own[0]) != file:
        find("self-doesnt-match-location", own[0])
    for parent in [root, *root.findall(f"{ATOM}entry")]:
        alternates = [(link.get("type"), link.get("hreflang")) for link in parent.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        if len(alternates) != len(set(alternates)):
            find("duplicate-atom-link", f"{alternates}")
        if not alternates:
            find("missing-alternate", f"{parent.findtext(f'{ATOM}id')}")
    for link in root.iter(f"{ATOM}link"):
        href, rel, kind = link.get("href", ""), link.get("rel", "alternate"), link.get("type")
        if not forms.is_absolute(href):
            find("invalid-full-link", href)
        elif site.is_own(href) and site.file_at(href) is None:
            find("dead-link", href)
        if rel not in RELATIONS and not forms.is_absolute(rel):
            find("unregistered-atom-link-rel", rel)
        if kind is not None and not forms.MEDIA_TYPE.fullmatch(kind):
            find("invalid-mime-type", kind)
        if link.get("hreflang") is not None and not forms.LANGUAGE.fullmatch(link.get("hreflang")):
            find("invalid-lang", link.get("hreflang"))


def check_updated(root, entries, find):
    """Readers order by it; the feed's own is that of its latest entry."""
    moments = [forms.moment(entry.findtext(f"{ATOM}updated")) for entry in entries]
    of_feed = forms.moment(root.findtext(f"{ATOM}updated"))
    if of_feed is None or None in moments:
        return
    if moments and max(moments) != of_feed:
        find("updated", f"the feed {of_feed}, its latest entry {max(moments)}")
    if moments != sorted(moments, reverse=True):
        find("order", "a later entry stands after an earlier one")


def check_text(site, element, find):
    kind, text = element.get("type", "text"), element.text or ""
    if kind == "text" and re.search(r"<[a-zA-Z/!]|&(#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);", text):
        find("contains-undeclared-html", text[:80])
    if kind != "html" or not text.strip():
        return
    for part in html.fragment_fromstring(text, create_parent="div").iter():
        if not isinstance(part.tag, str):
            continue
        if part.tag in RUNS or any(name.startswith("on") or name == "style" for name in part.attrib):
            find("security-risk", etree.tostring(part, encoding="unicode")[:80])
        for name in ("href", "src"):
            target = part.get(name)
            if target is not None and not forms.is_absolute(target):
                find("contains-rel-ref", target)
            elif target is not None and site.is_own(target) and site.file_at(target) is None:
                find("dead-link", target)


def check_entry(root, entry, find):
    name = entry.findtext(f"{ATOM}id")
    if entry.find(f"{ATOM}author") is None and root.find(f"{ATOM}author") is None:
        find("missing-author", f"{name}")
    if entry.find(f"{ATOM}content") is None and entry.find(f"{ATOM}summary") is None:
        find("missing-content-or-summary", f"{name}")
    if not (entry.findtext(f"{ATOM}title") or "").strip():
        find("not-blank", f"title of {name}")


if __name__ == "__main__":
    check(sys.argv[1]).close()
