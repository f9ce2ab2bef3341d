"""Running a recipe: a program under models/recipes that makes a model folder, in a Python process of its own."""

from __future__ import annotations

import importlib.util
import json
import logging
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from imsearch_gui import paths
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import RecipeSource
from imsearch_gui.encoding.guessing import as_id
from imsearch_gui.encoding.staging import staged
from imsearch_gui.encoding.store import MANIFEST, CatalogueEntry, InstalledModel, ModelStore, read_model

NEEDED = ("torch", "transformers", "keras", "onnxscript")
"""Of the extra `[export]`."""
KILLED_AFTER_S = 5

Say = Callable[[str], None]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be made, and how."""

    source: str
    """Id of an entry of the catalogue, a folder, an id of the hub, or the name of a Keras network."""
    recipe: str | None = None
    precision: str | None = None
    """None: as the entry says, else fp32."""
    identity: str | None = None
    pooling: str | None = None
    normalise: bool | None = None
    weights: str | None = None
    """Of a Keras network: imagenet, random, or a file."""


def export_model(wish: ExportWish, *, to: Path | None = None, replace: bool = False, say: Say) -> InstalledModel:
    """Make a model and put it among the user's, or into the folder `to`; raises ModelError, StorageError.

    `say` is told each step in a few words. A model is there whole or not at all.
    """
    _check_tools()
    entry = _entry(wish.source)
    identity = wish.identity or _identity(wish, entry)
    arguments = [*_arguments(wish, entry), "--id", identity]
    if to is not None:
        with _emptied_on_failure(to):
            _run([*arguments, "--to", str(to)], say)
        return read_model(to)
    with staged(identity, replace=replace) as folder:
        _run([*arguments, "--to", str(folder)], say)
    return read_model(paths.user_models() / identity)


def _check_tools() -> None:
    if getattr(sys, "frozen", False):
        raise ModelError(
            tr(
                "The installed program cannot make models: do it with the Python package (pip install 'imsearch-gui[export]'),"
                " then import the folder here."
            )
        )
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        sentence = tr(
            "Making a model needs {0}: pip install 'imsearch-gui[export]' (on Linux a CPU build of PyTorch first, unless you have a"
            " use for the other one)."
        )
        raise ModelError(sentence.format(", ".join(missing)))


def _entry(source: str) -> CatalogueEntry | None:
    """The entry of the catalogue that a recipe makes, if `source` is the id of one, whether it is installed or not."""
    try:
        entry = ModelStore().entry(source)
    except ModelError:
        return None  # then it is a folder, an id of the hub or a Keras network, and the recipe says what it is not
    return entry if entry.spec.recipe is not None else None


def _identity(wish: ExportWish, entry: CatalogueEntry | None) -> str:
    """The id that the result will have, so that one which is taken is said before the work and not after it."""
    as_usual = "fp32" if entry is None or entry.spec.recipe is None else entry.spec.recipe.precision
    # A model of another precision gives other vectors, so it is another model.
    suffix = f"-{wish.precision}" if wish.precision not in (None, as_usual) else ""
    return as_id(Path(wish.source).expanduser().absolute().name.lower()) + suffix


def _arguments(wish: ExportWish, entry: CatalogueEntry | None) -> list[str]:
    made_by = RecipeSource("") if entry is None or entry.spec.recipe is None else entry.spec.recipe
    of_the_hub = "/" in made_by.weights
    given: dict[str, str | None] = {
        "--recipe": wish.recipe or made_by.name,
        "--precision": wish.precision or made_by.precision,
        "--weights": wish.weights or (None if of_the_hub else made_by.weights),
        "--pooling": wish.pooling,
    }
    if entry is None:
        source = str(Path(wish.source).expanduser()) if wish.source.startswith("~") else wish.source
    else:
        source = made_by.weights if of_the_hub else made_by.name
        given["--entry"] = str(entry.folder / MANIFEST)
    arguments = [part for option, value in given.items() if value for part in (option, value)]
    if wish.normalise is not None:
        arguments.append("--normalise" if wish.normalise else "--no-normalise")
    return [*arguments, "--", source] if source.startswith("-") else [source, *arguments]


@contextmanager
def _emptied_on_failure(folder: Path) -> Iterator[None]:
    """A folder that is empty or not there yet; ModelError for any other."""
    was_there = folder.exists()
    if was_there and (not folder.is_dir() or any(folder.iterdir())):
        raise ModelError(tr("{0} is not empty: name a folder that is, or one that is not there yet.").format(folder))
    try:
        yield
    except BaseException:
        if folder.is_dir():
            shutil.rmtree(folder)
            if was_there:
                folder.mkdir()
        raise


def _run(arguments: list[str], say: Say) -> None:
    """Pass on what the recipe says; raises ModelError with its sentence where it fails."""
    script = paths.built_in_models() / "recipes" / "export.py"
    last = ""
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints:
        process = subprocess.Popen(
            # Nothing is written beside the recipes, which may lie where nothing can be.
            [sys.executable, "-B", str(script), *arguments],
            stdout=subprocess.PIPE,
            stderr=complaints,
            encoding="utf-8",
            errors="replace",
        )
        assert process.stdout is not None
        try:
            with process.stdout as lines:
                for line in lines:
                    last = line.strip()
                    if last and not last.startswith("{"):
                        say(last)
            process.wait()
        finally:
            _end(process)
        complaints.seek(0)
        told = complaints.read()
    answer = json.loads(last) if last.startswith("{") else {}
    if "error" in answer:
        raise ModelError(answer["error"])
    if process.returncode != 0 or "folder" not in answer:
        _log.error("the recipe %s ended with status %s:\n%s", arguments, process.returncode, told)
        lines_told = told.strip().splitlines()
        why = lines_told[-1] if lines_told else tr("status {0}").format(process.returncode)
        raise ModelError(
            tr("The recipe broke off ({0}): it may be out of memory, or not made for this model.").format(why)
        )


def _end(process: subprocess.Popen[str]) -> None:
    """However this ends, the process does, too."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(KILLED_AFTER_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
