"""`model.toml` to ModelSpec and back, checked. Unknown keys and values are refused by name."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from types import MappingProxyType, NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from imsearch_gui.domain.errors import ModelError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.model_spec import (
    Fact,
    Family,
    HubSource,
    InputSpec,
    ModelFile,
    ModelSpec,
    OutputSpec,
    PatchSpec,
    Pooling,
    RecipeSource,
    Reference,
    Resize,
    TextSpec,
)

SCHEMA = 1
LARGEST_SIDE = 4096
LONGEST_TEXT = 4096
LARGEST_DIMENSION = 1 << 24
"""Numbers of a vector: a hundred times those of the pixels of an input."""
LARGEST_NUMBER = 2**53
"""Beyond, a float does not tell whole numbers apart, and the catalog keeps none."""
LONGEST_VALUE = 10_000
"""Characters of a text; the longest summary has three hundred."""
LONGEST_SHOWN = 200
PRECISIONS = ("fp32", "fp16", "int8")

_PARTS: Mapping[str, type[Any]] = MappingProxyType(
    {
        "input": InputSpec,
        "output": OutputSpec,
        "reference": Reference,
        "text": TextSpec,
        "patches": PatchSpec,
        "hub": HubSource,
        "recipe": RecipeSource,
    }
)
"""The tables of a description, beside `files` and `facts`."""

T = TypeVar("T")


def parse_model(data: Mapping[str, Any], *, where: str) -> ModelSpec:
    """The content of a `model.toml` -> ModelSpec. `where` names the file in the sentence of a ModelError."""
    table = Table(data, where, "")
    if table.take("schema", int) != SCHEMA:
        sentence = tr("{0}: this model description has another schema than {1}; update the program.")
        raise ModelError(sentence.format(where, SCHEMA))
    spec = ModelSpec(
        files=tuple(item.read(ModelFile) for item in table.tables("files")),
        facts=tuple(item.read(Fact) for item in table.tables("facts")),
        **{key: table.table(key).read(kind) for key, kind in _PARTS.items() if key in data},
        **table.values(ModelSpec, leave_out=("files", "facts", *_PARTS)),
    )
    table.finish()
    check_model(spec, where)
    return spec


def model_table(spec: ModelSpec) -> dict[str, Any]:
    """ModelSpec -> what `parse_model` reads; what is as by default is left out."""
    return {"schema": SCHEMA, **_changed(spec)}


def _changed(value: Any) -> dict[str, Any]:
    changed = {}
    for item in fields(value):
        content, default = getattr(value, item.name), item.default
        if content != default:
            changed[item.name] = _plain(content)
    return changed


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return _changed(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, StrEnum) else value


def check_model(spec: ModelSpec, where: str) -> None:
    """Refuse what is well-typed but makes no sense; raises ModelError."""
    for check in (_check_whole, _check_input, _check_text, _check_rest):
        for sentence, holds in check(spec):
            if holds:
                raise ModelError(tr("{0}: {1}.", "file, what is wrong with it").format(where, sentence))


_Objections = Iterator[tuple[str, bool]]


def _check_whole(spec: ModelSpec) -> _Objections:
    names = [item.path for item in spec.files]
    yield tr("id must be letters, digits, '-', '_' or '.', and start with a letter or digit"), not _is_id(spec.id)
    yield tr("dimension must be positive"), spec.dimension <= 0
    yield tr("dimension must be at most {0}").format(LARGEST_DIMENSION), spec.dimension > LARGEST_DIMENSION
    yield tr("a model of this family needs a file"), spec.family is not Family.PIXEL and not spec.files
    yield tr("files must lie inside the model's folder"), any(_leaves_folder(name) for name in names)
    yield tr("a file is named twice"), len(set(names)) < len(names)
    yield tr("the size of a file must not be negative"), any((item.size or 0) < 0 for item in spec.files)
    reference = spec.reference
    yield (
        tr("the reference must lie inside the model's folder"),
        reference is not None and (_leaves_folder(reference.picture) or _leaves_folder(reference.vector)),
    )


def _check_input(spec: ModelSpec) -> _Objections:
    given = spec.input
    sides = 0 < given.width <= LARGEST_SIDE and 0 < given.height <= LARGEST_SIDE
    yield tr("input width and height must be between 1 and {0}").format(LARGEST_SIDE), not sides
    yield (
        tr("resize_to must be at least the input size"),
        given.resize is Resize.SHORT_SIDE and given.resize_to < max(given.width, given.height),
    )
    yield tr("resize_to must be at most {0}").format(8 * LARGEST_SIDE), given.resize_to > 8 * LARGEST_SIDE
    numbers = (*given.mean, *given.std, given.scale)
    yield tr("mean, std and scale must be finite"), not all(math.isfinite(value) for value in numbers)
    yield tr("std must not be zero"), 0.0 in given.std
    yield tr("pad_value must be between 0 and 255"), not 0 <= given.pad_value <= 255


def _check_text(spec: ModelSpec) -> _Objections:
    text, names = spec.text, [item.path for item in spec.files]
    if text is None:
        return
    yield tr("text.file must be one of the files"), text.file not in names
    yield tr("text.file must not be the graph of the pictures"), [text.file] == names[:1]
    yield tr("text.tokenizer must be one of the files"), text.tokenizer not in names
    yield tr("text.length must be between 2 and {0}").format(LONGEST_TEXT), not 2 <= text.length <= LONGEST_TEXT
    yield tr("text.template must hold one {}"), text.template.count("{}") != 1
    poolings = (Pooling.NONE, Pooling.CLS, Pooling.MEAN, Pooling.MAX)
    yield tr("text.pooling must be none, cls, mean or max"), text.pooling not in poolings


def _check_rest(spec: ModelSpec) -> _Objections:
    patches, hub, recipe = spec.patches, spec.hub, spec.recipe
    of_another = spec.family is not Family.PIXEL and not spec.output.zscore
    yield tr("output.zscore is only for models of the family pixel"), of_another
    if patches is not None:
        yield tr("patches.rows and patches.columns must be positive"), patches.rows <= 0 or patches.columns <= 0
        yield tr("patches.skip must not be negative"), patches.skip < 0
    yield tr("hub and recipe exclude each other"), hub is not None and recipe is not None
    if hub is not None:
        yield tr("hub.repository must be owner/name"), not _is_repository(hub.repository)
        yield tr("hub.revision must be a commit or a branch"), not hub.revision or not _is_revision(hub.revision)
        yield (
            tr("files.remote must be a path in the repository"),
            any(_leaves_folder(item.remote) for item in spec.files if item.remote is not None),
        )
    if recipe is not None:
        yield tr("recipe.name must be a name"), not _is_id(recipe.name)
        yield tr("recipe.precision must be fp32, fp16 or int8"), recipe.precision not in PRECISIONS


def _is_repository(text: str) -> bool:
    owner, _, name = text.partition("/")
    return _is_id(owner) and _is_id(name)


def _is_revision(text: str) -> bool:
    return all(_is_id(part) for part in text.split("/"))


def _is_id(text: str) -> bool:
    return (
        0 < len(text) <= 100
        and text[0].isalnum()
        and all(character.isalnum() or character in "-_." for character in text)
        and text.isascii()
    )


def _leaves_folder(path: str) -> bool:
    parts = path.replace("\\", "/").split("/")
    return not path or ".." in parts or parts[0] == "" or ":" in path


def shortened(text: str) -> str:
    """A sentence shows the beginning of what somebody else wrote."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


def _shown(value: object) -> str:
    return shortened(repr(value))


_MISSING: Any = object()


class Table:
    """A TOML table that is taken apart key by key, so that what is left over can be refused by name."""

    def __init__(self, data: Any, where: str, prefix: str) -> None:
        if not isinstance(data, Mapping):
            raise ModelError(tr("{0}: [{1}] must be a table.").format(where, prefix.rstrip(".")))
        self._left = dict(data)
        self._where = where
        self._prefix = prefix

    def read(self, kind: type[T]) -> T:
        """A dataclass from the whole table."""
        value = kind(**self.values(kind))
        self.finish()
        return value

    def values(self, kind: type[Any], *, leave_out: Sequence[str] = ()) -> dict[str, Any]:
        """The fields of a dataclass, by name."""
        kinds = get_type_hints(kind)
        return {
            item.name: self._field(item.name, kinds[item.name], item.default)
            for item in fields(kind)
            if item.name not in leave_out
        }

    def _field(self, key: str, kind: Any, default: Any) -> Any:
        default = _MISSING if default is MISSING else default
        if get_origin(kind) is tuple:
            return self.triple(key, default)
        if isinstance(kind, UnionType):
            kind = next(part for part in get_args(kind) if part is not NoneType)
        if issubclass(kind, StrEnum):
            return self.choice(key, kind, default)
        return self.take(key, kind, default)

    def take(self, key: str, kind: type[T], default: Any = _MISSING) -> Any:
        if key not in self._left:
            if default is _MISSING:
                raise ModelError(tr("{0}: {1} is missing.").format(self._where, self._prefix + key))
            return default
        value = self._left.pop(key)
        if isinstance(value, int) and abs(value) > LARGEST_NUMBER:
            sentence = tr("{0}: {1} is too large a number.")
            raise ModelError(sentence.format(self._where, self._prefix + key))
        if kind is float and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            sentence = tr("{0}: {1} must be of type {2}, not {3}.")
            raise ModelError(sentence.format(self._where, self._prefix + key, kind.__name__, _shown(value)))
        if isinstance(value, str) and (len(value) > LONGEST_VALUE or "\0" in value):
            sentence = tr("{0}: {1} is too long a text, or holds signs that are not seen.")
            raise ModelError(sentence.format(self._where, self._prefix + key))
        return value

    def choice(self, key: str, kind: type[StrEnum], default: Any = _MISSING) -> Any:
        value = self.take(key, str, default)
        try:
            return kind(value)
        except ValueError:
            known = ", ".join(kind)
            sentence = tr("{0}: {1} {2} is not known; use one of {3}.")
            raise ModelError(sentence.format(self._where, self._prefix + key, _shown(value), known)) from None

    def triple(self, key: str, default: tuple[float, float, float]) -> tuple[float, float, float]:
        value = self.take(key, list, list(default))
        numbers = len(value) == 3 and all(type(item) in (int, float) for item in value)
        if not numbers or any(type(item) is int and abs(item) > LARGEST_NUMBER for item in value):
            sentence = tr("{0}: {1} must be three numbers, not {2}.")
            raise ModelError(sentence.format(self._where, self._prefix + key, _shown(value)))
        return float(value[0]), float(value[1]), float(value[2])

    def table(self, key: str) -> Table:
        return Table(self._left.pop(key, {}), self._where, f"{self._prefix}{key}.")

    def tables(self, key: str) -> list[Table]:
        return [
            Table(item, self._where, f"{self._prefix}{key}[{position}].")
            for position, item in enumerate(self.take(key, list, []))
        ]

    def finish(self) -> None:
        if self._left:
            names = ", ".join(f"{self._prefix}{key}" for key in self._left)
            raise ModelError(tr("{0}: not known: {1}.").format(self._where, shortened(names)))
