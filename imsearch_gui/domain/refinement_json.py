"""Refinements as JSON: what the command line says of a query, and what saved searches keep. Pure."""

from __future__ import annotations

from typing import Any

from imsearch_gui.domain.refinement import Expansion, Refinement


def refinement_object(refinement: Refinement) -> dict[str, Any]:
    """What is switched on."""
    every: dict[str, Any] = {
        "expansion": "" if refinement.expansion is Expansion.NONE else refinement.expansion.value,
        "reciprocal": refinement.reciprocal,
        "geometry": refinement.geometry,
    }
    return {name: value for name, value in every.items() if value}


def refinement_from(value: dict[str, Any]) -> Refinement:
    """The refinement again; raises ValueError or AttributeError for what is none."""
    return Refinement(
        expansion=Expansion(value.get("expansion", Expansion.NONE)),
        reciprocal=_switch(value.get("reciprocal", False)),
        geometry=_switch(value.get("geometry", False)),
    )


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{value!r} is neither true nor false")
    return value
