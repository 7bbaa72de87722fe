"""Is every oembed.json a response of oEmbed 1.0, does it embed a page of the site, and does a page name it?

    oembed.py DIR

One check per response, and one for the pages that name one.
"""

import sys

from lxml import html

import json_schema
from published import Published
from report import Report

KIND = "application/json+oembed"
SCHEMA = json_schema.validator("oembed-1.0.json")


def check(dir):
    report = Report("oembed")
    site = Published(dir)
    files = site.named("oembed.json")
    for file in files:
        find = report.check(file)
        response = json_schema.read(site, file, SCHEMA, find)
        if response is not None:
            check_response(site, response, find)
    if files:
        check_discovery(site, files, report)
    return report


def check_response(site, response, find):
    for key in ("author_url", "provider_url", "thumbnail_url"):
        url = response.get(key)
        if isinstance(url, str) and site.is_own(url) and site.file_at(url) is None:
            find("dead-link", f"{key} {url}")
    if response.get("type") != "rich":
        return
    fragment = html.fragment_fromstring(str(response.get("html") or ""), create_parent="div")
    frames = fragment.findall(".//iframe")
    if len(frames) != 1 or fragment.findall(".//script"):
        return find("html", "is not one iframe")
    frame = frames[0]
    if site.file_at(frame.get("src", "")) is None:
        find("dead-link", f"the iframe shows {frame.get('src')}")
    if not frame.get("title"):
        find("html", "the iframe has no title")
    for key in ("width", "height"):
        if frame.get(key) is not None and frame.get(key) not in (str(response.get(key)), "100%"):
            find("html", f"{key} {frame.get(key)}, said {response.get(key)}")
    return None


def check_discovery(site, files, report):
    named = set()
    for page in site.ending(".html"):
        if KIND not in (text := site.text(page)):
            continue
        find = report.check(page)
        for link in html.document_fromstring(text.encode()).iter("link"):
            if link.get("type") != KIND:
                continue
            href = link.get("href", "")
            if link.get("rel") != "alternate" or site.file_at(href) not in files:
                find("discovery", f"{href} is no response of the site")
            named.add(site.file_at(href))
    find = report.check("discovery")
    for file in files:
        if file not in named:
            find("discovery", f"no page names {file}")


if __name__ == "__main__":
    check(sys.argv[1]).close()
