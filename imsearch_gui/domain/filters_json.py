"""Filters as JSON: what the command line says of a query, and what saved searches keep. Pure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from imsearch_gui.domain.filters import Apart, Filters, Orientation
from imsearch_gui.domain.marks import BEST, COLOURS


def filters_object(filters: Filters) -> dict[str, Any]:
    """Those that leave something out."""
    every: dict[str, Any] = {
        "folders": [str(folder) for folder in filters.folders],
        "after": filters.taken_from,
        "before": filters.taken_to,
        "orientations": [item.value for item in filters.orientations],
        "shortest_side": filters.shortest_side,
        "formats": list(filters.formats),
        "labels": list(filters.labels),
        "colours": list(filters.colours),
        "rating": filters.rating,
        "apart": "" if filters.apart is Apart.ANY else filters.apart.value,
    }
    return {name: value for name, value in every.items() if value}


def filters_from(value: dict[str, Any]) -> Filters:
    """The filters again; raises ValueError, TypeError, OverflowError or AttributeError for what is none."""
    filters = Filters(
        folders=tuple(Path(folder) for folder in value.get("folders", ())),
        taken_from=str(value.get("after", "")),
        taken_to=str(value.get("before", "")),
        orientations=tuple(Orientation(one) for one in value.get("orientations", ())),
        shortest_side=int(value.get("shortest_side", 0)),
        formats=tuple(str(one) for one in value.get("formats", ())),
        labels=tuple(str(one) for one in value.get("labels", ())),
        colours=tuple(int(one) for one in value.get("colours", ())),
        rating=int(value.get("rating", 0)),
        apart=Apart(value.get("apart", Apart.ANY)),
    )
    if not (0 <= filters.rating <= BEST and 0 <= filters.shortest_side < 2**31):
        raise ValueError("a number of these filters is none that can be asked for")
    if not all(0 <= colour <= COLOURS for colour in filters.colours):
        raise ValueError("there is no such colour")
    return filters
