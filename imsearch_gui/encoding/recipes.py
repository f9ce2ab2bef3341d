"""Running a recipe: a program under models/recipes that makes a model folder, in a Python process of its own."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from imsearch_gui import paths
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.encoding.staging import staged
from imsearch_gui.encoding.store import MANIFEST, InstalledModel, ModelStore, read_model, write_spec

NEEDED = ("torch", "transformers", "keras")
"""Of the extra `[export]`."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be made, and how."""

    source: str
    """Id of an entry of the catalogue, a folder, or an id of the hub."""
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

    `say` is told each step in a few words.
    """
    _check_tools()
    arguments = _arguments(wish)
    if to is not None:
        if to.exists() and any(to.iterdir()):
            raise ModelError(f"{to} is not empty: name a folder that is, or one that is not there yet.")
        _run([*arguments, "--to", str(to)], say)
        return read_model(to)
    identity = wish.identity or _identity(wish)
    with staged(identity, replace=replace) as folder:
        _run([*arguments, "--to", str(folder)], say)
        model = read_model(folder)
        if model.spec.id != identity:
            write_spec(_renamed(model, identity), folder)
    return read_model(paths.user_models() / identity)


def _renamed(model: InstalledModel, identity: str) -> Any:
    from dataclasses import replace

    return replace(model.spec, id=identity)


def _identity(wish: ExportWish) -> str:
    """The id that the result will have, so that one which is taken is said before the work and not after it."""
    name = Path(wish.source).name if Path(wish.source).is_dir() else wish.source.rpartition("/")[2]
    clean = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "-_.") else "-" for letter in name.lower()
    )
    suffix = f"-{wish.precision}" if wish.precision not in (None, "fp32") else ""
    return (clean.strip("-_.") or "model") + suffix


def _check_tools() -> None:
    if getattr(sys, "frozen", False):
        raise ModelError(
            "The installed program cannot make models: do it with the Python package (pip install 'imsearch-gui[export]'),"
            " then import the folder here."
        )
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise ModelError(
            f"Making a model needs {', '.join(missing)}: pip install 'imsearch-gui[export]' (on Linux a CPU build of PyTorch"
            " first, unless you have a use for the other one)."
        )


def _arguments(wish: ExportWish) -> list[str]:
    entry = next((entry for entry in _recipe_entries() if entry.spec.id == wish.source), None)
    weights, recipe, precision = wish.weights, wish.recipe, wish.precision or "fp32"
    arguments: list[str] = []
    if entry is not None:
        made_by = entry.spec.recipe
        assert made_by is not None
        recipe, precision = recipe or made_by.name, wish.precision or made_by.precision
        keras = "/" not in made_by.weights
        arguments += [recipe if keras else made_by.weights, "--entry", str(entry.folder / MANIFEST)]
        weights = weights or (made_by.weights if keras else None)
    else:
        arguments.append(wish.source)
    arguments += ["--precision", precision]
    for option, value in (
        ("--recipe", recipe),
        ("--weights", weights),
        ("--id", wish.identity),
        ("--pooling", wish.pooling),
    ):
        arguments += [option, value] if value else []
    if wish.normalise is not None:
        arguments.append("--normalise" if wish.normalise else "--no-normalise")
    return arguments


def _recipe_entries() -> list[Any]:
    return [item for item in ModelStore().available() if item.spec.recipe is not None]


def _run(arguments: Sequence[str], say: Say) -> dict[str, Any]:
    """The recipe's own lines are passed on; its last one is the result."""
    script = paths.built_in_models() / "recipes" / "export.py"
    last = ""
    with subprocess.Popen(
        [sys.executable, str(script), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        try:
            for line in process.stdout:
                last = line.strip()
                if last and not last.startswith("{"):
                    say(last)
            complaint = process.stderr.read().strip().splitlines()
        except BaseException:
            process.kill()
            raise
    if process.returncode != 0:
        raise ModelError(complaint[-1] if complaint else f"The recipe ended with status {process.returncode}.")
    answer: dict[str, Any] = json.loads(last)
    return answer
