"""Folders of many files: how much there is, a copy of them, all of them in one file."""

import os
import struct


def files_of(folder):
    """(path below it, whether it is a folder), each folder before what is in it."""
    for at, folders, files in os.walk(folder):
        folders.sort()
        below = os.path.relpath(at, folder)
        if below != ".":
            yield below, True
        for file in sorted(files):
            yield os.path.normpath(os.path.join(below, file)), False


def weighed(folder):
    """How many files there are, and their bytes."""
    sizes = [os.lstat(os.path.join(folder, path)).st_size for path, is_folder in files_of(folder) if not is_folder]
    return len(sizes), sum(sizes)


def linked(source, target):
    """The same files at another place, which take no space of their own: to change one, put
    another in its place."""
    os.makedirs(target)
    for path, is_folder in files_of(source):
        if is_folder:
            os.mkdir(os.path.join(target, path))
        else:
            os.link(os.path.join(source, path), os.path.join(target, path))


def replaced(file, text):
    """Puts another text in the place of a file, as most editors save."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(text)
    os.replace(beside, file)


def packed(folder, pack, with_bytes):
    """One file that holds all others, for the floor. Of each: `D` (a folder), `F` (a file), or
    `S` (the size of a file, without its bytes), the length of the path (2 bytes) and of the file
    (8), the path, the bytes."""
    with open(pack, "wb") as to:
        for path, is_folder in files_of(folder):
            name, file = path.encode(), os.path.join(folder, path)
            if is_folder:
                to.write(b"D" + struct.pack("<HQ", len(name), 0) + name)
            elif with_bytes:
                with open(file, "rb") as source:
                    data = source.read()
                to.write(b"F" + struct.pack("<HQ", len(name), len(data)) + name + data)
            else:
                to.write(b"S" + struct.pack("<HQ", len(name), os.lstat(file).st_size) + name)
