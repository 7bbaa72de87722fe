#!/usr/bin/env python3
"""The floor: reading all sources and writing all files, and nothing else.

By `floor.c`, compiled here, or where there is no C compiler by this file itself:

    floor.py PACK OUT THREADS SOURCE…
"""

import mmap
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


class Floor:
    """Writes what a build of pantau wrote, from a pack of it."""

    def __init__(self, work):
        from . import machine
        self.threads, self.memory = machine.cores(), machine.memory()
        self.compiler = shutil.which("cc")
        self.command = [sys.executable, HERE / "floor.py"]
        if self.compiler:
            self.command = [work / "floor"]
            subprocess.run([self.compiler, "-O2", "-pthread", "-o", self.command[0], HERE / "floor.c"], check=True)

    @property
    def version(self):
        how = "plain C" if self.compiler else "Python, as there is no C compiler"
        return f"the floor in {how} with {self.threads} threads"

    def of(self, out, pack, sources):
        """A contender that writes the tree `out` anew. Its bytes are those of `out`, where they fit
        well into memory, else as many others: read from the disk they would be no floor."""
        from . import tree
        _, size = tree.weighed(out)
        has_bytes = size < self.memory / 4
        tree.packed(out, pack, has_bytes)
        return OfTree(self, pack, sources, has_bytes)


class OfTree:
    def __init__(self, floor, pack, sources, has_bytes):
        self.floor, self.pack, self.sources = floor, pack, sources
        self.name = "floor" if has_bytes else "floor, other bytes"

    def build(self, out):
        from .measure import measured
        return measured([*self.floor.command, self.pack, out, str(self.floor.threads), *self.sources])


def main():
    pack, out, _, *sources = sys.argv[1:]
    for source in sources:
        for at, _, files in os.walk(source):
            for file in files:
                with open(os.path.join(at, file), "rb") as opened:
                    opened.read()
    os.mkdir(out)
    filler = memoryview(b"x" * 2**20)
    with open(pack, "rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as held:
        at = 0
        while at < len(held):
            kind = held[at:at + 1]
            length, size = struct.unpack("<HQ", held[at + 1:at + 11])
            path = os.path.join(out, held[at + 11:at + 11 + length].decode())
            at += 11 + length
            if kind == b"D":
                os.mkdir(path)
                continue
            with open(path, "wb", buffering=0) as to:
                if kind == b"F":
                    to.write(held[at:at + size])
                    at += size
                else:
                    for done in range(0, size, len(filler)):
                        to.write(filler[:min(len(filler), size - done)])


if __name__ == "__main__":
    main()
