"""What a file is that is no ONNX model, told by its first bytes, so that the user knows what to do."""

from __future__ import annotations

import zipfile
from pathlib import Path

from imsearch_gui.domain.language import mark, tr

HEAD = 4096
"""Bytes that tell."""

_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ\x00")
_KERAS = mark("{0} is a model of Keras, not of ONNX: convert it with tf2onnx first.")
_PYTORCH = mark("{0} is a model of PyTorch, not of ONNX: export it with torch.onnx first.")
_PICTURE = mark("{0} is a picture, not a model: choose an .onnx file.")
_KINDS = (
    (
        0,
        b"version https://git-lfs",
        mark("{0} only points to a model kept elsewhere (Git LFS): download the file itself."),
    ),
    (0, b"\x89HDF\r\n", _KERAS),
    (0, b"\x80\x02", _PYTORCH),
    (
        0,
        b"GGUF",
        mark("{0} is a language model (GGUF), which knows no pictures: choose the ONNX file of an image model."),
    ),
    (4, b"TFL3", mark("{0} is a model of TensorFlow Lite, not of ONNX: convert it with tf2onnx first.")),
    (
        4,
        b"ORTM",
        mark("{0} is in onnxruntime's own format, which fits one kind of machine: take the .onnx that it was made of."),
    ),
    (0, b"%PDF", mark("{0} is a PDF document, not a model: choose an .onnx file.")),
    (0, b"\xff\xd8\xff", _PICTURE),
    (0, b"\x89PNG", _PICTURE),
)


def foreign_kind(path: Path, head: bytes) -> str | None:
    """The sentence for a file that begins with `head`; None where nothing speaks against ONNX."""
    if not head:
        return tr("{0} is empty: download or export it again.").format(path.name)
    if not any(head):
        return tr("{0} holds nothing but zeros: its download was not finished, so fetch it again.").format(path.name)
    for place, sign, said in _KINDS:
        if head[place : place + len(sign)] == sign:
            return tr(said).format(path.name)
    if head.startswith(_ARCHIVES) or head[257:262] == b"ustar":
        return _archive(path)
    if head.lstrip().lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<head", b"<body")):
        return tr(
            "{0} is a web page, not a model: the site wants you to sign in, or the address was that of a page about the model."
        ).format(path.name)
    if head[8:9] == b"{" and int.from_bytes(head[:8], "little") < 100_000_000:
        return tr("{0} holds weights only (safetensors): `imsearch models export` makes a model of its folder.").format(
            path.name
        )
    if head.lstrip().startswith((b"{", b"[")):
        return tr("{0} is a text of settings, not a model: choose the .onnx file beside it.").format(path.name)
    return None


def _archive(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (OSError, zipfile.BadZipFile):
        names = []
    if any(name.endswith("data.pkl") for name in names):
        return tr(_PYTORCH).format(path.name)
    if any(name.endswith(".weights.h5") for name in names):
        return tr(_KERAS).format(path.name)
    return tr("{0} is an archive: unpack it, and choose the .onnx file that it holds.").format(path.name)
