"""Writes an invented site, on all cores: 100,000 officials are 700,000 files."""

import argparse
import os
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from . import invent

# Officials that one process writes at a time.
PORTION = 500


def quoted(text):
    """A double-quoted YAML scalar: no name can be mistaken for anything else."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def options(description):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--officials", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True, help="a folder that does not exist yet, or is empty")
    parser.add_argument("--seed", default="20250101")
    parser.add_argument("--year", type=int, default=2025)
    told = parser.parse_args()
    if told.out.exists() and any(told.out.iterdir()):
        parser.error(f"{told.out} is not empty")
    return told


def put(folder, files):
    """Writes (path, text) pairs below a folder; how many they were, and their bytes."""
    size = 0
    for path, text in files:
        data = text.encode()
        size += len(data)
        try:
            written = os.open(f"{folder}/{path}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(f"{folder}/{path}"), exist_ok=True)
            written = os.open(f"{folder}/{path}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.write(written, data)
        os.close(written)
    return len(files), size


def portion(numbers, ids, seed, year, folder, files_of):
    people = (invent.official(number, id, seed, year) for number, id in zip(numbers, ids))
    return put(folder, [file for person in people for file in files_of(person, year)])


def write(told, frame, files_of):
    """`frame`: files that stand once; `files_of(official, year)`: those of each official."""
    content = told.out / "content"
    ids = invent.ids_of(told.officials, told.seed)
    numbers = [range(first, min(first + PORTION, told.officials))
               for first in range(0, told.officials, PORTION)]
    parts = [ids[part.start:part.stop] for part in numbers]
    write_portion = partial(portion, seed=told.seed, year=told.year, folder=str(content), files_of=files_of)
    counts = [put(str(content), frame)]
    if len(numbers) < 3:
        counts += map(write_portion, numbers, parts)
    else:
        with ProcessPoolExecutor() as pool:
            counts += pool.map(write_portion, numbers, parts)
    files, size = (sum(column) for column in zip(*counts))
    print(f"{told.officials} officials, {files} files, {size} bytes in {content}")
