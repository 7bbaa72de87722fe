"""Is every feed.json a JSON Feed 1.1, and does it say what the Atom feed beside it says?

    json_feed.py DIR

One check per feed.
"""

import sys

from lxml import etree

import forms
import json_schema
from published import Published
from report import Report

ATOM = "{http://www.w3.org/2005/Atom}"
SCHEMA = json_schema.validator("json-feed-1.1.json")


def check(dir):
    report = Report("jsonfeed")
    site = Published(dir)
    for file in site.named("feed.json"):
        find = report.check(file)
        feed = json_schema.read(site, file, SCHEMA, find)
        if feed is not None:
            check_feed(site, file, feed, find)
    return report


def check_feed(site, file, feed, find):
    items = [item for item in feed.get("items", []) if isinstance(item, dict)]
    names = [item.get("id") for item in items]
    if len(names) != len(set(names)):
        find("duplicate", "two items have one id")
    if site.file_at(str(feed.get("feed_url"))) != file:
        find("feed-url", f"{feed.get('feed_url')} is not the feed's own address")
    for url in [feed.get("home_page_url"), *(item.get("url") for item in items)]:
        if url is None:
            find("missing-url", "the feed or an item leads nowhere")
        elif site.is_own(url) and site.file_at(url) is None:
            find("dead-link", url)
    if not feed.get("authors"):
        find("author", "names no author")
    check_twin(site, file, items, find)


def check_twin(site, file, items, find):
    twin = file.removesuffix(".json") + ".xml"
    if twin not in site.files:
        return find("twin", f"{twin} is not there")
    entries = etree.fromstring(site.bytes(twin)).findall(f"{ATOM}entry")
    of_atom = [(entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}title"), forms.moment(entry.findtext(f"{ATOM}updated"))) for entry in entries]
    of_json = [(item.get("id"), item.get("title"), forms.moment(item.get("date_modified") or item.get("date_published"))) for item in items]
    if of_atom != of_json:
        differs = [f"{one} / {other}" for one, other in zip(of_atom, of_json) if one != other]
        find("twin", differs[0] if differs else f"{len(of_atom)} entries, {len(of_json)} items")
    return None


if __name__ == "__main__":
    check(sys.argv[1]).close()
