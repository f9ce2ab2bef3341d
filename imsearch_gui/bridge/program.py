"""Everything behind the window, wired."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict, Unpack

from PySide6.QtCore import QObject

from imsearch_gui import paths
from imsearch_gui.bridge.about import AboutSession
from imsearch_gui.bridge.acting import Acting
from imsearch_gui.bridge.arranging import Arranging
from imsearch_gui.bridge.arrivals import Arrivals
from imsearch_gui.bridge.consent import WatchConsent
from imsearch_gui.bridge.crashes import CrashReports
from imsearch_gui.bridge.desktop import Desktop
from imsearch_gui.bridge.details import DetailsReader
from imsearch_gui.bridge.evaluating import Evaluating
from imsearch_gui.bridge.facets import FacetReader
from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.library_care import LibraryCare
from imsearch_gui.bridge.model_manager import ModelManager
from imsearch_gui.bridge.models import ModelSession
from imsearch_gui.bridge.pictures import PictureReader
from imsearch_gui.bridge.presence import Presence
from imsearch_gui.bridge.query_keeper import QueryKeeper
from imsearch_gui.bridge.search_session import SearchSession
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.bridge.survey import FolderSurvey
from imsearch_gui.bridge.thumbnails import ThumbnailService
from imsearch_gui.bridge.updates import Updates
from imsearch_gui.bridge.viewing import Viewing
from imsearch_gui.bridge.waits import Waits
from imsearch_gui.bridge.watching import Watching
from imsearch_gui.domain.choices import DEFAULT_MODEL, Precision
from imsearch_gui.domain.progress import IndexReport
from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.domain.settings import PRECISION, PROVIDER, THUMBNAILS, WORKERS
from imsearch_gui.imaging.apart import Apart


class _Ways(TypedDict):
    workers: int
    provider: str
    precision: Precision
    thumbnails: int


class RootWishes(TypedDict, total=False):
    """What may be asked of a job for roots, as in `IndexRequest`."""

    retry: tuple[Path, ...]
    accept_empty: bool
    background: bool


class Program(QObject):
    """Owns the sessions and says who hears whom; the window gets this and nothing else."""

    def __init__(
        self, settings: SettingsStore | None = None, parent: QObject | None = None, *, apart: Apart | None = None
    ) -> None:
        super().__init__(parent)
        self.apart = apart or Apart()
        """Every picture that is shown or searched with is decoded there, never in this process."""
        self.settings = settings or SettingsStore(parent=self)
        self.libraries = LibrarySession(self.settings, self)
        self.search = SearchSession(self.settings, self, decoding=self.apart)
        # Before anybody else hears of it: a picture that waits for the library is asked for at once.
        self.libraries.opened.connect(self.search.use_library)
        self.presence = Presence(self.settings, self)
        self.indexing = IndexSession(self, share=self.presence.workers)
        self.thumbnails = ThumbnailService(self, decoding=self.apart)
        self.pictures = PictureReader(self, decoding=self.apart)
        self.arranging = Arranging(self)
        self.viewing = Viewing(self, decoding=self.apart)
        self.details = DetailsReader(self, decoding=self.apart)
        self.models = ModelSession(self)
        self.model_manager = ModelManager(self.models, self.libraries, self.indexing, self)
        self.survey = FolderSurvey(self)
        self.desktop = Desktop(self)
        self.arrivals = Arrivals(self)
        self.about = AboutSession(self)
        self.crashes = CrashReports(self)
        self.updates = Updates(self.settings, self)
        self.waits = Waits(self)
        self.evaluating = Evaluating(self.settings, self, decoding=self.apart)
        self.care = LibraryCare(self.libraries, self.search, self.indexing, self.evaluating, self)
        self.consent = WatchConsent(self.libraries, self.indexing, self.care, self.settings, self)
        self.watching = Watching(self.libraries, self.indexing, self.settings, self.consent, self._index_watched, self)
        self.acting = Acting(self.libraries, self.settings, self, decoding=self.apart)
        self.facets = FacetReader(self)
        self.kept_queries = QueryKeeper(self.search, self, decoding=self.apart)
        self.acting.files_changed.connect(self._files_changed)
        self.libraries.opened.connect(self.thumbnails.clear)
        self.libraries.opened.connect(self.evaluating.cancel)
        self.libraries.closed.connect(self.evaluating.cancel)
        self.libraries.changed.connect(self.search.library_changed)
        for reader in (self.facets, self.kept_queries):
            self.libraries.opened.connect(reader.use_library)
            self.libraries.closed.connect(reader.leave)
        self.libraries.changed.connect(self.facets.library_changed)
        self.acting.marking.marked.connect(lambda _: self.facets.again())
        self.indexing.started.connect(self.presence.watch)
        self.indexing.ended.connect(self.presence.rest)
        self.search.searching.connect(self.presence.note)
        self.search.answered.connect(self.about.note_provider)
        self.indexing.library_ready.connect(self.libraries.open)
        self.indexing.committed.connect(self._look_again)
        self.indexing.finished.connect(self._job_done)
        self.model_manager.changed.connect(self.libraries.refresh)

    def open_samples(self) -> None:
        """Index the sample pictures, which takes a moment, or bring their library up to date."""
        request = IndexRequest((paths.samples(),), DEFAULT_MODEL, exclude=("*.md",), **self._ways())
        self.indexing.start(self.libraries.samples_folder(), request)

    def index_again(self) -> None:
        """Bring the open library up to date with its folders, for the model that is searched with."""
        state = self.libraries.current
        if state is not None and state.roots:
            self.index_roots(tuple(root.path for root in state.roots))

    def index_roots(self, folders: tuple[Path, ...], *, model_id: str = "", **more: Unpack[RootWishes]) -> bool:
        """The same for some of its folders, or for another of its models; `more` are fields of the request."""
        state = self.libraries.current
        if state is None:
            return False
        model = next((model for model in state.models if model.id == (model_id or self.search.model_id)), None)
        name, folder = (DEFAULT_MODEL, None) if model is None else (model.id, model.folder)
        request = IndexRequest(folders, name, as_before=True, model_folder=folder, **self._ways(), **more)
        return self.indexing.start(state.folder, request)

    def retry(self, files: Sequence[Path]) -> None:
        """Try skipped files of the open library again although they have not changed."""
        state = self.libraries.current
        roots = state.roots if state is not None else ()
        holding = tuple(root.path for root in roots if any(file.is_relative_to(root.path) for file in files))
        if holding:
            self.index_roots(holding, retry=tuple(files))

    def close(self) -> None:
        """Stop everything; no thread is left."""
        # All are told to stop before the first is waited for, so that this takes as long as the slowest, not as their sum.
        busy = (
            self.indexing,
            self.search,
            self.thumbnails,
            self.survey,
            self.models,
            self.model_manager,
            self.libraries,
            self.desktop,
            self.arranging,
            self.arrivals,
            self.about,
            self.crashes,
            self.updates,
            self.care,
            self.evaluating,
            self.watching,
            self.acting,
            self.facets,
            self.kept_queries,
            self.viewing,
            self.details,
        )
        for part in busy:
            part.stop()
        # Now that nobody is told any more: whoever waits for a picture goes on at once.
        self.apart.stop()
        for part in busy:
            part.close()
        self.pictures.close()
        self.apart.close()
        self.settings.close()

    def _ways(self) -> _Ways:
        """How the settings say that a job runs."""
        return {
            "workers": int(self.settings.get(WORKERS)),
            "provider": str(self.settings.get(PROVIDER)),
            "precision": Precision(str(self.settings.get(PRECISION))),
            "thumbnails": int(self.settings.get(THUMBNAILS)),
        }

    def _index_watched(self, root: Path, model_id: str) -> bool:
        return self.index_roots((root,), model_id=model_id, background=True)

    def _job_done(self, report: IndexReport) -> None:
        if report.changed:
            self.thumbnails.forget_kept()

    def _files_changed(self) -> None:
        self.libraries.refresh()
        self.search.repeat()

    def _look_again(self, folder: Path) -> None:
        if self.libraries.current is not None and self.libraries.current.folder == folder:
            self.libraries.refresh()
