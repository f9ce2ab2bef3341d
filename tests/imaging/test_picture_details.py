"""How a picture was taken, from its EXIF block."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.TiffImagePlugin import IFDRational

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.picture_details import PictureDetails
from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging.metadata import details_of

PHOTO = {
    Base.DateTimeOriginal: "2023:07:14 18:30:05",
    Base.ExposureTime: IFDRational(1, 250),
    Base.FNumber: IFDRational(28, 10),
    Base.ISOSpeedRatings: 400,
    Base.FocalLength: IFDRational(35, 1),
    Base.FocalLengthIn35mmFilm: 56,
    Base.LensModel: "XF35mmF2 R WR",
}
PLACE = {
    GPS.GPSLatitudeRef: "S",
    GPS.GPSLatitude: (IFDRational(33), IFDRational(51), IFDRational(3600, 100)),
    GPS.GPSLongitudeRef: "E",
    GPS.GPSLongitude: (IFDRational(151), IFDRational(12), IFDRational(36)),
}


@pytest.fixture
def details(encode: Callable[..., bytes], scene: Pixels) -> Callable[..., PictureDetails]:
    """details(photo={}, place={}, fields={}, form="JPEG"): of a picture with these fields."""

    def of(
        photo: dict[int, object] | None = None,
        place: dict[int, object] | None = None,
        fields: dict[int, object] | None = None,
        form: str = "JPEG",
    ) -> PictureDetails:
        exif = Image.Exif()
        for tag, value in (fields or {}).items():
            exif[tag] = value
        exif.get_ifd(IFD.Exif).update(photo or {})
        exif.get_ifd(IFD.GPSInfo).update(place or {})
        return details_of(encode(scene, form, exif=exif.tobytes()))

    return of


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "HEIF", "AVIF"])
def test_everything_that_a_camera_writes(form: str, details: Callable[..., PictureDetails]) -> None:
    found = details(PHOTO, PLACE, {Base.Make: "FUJIFILM", Base.Model: "X-T3"}, form)
    assert found == PictureDetails(
        taken="2023-07-14T18:30:05",
        camera="FUJIFILM X-T3",
        lens="XF35mmF2 R WR",
        exposure=pytest.approx(0.004),
        aperture=pytest.approx(2.8),
        iso=400,
        focal=35,
        focal_35mm=56,
        latitude=pytest.approx(-33.86),
        longitude=pytest.approx(151.21),
    )


def test_a_picture_that_says_nothing(encode: Callable[..., bytes], scene: Pixels) -> None:
    assert details_of(encode(scene, "PNG")) == PictureDetails()
    assert details_of(encode(scene, "GIF")) == PictureDetails()


def test_what_a_camera_does_not_know(details: Callable[..., PictureDetails]) -> None:
    found = details(
        {
            Base.ExposureTime: IFDRational(0, 0),
            Base.FNumber: IFDRational(0, 1),
            Base.ISOSpeedRatings: 0,
            Base.FocalLength: IFDRational(0, 10),
            Base.FocalLengthIn35mmFilm: 0,
            Base.LensModel: "   ",
        }
    )
    assert found == PictureDetails()


@pytest.mark.parametrize(
    "change",
    [
        {GPS.GPSLatitudeRef: ""},
        {GPS.GPSLatitudeRef: "X"},
        {GPS.GPSLatitude: (IFDRational(91), IFDRational(0), IFDRational(0))},
        {GPS.GPSLatitude: (IFDRational(33, 0), IFDRational(51), IFDRational(0))},
        {GPS.GPSLongitude: (IFDRational(181), IFDRational(0), IFDRational(0))},
        {
            GPS.GPSLatitude: (IFDRational(0), IFDRational(0), IFDRational(0)),
            GPS.GPSLongitude: (IFDRational(0), IFDRational(0), IFDRational(0)),
        },
    ],
)
def test_a_place_that_is_none(change: dict[int, object], details: Callable[..., PictureDetails]) -> None:
    found = details(place={**PLACE, **change})
    assert (found.latitude, found.longitude) == (None, None)


def test_the_maker_of_a_lens(details: Callable[..., PictureDetails]) -> None:
    sigma = {Base.LensMake: "SIGMA", Base.LensModel: "30mm F1.4"}
    assert details(sigma, fields={Base.Make: "SONY"}).lens == "SIGMA 30mm F1.4"
    assert details(sigma, fields={Base.Make: "Sigma"}).lens == "30mm F1.4"
    assert details({**sigma, Base.LensModel: "Sigma 30mm"}).lens == "Sigma 30mm"


def test_a_broken_block_is_no_error(encode: Callable[..., bytes], scene: Pixels) -> None:
    # The photo's own directory lies beyond the end of the block; so does the value of the maker.
    fields = struct.pack("<HHHIIHHII", 2, Base.Make, 2, 40, 9999, IFD.Exif, 4, 1, 50_000)
    block = b"Exif\0\0II*\0" + struct.pack("<I", 8) + fields + bytes(4)
    assert details_of(encode(scene, "JPEG", exif=block)) == PictureDetails()
    assert details_of(encode(scene, "JPEG", exif=b"Exif\0\0nonsense")) == PictureDetails()


def test_no_picture() -> None:
    with pytest.raises(PictureError):
        details_of(b"notes, not a picture")


def test_a_telephone(shared_data: Path) -> None:
    found = details_of((shared_data / "large" / "IMG_1025.JPG").read_bytes())
    assert (found.camera, found.lens) == ("Apple iPhone 7", "iPhone 7 back camera 3.99mm f/1.8")
    assert (found.exposure, found.aperture, found.iso) == (pytest.approx(1 / 60), pytest.approx(1.8), 20)
    assert (found.focal, found.focal_35mm) == (pytest.approx(3.99), 28)
    assert (found.latitude, found.longitude) == (pytest.approx(37.72328, abs=1e-5), pytest.approx(-119.61591, abs=1e-5))


def test_a_heic_of_a_telephone(shared_data: Path) -> None:
    found = details_of((shared_data / "torture" / "heic__IMG_1034.heic").read_bytes())
    assert found.camera is not None
    assert found.exposure is not None


def test_bad_blocks_of_real_files(shared_data: Path) -> None:
    for file in sorted((shared_data / "torture").glob("exif_bad__*")):
        assert isinstance(details_of(file.read_bytes()), PictureDetails), file.name
