"""Which models there are, and where."""

from __future__ import annotations

import errno
import hashlib
import os
import tomllib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from imsearch_gui import paths
from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import Layout, ModelSpec
from imsearch_gui.domain.model_toml import model_table, parse_model, shortened
from imsearch_gui.encoding.infer import infer_spec
from imsearch_gui.encoding.staging import clear

MANIFEST = "model.toml"
LARGEST_DESCRIPTION = 1 << 20
"""Bytes of a description; the longest has five thousand."""
EIGHT_BITS = "eight-bits.onnx"
"""The second form of a transformer, made on this machine (`eight_bits`)."""
EIGHT_BITS_NOTE = "eight-bits.toml"
"""What was measured of it, or why there is none."""


@dataclass(frozen=True, slots=True)
class EightBits:
    """What is known of the second form of a model."""

    taken: bool
    why: str = ""
    """Why it is not offered; empty where it is."""
    weights: str = ""
    """As onnxruntime calls their type."""
    lowest: float = 0.0
    """Cosine to the vector of the full form, of the picture where it is lowest."""
    median: float = 0.0
    shared: float = 0.0
    """Share of the ten nearest pictures that both forms give alike."""
    faster: float = 0.0
    """Times as many pictures on one thread of this machine, decoding not counted."""
    pictures: int = 0
    """So many were compared."""
    sha256: str = ""
    size: int = 0
    """bytes"""
    made_with: str = ""
    source: str = ""
    """What it was made of (`source_of`)."""


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model in a folder of this machine."""

    spec: ModelSpec
    folder: Path
    note: str = ""
    """What the user should know, where the description was not written but worked out from the graph."""
    eight_bits: bool = False
    """Whether it is the form with weights of 8 bits that is meant."""

    @property
    def graph_path(self) -> Path | None:
        """The ONNX file of the image tower; None for the pixel family."""
        if self.eight_bits:
            return self.folder / EIGHT_BITS
        return self.folder / self.spec.files[0].path if self.spec.files else None

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(path.stat().st_size for item in self.spec.files if (path := self.folder / item.path).exists())

    @property
    def fingerprint(self) -> str:
        """Hex SHA-256 over everything that changes a picture's vector: input, output and the content of the files.

        A large graph keeps its weights in a file beside it, so the graph alone does not tell.
        """
        return fingerprint_of(self.spec, file_hash(self.folder / EIGHT_BITS) if self.eight_bits else source_of(self))


def fingerprint_of(spec: ModelSpec, content: str) -> str:
    """The fingerprint of a model whose files have the hashes `content`."""
    output = asdict(spec.output)
    # These came later: libraries that were made before must not be made anew for them.
    if spec.output.layout is Layout.NCHW:
        del output["layout"]
    if spec.output.zscore:
        del output["zscore"]
    relevant = (spec.family.value, spec.dimension, asdict(spec.input), output)
    return hashlib.sha256(repr((relevant, content)).encode()).hexdigest()


def source_of(model: InstalledModel) -> str:
    """The hashes of the files that make a picture's vector, in the full form."""
    return "".join(file_hash(model.folder / item.path) for item in model.spec.image_files)


def eight_bits_of(model: InstalledModel) -> EightBits | None:
    """What is known of the model's second form; None where it was never tried, or of another version of the files.

    One whose file is gone or damaged is known as not taken, so that nothing relies on it.
    """
    try:
        known = _note(_read_table(model.folder / EIGHT_BITS_NOTE))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        return EightBits(taken=False, why=tr("what is known of it cannot be read ({0})").format(str(error)))
    if known.source != source_of(model):
        return None
    if known.taken and not _is_whole(model.folder / EIGHT_BITS, known):
        why = tr("its file is gone or damaged; make it again with `imsearch models quantise`")
        return replace(known, taken=False, why=why)
    return known


def _note(table: dict[str, Any]) -> EightBits:
    """ValueError for what is no note on an 8-bit form."""
    kinds = {"bool": bool, "str": str, "float": float, "int": int}
    for item in fields(EightBits):
        if item.name in table and type(table[item.name]) is not kinds[str(item.type)]:
            raise ValueError(item.name)
    try:
        return EightBits(**table)
    except TypeError as error:
        raise ValueError(str(error)) from error


def _read_table(path: Path) -> dict[str, Any]:
    """A TOML file; OSError, or ValueError for what is none, or far too large."""
    if not path.is_file():
        path.stat()
        raise ValueError(os.strerror(errno.EISDIR if path.is_dir() else errno.EINVAL))
    with path.open("rb") as file:
        data = file.read(LARGEST_DESCRIPTION + 1)
    if len(data) > LARGEST_DESCRIPTION:
        raise ValueError(tr("it is far too large"))
    try:
        return tomllib.loads(data.decode())
    except RecursionError as error:
        raise ValueError(tr("it is nested too deeply")) from error


def _is_whole(path: Path, known: EightBits) -> bool:
    return path.is_file() and path.stat().st_size == known.size and file_hash(path) == known.sha256


def form_of(model: InstalledModel, fingerprint: str) -> InstalledModel | None:
    """The form that has this fingerprint; None where no form of the model has it.

    Raises ModelError where it was the one with 8 bits, and that is gone.
    """
    for form in forms(model):
        if form.fingerprint == fingerprint:
            return form
    known = eight_bits_of(model)
    if known is not None and known.sha256 and fingerprint_of(model.spec, known.sha256) == fingerprint:
        sentence = tr(
            "The library was indexed with the 8-bit form of {0}, and that is gone or damaged: make it again with"
            " `imsearch models quantise {1}`."
        )
        raise ModelError(sentence.format(model.spec.title, model.spec.id))
    return None


def forms(model: InstalledModel) -> list[InstalledModel]:
    """The full form, and behind it the one with 8 bits where it is offered."""
    full = replace(model, eight_bits=False)
    known = eight_bits_of(full)
    return [full, replace(model, eight_bits=True)] if known is not None and known.taken else [full]


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A model that can be had: its description is here, its files are not."""

    spec: ModelSpec
    folder: Path
    """Where the description lies."""


class ModelStore:
    """The built-in models and those the user installed; the first of an id counts.

    A description without its files that says where they come from is an entry of the catalogue, not a broken model.
    """

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        self._folders = folders if folders is not None else (paths.built_in_models(), paths.user_models())

    def models(self) -> list[InstalledModel]:
        """Every model with a sound description, built-in ones first."""
        found: dict[str, InstalledModel] = {}
        for item in self._read():
            if isinstance(item, InstalledModel):
                found.setdefault(item.spec.id, item)
        return list(found.values())

    def available(self) -> list[CatalogueEntry]:
        """The entries of the catalogue that are not installed."""
        items = self._read()
        installed = {item.spec.id for item in items if isinstance(item, InstalledModel)}
        return [item for item in items if isinstance(item, CatalogueEntry) and item.spec.id not in installed]

    def entry(self, identity: str) -> CatalogueEntry:
        """The entry of the catalogue with this id, whether it is installed or not; raises ModelError."""
        entries = {item.spec.id: item for item in self._read() if isinstance(item, CatalogueEntry)}
        if identity in entries:
            return entries[identity]
        if not entries:
            sentence = tr(
                "The catalogue has no model {0!r}: it has none; a file of your own is imported with `imsearch models import FILE`."
            )
            raise ModelError(sentence.format(identity))
        sentence = tr(
            "The catalogue has no model {0!r}: it has {1}; a file of your own is imported with `imsearch models import FILE`."
        )
        raise ModelError(sentence.format(identity, ", ".join(sorted(entries))))

    def problems(self) -> list[str]:
        """A sentence for each folder whose description cannot be used."""
        return [item for item in self._read() if isinstance(item, str)]

    def find(self, id_or_folder: str) -> InstalledModel:
        """A model by its id, or by a folder that holds one (with a model.toml, or with a single ONNX file)."""
        installed = self.installed(id_or_folder)
        if installed is not None:
            return installed
        folder = _folder(id_or_folder)
        if folder is None:
            raise self.unknown(id_or_folder)
        return read_model(folder)

    def installed(self, identity: str) -> InstalledModel | None:
        """The model of this id, where it is installed."""
        return next((model for model in self.models() if model.spec.id == identity), None)

    def holds(self, model: InstalledModel) -> bool:
        """Whether it came with the program or was installed, and does not just lie in some folder."""
        return model.folder.parent in self._folders

    def unknown(self, name: str) -> ModelError:
        """The sentence for a model that is not to be had."""
        if any(entry.spec.id == name for entry in self.available()):
            sentence = tr(
                "The model {0} is not installed: `imsearch models install {0}`, or Models… in the window's menu."
            )
            return ModelError(sentence.format(name))
        sentence = tr("There is no model {0!r}: use one of {1}, or the folder of a model (models/README.md).")
        return ModelError(sentence.format(name, ", ".join(model.spec.id for model in self.models())))

    def _read(self) -> list[InstalledModel | CatalogueEntry | str]:
        """Every folder with a description; a sentence for one that cannot be used, which must not hide the others."""
        for folder in self._folders:
            clear(folder)
        manifests = [manifest for folder in self._folders for manifest in sorted(folder.glob(f"*/{MANIFEST}"))]
        # A dot folder is one that is being put together.
        return [_read_folder(manifest.parent) for manifest in manifests if not manifest.parent.name.startswith(".")]


def _read_folder(folder: Path) -> InstalledModel | CatalogueEntry | str:
    try:
        spec = read_spec(folder / MANIFEST)
        comes_from_elsewhere = spec.hub is not None or spec.recipe is not None
        if comes_from_elsewhere and not any((folder / item.path).exists() for item in spec.files):
            return CatalogueEntry(spec, folder)
        return _installed(spec, folder)
    except ModelError as error:
        return str(error)


def _folder(text: str) -> Path | None:
    """The folder that the user named, if it is one."""
    try:
        folder = Path(text).expanduser()
        return folder.absolute() if folder.is_dir() else None
    except (OSError, RuntimeError):  # too long for a path, or ~somebody who is not known here
        return None


def read_model(folder: Path) -> InstalledModel:
    """The model in `folder`; raises ModelError."""
    manifest = folder / MANIFEST
    if not manifest.exists():
        return _bare_model(folder)
    return _installed(read_spec(manifest), folder)


def read_spec(manifest: Path) -> ModelSpec:
    """What a `model.toml` says; raises ModelError."""
    try:
        data = _read_table(manifest)
    except (OSError, ValueError) as error:
        raise ModelError(tr("{0} cannot be read: {1}.").format(manifest, shortened(str(error)))) from error
    return parse_model(data, where=str(manifest))


def write_spec(spec: ModelSpec, folder: Path) -> None:
    """Write the `model.toml` of a model into its folder."""
    import tomli_w

    (folder / MANIFEST).write_text(tomli_w.dumps(model_table(spec)), encoding="utf-8")


def _installed(spec: ModelSpec, folder: Path) -> InstalledModel:
    for item in spec.files:
        if not (folder / item.path).is_file():
            raise ModelError(
                tr("{0}: the file {1} is missing; install the model again.").format(folder / MANIFEST, item.path)
            )
    return InstalledModel(spec, folder)


def _bare_model(folder: Path) -> InstalledModel:
    graphs = sorted(folder.glob("*.onnx"))
    if len(graphs) != 1:
        sentence = (
            tr(
                "The folder {0} holds no model.toml and more than one ONNX file: write a description for it (models/README.md)."
            )
            if graphs
            else tr(
                "The folder {0} holds no model.toml and no ONNX file: write a description for it (models/README.md)."
            )
        )
        raise ModelError(sentence.format(folder))
    spec, note = infer_spec(graphs[0])
    return InstalledModel(spec, folder, note)


def check_files(model: InstalledModel) -> None:
    """Compare every file with the size and hash of the description, where it gives them; raises ModelError."""
    for item in model.spec.files:
        path = model.folder / item.path
        try:
            size = path.stat().st_size
        except OSError as error:
            raise ModelError(tr("The model file {0} cannot be read: {1}.").format(path, error.strerror)) from error
        if item.size is not None and size != item.size:
            raise ModelError(
                tr("{0} has {1} bytes instead of {2}: install the model again.").format(path, size, item.size)
            )
        if item.sha256 is not None and file_hash(path) != item.sha256.lower():
            raise ModelError(
                tr("{0} is not the file that its description names (SHA-256): install the model again.").format(path)
            )


def file_hash(path: Path) -> str:
    """Hex SHA-256 of a file; computed once as long as the file stays the same."""
    try:
        status = path.stat()
        return _hash(path, status.st_size, status.st_mtime_ns)
    except OSError as error:
        raise ModelError(tr("The model file {0} cannot be read: {1}.").format(path, error.strerror)) from error


@lru_cache(maxsize=64)
def _hash(path: Path, size: int, mtime_ns: int) -> str:  # noqa: ARG001 (they are there for the cache)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
