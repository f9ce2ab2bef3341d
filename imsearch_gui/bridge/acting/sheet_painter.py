"""Draws contact sheets, as pages of a PDF with real text or as one PNG. Black on white: they are for paper and for others' eyes."""

from __future__ import annotations

import errno
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QFile, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from imsearch_gui.bridge.images import to_qimage
from imsearch_gui.domain.contact_sheet import DOTS, Box, Layout, lay_out
from imsearch_gui.domain.errors import QueryError
from imsearch_gui.domain.exporting import Export
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import Match, Pixels
from imsearch_gui.domain.wording import count, score, score_digits

INK, QUIET, EMPTY = "#1c1c1c", "#646464", "#f0f0f0"
Load: TypeAlias = "Callable[[Path, int], Pixels | None]"
"""(path, long side) -> the picture, None where it cannot be read."""
Step = Callable[[int], None]
"""Told how many pictures are drawn; may raise to end it."""


def draw_pdf(wish: Export, file: Path, load: Load, step: Step) -> None:
    """Pages of pictures; OSError where the disk does not take them."""
    layout = lay_out(wish.sheet, len(wish.matches))
    device = _opened(file)
    writer = QPdfWriter(device)
    writer.setResolution(round(DOTS))
    writer.setCreator("imsearch")
    writer.setTitle(wish.target.stem)
    width, height = wish.sheet.paper.size
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Millimeter, wish.sheet.paper.value)
    ways = QPageLayout.Orientation
    way = ways.Landscape if wish.sheet.landscape else ways.Portrait
    writer.setPageLayout(QPageLayout(size, way, QMarginsF()))
    painter = QPainter(writer)
    try:
        matches, done = iter(wish.matches), 0
        for page in range(layout.pages):
            if page:
                writer.newPage()
            done = _draw_page(painter, wish, layout, list(islice(matches, len(layout.cells))), load, step, done)
            _number(painter, layout, page)
    finally:
        painter.end()
        _close(device)
    with file.open("rb") as written:
        written.seek(max(0, file.stat().st_size - 16))
        if not written.read().rstrip().endswith(b"%%EOF"):
            raise OSError(errno.EIO, tr("the file is not whole"))


def draw_png(wish: Export, file: Path, load: Load, step: Step) -> None:
    """One picture; QueryError where it would be too large, OSError where the disk does not take it."""
    layout = lay_out(wish.sheet, len(wish.matches))
    if not layout.fits:
        raise QueryError(tr("That sheet is too large for one PNG: choose fewer or smaller pictures, or a PDF."))
    image = QImage(round(layout.width), round(layout.height), QImage.Format.Format_RGB32)
    if image.isNull():
        raise QueryError(tr("There is not enough memory for that sheet: choose fewer or smaller pictures, or a PDF."))
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        _draw_page(painter, wish, layout, list(wish.matches), load, step, 0)
    finally:
        painter.end()
    device = _opened(file)
    try:
        whole = image.save(device, "PNG")  # type: ignore[call-overload]
    finally:
        _close(device)
    if not whole:
        raise OSError(errno.EIO, tr("the picture could not be written"))


def _opened(file: Path) -> QFile:
    device = QFile(str(file))
    if not device.open(QIODevice.OpenModeFlag.WriteOnly):
        # Python says by number why; Qt only in words.
        file.open("xb").close()
        raise OSError(errno.EIO, device.errorString())
    return device


def _close(device: QFile) -> None:
    whole = device.flush() and device.error() is QFile.FileError.NoError
    reason = device.errorString()
    device.close()
    if not whole:
        full = "space" in reason or device.error() is QFile.FileError.ResourceError
        raise OSError(errno.ENOSPC if full else errno.EIO, reason)


def _draw_page(
    painter: QPainter, wish: Export, layout: Layout, matches: list[Match], load: Load, step: Step, done: int
) -> int:
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    font = _font(layout.letters)
    digits = score_digits(wish.result)
    for cell, match in zip(layout.cells, matches, strict=False):
        step(done)
        pixels = load(match.image.path, wish.sheet.side)
        if pixels is None:
            painter.fillRect(_rect(cell.picture), QColor(EMPTY))
        else:
            _draw_picture(painter, cell.picture, to_qimage(pixels), enlarge=wish.sheet.pdf)
        first = f"{match.rank}.  {score(match.score, wish.result.query.metric, digits)}"
        _caption(painter, font, cell.caption, layout.letters, first, match.image.path.name)
        done += 1
    step(done)
    return done


def _draw_picture(painter: QPainter, box: Box, image: QImage, *, enlarge: bool) -> None:
    """At the bottom of its box, so that captions stand near their pictures; whole and unchanged in shape."""
    factor = min(box.width / image.width(), box.height / image.height())
    if not enlarge:
        factor = min(1.0, factor)
    width, height = image.width() * factor, image.height() * factor
    place = QRectF(box.x + (box.width - width) / 2, box.y + box.height - height, width, height)
    painter.drawImage(place if enlarge else QRectF(place.toRect()), image)


def _caption(painter: QPainter, font: QFont, box: Box, letters: float, first: str, name: str) -> None:
    metrics = QFontMetricsF(font, painter.device())
    painter.setFont(font)
    line = QRectF(box.x, box.y + 0.4 * letters, box.width, 1.4 * letters)
    centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    for text, ink in ((first, QUIET), (name, INK)):
        painter.setPen(QColor(ink))
        shown = text.encode("utf-8", "replace").decode()
        painter.drawText(line, int(centre), metrics.elidedText(shown, Qt.TextElideMode.ElideMiddle, box.width))
        line.translate(0, line.height())


def _number(painter: QPainter, layout: Layout, page: int) -> None:
    if layout.footer is None:
        return
    painter.setPen(QColor(QUIET))
    painter.setFont(_font(layout.letters))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
    painter.drawText(_rect(layout.footer), int(right), f"{count(page + 1)} / {count(layout.pages)}")


def _font(letters: float) -> QFont:
    font = QFont()
    font.setPixelSize(max(1, round(letters)))
    return font


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)
