"""Everything that belongs to a model, copied into one folder, with the size and hash of each file."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import ModelFile, ModelSpec
from imsearch_gui.encoding.graph_facts import read_facts
from imsearch_gui.encoding.reference import PICTURE, VECTOR
from imsearch_gui.encoding.side_files import places
from imsearch_gui.encoding.store import MANIFEST, check_files, file_hash, read_model
from imsearch_gui.encoding.words_import import FOLDER, TOKENIZER, find_text, find_tokenizer, tokenizer_text

_LICENCES = ("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE")
_OURS = (MANIFEST, PICTURE, VECTOR)


def gather_graph(
    path: Path, spec: ModelSpec, folder: Path, *, text: Path | None = None, tokenizer: Path | None = None
) -> ModelSpec:
    """Copy a graph, its weights and what it takes for words into `folder`; the description with their names and hashes."""
    sources = _graph_files(path, "")
    graph = next(iter(sources))
    words = spec.text
    if words is not None:
        tower = text or find_text(path)
        if tower is None:
            raise ModelError(
                tr("The half of {0} for words is not beside it any more: name it (--text).").format(path.name)
            )
        towers = _graph_files(tower, f"{FOLDER}/")
        words = replace(words, file=next(iter(towers)), tokenizer=f"{FOLDER}/{TOKENIZER}")
        sources = _joined(sources, towers)
        _write_tokenizer(find_tokenizer(tower, tokenizer), folder / words.tokenizer)
    _copy(sources, folder)
    _copy_licence(path, folder)
    names = [*sources, *([] if words is None else [words.tokenizer])]
    files = tuple(_file(folder, name) for name in names)
    assert files[0].path == graph
    return replace(spec, files=files, text=words, reference=None)


def gather_model(source: Path, spec: ModelSpec, folder: Path) -> ModelSpec:
    """Copy the files of a model that describes itself; `spec` is its description, perhaps changed by the user."""
    model = read_model(source)
    check_files(model)
    before = model.spec
    same = (before.family, before.dimension, before.input, before.output) == (
        spec.family,
        spec.dimension,
        spec.input,
        spec.output,
    )
    reference = before.reference if same else None
    names = [item.path for item in before.files]
    for graph in (*names[:1], *([before.text.file] if before.text else [])):
        place = Path(graph).parent
        wanted = [(place / name).as_posix() for name in read_facts(source / graph).external]
        if missing := [name for name in wanted if name not in names]:
            raise ModelError(
                tr("{0}: {1} needs {2}, which is not among the files of its model.toml.").format(
                    source.name, graph, missing[0]
                )
            )
    extra = [] if reference is None else [reference.picture, reference.vector]
    _copy({name: source / name for name in (*names, *extra)}, folder)
    _copy_licence(source / MANIFEST, folder)
    files = tuple(
        replace(item, sha256=file_hash(folder / item.path), size=(folder / item.path).stat().st_size)
        for item in before.files
    )
    return replace(spec, files=files, text=before.text, reference=reference)


def _graph_files(path: Path, prefix: str) -> dict[str, Path]:
    """{name in the model's folder: file} of a graph, which comes first, and its weights, whose names stand in the graph."""
    name = re.sub(r"[^A-Za-z0-9._-]", "-", path.name).lstrip("-.") or "model.onnx"
    sources = {f"{prefix}{name}": path}
    external = {
        f"{prefix}{Path(location).as_posix()}": path.parent / location for location in read_facts(path).external
    }
    return _joined(sources, external)


def _joined(files: Mapping[str, Path], more: Mapping[str, Path]) -> dict[str, Path]:
    """Both; ModelError where two would get one name, on a disk that does not tell capitals from small letters either."""
    taken = {name.lower() for name in (*files, *_OURS)}
    for name, path in more.items():
        if name.lower() in taken:
            raise ModelError(
                tr("The weights “{0}” are called like another file of the model: export it with another name.").format(
                    path.name
                )
            )
        taken.add(name.lower())
    return {**files, **more}


def _copy(sources: Mapping[str, Path], folder: Path) -> None:
    for name, path in sources.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def _copy_licence(path: Path, folder: Path) -> None:
    found = next((place / name for place in places(path) for name in _LICENCES if (place / name).is_file()), None)
    if found is not None and not (folder / found.name).exists():
        shutil.copyfile(found, folder / found.name)


def _write_tokenizer(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(tokenizer_text(source), encoding="utf-8")


def _file(folder: Path, name: str) -> ModelFile:
    return ModelFile(name, file_hash(folder / name), (folder / name).stat().st_size)
