"""Makes a library with the code of whatever version of the program is on PYTHONPATH (README.md says how)."""

from __future__ import annotations

import shutil
import sys
import tempfile
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library.indexing import index
from imsearch_gui.library.schema import SCHEMA
from imsearch_gui.library.writer import LibraryWriter
from imsearch_gui.searching.graph_job import build_graph

MODEL = "classic"
HERE = Path(__file__).resolve().parent


def main() -> None:
    """Index the pictures beside this file, put in a folder that no machine has for long, into schema-N beside it."""
    place = Path(tempfile.gettempdir()) / "imsearch-schemas"
    pictures, library = place / "pictures", HERE / f"schema-{SCHEMA}"
    shutil.rmtree(place, ignore_errors=True)
    shutil.rmtree(library, ignore_errors=True)
    shutil.copytree(HERE / "pictures", pictures)
    with LibraryWriter.open(library) as writer:
        writer.remember("name", "Made by an earlier version")
        request = IndexRequest((pictures,), MODEL, exclude=("*.tmp",))
        for job in (index(writer, request, ModelStore().find(MODEL)), build_graph(writer, MODEL, wanted=True)):
            with closing(job):
                for _ in job:
                    pass
        ids = {image.path.name: image.id for image in writer.images()}
    if find_spec("imsearch_gui.library.marks"):
        _mark(library, ids)
    (library / "writer.lock").unlink(missing_ok=True)
    shutil.rmtree(place)


def _mark(library: Path, ids: dict[str, int]) -> None:
    from imsearch_gui.domain.marks import MarkEdit
    from imsearch_gui.library.marks import note

    note(library, [ids["balloons.jpg"], ids["fishes.jpg"]], MarkEdit(add=("holiday",), rating=4))
    note(library, [ids["houses.jpg"]], MarkEdit(colour=3))


if __name__ == "__main__":
    sys.exit(main())
