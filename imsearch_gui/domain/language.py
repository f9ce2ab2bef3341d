"""The user's language. Sentences are looked up where they are made, numbers are written as the language writes them.

The sources are English. Nothing here knows where translations come from: the window installs a look-up with `speak`; without one,
as on the command line and in the processes of workers, the sources themselves are used. A sentence that comes from such a process
is looked up where it arrives.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

NUMBER = "%Ln"
"""Stands in a source for the number that decides between singular and plural; Qt Linguist knows it, too."""


@dataclass(frozen=True, slots=True)
class Language:
    """How to say something."""

    look_up: Callable[[str, str, int], str]
    """(source, comment, number or -1) → the sentence, with the number put in."""
    group: str = ","
    """Between thousands."""
    point: str = "."
    """Before the fractions."""


def english_form(source: str, number: int) -> str:
    """('%Ln picture(s)', 1) → '%Ln picture'; with any other number '%Ln pictures'"""
    return re.sub(r"\((e?s)\)", "" if number == 1 else r"\1", source)


def _in_english(source: str, comment: str, number: int) -> str:  # noqa: ARG001
    return source if number < 0 else english_form(source, number).replace(NUMBER, f"{number:,}")


ENGLISH = Language(_in_english)
_spoken = ENGLISH


def speak(language: Language) -> None:
    """Use a language from now on. To be called before anything is shown."""
    global _spoken
    _spoken = language


def spoken() -> Language:
    """The language that is used."""
    return _spoken


def tr(source: str, comment: str = "", number: int = -1) -> str:
    """The sentence in the user's language; where it has parts, `.format` fills them in.

    `source` has to be written out in the call, since translators are given what stands there. `comment` tells apart what is the
    same in English only; `number` goes where the source has %Ln, with '(s)' after the noun that it counts.
    """
    return _Sentence(_spoken.look_up(source, comment, number), source, comment, number)


def written(number: float, digits: int = 0) -> str:
    """48212 -> '48,212'; (9.25, 1) -> '9.2'; with the signs of the language."""
    text = f"{number:,.{digits}f}"
    language = _spoken
    if (language.group, language.point) != (",", "."):
        text = text.translate({ord(","): language.group, ord("."): language.point})
    return _Number(text, number, digits)


def in_english(text: str) -> str:
    """The English of what `tr` and `written` have made, for what is kept on the disk; any other text as it is."""
    if isinstance(text, _Number):
        number, digits = text._made
        return f"{number:,.{digits}f}"
    if not isinstance(text, _Sentence):
        return text
    source, comment, number, parts = text._made
    english = ENGLISH.look_up(source, comment, number)
    return (
        english.format(*(in_english(part) if isinstance(part, str) else part for part in parts)) if parts else english
    )


def mark(source: str) -> str:
    """The source itself, for a table that is looked up later; translators are given it, too."""
    return source


class _Number(str):
    """A number that is written anew in the language of the process that it is sent to."""

    _made: tuple[float, int]
    """Number, digits."""

    def __new__(cls, text: str, number: float, digits: int) -> _Number:
        made = super().__new__(cls, text)
        made._made = (number, digits)
        return made

    def __reduce__(self) -> tuple[Callable[..., str], tuple[float, int]]:
        return written, self._made


class _Sentence(str):
    """Text that remembers how it was made, so that it is made anew in the language of the process that it is sent to."""

    _made: tuple[str, str, int, tuple[Any, ...]]
    """Source, comment, number, parts."""

    def __new__(cls, text: str, source: str, comment: str, number: int, parts: tuple[Any, ...] = ()) -> _Sentence:
        made = super().__new__(cls, text)
        made._made = (source, comment, number, parts)
        return made

    def format(self, *parts: object, **_none: object) -> str:
        """As `str.format`, with numbered parts."""
        source, comment, number, _ = self._made
        return _Sentence(super().format(*parts), source, comment, number, parts)

    def __reduce__(self) -> tuple[Callable[..., str], tuple[Any, ...]]:
        return _retold, self._made

    def __deepcopy__(self, _memo: object) -> str:
        return self


def _retold(source: str, comment: str, number: int, parts: tuple[Any, ...]) -> str:
    sentence = tr(source, comment, number)
    return sentence.format(*parts) if parts else sentence
