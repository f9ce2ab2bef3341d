"""The course's rules for cleaning a set of pictures, as options of an indexing job."""

from __future__ import annotations

import re
from dataclasses import dataclass

from imsearch_gui.domain.reasons import GREY, TOO_SMALL


@dataclass(frozen=True, slots=True)
class CleaningRules:
    """What a readable picture must be to enter the library. The defaults let every readable picture in."""

    min_side: int = 2
    """Smallest side in pixels; a picture of a single pixel row or column shows nothing to compare."""
    rgb_only: bool = False
    """Leave out pictures stored without colour (grey, black and white), as the course does."""

    @classmethod
    def parse(cls, text: str) -> CleaningRules | None:
        """The rules whose `repr` is `text`; None where it is none of this version."""
        found = re.fullmatch(r"CleaningRules\(min_side=(\d+), rgb_only=(True|False)\)", text)
        return cls(int(found[1]), found[2] == "True") if found else None

    def objection(self, width: int, height: int, *, grey: bool) -> str | None:
        """Why a picture of `width` x `height` pixels stays out, in a few words; None where it may enter."""
        if min(width, height) < self.min_side:
            return TOO_SMALL.format(width, height, self.min_side)
        if self.rgb_only and grey:
            return GREY
        return None
