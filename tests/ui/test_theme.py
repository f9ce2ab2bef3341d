"""Palettes and icons."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from imsearch_gui import paths
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.settings import STYLE
from imsearch_gui.ui.icons import icon
from imsearch_gui.ui.link_label import LinkLabel
from imsearch_gui.ui.theme import CONTROL, Theme, caption_font, colour

SCALE = 2.0


def darkest(image: QImage) -> int:
    """Lightness of the darkest of the opaque pixels."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return min(pixel.lightness() for pixel in pixels if pixel.alpha() > 200)


def lightness(app: QApplication, role: QPalette.ColorRole) -> int:
    return app.palette().color(role).lightness()


def test_the_style_follows_the_setting(qapp: QApplication, theme: Theme, settings: SettingsStore) -> None:
    settings.set(STYLE, "light")
    assert lightness(qapp, QPalette.ColorRole.Window) > 200 > lightness(qapp, QPalette.ColorRole.Text)
    settings.set(STYLE, "dark")
    assert lightness(qapp, QPalette.ColorRole.Window) < 60 < lightness(qapp, QPalette.ColorRole.Text)


def test_as_the_system_takes_an_override_back(qapp: QApplication, theme: Theme, settings: SettingsStore) -> None:
    before = lightness(qapp, QPalette.ColorRole.Window)
    settings.set(STYLE, "light" if before < 128 else "dark")
    assert (lightness(qapp, QPalette.ColorRole.Window) < 128) is not (before < 128)
    settings.set(STYLE, "system")
    assert lightness(qapp, QPalette.ColorRole.Window) == before


@pytest.mark.parametrize("style", ["light", "dark"])
def test_chrome_is_neutral_and_text_is_readable(theme: Theme, settings: SettingsStore, style: str) -> None:
    settings.set(STYLE, style)
    for name in ("window", "base", "raised", "text", "quiet", "line"):
        red, green, blue, _ = colour(name).getRgb()
        assert red == green == blue, f"{name} tints the pictures"
    assert contrast("text", "window") >= 7
    assert contrast("quiet", "window") >= 4.5
    assert contrast("problem", "window") >= 4.5
    assert contrast("on_accent", "accent") >= 4.5
    assert contrast("on_accent", "accent_lit") >= 4.5
    assert contrast("accent", "window") >= 3


def contrast(front: str, back: str) -> float:
    """Contrast ratio of WCAG 2."""
    high, low = sorted((luminance(front), luminance(back)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(name: str) -> float:
    channels = colour(name).getRgbF()[:3]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return float(0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2])


def test_icons_take_the_colour_of_text_when_the_style_changes(theme: Theme, settings: SettingsStore) -> None:
    search = icon("search")
    settings.set(STYLE, "light")
    assert darkest(search.pixmap(QSize(24, 24), 1.0).toImage()) < 60
    settings.set(STYLE, "dark")
    assert darkest(search.pixmap(QSize(24, 24), 1.0).toImage()) > 120


def test_an_icon_on_the_accent_colour_takes_the_colour_of_its_text(theme: Theme, settings: SettingsStore) -> None:
    settings.set(STYLE, "light")
    assert darkest(icon("similar", on_accent=True).pixmap(QSize(24, 24), 1.0).toImage()) > 200


def test_icons_are_sharp_at_double_scale(theme: Theme) -> None:
    pixmap = icon("open").pixmap(QSize(20, 20), SCALE)
    assert pixmap.size() == QSize(40, 40)
    assert pixmap.devicePixelRatio() == SCALE
    assert pixmap.toImage() != icon("open").pixmap(QSize(20, 20), 1.0).toImage().scaled(40, 40)


def test_a_missing_icon_is_said_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no such icon")


def test_every_icon_is_drawn(theme: Theme) -> None:
    for file in sorted((paths.resources() / "icons").glob("*.svg")):
        image = icon(file.stem).pixmap(QSize(24, 24), 1.0).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), f"{file.name} draws nothing"


def test_a_copied_icon_paints_like_the_first(theme: Theme) -> None:
    first = icon("open")
    assert QIcon(first).pixmap(QSize(16, 16), 1.0).toImage() == first.pixmap(QSize(16, 16), 1.0).toImage()


def test_the_arrows_of_the_style_sheet_are_there(qapp: QApplication, theme: Theme, settings: SettingsStore) -> None:
    for style in ("light", "dark"):
        settings.set(STYLE, style)
        arrow = qapp.styleSheet().partition('url("')[2].partition('"')[0]
        assert Path(arrow).is_file()
        assert style in arrow


def test_captions_are_smaller_than_text(qapp: QApplication) -> None:
    assert caption_font().pointSizeF() < qapp.font().pointSizeF()


def test_a_link_takes_the_accent_of_the_style(qtbot: QtBot, theme: Theme, settings: SettingsStore) -> None:
    settings.set(STYLE, "light")
    label = LinkLabel('<a href="https://example.org">HHHHHHHH</a>')
    qtbot.addWidget(label)
    label.show()
    for style in ("dark", "light"):
        settings.set(STYLE, style)
        qtbot.waitUntil(lambda: _has(label, colour("accent")))
        assert label.text().startswith("<a "), "and it is still a link"


def _has(label: LinkLabel, wanted: QColor) -> bool:
    image = label.grab().toImage()
    return any(
        image.pixelColor(x, y).rgb() == wanted.rgb() for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.parametrize("primary", [False, True])
def test_buttons_are_of_one_height_with_an_icon_or_without(qtbot: QtBot, theme: Theme, primary: bool) -> None:
    heights = set()
    for button in (QPushButton("Close"), QPushButton(icon("copy"), "Copy"), QPushButton(icon("copy"), "")):
        qtbot.addWidget(button)
        button.setFont(QFont("sans-serif", 8))  # lower than an icon
        button.setProperty("primary", primary)
        heights.add(button.sizeHint().height())
    assert heights == {CONTROL}
