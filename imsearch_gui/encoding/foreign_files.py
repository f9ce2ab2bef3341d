"""What a file is that is no ONNX model, told by its first bytes, so that the user knows what to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

HEAD = 4096
"""Bytes that tell."""

_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ\x00")
_KINDS = (
    (0, b"version https://git-lfs", "only points to a model kept elsewhere (Git LFS): download the file itself"),
    (0, b"\x89HDF\r\n", "is a model of Keras, not of ONNX: convert it with tf2onnx first"),
    (0, b"\x80\x02", "is a model of PyTorch, not of ONNX: export it with torch.onnx first"),
    (0, b"GGUF", "is a language model (GGUF), which knows no pictures: choose the ONNX file of an image model"),
    (4, b"TFL3", "is a model of TensorFlow Lite, not of ONNX: convert it with tf2onnx first"),
    (4, b"ORTM", "is in onnxruntime's own format, which fits one kind of machine: take the .onnx that it was made of"),
    (0, b"%PDF", "is a PDF document, not a model: choose an .onnx file"),
    (0, b"\xff\xd8\xff", "is a picture, not a model: choose an .onnx file"),
    (0, b"\x89PNG", "is a picture, not a model: choose an .onnx file"),
)


def foreign_kind(path: Path, head: bytes) -> str | None:
    """What follows the name in the sentence, for a file that begins with `head`; None where nothing speaks against ONNX."""
    if not head:
        return "is empty: download or export it again"
    if not any(head):
        return "holds nothing but zeros: its download was not finished, so fetch it again"
    for place, sign, said in _KINDS:
        if head[place : place + len(sign)] == sign:
            return said
    if head.startswith(_ARCHIVES) or head[257:262] == b"ustar":
        return _archive(path)
    if head.lstrip().lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body")):
        return "is a web page, not a model: the site wants you to sign in, or the address was that of a page about the model"
    if head[8:9] == b"{" and int.from_bytes(head[:8], "little") < 100_000_000:
        return "holds weights only (safetensors): `imsearch models export` makes a model of its folder"
    if head.lstrip().startswith((b"{", b"[")):
        return "is a text of settings, not a model: choose the .onnx file beside it"
    return None


def _archive(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile):
        names = []
    if any(name.endswith("data.pkl") for name in names):
        return "is a model of PyTorch, not of ONNX: export it with torch.onnx first"
    if any(name.endswith(".weights.h5") for name in names):
        return "is a model of Keras, not of ONNX: convert it with tf2onnx first"
    return "is an archive: unpack it, and choose the .onnx file that it holds"
