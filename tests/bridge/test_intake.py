"""What a drop or a paste brings, told apart."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.intake import NOTHING, Kind, promises, read_mime, read_text


def mime(
    *,
    urls: list[str] | None = None,
    text: str | None = None,
    image: QImage | None = None,
    formats: dict[str, bytes] | None = None,
) -> QMimeData:
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if urls is not None:
        data.setUrls([QUrl(url) for url in urls])
    if image is not None:
        data.setImageData(image)
    for name, content in (formats or {}).items():
        data.setData(name, content)
    return data


@pytest.fixture
def image(qtbot: QtBot) -> QImage:
    image = QImage(8, 6, QImage.Format.Format_RGB888)
    image.fill(QColor("#3377bb"))
    return image


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "2024.05 Lisbon, Müller & 照片 100%"
    folder.mkdir()
    return folder


@pytest.fixture
def file(folder: Path) -> Path:
    file = folder / "boat #1.jpg"
    file.write_bytes(b"picture")
    return file


def url_of(path: Path) -> str:
    return QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)


def test_files_and_folders(folder: Path, file: Path) -> None:
    assert read_mime(mime(urls=[url_of(file)])).paths == (file,)
    assert read_mime(mime(urls=[url_of(file)])).kind is Kind.PICTURES
    drop = read_mime(mime(urls=[url_of(file), url_of(folder)]))
    assert (drop.kind, drop.paths) == (Kind.FOLDERS, (folder,))
    several = read_mime(mime(urls=[url_of(file), url_of(folder / "b.png")]))
    assert several.paths == (file, folder / "b.png")


def test_a_local_file_goes_before_data_and_data_before_an_address(file: Path, image: QImage) -> None:
    assert read_mime(mime(urls=[url_of(file)], image=image)).kind is Kind.PICTURES
    browser = mime(urls=["https://example.org/a.jpg"], text="https://example.org/a.jpg", image=image)
    drop = read_mime(browser)
    assert drop.kind is Kind.IMAGE
    assert drop.image is not None
    assert drop.image.size() == image.size()
    assert promises(browser) is Kind.IMAGE


def test_an_address_is_sent_as_it_came() -> None:
    sent = "https://example.org/a%20b/%E7%85%A7.jpg?size=1%2F2"
    assert read_mime(mime(urls=[sent])).url == sent
    assert read_mime(mime(text=sent)).url == sent
    assert read_text("https://example.org/照 片.jpg").url == "https://example.org/%E7%85%A7%20%E7%89%87.jpg"


def test_firefox_gives_the_address_and_a_title() -> None:
    content = "https://example.org/boat.jpg\nA boat".encode("utf-16-le")
    drop = read_mime(mime(formats={"text/x-moz-url": content}))
    assert (drop.kind, drop.url) == (Kind.URL, "https://example.org/boat.jpg")


def test_text_may_be_a_path(folder: Path, file: Path) -> None:
    for text in (str(file), f'"{file}"', f"  {file}\n", url_of(file)):
        assert read_text(text).paths == (file,), text
        assert read_mime(mime(text=text)).paths == (file,), text
    assert read_text(str(folder)).kind is Kind.FOLDERS


def test_a_path_at_home(monkeypatch: pytest.MonkeyPatch, folder: Path, file: Path) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert read_text("~/boat #1.jpg").paths == (file,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a sentence about boats",
        "relative/boat.jpg",
        "/no/such/file.jpg",
        "~nobody-of-this-name/boat.jpg",
        "ftp://example.org/a.jpg",
        "https://",
        "/" + "a" * 300 + ".jpg",
        "/" + "a" * 10_000,
        "/one.jpg\n/two.jpg",
        "/a\0b.jpg",
    ],
)
def test_other_words_are_nothing(text: str) -> None:
    assert read_text(text) == NOTHING
    assert read_mime(mime(text=text)) == NOTHING


def test_an_empty_drop_and_an_empty_image_are_nothing(qtbot: QtBot) -> None:
    assert read_mime(QMimeData()) == NOTHING
    assert read_mime(mime(image=QImage())) == NOTHING
    assert promises(QMimeData()) is Kind.NOTHING


def test_a_drag_is_judged_by_names(folder: Path, image: QImage) -> None:
    assert promises(mime(urls=["file:///pictures/boat.JPG"])) is Kind.PICTURES
    assert promises(mime(urls=["file:///pictures"])) is Kind.FOLDERS
    assert promises(mime(urls=[url_of(folder)])) is Kind.FOLDERS
    assert promises(mime(text="/pictures/boat.jpg")) is Kind.PICTURES
    assert promises(mime(urls=["https://example.org/a"])) is Kind.URL
    assert promises(mime(text="a sentence")) is Kind.NOTHING
    assert promises(mime(image=image)) is Kind.IMAGE


def test_a_drag_never_asks_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object, **__: object) -> NoReturn:
        raise AssertionError("the disk was asked at a move of the mouse")

    for name in ("stat", "exists", "is_dir", "is_file"):
        monkeypatch.setattr(Path, name, asked)
    for data in (
        mime(urls=["file:///media/asleep/boat.jpg"]),
        mime(text="/media/asleep/boat.jpg"),
        mime(text="~/boat.jpg"),
        mime(text="file:///media/asleep/boats"),
    ):
        promises(data)


@pytest.mark.parametrize("text", ["file:///a%00b.png", "/a\0b", "/a\ud800b", "file://%00"])
def test_names_that_no_file_can_have(text: str) -> None:
    assert read_text(text).kind is Kind.NOTHING
    data = QMimeData()
    data.setUrls([QUrl(text)])
    assert read_mime(data).kind is Kind.NOTHING
    assert promises(data) is Kind.NOTHING


def test_of_very_many_files_some_are_taken() -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/no/such.png")] * 10_500)
    assert len(read_mime(data).paths) == 10_000
