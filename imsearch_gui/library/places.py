"""Where the files of a library lie, by what its catalog says: never outside its folder, and never behind a link."""

from __future__ import annotations

import re
from pathlib import Path

from imsearch_gui.library.soundness import Unsound, check_folder, check_plain

VECTORS, GRAPHS = "vectors", "graph"
_VECTOR_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,150}-\d{1,9}\.(f16|f32)")


def check_folders(library: Path) -> None:
    """Unsound where a folder that the library's files are written into is a link or no folder."""
    for kind in (VECTORS, GRAPHS):
        check_folder(library / kind)


def vector_file(name: object) -> str:
    """The name of a file of vectors; Unsound where it is none that this program gives, so that nothing else is read or deleted."""
    if not isinstance(name, str) or not _VECTOR_FILE.fullmatch(name):
        raise Unsound("the file of a model's vectors has a strange name")
    return name


def stats_path(path: Path) -> Path:
    """What lies beside a file of vectors."""
    return path.with_name(path.name + ".stats")


def vectors_path(folder: Path, file: object) -> Path:
    """The vectors of a model in the library in `folder`; Unsound for a strange name, and where something else lies there."""
    path = folder / VECTORS / vector_file(file)
    check_folder(path.parent)
    for each in (path, stats_path(path)):
        check_plain(each)
    return path


def graph_path(folder: Path, file: object) -> Path:
    """The graph beside those vectors; Unsound as there."""
    path = folder / GRAPHS / Path(vector_file(file)).with_suffix(".hnsw")
    check_folder(path.parent)
    check_plain(path)
    return path
