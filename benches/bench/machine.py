"""The machine that is measured on."""

import os
import platform
import shutil
from pathlib import Path


def cores():
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()


def processor():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def memory():
    """Bytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def file_system(folder):
    """The kind of file system a folder is on; empty where the system does not say."""
    try:
        mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text().splitlines()]
    except OSError:
        return ""
    folder = os.path.realpath(folder)
    above = [(len(at), kind) for at, kind in mounts if folder == at or folder.startswith(at.rstrip("/") + "/")]
    return max(above)[1] if above else ""


def free_space(folder):
    """Bytes that this user may still write."""
    return shutil.disk_usage(folder).free


def told(folder):
    return (f"{cores()} × {processor()}, {memory() / 2**30:.0f} GiB, "
            f"{platform.system()} {platform.release()}, {file_system(folder)}").rstrip(", ")
