"""A model that nobody has installed: its graphs are looked at, and each is loaded in a process of its own, before they run here."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from imsearch_gui.encoding.graph_facts import check_memory, read_facts
from imsearch_gui.encoding.guard import Guarded
from imsearch_gui.encoding.session import Session
from imsearch_gui.encoding.store import InstalledModel, file_hash
from imsearch_gui.encoding.trial import limits_for


def try_strange(model: InstalledModel) -> None:
    """ModelError for graphs that reach out of their folder, or that a process does not survive; once for each content."""
    graphs = [model.graph_path, model.folder / model.spec.text.file if model.spec.text is not None else None]
    for path in graphs:
        if path is not None:
            facts = read_facts(path)
            check_memory([facts])
            beside = tuple(file_hash(path.parent / name) for name in facts.external)
            _load_apart(path, (file_hash(path), *beside))


@lru_cache(maxsize=64)
def _load_apart(path: Path, content: tuple[str, ...]) -> None:  # noqa: ARG001 (it is there for the cache)
    facts = read_facts(path)
    Guarded(path.name, load, path, limits=limits_for([facts])).run()


def load(path: Path) -> None:
    """The work, in the process of its own: what a graph does while it is loaded and optimised."""
    Session(path)
