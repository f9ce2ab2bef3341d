"""The program's icon in every form that a system wants it in, drawn from resources/icons/app.svg: python icons.py FOLDER"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).resolve().parents[2] / "resources" / "icons" / "app.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
ICO_SIZES = (16, 24, 32, 48, 64, 256)


def drawn(renderer: QSvgRenderer, side: int) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    renderer = QSvgRenderer(QByteArray(SOURCE.read_bytes()))
    assert renderer.isValid(), SOURCE
    files = {}
    for side in SIZES:
        files[side] = folder / f"imsearch-{side}.png"
        assert drawn(renderer, side).save(str(files[side])), files[side]
    (folder / "imsearch.svg").write_bytes(SOURCE.read_bytes())
    largest = Image.open(files[1024])
    largest.save(folder / "imsearch.ico", sizes=[(side, side) for side in ICO_SIZES])
    largest.save(folder / "imsearch.icns")
    del app


if __name__ == "__main__":
    main()
