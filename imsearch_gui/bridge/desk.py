"""What the query lane has open: one library and what searches in it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from imsearch_gui.domain.likeness import Likeness
from imsearch_gui.domain.metrics import Metric
from imsearch_gui.domain.records import ImageRecord, Query, SearchResult
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding

if TYPE_CHECKING:
    from imsearch_gui.library.library import Library
    from imsearch_gui.searching.search import Searcher


_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Desk:
    """Only the query lane touches it, but for `stopped`: a catalog is read by the thread that opened it."""

    decoding: Decoding = IN_PROCESS
    provider: str = "automatic"
    """What models run on, as in the settings."""
    folder: Path | None = None
    library: Library | None = None
    searcher: Searcher | None = None
    stopped: bool = False
    """Nobody waits for the query lane any more, whatever model is being tried there."""

    def search(self, folder: Path, query: Query, wanted: Callable[[], bool]) -> SearchResult | None:
        """The result, or None once it is not wanted any more."""
        from imsearch_gui.searching.search import Superseded

        try:
            return self.open(folder).search(query, wanted=wanted)
        except Superseded:
            return None

    def localise(self, folder: Path, query: Query, image: ImageRecord, wanted: Callable[[], bool]) -> Likeness | None:
        """Where in an image the query is found again, or None once nobody wants to know."""
        from imsearch_gui.searching.search import Superseded

        try:
            return self.open(folder).localise(query, image, wanted=wanted)
        except Superseded:
            return None

    def warm(self, folder: Path, model_id: str, provider: str, metric: Metric = Metric.COSINE) -> None:
        """Open ahead what a query needs; what cannot be opened is said by the query that needs it."""
        from imsearch_gui.domain.errors import KnownError

        self.run_on(provider)
        try:
            searcher = self.open(folder)
            if model_id:
                searcher.warm(model_id, metric)
        except KnownError as error:
            _log.info("not opened ahead: %s", error)

    def run_on(self, provider: str) -> None:
        """What models run on from now on; those that run on something else are let go."""
        if provider != self.provider:
            self.close()
            self.provider = provider

    def open(self, folder: Path) -> Searcher:
        """What searches in the library at `folder`; the one that was open before is let go."""
        from imsearch_gui.encoding.store import ModelStore
        from imsearch_gui.library.library import Library
        from imsearch_gui.searching.search import Searcher

        moved = self.library is not None and not self.library.in_place()
        if self.searcher is None or self.folder != folder or moved:
            self.close()
            self.library = Library.open(folder)
            self.searcher = Searcher(
                self.library, ModelStore(), self.provider, decoding=self.decoding, trying=lambda: not self.stopped
            )
            self.folder = folder
        return self.searcher

    def close(self) -> None:
        if self.searcher is not None:
            self.searcher.close()
        if self.library is not None:
            self.library.close()
        self.searcher = self.library = self.folder = None
