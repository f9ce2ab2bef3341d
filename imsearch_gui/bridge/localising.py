"""Where in a match the query is found again: found out while somebody looks at the match."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.query_run import QueryRun
from imsearch_gui.domain.likeness import Likeness
from imsearch_gui.domain.records import ImageRecord, Query


class Localising(QObject):
    """Of what is asked only the newest is answered: who walks through the matches waits for the one that is looked at.

    A query that is asked takes its place, and nobody is told.
    """

    found = Signal(object, object)
    """ImageRecord and Likeness"""
    failed = Signal(str)
    """One sentence."""

    def __init__(self, run: QueryRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._generation = 0
        # Nobody waits for a query because of what somebody looks at.
        run.asked.connect(self.forget)

    def ask(self, folder: Path, query: Query, image: ImageRecord) -> None:
        """In the place of what was asked before."""
        self.forget()
        generation = self._generation

        def wanted() -> bool:
            return generation == self._generation

        def take(likeness: Likeness | None) -> None:
            if likeness is not None and wanted():
                self.found.emit(image, likeness)

        def fail(sentence: str) -> None:
            if wanted():
                self.failed.emit(sentence)

        self._run.localise(folder, query, image, wanted, take, fail)

    def forget(self) -> None:
        """Nobody wants to know any more."""
        self._generation += 1
