"""The one way to a model that a library or a user names: one that nobody has installed is looked at and tried before it is used.

A library may come from anybody, and so may a folder. What is in it is looked at without being run; then each form of the model
is loaded, and sees one picture, in a process of its own with limits. It is done once in a session for the same contents.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np

from imsearch_gui.encoding.encoder import open_encoder
from imsearch_gui.encoding.graph_facts import check_memory, read_facts
from imsearch_gui.encoding.guard import Guarded, always, limits_for
from imsearch_gui.encoding.reference_picture import draw_reference
from imsearch_gui.encoding.store import InstalledModel, ModelStore, file_hash, forms, read_model
from imsearch_gui.encoding.text import open_text_encoder

_Key = tuple[Path, str, tuple[str, ...]]

_sound: Final[set[_Key]] = set()
"""What was tried in this session and has survived it."""
_WORDS = "a picture of a red flower"


def model_named(store: ModelStore, id_or_folder: str, *, wanted: Callable[[], bool] = always) -> InstalledModel:
    """The model that somebody at this computer names. Raises ModelError, also once `wanted` says no."""
    return _tried(store, store.find(id_or_folder), wanted)


def model_of_library(
    store: ModelStore, identity: str, folder: Path | None, *, wanted: Callable[[], bool] = always
) -> InstalledModel:
    """The model that a library knows as `identity`: the installed one, else the one in the folder that it was last used from.

    An id is never taken for a folder here, since the library gives it. Raises ModelError, also once `wanted` says no.
    """
    installed = store.installed(identity)
    if installed is not None:
        return installed
    if folder is None or not folder.is_absolute() or not _is_there(folder):
        raise store.unknown(identity)
    return _tried(store, read_model(folder), wanted)


def try_strange(model: InstalledModel, *, wanted: Callable[[], bool] = always) -> None:
    """ModelError for graphs that reach out of their folder, or that a process does not survive; once for each content."""
    for form in forms(model):
        graphs = _graphs(form)
        facts = [read_facts(path) for path in graphs]
        if not facts:
            continue
        check_memory(facts)
        files = [*graphs, *(one.path.parent / name for one in facts for name in one.external)]
        files += [form.folder / item.path for item in form.spec.files]
        key = (form.folder, repr(form.spec), tuple(file_hash(path) for path in dict.fromkeys(files)))
        if key not in _sound:
            Guarded(form.spec.title, run_once, form, limits=limits_for(facts)).run(wanted)
            _sound.add(key)


def run_once(model: InstalledModel) -> None:
    """The work, in the process of its own: what a model does while it is loaded, and with one picture and one text."""
    given = model.spec.input
    open_encoder(model).encode(draw_reference(given.width, given.height)[np.newaxis])
    if model.spec.text is not None:
        open_text_encoder(model).encode([_WORDS])


def _tried(store: ModelStore, model: InstalledModel, wanted: Callable[[], bool]) -> InstalledModel:
    if not store.holds(model):
        try_strange(model, wanted=wanted)
    return model


def _graphs(model: InstalledModel) -> list[Path]:
    words = model.spec.text
    return [
        path for path in (model.graph_path, None if words is None else model.folder / words.file) if path is not None
    ]


def _is_there(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError):
        return False  # a name that no folder can have
