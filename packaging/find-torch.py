"""Prints a requirement for PyTorch that brings no CUDA with it, or nothing where pip could only get the CUDA build.

On Linux the plain `torch` of the package index draws in gigabytes of CUDA, which is too much for a few tests. What the environment
has already goes first, then what lies on the machine (pip's `find-links`), then the index; of what lies elsewhere only the
description is fetched.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import metadata
from typing import Any

from pip._vendor.packaging.requirements import Requirement

WANTED = "torch>=2.6"
_CUDA = ("nvidia-", "cuda-")
"""What the names of packages begin with that a CUDA build needs."""
PATIENCE_S = 60


def candidate(*options: str) -> dict[str, Any] | None:
    """The metadata of what pip would install; None where it finds nothing."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--dry-run"]
    command += ["--no-deps", "--ignore-installed", "--only-binary", ":all:", "--retries", "1", "--report", "-"]
    command += [*options, WANTED]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_S, check=False)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode != 0:
        return None
    found: list[dict[str, Any]] = json.loads(done.stdout)["install"]
    return found[0]["metadata"] if found else None


def needs_cuda(described: dict[str, Any]) -> bool:
    """Whether it would draw in CUDA on this system."""
    needed = [Requirement(text) for text in described.get("requires_dist", [])]
    here = [item for item in needed if item.marker is None or item.marker.evaluate({"extra": ""})]
    return any(item.name.startswith(_CUDA) for item in here)


def requirement() -> str:
    """`torch==...`, or an empty text."""
    try:
        return f"torch=={metadata.version('torch')}"
    except metadata.PackageNotFoundError:
        pass  # the usual case on a fresh machine
    for options in (("--no-index",), ()):
        found = candidate(*options)
        if found is not None and not needs_cuda(found):
            return f"torch=={found['version']}"
    return ""


if __name__ == "__main__":
    print(requirement())
