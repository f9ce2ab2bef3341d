"""A CSV file of queries and what is relevant to each.

The first line names the columns, in any order and without regard to case: `query` and `relevant`, and where one likes `region`
(X,Y,WIDTH,HEIGHT in pixels of the query), `grade` (what the relevant pictures are worth, 1 unless said; 0 is not relevant) and
`junk`. Each further line says one pair, or several relevant pictures with ; or | between them; lines of the same query and
region belong together. `junk` names pictures that are neither right nor wrong, or says by yes or 1 that those under `relevant`
of this line are.

Columns are separated by commas, semicolons or tabs, whichever makes `query` and `relevant` out of the first line; `csv.Sniffer`
takes the signs between several pictures for those between columns. The text is UTF-8, with a mark at its beginning or without.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from imsearch_gui.domain.errors import EvaluationError, QueryError
from imsearch_gui.domain.evaluation import GroundTruth, Ids, Judgement, Protocol, Question, TruthForm
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import FileExample
from imsearch_gui.domain.region import Region
from imsearch_gui.library.spelling import folded
from imsearch_gui.searching.evaluation import notices
from imsearch_gui.searching.evaluation.files import content_of
from imsearch_gui.searching.evaluation.kin import judged
from imsearch_gui.searching.evaluation.pictures import Named, Pictures

LARGEST = 256 << 20
"""Bytes; a million lines have about a third."""
LARGEST_GRADE = 1e6
"""Gains are summed."""
QUERY, RELEVANT, REGION, GRADE, JUNK = "query", "relevant", "region", "grade", "junk"
DELIMITERS = ",;\t"
_SEVERAL = re.compile("[;|]")
_YES, _NO = frozenset({"1", "yes", "true", "x"}), frozenset({"0", "no", "false"})


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the table."""

    number: int
    """From 1, as a spreadsheet shows it."""
    query: str
    region: Region | None
    relevant: str
    junk: str
    gain: float | None


class _Unusable(ValueError):
    """A line that says nothing of use; the text says why."""


@dataclass(slots=True)
class _Asked:
    """What all lines of one question say."""

    name: str
    path: Path
    region: Region | None
    own: int | None
    gains: dict[int, float] = field(default_factory=dict)
    """Of each relevant image."""
    graded: bool = False
    absent: set[str] = field(default_factory=set)
    junk: set[int] = field(default_factory=set)


def read(pictures: Pictures, source: Path) -> GroundTruth:
    """Raises EvaluationError."""
    lines, unusable = _lines(source)
    cells = {cell for line in lines for cell in (line.relevant, line.junk) if cell}
    parts = {part for cell in cells for part in _parts(cell)}
    table = _Table(pictures, pictures.find([*(line.query for line in lines), *cells, *parts]))
    for line in lines:
        try:
            table.add(line)
        except _Unusable as error:
            unusable.append((line.number, str(error)))
    if not table.asked:
        sentence = tr("No line of {0} can be used ({1}): each needs a query and a relevant picture that are there.")
        raise EvaluationError(sentence.format(source, _said(unusable)))
    return table.truth(source, unusable)


class _Table:
    """Questions, as they come together line by line."""

    def __init__(self, pictures: Pictures, named: Named) -> None:
        self.asked: dict[tuple[Path, Region | None], _Asked] = {}
        self._pictures = pictures
        self._named = named
        self._ambiguous: dict[str, None] = {}
        self._absent: set[str] = set()
        self._paths: dict[str, tuple[Path, int | None] | None] = {}

    def add(self, line: _Line) -> None:
        """Raises _Unusable."""
        path, own = self._query(line.query)
        asked = self.asked.get((path, line.region))
        if asked is None:
            asked = _Asked(line.query, path, line.region, own)
        relevant, junk = list(self._names(line.relevant)), list(self._names(line.junk))
        if line.gain != 0:
            self._add(asked, relevant, 1.0 if line.gain is None else line.gain)
            asked.graded |= line.gain is not None
        asked.junk |= {identity for name in junk if (identity := self._id(name)) is not None}
        self.asked[path, line.region] = asked

    def truth(self, source: Path, unusable: list[tuple[int, str]]) -> GroundTruth:
        questions: list[Question] = []
        judgements: list[Judgement] = []
        for asked in self.asked.values():
            judgement = judged(
                _ids(asked.gains),
                _ids(asked.junk),
                own=asked.own,
                absent=len(asked.absent),
                gains=asked.gains if asked.graded else None,
            )
            if judgement.total:
                questions.append(Question(asked.name, FileExample(asked.path, asked.region), image_id=asked.own))
                judgements.append(judgement)
        if not any(len(judgement.relevant) for judgement in judgements):
            raise notices.nothing_to_ask(source) if self._named.place_of else notices.none_held(source)
        told = []
        if unusable:
            sentence = tr("%Ln line(s) of the table had to be left out: {0}.", "", len(unusable))
            told.append(sentence.format(_said(unusable)))
        told += notices.not_asked(len(self.asked) - len(questions)) + notices.absent(len(self._absent))
        return GroundTruth(
            form=TruthForm.TABLE,
            source=source,
            questions=tuple(questions),
            protocols=(Protocol("", tuple(judgements)),),
            notices=(*told, *notices.ambiguous(list(self._ambiguous))),
        )

    def _add(self, asked: _Asked, relevant: Sequence[str], gain: float) -> None:
        for name in relevant:
            identity = self._id(name)
            if identity is not None:
                # Of two lines that say the same pair the better one counts.
                asked.gains[identity] = max(gain, asked.gains.get(identity, 0.0))
            elif name not in self._named.ambiguous:
                asked.absent.add(folded(name))
                self._absent.add(folded(name))

    def _query(self, name: str) -> tuple[Path, int | None]:
        """Where its picture is, and which image it is."""
        if name in self._named.ambiguous:
            raise _Unusable(tr("several pictures are called {0}").format(notices.brief(name)))
        if name not in self._paths:
            place = self._named.place_of.get(name)
            if place is not None:
                self._paths[name] = self._pictures.path(place), int(self._pictures.columns.ids[place])
            else:
                path = self._pictures.file(name)
                self._paths[name] = None if path is None else (path, None)
        found = self._paths[name]
        if found is None:
            raise _Unusable(tr("there is no picture {0}").format(notices.brief(name)))
        return found

    def _names(self, cell: str) -> Iterator[str]:
        """The pictures that a cell names: one whose name holds such signs itself, or those between them."""
        whole = cell in self._named.place_of or cell in self._named.ambiguous
        for name in [cell] if whole else _parts(cell):
            if name in self._named.ambiguous:
                self._ambiguous[name] = None
            yield name

    def _id(self, name: str) -> int | None:
        place = self._named.place_of.get(name)
        return None if place is None else int(self._pictures.columns.ids[place])


def _ids(some: Iterable[int]) -> Ids:
    return np.array(sorted(some), np.int64)


def _parts(cell: str) -> list[str]:
    return [part for text in _SEVERAL.split(cell) if (part := text.strip())]


def _said(unusable: Sequence[tuple[int, str]]) -> str:
    """The first few lines that cannot be used, and why."""
    return notices.some_of([tr("line {0} ({1})").format(number, why) for number, why in sorted(unusable)])


# -- the text -------------------------------------------------------------------------------------------------------------


def _lines(source: Path) -> tuple[list[_Line], list[tuple[int, str]]]:
    """The lines, and the number of each that cannot be used with the reason."""
    text = _text(source)
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = next((sign for sign in DELIMITERS if {QUERY, RELEVANT} <= set(_columns(head, sign))), None)
    if delimiter is None:
        sentence = tr("{0} does not name the columns query and relevant in its first line: add a line that does.")
        raise EvaluationError(sentence.format(source))
    columns = _columns(head, delimiter)
    lines: list[_Line] = []
    unusable: list[tuple[int, str]] = []
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        next(row for row in rows if any(cell.strip() for cell in row))
        for row in rows:
            if any(cell.strip() for cell in row):
                try:
                    lines.append(_line(rows.line_num, columns, row))
                except _Unusable as error:
                    unusable.append((rows.line_num, str(error)))
    except csv.Error as error:
        sentence = tr("Line {0} of {1} cannot be read ({2}): is a quotation mark left open?")
        raise EvaluationError(sentence.format(rows.line_num, source, error)) from error
    return lines, unusable


def _text(source: Path) -> str:
    try:
        return content_of(source, LARGEST).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        sentence = tr("{0} is not written in UTF-8 (byte {1}): save it as CSV in UTF-8.")
        raise EvaluationError(sentence.format(source, error.start)) from error


def _columns(head: str, delimiter: str) -> list[str]:
    try:
        return [name.strip().casefold() for name in next(csv.reader([head], delimiter=delimiter), [])]
    except csv.Error:
        # A line that is longer than a cell may be names no columns.
        return []


def _line(number: int, columns: Sequence[str], row: Sequence[str]) -> _Line:
    """Raises _Unusable."""
    cells = {column: cell.strip() for column, cell in zip(columns, row, strict=False)}
    if columns[-1] == RELEVANT and len(row) > len(columns):
        # Several pictures, between which stands the sign that separates columns, too.
        cells[RELEVANT] = ";".join(row[len(columns) - 1 :])
    query, relevant, junk = cells.get(QUERY, ""), cells.get(RELEVANT, ""), cells.get(JUNK, "")
    if junk.casefold() in _YES:
        relevant, junk = "", relevant
    elif junk.casefold() in _NO:
        junk = ""
    if not query or not (relevant or junk):
        raise _Unusable(tr("it names no query or nothing that would be relevant"))
    return _Line(number, query, _region(cells.get(REGION, "")), relevant, junk, _gain(cells.get(GRADE, "")))


def _region(cell: str) -> Region | None:
    try:
        return Region.parse(cell) if cell else None
    except QueryError as error:
        raise _Unusable(tr("its region is not X,Y,WIDTH,HEIGHT")) from error


def _gain(cell: str) -> float | None:
    try:
        gain = float(cell.replace(",", ".")) if cell else None
    except ValueError:
        gain = math.nan
    if gain is not None and not 0 <= gain <= LARGEST_GRADE:
        raise _Unusable(tr("its grade is no number from 0 on"))
    return gain
