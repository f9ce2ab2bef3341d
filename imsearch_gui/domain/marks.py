"""What a person has noted of an image. It belongs to the image's content, so copies share it and a moved file keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from imsearch_gui.domain.errors import LibraryError
from imsearch_gui.domain.language import tr

COLOURS = 9
"""Colour labels are numbered 1 to 9; 0 is none."""
BEST = 5
"""Ratings go from 1 to 5; 0 is none."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Labels, a colour and a rating."""

    labels: tuple[str, ...] = ()
    """In the order of their names, without regard to case."""
    colour: int = 0
    rating: int = 0

    @property
    def any(self) -> bool:
        """Whether anything was noted at all."""
        return self != UNMARKED


UNMARKED = Marks()
"""Of an image of which nothing was noted."""

LONGEST_LABEL = 60
"""Characters; what is longer is a description, and fits on no chip."""


def label_of(text: str) -> str:
    """A label as it is kept: trimmed, with single spaces; LibraryError where that makes none."""
    name = " ".join(text.split())
    if not name:
        raise LibraryError(tr("A label needs a name: type one."))
    if len(name) > LONGEST_LABEL:
        sentence = tr("A label has at most {0} characters, and this one has {1}: shorten it.")
        raise LibraryError(sentence.format(LONGEST_LABEL, len(name)))
    if not name.isprintable():
        raise LibraryError(tr("A label cannot hold signs that are not seen: type it anew."))
    return name


def in_order(labels: Iterable[str]) -> tuple[str, ...]:
    """As they stand in `Marks.labels`; of names that differ in case only the first stays."""
    kept: dict[str, str] = {}
    for label in labels:
        kept.setdefault(label.casefold(), label)
    return tuple(kept[name] for name in sorted(kept))


@dataclass(frozen=True, slots=True)
class MarkEdit:
    """What is to be noted; what is None or empty stays as it is."""

    add: tuple[str, ...] = ()
    """Labels, as `label_of` gives them."""
    remove: tuple[str, ...] = ()
    colour: int | None = None
    rating: int | None = None

    def __post_init__(self) -> None:
        if self.colour is not None and not 0 <= self.colour <= COLOURS:
            sentence = tr("Colours are numbered 1 to {0}, and 0 is none: {1} is neither.")
            raise LibraryError(sentence.format(COLOURS, self.colour))
        if self.rating is not None and not 0 <= self.rating <= BEST:
            sentence = tr("Ratings go from 1 to {0}, and 0 is none: {1} is neither.")
            raise LibraryError(sentence.format(BEST, self.rating))
        for label in (*self.add, *self.remove):
            if label_of(label) != label:
                raise LibraryError(tr("“{0}” is no label: take the spaces away that are too many.").format(label))

    def applied(self, marks: Marks) -> Marks:
        """`marks` with this noted."""
        gone = {label.casefold() for label in self.remove}
        labels = (label for label in (*marks.labels, *self.add) if label.casefold() not in gone)
        return Marks(
            in_order(labels),
            marks.colour if self.colour is None else self.colour,
            marks.rating if self.rating is None else self.rating,
        )


@dataclass(frozen=True, slots=True)
class LabelCount:
    """A label in use."""

    name: str
    images: int
