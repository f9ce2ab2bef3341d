"""Filters in words, one for each thing that they ask, and the filters without it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from imsearch_gui.domain.filters import Apart, Filters, Orientation
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.marks import BEST
from imsearch_gui.domain.wording import count
from imsearch_gui.ui.mark_colours import mark_colour_name


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that filters ask."""

    text: str
    without: Filters
    """The same filters, but for this."""
    about: str = ""
    """More of it, where the text is short for something."""


def parts_of(filters: Filters) -> tuple[Part, ...]:
    """What filters ask, in the order in which they are chosen; the defaults ask nothing."""

    def rest(**changed: object) -> Filters:
        return replace(filters, **changed)  # type: ignore[arg-type]

    def others(values: tuple[object, ...], value: object) -> tuple[object, ...]:
        return tuple(other for other in values if other != value)

    parts = [
        *(Part(one.name or str(one), rest(folders=others(filters.folders, one)), str(one)) for one in filters.folders),
        Part(_days(filters), rest(taken_from="", taken_to=""), tr("When the pictures were taken")),
        Part(", ".join(orientation_name(one) for one in filters.orientations), rest(orientations=())),
        Part(_side(filters), rest(shortest_side=0), tr("Of the shorter side")),
        Part(", ".join(filters.formats), rest(formats=())),
        *(Part(one, rest(labels=others(filters.labels, one))) for one in filters.labels),
        Part(", ".join(mark_colour_name(number) for number in filters.colours), rest(colours=())),
        Part(rating_name(filters.rating), rest(rating=0), tr("Rated so or better")),
        Part(apart_name(filters.apart), rest(apart=Apart.ANY)),
    ]
    return tuple(part for part in parts if part.without != filters)


def orientation_name(orientation: Orientation) -> str:
    return {
        Orientation.LANDSCAPE: tr("Landscape"),
        Orientation.PORTRAIT: tr("Portrait"),
        Orientation.SQUARE: tr("Square"),
    }[orientation]


def apart_name(apart: Apart) -> str:
    return {
        Apart.ANY: tr("All of them"),
        Apart.OTHER_FOLDERS: tr("Other folders only"),
        Apart.ONE_A_BURST: tr("One of a burst"),
    }[apart]


def rating_name(rating: int) -> str:
    """Stars; a plus where there may be more."""
    return "★" * rating + ("" if rating == BEST else "+")


def _side(filters: Filters) -> str:
    return tr("From {0} px").format(count(filters.shortest_side))


def _days(filters: Filters) -> str:
    first, last = filters.taken_from, filters.taken_to
    if first[:4] == last[:4] and first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:4]
    if first and last:
        return tr("{0} to {1}").format(first, last)
    return tr("From {0}").format(first) if first else tr("Until {0}").format(last)
