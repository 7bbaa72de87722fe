"""One process measured, and what many of them come to."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

LAUNCH = Path(__file__).resolve().parent / "launch.py"


class Failed(Exception):
    """A contender that did not do its work."""


@dataclass
class Run:
    """One process: seconds on the clock, seconds of processor (user and system), and the largest
    resident memory of it and all below it, in MiB. Of an edit in a server the clock alone."""
    wall: float
    cpu: float | None
    peak: float | None


def measured(command, *, folder=None, environment=None, may_complain=False):
    """Runs a command to its end. What earlier runs left unwritten is flushed first, so that
    nobody pays for another's output."""
    os.sync()
    with tempfile.NamedTemporaryFile(prefix="pantau-bench-", suffix=".err") as complaints:
        told = subprocess.run([sys.executable, "-I", "-S", LAUNCH, complaints.name, *command],
                              cwd=folder, env={**os.environ, **(environment or {})},
                              check=True, capture_output=True, text=True)
        told = json.loads(told.stdout)
        said = Path(complaints.name).read_text(errors="replace").strip()
    if told["code"] != 0 or (said and not may_complain):
        raise Failed(f"{' '.join(map(str, command))}: exit {told['code']}\n{said[-2000:]}")
    return Run(told["wall"], told["cpu"], told["peak"] / 2**20)


def medians(runs):
    """The median of each figure by itself."""
    columns = ([getattr(run, figure) for run in runs] for figure in ("wall", "cpu", "peak"))
    return Run(*(None if None in column else statistics.median(column) for column in columns))
