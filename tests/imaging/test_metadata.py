"""EXIF to the record of a picture."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest
from PIL import Image
from PIL.ExifTags import IFD, Base

from imsearch_gui.domain.records import PictureInfo, Pixels
from imsearch_gui.imaging.decoder import decode


@pytest.fixture
def info(encode: Callable[..., bytes], scene: Pixels) -> Callable[[dict[int, object], dict[int, object]], PictureInfo]:
    def of(fields: dict[int, object], photo: dict[int, object], form: str = "JPEG") -> PictureInfo:
        exif = Image.Exif()
        for tag, value in fields.items():
            exif[tag] = value
        exif.get_ifd(IFD.Exif).update(photo)
        return decode(encode(scene, form, exif=exif.tobytes()), need=20).info

    return of


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF", "AVIF"])
def test_date_and_camera(form: str, info: Callable[..., PictureInfo]) -> None:
    found = info(
        {Base.Make: "Canon", Base.Model: "Canon EOS 80D", Base.DateTime: "2024:01:01 00:00:00"},
        {Base.DateTimeOriginal: "2023:07:14 18:30:05"},
        form,
    )
    assert found == PictureInfo(200, 120, form, "2023-07-14T18:30:05", "Canon EOS 80D")


def test_the_date_of_the_last_change_counts_where_there_is_no_better_one(info: Callable[..., PictureInfo]) -> None:
    assert info({Base.DateTime: "2024:02:29 12:00:00"}, {}).taken == "2024-02-29T12:00:00"
    mixed = info({Base.DateTime: "2024:02:29 12:00:00"}, {Base.DateTimeOriginal: "0000:00:00 00:00:00"})
    assert mixed.taken == "2024-02-29T12:00:00"


@pytest.mark.parametrize(
    "written", ["0000:00:00 00:00:00", "    :  :     :  :  ", "yesterday", "2023:13:40 99:99:99", ""]
)
def test_a_date_that_is_none(written: str, info: Callable[..., PictureInfo]) -> None:
    assert info({}, {Base.DateTimeOriginal: written}).taken is None


def test_a_maker_that_the_model_does_not_name(info: Callable[..., PictureInfo]) -> None:
    assert info({Base.Make: "NIKON CORPORATION", Base.Model: "D90"}, {}).camera == "NIKON CORPORATION D90"
    assert info({Base.Model: "Pixel 8"}, {}).camera == "Pixel 8"
    assert info({Base.Make: "LEICA"}, {}).camera == "LEICA"


def test_a_camera_is_one_short_line(info: Callable[..., PictureInfo]) -> None:
    camera = info({Base.Make: "A\nB\x07C  ", Base.Model: "x" * 500}, {}).camera
    assert camera is not None and camera.startswith("ABC x") and len(camera) == 100


def test_fields_of_the_wrong_type_are_none(encode: Callable[..., bytes], scene: Pixels) -> None:
    # Make as a number, DateTime as a rational whose value lies beyond the end of the block.
    fields = struct.pack("<HHHIIHHII", 2, Base.Make, 3, 1, 7, Base.DateTime, 5, 1, 10_000)
    found = decode(encode(scene, "JPEG", exif=b"Exif\0\0II*\0" + struct.pack("<I", 8) + fields + bytes(4))).info
    assert (found.taken, found.camera) == (None, None)


def test_a_picture_without_metadata(encode: Callable[..., bytes], scene: Pixels) -> None:
    assert decode(encode(scene, "PNG")).info == PictureInfo(200, 120, "PNG")
