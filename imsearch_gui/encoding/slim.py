"""An ONNX file without its weights: what it says can be read in a moment, however many gigabytes it holds.

A walk over the protocol buffer's fields (protobuf.dev, Encoding) copies all but the numbers of large tensors. The walk seeks over
those, so that a file is neither read nor held as a whole, and sees at once where one was cut off.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from imsearch_gui.domain.language import tr

if TYPE_CHECKING:
    import onnx

KEPT = 1024
"""Fields up to so many bytes are copied as they are; the numbers of a small tensor stay readable."""
LARGEST = 128 * 2**20
"""Bytes that are held at most; a graph of 50,000 nodes has 10 million."""
DEEPEST = 48
"""Graphs in graphs; protobuf itself gives up at 100 messages."""

_NUMBERS = frozenset(
    {"raw_data", "float_data", "int32_data", "int64_data", "uint64_data", "double_data", "string_data"}
)
_VARINT, _EIGHT, _BYTES, _FOUR = 0, 1, 2, 5
_LONGEST_VARINT = 10


class NotOnnxError(ValueError):
    """The file is no protocol buffer of a model; the text says why, in a few words."""

    def __str__(self) -> str:
        text: str = self.args[0]  # str() of another exception would copy its letters, and lose how it was made
        return text


def read_slim(path: Path) -> onnx.ModelProto:
    """The model without the numbers of its large tensors; NotOnnxError, OSError."""
    import onnx
    from google.protobuf.message import DecodeError

    with path.open("rb") as file:
        end = file.seek(0, io.SEEK_END)
        slim = _Walk(file).message(0, end, onnx.ModelProto.DESCRIPTOR, 0)
    model = onnx.ModelProto()
    try:
        model.ParseFromString(slim)
    except DecodeError as error:
        raise NotOnnxError(tr("what it says cannot be read")) from error
    _check_texts(model)
    return model


def _check_texts(message: Any) -> None:
    """Where a text is damaged the library hands out its bytes, which no caller expects."""
    for field, value in message.ListFields():
        if field.type in (field.TYPE_STRING, field.TYPE_MESSAGE):
            alone = isinstance(value, str | bytes) or hasattr(value, "ListFields")
            for item in (value,) if alone else value:
                if isinstance(item, bytes):
                    raise NotOnnxError(tr("what it says cannot be read"))
                if not isinstance(item, str):
                    _check_texts(item)


class _Walk:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._held = 0

    def message(self, position: int, end: int, descriptor: Any, depth: int) -> bytes:
        """The slim form of the message between two places."""
        if depth > DEEPEST:
            raise NotOnnxError(tr("it is nested too deeply"))
        parts = bytearray()
        while position < end:
            position, part = self._field(position, end, descriptor, depth)
            parts += part
        return bytes(parts)

    def _field(self, position: int, end: int, descriptor: Any, depth: int) -> tuple[int, bytes]:
        """(where the next field begins, the slim form of this one)"""
        body, key = self._varint(position, end)
        number, kind = key >> 3, key & 7
        if number == 0:
            raise NotOnnxError(tr("it is damaged, or no ONNX file at all"))
        if kind == _VARINT:
            after, _ = self._varint(body, end)
        elif kind in (_EIGHT, _FOUR):
            after = body + (8 if kind == _EIGHT else 4)
        elif kind == _BYTES:
            body, length = self._varint(body, end)
            after = body + length
        else:
            raise NotOnnxError(tr("it is damaged, or no ONNX file at all"))
        if after > end:
            raise NotOnnxError(tr("it ends too early, so its download or export was not finished"))
        if kind != _BYTES or after - body <= KEPT:
            return after, self._read(position, after)
        return after, self._long(key, body, after, descriptor.fields_by_number.get(number), depth)

    def _long(self, key: int, body: int, end: int, field: Any, depth: int) -> bytes:
        """A long field: a message is made slim, numbers and what training left are left out, the rest is copied."""
        if field is None or field.name == "training_info":
            return b""
        if field.message_type is not None:
            slim = self.message(body, end, field.message_type, depth + 1)
            return _as_varint(key) + _as_varint(len(slim)) + slim
        if field.containing_type.name == "TensorProto" and field.name in _NUMBERS:
            return b""
        content = self._read(body, end)
        return _as_varint(key) + _as_varint(len(content)) + content

    def _varint(self, position: int, end: int) -> tuple[int, int]:
        """(place behind it, value)"""
        self._file.seek(position)
        value = 0
        for count, byte in enumerate(self._file.read(min(_LONGEST_VARINT, end - position))):
            value |= (byte & 0x7F) << 7 * count
            if byte < 0x80:
                return position + count + 1, value
        raise NotOnnxError(tr("it is damaged, or no ONNX file at all"))

    def _read(self, start: int, end: int) -> bytes:
        self._held += end - start
        if self._held > LARGEST:
            raise NotOnnxError(tr("it says more than any model does"))
        self._file.seek(start)
        return self._file.read(end - start)


def _as_varint(value: int) -> bytes:
    encoded = bytearray()
    while value >= 0x80:
        encoded.append(value & 0x7F | 0x80)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)
