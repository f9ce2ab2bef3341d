"""What is to become of matches outside the program. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from imsearch_gui.domain.contact_sheet import Sheet
from imsearch_gui.domain.marks import Marks
from imsearch_gui.domain.records import Match, SearchResult


class Form(StrEnum):
    """In which form matches are written."""

    CSV = "csv"
    JSON = "json"
    COPIES = "copies"
    HARD_LINKS = "hard links"
    SYMBOLIC_LINKS = "symbolic links"
    PDF = "pdf"
    PNG = "png"

    @property
    def folder(self) -> bool:
        """Whether files go into a folder; else one file is written."""
        return self in (Form.COPIES, Form.HARD_LINKS, Form.SYMBOLIC_LINKS)

    @property
    def sheet(self) -> bool:
        return self in (Form.PDF, Form.PNG)


@dataclass(frozen=True, slots=True)
class Export:
    """Matches of a result, and where they go."""

    result: SearchResult
    matches: Sequence[Match]
    """Those that are wanted, best first."""
    form: Form
    target: Path
    """A file, or for `form.folder` the folder that takes the files."""
    sheet: Sheet = Sheet()
    marks: Mapping[int, Marks] = field(default_factory=dict)
    """By image id, of what was noted since the result was read."""

    def marked(self) -> Iterator[Match]:
        """The matches with what is noted now."""
        for match in self.matches:
            noted = self.marks.get(match.image.id)
            yield match if noted is None else replace(match, image=replace(match.image, marks=noted))


def numbered(rank: int, name: str, last: int) -> str:
    """(1, 'a.jpg', 200) -> '001 a.jpg': so many digits that names sort as the matches do."""
    return f"{rank:0{max(3, len(str(last)))}d} {name}"
