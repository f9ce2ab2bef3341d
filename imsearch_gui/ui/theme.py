"""How everything looks: Fusion with neutral palettes of our own, so that the colours of pictures are judged rightly."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSpinBox, QWidget

from imsearch_gui import paths
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.settings import STYLE

SPACE = 8
"""Pixels: the rhythm of all distances; halves and multiples of it only."""
ICON = 20
BESIDE = SPACE
"""An icon beside text is drawn in a box wider by this: Qt itself leaves no room to speak of between them."""
CONTROL = 28
"""Height of lists and numbers to choose from, the same as of buttons."""
BAR = 4 * SPACE
"""Height of what stands in the top bar."""
HEADER = 4 * SPACE
"""Height of the first line of a panel, so that the lines of all panels stand level."""

_LIGHT = {
    "window": "#f3f3f3",
    "base": "#ffffff",
    "raised": "#e9e9e9",
    "text": "#1c1c1c",
    "quiet": "#646464",
    "line": "#d2d2d2",
    "accent": "#2563c9",
    "accent_lit": "#1d54b0",
    "on_accent": "#ffffff",
    "problem": "#a33a12",
}
_DARK = {
    "window": "#242424",
    "base": "#303030",
    "raised": "#3a3a3a",
    "text": "#ececec",
    "quiet": "#a6a6a6",
    "line": "#4a4a4a",
    "accent": "#6ea2f5",
    "accent_lit": "#8bb5f8",
    "on_accent": "#101010",
    "problem": "#f0a184",
}


_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def colour(name: str) -> QColor:
    """A colour of the style that is in use, by what it is for."""
    dark = QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128
    return QColor((_DARK if dark else _LIGHT)[name])


def caption_font() -> QFont:
    """One size smaller than text."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(font.pointSizeF() * 0.88)
    return font


def quiet(label: QLabel) -> QLabel:
    """Make a label a caption: smaller, and in the quiet colour."""
    label.setProperty("quiet", True)
    label.setFont(caption_font())
    return label


def heading(label: QLabel) -> QLabel:
    """Weight instead of a box."""
    font = QFont(QGuiApplication.font())
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def title(label: QLabel, factor: float = 1.5) -> QLabel:
    """The one large line of a page, `factor` times the size of text."""
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

    def __init__(self, app: QApplication, settings: SettingsStore) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._apply)
        settings.changed.connect(self._setting_changed)
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
    """Only what Fusion does not do by itself."""
    return """
    QLabel[quiet="true"] {{ color: {quiet}; }}
    QLabel[problem="true"] {{ color: {problem}; }}
    QToolButton {{ border: none; border-radius: 4px; padding: 5px; }}
    QCheckBox::indicator, QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {quiet}; background: {base}; }}
    QCheckBox::indicator {{ border-radius: 3px; }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator:checked, QRadioButton::indicator:checked {{ background: {accent}; border-color: {accent}; }}
    QCheckBox::indicator:checked {{ image: url("{check}"); }}
    QRadioButton::indicator:checked {{ image: url("{dot}"); }}
    QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {accent}; }}
    QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus {{
        border: 2px solid {text}; width: 12px; height: 12px;
    }}
    QComboBox {{ padding: 3px 8px; border: 1px solid {line}; border-radius: 4px; background: {raised}; }}
    QComboBox:hover {{ border-color: {quiet}; }}
    QComboBox:focus {{ border-color: {accent}; }}
    QComboBox:disabled {{ color: {quiet}; background: {window}; }}
    QComboBox::drop-down {{ border: none; width: 22px; }}
    QComboBox::down-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
    QSpinBox {{ padding: 3px 22px 3px 6px; border: 1px solid {line}; border-radius: 4px; background: {base}; }}
    QSpinBox QLineEdit {{ margin: 1px 0 1px 6px; padding: 0; border: none; background: transparent; }}
    QSpinBox:focus {{ border-color: {accent}; }}
    QSpinBox:disabled {{ color: {quiet}; background: {window}; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 22px; }}
    QSpinBox::up-arrow {{ image: url("{up}"); width: 10px; height: 10px; }}
    QSpinBox::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
    QDateEdit {{ padding: 3px 6px; border: 1px solid {line}; border-radius: 4px; background: {base}; }}
    QDateEdit QLineEdit {{ padding: 0; border: none; background: transparent; }}
    QDateEdit:focus {{ border-color: {accent}; }}
    QDateEdit::drop-down {{ border: none; width: 22px; }}
    QDateEdit::down-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
    QTreeView::indicator {{ width: 12px; height: 12px; border: 1px solid {quiet}; border-radius: 3px; background: {base}; }}
    QTreeView::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{check}"); }}
    QToolButton[fold="true"], QToolButton[fold="true"]:focus {{ padding: 4px 6px 4px 0; }}
    QToolButton[fold="true"]:checked:!hover {{ background: transparent; }}
    QPlainTextEdit[quiet="true"] {{ border: 1px solid {line}; border-radius: 4px; background: {base}; }}
    QPlainTextEdit[quiet="true"]:focus {{ border-color: {accent}; }}
    QToolButton:hover, QToolButton:checked {{ background: {raised}; }}
    QToolButton:pressed {{ background: {line}; }}
    QToolButton:focus {{ border: 1px solid {accent}; padding: 4px; }}
    QToolButton::menu-indicator {{ image: none; width: 0; }}
    QToolButton[arrow="true"] {{ padding-right: 22px; }}
    QToolButton[arrow="true"]::menu-indicator {{
        image: url("{down}"); width: 12px; height: 12px; subcontrol-origin: border;
        subcontrol-position: right center; right: 6px;
    }}
    QToolButton[filled="true"] {{ background: {raised}; border: 1px solid {line}; padding: 4px 24px 4px 8px; }}
    QToolButton[filled="true"]:hover {{ border-color: {quiet}; }}
    QToolButton[filled="true"]:focus {{ border-color: {accent}; padding: 4px 24px 4px 8px; }}
    QToolButton[filled="true"]::menu-button {{ border: none; width: 22px; }}
    QToolButton[filled="true"]::menu-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
    QPushButton {{ padding: 6px 14px; border: 1px solid {line}; border-radius: 4px; background: {raised}; }}
    QPushButton {{ qproperty-iconSize: {icon_width}px 16px; }}
    QPushButton:hover {{ border-color: {quiet}; }}
    QPushButton:focus {{ border-color: {accent}; }}
    QPushButton:pressed {{ background: {line}; }}
    QPushButton:disabled {{ color: {quiet}; background: {window}; }}
    QPushButton[primary="true"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
    QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed {{ background: {accent_lit}; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {text}; padding: 5px 13px; }}
    QPushButton[primary="true"]:disabled {{ background: {raised}; color: {quiet}; border-color: {line}; }}
    QLineEdit {{ padding: 5px 8px; border: 1px solid {line}; border-radius: 4px; background: {base}; }}
    QLineEdit:focus {{ border-color: {accent}; }}
    QAbstractItemView[grid="true"] {{ background: {window}; }}
    QTableView[grid="true"] QHeaderView {{ background: {window}; }}
    QTableView[grid="true"] QHeaderView::section {{
        background: {window}; color: {quiet}; border: none; border-bottom: 1px solid {line}; padding: 4px 4px;
    }}
    QTableView[grid="true"] QHeaderView::section:hover {{ background: {raised}; }}
    QListView[pages="true"], QTreeView[pages="true"] {{ background: transparent; outline: none; }}
    QListView[pages="true"]::item {{ padding: 6px 8px; border: 1px solid transparent; border-radius: 4px; }}
    QListView[pages="true"]::item:hover, QListView[pages="true"]::item:selected {{ background: {raised}; color: {text}; }}
    QListView[pages="true"]::item:selected:focus {{ border-color: {accent}; }}
    QTreeView[pages="true"]::item:selected {{ background: {raised}; color: {text}; }}
    QTreeView[pages="true"]::item:selected:focus {{ background: {line}; }}
    QTreeView[pages="true"] QHeaderView::section {{
        background: transparent; color: {quiet}; border: none; border-bottom: 1px solid {line}; padding: 4px 3px;
    }}
    QSplitter::handle {{ background: {line}; }}
    QProgressBar {{ border: none; border-radius: 3px; background: {raised}; max-height: 6px; min-height: 6px; }}
    QProgressBar::chunk {{ border-radius: 3px; background: {accent}; }}
    ProgressStrip, WaitLine {{ border-top: 1px solid {line}; }}
    QToolTip {{ border: 1px solid {line}; padding: 4px; background: {base}; color: {text}; }}
    QScrollBar {{ background: transparent; border: none; margin: 0; }}
    QScrollBar:vertical {{ width: 12px; }}
    QScrollBar:horizontal {{ height: 12px; }}
    QScrollBar::handle {{ background: {line}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
    """.format(
        **colours,
        down=(paths.resources() / "styles" / f"{arrows}-down.svg").as_posix(),
        up=(paths.resources() / "styles" / f"{arrows}-up.svg").as_posix(),
        check=(paths.resources() / "styles" / f"{arrows}-check.svg").as_posix(),
        dot=(paths.resources() / "styles" / f"{arrows}-dot.svg").as_posix(),
        icon_width=16 + BESIDE,
    )
