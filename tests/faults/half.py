#!/usr/bin/env python3
"""Stands in for pantau where the suite is to find faults: it makes the right site and publishes it badly.

How badly the environment's HALF says, which is written into the program that `selftest.py` makes of it:
half      file by file into the published folder
gone      takes the old site away first
data      changes a file of data on the way
quiet     as it should, but says of no failure what it is
left      as it should, but leaves a folder beside the site

A site that is half there or gone stays so for four times as long as its making took: whoever kills at 80 % of a whole run finds
it like that, however fast the machine is.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PANTAU, HOW = "@PANTAU@", "@HOW@"


def option(name):
    return sys.argv[sys.argv.index(name) + 1]


def main():
    if sys.argv[1] != "build":
        os.execv(PANTAU, [PANTAU, *sys.argv[1:]])
    if HOW in ("quiet", "left"):
        done = subprocess.run([PANTAU, *sys.argv[1:]], capture_output=HOW == "quiet")
        if HOW == "left":
            out = Path(option("--out"))
            out.with_name(f".{out.name}.pantau-baru-1").mkdir(exist_ok=True)
        return min(done.returncode, 1)
    out = Path(option("--out"))
    if HOW == "data":
        with open(Path(option("--root")) / "content" / "situs.yml", "a") as file:
            file.write("\n")
    with tempfile.TemporaryDirectory() as folder:
        made, begun = Path(folder) / "made", time.monotonic()
        arguments = [str(made) if argument == str(out) else argument for argument in sys.argv[1:]]
        done = subprocess.run([PANTAU, *arguments])
        if done.returncode != 0:
            return done.returncode
        bad_for = 4 * (time.monotonic() - begun)
        if HOW == "gone":
            shutil.rmtree(out, ignore_errors=True)
            time.sleep(bad_for)
            shutil.copytree(made, out)
            return 0
        out.mkdir(parents=True, exist_ok=True)
        paths = sorted(made.rglob("*"))
        for turn, path in enumerate(paths):
            if turn == len(paths) // 2:
                time.sleep(bad_for)
            place = out / path.relative_to(made)
            if path.is_dir():
                place.mkdir(parents=True, exist_ok=True)
            else:
                shutil.copyfile(path, place)
    return 0


sys.exit(main())
