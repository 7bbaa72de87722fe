"""Do the recipes of docs/deploy.md build a site in parts that is the one which a single build writes?

    parts.py PANTAU

The workflow is held against GitHub's schema and read by actionlint; its steps are run as they stand, once for each part, and
artifacts carried from job to job. The Jobs of Kubernetes are run pod by pod in a folder that stands for their volume. Then a part
is left out, and the recipe must not publish.
"""

import fnmatch
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from ruamel.yaml import YAML

from report import Report
from workflows import ADDRESS, SITE, lint_faults, schema_faults

DOCS = Path(__file__).parents[2] / "docs" / "deploy.md"
VOLUME = "/srv/kinerja"


def recipes():
    """The workflow as a text, and the two Jobs."""
    texts = re.findall(r"^```yaml\n(.*?)^```", DOCS.read_text(), re.DOTALL | re.MULTILINE)
    read = YAML(typ="safe", pure=True)
    workflow = next(text for text in texts if "pantau merge" in text and text.startswith("name:"))
    jobs = [read.load(text) for text in texts if text.startswith("apiVersion: batch/v1")]
    bagian, gabung = jobs
    return workflow, bagian, gabung


class Machine:
    """A folder, the program, and what the environment says."""

    def __init__(self, pantau, folder):
        self.folder = folder
        self.bin = folder / "bin"
        self.bin.mkdir()
        (self.bin / "pantau").symlink_to(pantau)
        # What would compile pantau finds it there.
        (self.bin / "cargo").write_text("#!/bin/sh\n")
        (self.bin / "cargo").chmod(0o755)

    def run(self, command, folder, more):
        environment = {"PATH": f"{self.bin}:/usr/local/bin:/usr/bin:/bin", "HOME": str(self.folder)} | more
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    def whole(self, day, *more):
        out = self.folder / "whole"
        arguments = ["--root", str(SITE.parent), "--date", day, "--out", str(out), *more]
        code, told = self.run([str(self.bin / "pantau"), "build", *arguments], self.folder, {})
        assert code == 0, told
        return tree(out)


def tree(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


class Workflow:
    """The jobs of a workflow, run one after the other."""

    def __init__(self, machine, workflow):
        self.machine, self.workflow = machine, workflow
        self.artifacts = machine.folder / "artifacts"
        self.values = {"steps.pages.outputs.base_url": ADDRESS}
        self.told = ""

    def filled(self, text):
        return re.sub(r"\$\{\{ (\S+) \}\}", lambda found: self.values[found[1]], str(text))

    def job(self, name, folder):
        """Whether all its steps went well."""
        folder.mkdir()
        job = self.workflow["jobs"][name]
        output = folder.parent / f"{folder.name}.outputs"
        for step in job["steps"]:
            if "run" in step:
                own = {key: self.filled(value) for key, value in step.get("env", {}).items()}
                more = self.workflow["env"] | {"GITHUB_OUTPUT": str(output)} | own
                code, told = self.machine.run(["bash", "-e", "-c", step["run"]], folder, more)
                self.told += told
                if code != 0:
                    return False
            else:
                self.action(step["uses"].split("@")[0], step.get("with", {}), folder)
        for line in output.read_text().splitlines() if output.exists() else []:
            key, value = line.split("=", 1)
            self.values[f"steps.{key}.outputs.{key}"] = value
        for key, value in job.get("outputs", {}).items():
            self.values[f"needs.{name}.outputs.{key}"] = self.filled(value)
        return True

    def action(self, name, given, folder):
        if name == "actions/checkout":
            shutil.copytree(SITE, folder / "content")
        elif name == "actions/upload-artifact":
            to = self.artifacts / self.filled(given["name"])
            to.mkdir(parents=True)
            shutil.copy(folder / given["path"], to)
        elif name == "actions/download-artifact":
            for artifact in self.artifacts.iterdir():
                if fnmatch.fnmatch(artifact.name, given["pattern"]):
                    shutil.copytree(artifact, folder / given["path"] / artifact.name)

    def parts(self):
        numbers = self.workflow["jobs"]["bagian"]["strategy"]["matrix"]["bagian"]
        for number in numbers:
            self.values["matrix.bagian"] = str(number)
            self.values["strategy.job-total"] = str(len(numbers))
            yield number


def github(report, pantau, folder):
    text = recipes()[0]
    file = folder / "situs.yml"
    file.write_text(text)
    find = report.check("github: valid")
    for fault in [*schema_faults(file, "vendor.github-workflows"), *lint_faults(file, [])]:
        find("invalid", fault)
    find = report.check("github: parts make the site")
    machine = Machine(pantau, folder)
    played = Workflow(machine, YAML(typ="safe", pure=True).load(text))
    if not played.job("awal", folder / "awal"):
        find("fails", played.told)
    for number in played.parts():
        if not played.job("bagian", folder / f"bagian-{number}"):
            find("fails", played.told)
    if not played.job("terbitkan", folder / "terbitkan"):
        find("fails", played.told)
    day = played.values["steps.hari.outputs.hari"]
    if tree(folder / "terbitkan" / "public") != machine.whole(day, "--base-url", ADDRESS):
        find("another site", day)
    find = report.check("github: without a part nothing is published")
    shutil.rmtree(played.artifacts / "bagian-2")
    if played.job("terbitkan", folder / "tanpa") or (folder / "tanpa" / "public").exists():
        find("publishes", played.told)


class Pods:
    """What runs a container of a Job on a shared volume."""

    def __init__(self, machine, volume):
        self.machine, self.volume = machine, volume

    def run(self, job, index=None):
        (container,) = job["spec"]["template"]["spec"]["containers"]
        command = [word.replace(VOLUME, str(self.volume)) for word in container["command"] + container["args"]]
        own = {entry["name"]: entry["value"] for entry in container.get("env", [])}
        if index is not None:
            own["JOB_COMPLETION_INDEX"] = str(index)
        return self.machine.run(command, self.volume, own), own


def kubernetes(report, pantau, folder):
    _, bagian, gabung = recipes()
    machine = Machine(pantau, folder)
    volume = folder / "volume"
    shutil.copytree(SITE, volume / "repo" / "content")
    pods = Pods(machine, volume)
    find = report.check("kubernetes: parts make the site")
    spec = bagian["spec"]
    for index in range(spec["completions"]):
        (code, told), own = pods.run(bagian, index)
        if code != 0:
            find("fails", told)
    if spec["completionMode"] != "Indexed" or own["BANYAK"] != str(spec["completions"]):
        find("other parts", str(spec))
    (code, told), _ = pods.run(gabung)
    if code != 0:
        find("fails", told)
    public = volume / "public"
    if not public.exists() or tree(public) != machine.whole(own["HARI"]):
        find("another site", told)
    if public.exists() and (public / "index.html").stat().st_nlink != 2:
        find("no hard link", str((public / "index.html").stat()))
    find = report.check("kubernetes: without a part nothing is published")
    shutil.rmtree(volume / "bagian" / "2")
    shutil.rmtree(public, ignore_errors=True)
    (code, told), _ = pods.run(gabung)
    if code != 1 or public.exists() or "2/4" not in told:
        find("publishes", told)


def check(pantau):
    report = Report("parts")
    for recipe in [github, kubernetes]:
        with tempfile.TemporaryDirectory(prefix="pantau-parts-") as folder:
            recipe(report, Path(pantau).resolve(), Path(folder).resolve())
    return report


if __name__ == "__main__":
    if len(sys.argv) != 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit(__doc__)
    check(sys.argv[1]).close()
