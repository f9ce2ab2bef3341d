"""Every setting is one row of one table; defaults, storage, dialog and tests read the same rows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from imsearch_gui.domain.choices import DEFAULT_TOP, Manners, Precision
from imsearch_gui.domain.language import mark
from imsearch_gui.domain.metrics import Metric

Value = str | int | bool

PAGES: Final = {
    "window": mark("Window"),
    "search": mark("Search"),
    "indexing": mark("Indexing"),
    "models": mark("Models"),
    "libraries": mark("Libraries"),
}
"""The pages of the dialog, in their order: the first part of a key, and what the user reads."""


class Control(Enum):
    """How a setting is shown in the dialog."""

    AUTOMATIC = "automatic"
    """By its type: a list of choices, a check box, a number, a line of text."""
    FOLDER = "folder"
    """A path, with a button that chooses one."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: where it is stored, what it is called, what it may be."""

    key: str
    title: str
    default: Value
    choices: tuple[tuple[Value, str], ...] = ()
    """(value, what the user reads); empty where any value of the default's type may stand."""
    minimum: int | None = None
    maximum: int | None = None
    shown: bool = True
    """False for what the program remembers by itself."""
    page: str = ""
    """Where the dialog shows it; empty: by the first part of the key."""
    about: str = ""
    """What it is good for, in one line."""
    unit: str = ""
    """What a number counts."""
    lowest: str = ""
    """What the smallest number means where it is no number: 'all'."""
    control: Control = Control.AUTOMATIC

    @property
    def page_name(self) -> str:
        """The page of the dialog that it stands on."""
        first = self.key.partition("/")[0]
        return self.page or PAGES.get(first, first.capitalize())

    def valid(self, value: object) -> Value:
        """`value` as read from storage, or the default where it is nothing that may stand here."""
        kind = type(self.default)
        if kind is bool and isinstance(value, str):
            value = {"true": True, "false": False}.get(value.lower())
        elif kind is int and isinstance(value, str) and value.lstrip("-").isdigit():
            value = int(value)
        if type(value) is not kind or not isinstance(value, str | int):
            return self.default
        if self.choices and value not in [choice for choice, _ in self.choices]:
            return self.default
        if isinstance(value, int) and not isinstance(value, bool):
            low = self.minimum if self.minimum is not None else value
            high = self.maximum if self.maximum is not None else value
            return min(max(value, low), high)
        return value


LANGUAGE: Final = Setting(
    "window/language",
    mark("Language"),
    "system",
    choices=(("system", mark("As the system")), ("en", "English"), ("de", "Deutsch"), ("vi", "Tiếng Việt")),
    about=mark("From the next start on."),
)
STYLE: Final = Setting(
    "window/style",
    mark("Style"),
    "system",
    choices=(("system", mark("As the system")), ("light", mark("Light")), ("dark", mark("Dark"))),
    about=mark("Both are neutral, so that the colours of pictures are judged rightly."),
)
METRIC: Final = Setting(
    "search/metric",
    mark("Metric"),
    Metric.COSINE.value,
    choices=tuple((metric.value, metric.label) for metric in Metric),
    about=mark("How two pictures are compared. Changing it asks the query again."),
)
TOP: Final = Setting(
    "search/top",
    mark("Pictures shown"),
    DEFAULT_TOP,
    minimum=1,
    maximum=1_000_000,
    about=mark("The best so many matches; the weaker ones are left out."),
)
STRENGTH: Final = Setting(
    # Tenths of log10: 0 is off, 10 is 1 in 10, 60 is 1 in 1,000,000.
    "search/strength",
    mark("Match strength"),
    0,
    minimum=0,
    maximum=60,
    shown=False,
)
THUMBNAIL_SIZE: Final = Setting(
    "window/thumbnail_size",
    mark("Size of thumbnails"),
    160,
    minimum=80,
    maximum=384,
    unit="px",
    about=mark("The longer side in the results."),
)
WORKERS: Final = Setting(
    "indexing/workers",
    mark("Processor cores used for indexing"),
    0,
    minimum=0,
    maximum=256,
    lowest=mark("All"),
    about=mark("Other programs go first in any case; fewer cores keep it cool and quiet."),
)
PROVIDER: Final = Setting(
    "models/provider",
    mark("Models run on"),
    "automatic",
    choices=(
        ("automatic", mark("What is best and trusted")),
        ("cpu", mark("The processor")),
        ("cuda", "CUDA"),
        ("directml", "DirectML"),
        ("coreml", "CoreML"),
        ("openvino", "OpenVINO"),
    ),
    about=mark("A graphics processor is used once it gives the same answers as the processor."),
)
PRECISION: Final = Setting(
    "models/precision",
    mark("Precision of models"),
    Precision.AUTOMATIC.value,
    choices=(
        (Precision.AUTOMATIC.value, mark("8 bits where they agree")),
        (Precision.FULL.value, mark("Always full")),
    ),
    about=mark(
        "8 bits take half the time or less; new libraries are indexed that way where the matches stay the same."
    ),
)
WHILE_WORKING: Final = Setting(
    "indexing/while_working",
    mark("Indexing while you work"),
    Manners.ONE_LESS.value,
    choices=(
        (Manners.ONE_LESS.value, mark("Leaves one core free")),
        (Manners.ONE.value, mark("Takes one core only")),
        (Manners.ALL.value, mark("Takes all cores")),
    ),
    about=mark("While you search or move the mouse. When you rest, it takes all that it may."),
)
THUMBNAILS: Final = Setting(
    # 20,000 take about two gigabytes; the others are made when they are first seen, as in every program of the desktop.
    "indexing/thumbnails",
    mark("Thumbnails made while indexing, at most"),
    20_000,
    minimum=0,
    maximum=10_000_000,
    lowest=mark("None"),
    about=mark("20,000 take about two gigabytes; the others are made when they are first seen."),
)
RESCAN_MINUTES: Final = Setting(
    "indexing/rescan_minutes",
    mark("Look at watched network folders every"),
    15,
    minimum=1,
    maximum=24 * 60,
    unit=mark("min"),
    about=mark("Folders on this computer tell of changes by themselves; those on a network have to be asked."),
)
UPDATES: Final = Setting(
    "window/updates",
    mark("Tell of newer versions"),
    False,
    about=mark("Asks once a day; nothing is fetched, and nothing is sent but the version."),
)
UPDATES_ASKED: Final = Setting("window/updates_asked", "Day of the last question, as 2026-01-31", "", shown=False)
WATCH_NEW: Final = Setting("indexing/watch_new", "Watch folders that are added", True, shown=False)
LAST_LIBRARY: Final = Setting("window/last_library", "Last library", "", shown=False)
SHOW_QUERY_PANEL: Final = Setting("window/query_panel", "Query panel", True, shown=False)
SHOW_DETAILS_PANEL: Final = Setting("window/details_panel", "Details panel", True, shown=False)
SHOW_LIST: Final = Setting("window/list", "List instead of grid", False, shown=False)

SETTINGS: Final = (
    LANGUAGE,
    STYLE,
    METRIC,
    TOP,
    STRENGTH,
    THUMBNAIL_SIZE,
    WORKERS,
    PROVIDER,
    PRECISION,
    WHILE_WORKING,
    THUMBNAILS,
    RESCAN_MINUTES,
    UPDATES,
    UPDATES_ASKED,
    WATCH_NEW,
    LAST_LIBRARY,
    SHOW_QUERY_PANEL,
    SHOW_DETAILS_PANEL,
    SHOW_LIST,
)
