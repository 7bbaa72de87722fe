"""Does nginx, set up as docs/deploy.md says, answer as the site asks for?

    nginx.py DIR [--below PATH]

DIR is a built site. Each kind of file, its headers (those of _headers), compression and a second request, pages that are
not there, and old addresses (those of _redirects), asked of a real nginx.
"""

import fnmatch
import http.client
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from report import Report

DOCS = Path(__file__).parents[2] / "docs" / "deploy.md"
NGINX = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/bin")
ROOT, MOVED = "/srv/kinerja/public", "/srv/kinerja/pindah[.]conf"
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "json": "application/json",
    "xml": "application/xml",
    "txt": "text/plain; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "png": "image/png",
    "pdf": "application/pdf",
    "jsonld": "application/ld+json",
    "jsonl": "application/jsonl",
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
NAMED = {"feed.json": "application/feed+json", "feed.xml": "application/atom+xml; charset=utf-8"}
PACKED = {"html", "css", "js", "svg", "json", "jsonl", "csv", "txt", "ics", "xml"}


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", DOCS.read_text(), re.DOTALL | re.MULTILINE)


class Server:
    """nginx with the configuration of the documentation, on a port of its own."""

    def __init__(self, site, below, folder):
        self.folder = folder
        # nginx reads as a user that may do nothing.
        folder.chmod(0o755)
        self.public = folder / "public"
        shutil.copytree(site, self.public / below.strip("/"))
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        (text,) = blocks("nginx")
        for old, new in [(ROOT, str(self.public)), (MOVED, f"{folder}/pindah[.]conf"), ("listen 80", f"listen 127.0.0.1:{self.port}")]:
            assert old in text, old
            text = text.replace(old, new)
        if below != "/":
            text = self.moved_below(text, below)
        self.redirects(site, below)
        for name in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]:
            text = f"{name}_temp_path {folder}/{name};\n" + text
        config = folder / "nginx.conf"
        config.write_text(f"daemon off; pid {folder}/pid; error_log {folder}/error.log;\nevents {{ }}\nhttp {{\naccess_log off;\n{text}}}\n")
        self.command = [NGINX, "-c", str(config), "-e", str(folder / "error.log")]
        subprocess.run([*self.command, "-t"], check=True, capture_output=True, text=True)
        self.process = subprocess.Popen(self.command)
        self.wait()

    def moved_below(self, text, below):
        """What the last sentence of the section asks for."""
        for old in ["/404.html", "/en/404.html;", "location /en/", "/(en/)?sematkan/"]:
            assert old in text, old
        text = text.replace("error_page 404 /", f"error_page 404 {below}").replace("location /en/", f"location {below}en/")
        return text.replace("/(en/)?sematkan/", f"{below}(en/)?sematkan/")

    def redirects(self, site, below):
        file = site / "_redirects"
        if not file.exists():
            return
        (script,) = (block for block in blocks("sh") if "_redirects" in block)
        place = self.public / below.strip("/") / "_redirects"
        script = script.replace(f"{ROOT}/_redirects", str(place)).replace("/srv/kinerja/pindah.conf", f"{self.folder}/pindah.conf")
        subprocess.run(["sh", "-ec", script], check=True)

    def wait(self):
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port)).close()
                return
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("nginx does not answer")

    def get(self, path, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request("GET", path, headers={"Host": "kinerja.example.go.id"} | (headers or {}))
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def rules(site):
    """The headers of each pattern of _headers."""
    found, pattern = {}, None
    for line in (site / "_headers").read_text().splitlines():
        if not line.startswith("  "):
            pattern = line
            found[pattern] = {}
        else:
            name, _, value = line.strip().partition(": ")
            found[pattern][name.lower()] = value
    return found


def asked_for(rules, path):
    """What all rules together ask for; where two say something of the policy, both hold, hence the stricter one."""
    wanted = {}
    for pattern, headers in rules.items():
        if fnmatch.fnmatchcase(path, pattern):
            for name, value in headers.items():
                if len(value) > len(wanted.get(name, "")):
                    wanted[name] = value
    return wanted


def one_of_each(site):
    """A few files of each ending and of each folder at the top."""
    seen = {}
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        if name.startswith((".", "_")):
            continue
        top = "/".join(name.split("/")[: 2 if name.startswith("en/") else 1])
        seen.setdefault((name.rsplit(".", 1)[-1], file.name in NAMED, top if file.suffix == ".html" else ""), name)
    return seen.values()


def check(dir, below="/"):
    report = Report("nginx")
    site = Path(dir).resolve()
    with tempfile.TemporaryDirectory(prefix="pantau-nginx-") as folder:
        server = Server(site, below, Path(folder))
        try:
            files(report, server, site, below)
            missing(report, server, site, below)
            old_addresses(report, server, site, below)
        finally:
            server.process.terminate()
            server.process.wait()
    return report


def moved(site):
    """Each rule of _redirects: what it holds for, where that leads, and the status."""
    file = site / "_redirects"
    return [tuple(line.split(" ")) for line in file.read_text().splitlines()] if file.exists() else []


def files(report, server, site, below):
    headers = rules(site)
    old = tuple(old.removesuffix("*") for old, _, _ in moved(site))
    for name in one_of_each(site):
        if (below + name).startswith(old or ("*",)):
            continue
        find = report.check(name)
        path = below + name.removesuffix("index.html")
        status, got, body = server.get(path)
        bytes_there = (site / name).read_bytes()
        if status != 200 or body != bytes_there:
            find("is not served", f"{status}, {len(body)} bytes")
        file = name.rsplit("/", 1)[-1]
        kind = NAMED.get(file) or TYPES[file.rsplit(".", 1)[-1]]
        if got.get("content-type") != kind:
            find("media type", f"{got.get('content-type')} instead of {kind}")
        for header, value in asked_for(headers, path).items():
            # Who may frame it is asked of pages only; of other files nginx says the same.
            unframed = got.get(header, "").removesuffix("; frame-ancestors 'none'")
            if got.get(header) != value and (file.endswith(".html") or unframed != value):
                find("header", f"{header}: {got.get(header)} instead of {value}")
        status, _, again = server.get(path, {"If-None-Match": got.get("etag", "")})
        if status != 304 or again:
            find("is sent again", f"{status} although nothing changed")
        if file.rsplit(".", 1)[-1] in PACKED and len(bytes_there) > 2000:
            _, packed, body = server.get(path, {"Accept-Encoding": "gzip"})
            if packed.get("content-encoding") != "gzip" or len(body) >= len(bytes_there):
                find("is not compressed", f"{len(body)} bytes")


def missing(report, server, site, below):
    for path, page in [("tiada/", "404.html"), ("pejabat/tiada", "404.html"), ("en/tiada/", "en/404.html"), ("_headers", "404.html"), (".pantau", "404.html")]:
        if not (site / page).exists():
            continue
        find = report.check(f"{path} is not there")
        status, got, body = server.get(below + path)
        if status != 404 or body != (site / page).read_bytes():
            find("is not 404", f"{status}")
        if "frame-ancestors 'none'" not in got.get("content-security-policy", ""):
            find("has no policy", str(got))
    find = report.check("a folder without its slash")
    status, got, _ = server.get(f"{below}pejabat")
    if status not in (301, 403, 404) or (status == 301 and not got["location"].endswith(f"{below}pejabat/")):
        find("leads elsewhere", f"{status} {got.get('location')}")


def old_addresses(report, server, site, below):
    for old, new, code in moved(site):
        find = report.check(f"old address {old}")
        status, got, body = server.get(old.removesuffix("*"))
        if code == "301":
            place = got.get("location", "").removeprefix("http://kinerja.example.go.id")
            wanted = new.removesuffix(":splat")
            if status != 301 or re.sub(r"^:\d+", "", place) != wanted:
                find("does not lead on", f"{status} {got.get('location')}")
        else:
            page = site / new.removeprefix(below)
            if status != 410 or body != page.read_bytes():
                find("is not gone", f"{status}")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if len(arguments) not in (1, 3) or (len(arguments) == 3 and arguments[1] != "--below"):
        sys.exit(__doc__)
    check(arguments[0], *arguments[2:]).close()
