"""What the command line writes: results to standard output, everything else to standard error.

File names on Linux may be any bytes; Python shows the ones that are no UTF-8 as lone surrogates. JSON is written in ASCII,
where such a name is a `\\udcXX` escape: always valid, and Python's `json` gives the same path back. CSV is UTF-8 with the
name's own bytes. Text is for reading: what cannot be shown, control characters included, becomes a backslash escape.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

JSON = "json"
CSV = "csv"
TEXT = "text"
"""The forms of a result."""


class ReaderGone(Exception):
    """Nobody reads standard output any more (`imsearch ... | head`)."""


class Output:
    """One command's output, in the form that was asked for."""

    def __init__(self, form: str = TEXT) -> None:
        self._form = form

    def result(self, as_json: Mapping[str, Any], as_text: Iterable[str], table: Sequence[Sequence[Any]] = ()) -> None:
        """Write the result: as one JSON object, as lines of text, or `table` (its first row the names) as CSV."""
        match self._form:
            case form if form == JSON:
                self._write(json.dumps(as_json, allow_nan=False).encode() + b"\n")
            case form if form == CSV:
                from imsearch_gui.domain.result_form import csv_line

                self._write(b"".join(map(csv_line, table)))
            case _:
                text = "".join(f"{line}\n" for line in as_text)
                self._write(text.encode(sys.stdout.encoding or "utf-8", "backslashreplace"))

    def complain(self, sentence: str) -> None:
        """One line on standard error."""
        line = f"imsearch: {shown(sentence)}\n".encode(sys.stderr.encoding or "utf-8", "backslashreplace")
        sys.stderr.write(line.decode(sys.stderr.encoding or "utf-8"))
        sys.stderr.flush()

    def _write(self, data: bytes) -> None:
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            # Python flushes once more at exit; that must not fail a second time.
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise ReaderGone from None


def shown(text: str | Path) -> str:
    """`text` with every character that would move the cursor or cannot be encoded as an escape."""
    return "".join(
        character if character.isprintable() else character.encode("unicode_escape").decode() for character in str(text)
    )


def aligned(rows: Sequence[Sequence[Any]], *, right: Sequence[int] = ()) -> list[str]:
    """Rows as lines with aligned columns, two spaces between; the columns in `right` are set to the right."""
    cells = [[shown(str(cell)) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))] if cells else []
    return [
        "  ".join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]


def columns(rows: Sequence[Mapping[str, Any]], *, right: Sequence[int] = ()) -> list[str]:
    """Mappings of the same keys as aligned lines, names first; a mapping in a cell becomes `name value` pairs."""
    if not rows:
        return []
    table = [list(rows[0])]
    for row in rows:
        table.append(
            [
                ", ".join(f"{key} {value}" for key, value in cell.items()) if isinstance(cell, Mapping) else str(cell)
                for cell in row.values()
            ]
        )
    return aligned(table, right=right)
