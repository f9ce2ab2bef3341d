"""What the readers of all forms have to say of what they read, a sentence each."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from imsearch_gui.domain.errors import EvaluationError
from imsearch_gui.domain.language import tr

NAMED = 5
"""Of many, so many are named: enough to see what is wrong with them."""
LONGEST_NAME = 80
"""Characters that are shown of what a strange file calls something."""


def some_of(names: Sequence[str]) -> str:
    """The first few of some names."""
    few = ", ".join(brief(name) for name in names[:NAMED])
    return few if len(names) <= NAMED else tr("{0} and others").format(few)


def brief(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def absent(count: int) -> list[str]:
    if not count:
        return []
    sentence = tr(
        "The library lacks %Ln picture(s) of the ground truth; where one would be right, it counts as never found.",
        "",
        count,
    )
    return [sentence]


def not_asked(count: int) -> list[str]:
    if not count:
        return []
    return [tr("%Ln question(s) had to be left out, since there is nothing right to be found.", "", count)]


def copies(count: int) -> list[str]:
    if not count:
        return []
    return [tr("Copies of other pictures find those at once, which flatters all figures: %Ln picture(s).", "", count)]


def ambiguous(names: Sequence[str]) -> list[str]:
    if not names:
        return []
    sentence = tr("Left out, since several pictures of the library fit: %Ln name(s) ({0}).", "", len(names))
    return [sentence.format(some_of(names))]


def missing(names: Sequence[str]) -> list[str]:
    """Questions whose picture is nowhere."""
    if not names:
        return []
    sentence = tr(
        "%Ln question(s) had to be left out, since the picture is neither in the library nor beside the ground truth: {0}.",
        "",
        len(names),
    )
    return [sentence.format(some_of(names))]


def nothing_to_ask(source: Path | None) -> EvaluationError:
    """`source` is None for the folders of the library itself."""
    if source is None:
        return EvaluationError(
            tr("In no folder of this library are two pictures, so that none could be found: choose a ground truth.")
        )
    sentence = tr(
        "{0} asks nothing that this library could answer: a question needs at least one picture that would be right."
    )
    return EvaluationError(sentence.format(source))


def none_held(source: Path) -> EvaluationError:
    sentence = tr("The library holds none of the pictures that {0} names: index the folder in which they lie first.")
    return EvaluationError(sentence.format(source))
