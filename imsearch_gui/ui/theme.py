"""How everything looks: Fusion with neutral palettes of our own, so that the colours of pictures are judged rightly."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSpinBox, QWidget

from imsearch_gui import paths
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.settings import STYLE
from imsearch_gui.ui.plain import plain
from imsearch_gui.ui.style_sheet import SHEET

SPACE = 8
"""Pixels: the rhythm of all distances; halves and multiples of it only."""
ICON = 20
BUTTON_ICON = 2 * SPACE
"""Of a push button; one without an icon is as high as if it had one."""
BESIDE = SPACE
"""An icon beside text is drawn in a box wider by this: Qt itself leaves no room to speak of between them."""
OUTSET = SPACE
"""So much further out begins a button without a ground, that its words stand below those of labels."""
CONTROL = 28
"""Height of lists and numbers to choose from, the same as of buttons."""
BAR = 4 * SPACE
"""Height of what stands in the top bar."""
SCROLL_BAR = 12
"""Width of a scroll bar."""
HEADER = 4 * SPACE
"""Height of the first line of a panel, so that the lines of all panels stand level."""

_LIGHT = {
    "window": "#f3f3f3",
    "base": "#ffffff",
    "raised": "#e9e9e9",
    "chosen": "#d3e0f6",
    "text": "#1c1c1c",
    "quiet": "#646464",
    "line": "#d2d2d2",
    "accent": "#2563c9",
    "accent_lit": "#1d54b0",
    "on_accent": "#ffffff",
    "problem": "#a33a12",
    "wash": "#fbece5",
    "handle": "#ffffff",
    "right": "#1a7f37",
    "wrong": "#c4321f",
    "junk": "#8a8a8a",
}
_DARK = {
    "window": "#242424",
    "base": "#303030",
    "raised": "#3a3a3a",
    "chosen": "#30425f",
    "text": "#ececec",
    "quiet": "#a6a6a6",
    "line": "#4a4a4a",
    "accent": "#6ea2f5",
    "accent_lit": "#8bb5f8",
    "on_accent": "#101010",
    "problem": "#f0a184",
    "wash": "#3d2c26",
    "handle": "#d6d6d6",
    "right": "#4cc26b",
    "wrong": "#f2776a",
    "junk": "#9a9a9a",
}


_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def is_dark() -> bool:
    """Whether the style that is in use is a dark one."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colour(name: str) -> QColor:
    """A colour of the style that is in use, by what it is for."""
    return QColor((_DARK if is_dark() else _LIGHT)[name])


def caption_font() -> QFont:
    """One size smaller than text."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(font.pointSizeF() * 0.88)
    return font


def quiet(label: QLabel) -> QLabel:
    """Make a label a caption: smaller, and in the quiet colour."""
    plain(label)
    label.setProperty("quiet", True)
    label.setFont(caption_font())
    return label


def heading_font() -> QFont:
    """Weight instead of a box."""
    font = QFont(QGuiApplication.font())
    font.setWeight(QFont.Weight.DemiBold)
    return font


def heading(label: QLabel) -> QLabel:
    """Make a label the first line of what stands below it."""
    plain(label)
    label.setFont(heading_font())
    return label


def title(label: QLabel, factor: float = 1.5) -> QLabel:
    """The one large line of a page, `factor` times the size of text."""
    plain(label)
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def indent_number(spin: QSpinBox) -> None:
    """Begin the number where the words of other fields begin; a style sheet does not reach so far into a spin box."""
    spin.lineEdit().setTextMargins(SPACE - 2, 0, 0, 0)


def repolish(widget: QWidget) -> None:
    """Let a changed dynamic property take effect."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class Theme(QObject):
    """Keeps the application in the style that the user or the system wants."""

    def __init__(self, app: QApplication, settings: SettingsStore, *, dress: bool = True) -> None:
        """With `dress` False the style sheet waits for `dress`: Qt matches it anew at each step of putting a window together."""
        super().__init__(app)
        self._dressed = dress
        self._app = app
        self._settings = settings
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._apply)
        settings.changed.connect(self._setting_changed)
        self._apply()

    def dress(self) -> None:
        """Set the style sheet, too, for windows that are put together and not shown yet."""
        self._dressed = True
        self._apply()

    def _setting_changed(self, key: str) -> None:
        if key == STYLE.key:
            self._apply()

    def _apply(self) -> None:
        wanted = self._settings.get(STYLE)
        hints = self._app.styleHints()
        # For what is not ours to paint, such as title bars; Unknown is "as the system".
        hints.setColorScheme(_SCHEMES.get(str(wanted), Qt.ColorScheme.Unknown))
        if wanted == "system":
            wanted = "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"
        colours = _DARK if wanted == "dark" else _LIGHT
        self._app.setPalette(_palette(colours))
        if self._dressed:
            self._app.setStyleSheet(_style_sheet(colours, "dark" if wanted == "dark" else "light"))


def _palette(colours: dict[str, str]) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "base",
        QPalette.ColorRole.AlternateBase: "window",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "raised",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "on_accent",
        QPalette.ColorRole.ToolTipBase: "base",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "quiet",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Dark: "line",
        QPalette.ColorRole.Light: "base",
    }
    palette = QPalette()
    for role, name in roles.items():
        palette.setColor(role, QColor(colours[name]))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        faded = QColor(colours["quiet"])
        faded.setAlpha(140)
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette


def _style_sheet(colours: dict[str, str], arrows: str) -> str:
    return SHEET.format(
        **colours,
        down=(paths.resources() / "styles" / f"{arrows}-down.svg").as_posix(),
        up=(paths.resources() / "styles" / f"{arrows}-up.svg").as_posix(),
        check=(paths.resources() / "styles" / f"{arrows}-check.svg").as_posix(),
        dot=(paths.resources() / "styles" / f"{arrows}-dot.svg").as_posix(),
        scroll_bar=SCROLL_BAR,
        icon_width=BUTTON_ICON + BESIDE,
        icon_height=BUTTON_ICON,
    )
