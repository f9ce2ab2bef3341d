"""Models as things to have: the catalogue, installing, removing, verifying, importing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from imsearch_gui import paths
from imsearch_gui.bridge import model_jobs
from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.lane import Lane
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.models import ModelSession, card_of, installed_card
from imsearch_gui.bridge.process_job import ProcessJob
from imsearch_gui.bridge.transfer import InstallState, Transfer
from imsearch_gui.domain.errors import LibraryError, ModelError
from imsearch_gui.domain.language import mark, tr
from imsearch_gui.domain.records import ModelCard

if TYPE_CHECKING:
    from imsearch_gui.domain.model_spec import ModelSpec

IMPORT = ""
"""Stands for the file that is being imported where a model is named."""


@dataclass(frozen=True, slots=True)
class ModelList:
    """What there is, here and to be had."""

    installed: tuple[ModelCard, ...] = ()
    available: tuple[ModelCard, ...] = ()
    problems: tuple[str, ...] = ()
    """A sentence for each folder of a model that cannot be used."""


@dataclass(frozen=True, slots=True)
class Uses:
    """Which of the user's libraries have vectors of a model."""

    libraries: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    """Libraries that are known but could not be looked at."""


class ModelManager(QObject):
    """Does one installation at a time, the others wait; all of it goes on when no window looks."""

    listed = Signal(object)
    """ModelList"""
    install_changed = Signal(str, object)
    """Model id and InstallState; None once it has ended, however it did."""
    installed = Signal(str)
    removed = Signal(str)
    uses_found = Signal(str, object)
    """Model id and Uses, the answer to `find_uses`."""
    verify_changed = Signal(str, bool)
    """Model id, and whether it is being verified now."""
    verified = Signal(str, float)
    """Model id and the cosine between what it gives for its reference picture and what it must give."""
    proposed = Signal(object, object)
    """Path and Proposal"""
    accepted = Signal(str)
    """Id of the model that was imported."""
    failed = Signal(str, str)
    """Model id, IMPORT for a file that is being imported, and one sentence."""
    changed = Signal()
    """There is a model more or less on this computer."""

    _from_thread = Signal(object)

    def __init__(
        self, models: ModelSession, libraries: LibrarySession, indexing: IndexSession, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._libraries = libraries
        self._indexing = indexing
        self._list_lane = Lane("model list", self)
        self._install_lane = Lane("install", self)
        self._verify_lane = Lane("verify", self)
        self._import_lane = Lane("import", self)
        self._installs: dict[str, InstallState] = {}
        self._jobs: dict[tuple[str, str], ProcessJob[Any]] = {}
        self._stopped = False
        self._from_thread.connect(self._call, Qt.ConnectionType.QueuedConnection)
        self.changed.connect(models.list)

    # -- what there is ----------------------------------------------------------------------------------------------

    @property
    def installs(self) -> dict[str, InstallState]:
        """Installations that run or wait, by model."""
        return dict(self._installs)

    @property
    def verifying(self) -> frozenset[str]:
        """Models that are being verified, or will be."""
        return frozenset(model for kind, model in self._jobs if kind == "verify")

    def refresh(self) -> None:
        """Ask for the list."""
        self._list_lane.submit(_look, self._tell, lambda sentence: self.failed.emit(IMPORT, sentence))

    def find_uses(self, model: str) -> None:
        """Ask which libraries have vectors of a model."""
        current = self._libraries.current
        known = [*([current.folder] if current is not None else []), *self._libraries.recent()]
        self._list_lane.submit(
            lambda: _uses(model, known),
            lambda uses: self.uses_found.emit(model, uses),
            lambda sentence: self.failed.emit(model, sentence),
        )

    # -- having and not having --------------------------------------------------------------------------------------

    def install(self, model: str, *, accept_terms: bool = False) -> None:
        """Fetch a model of the catalogue; `accept_terms` where the user has agreed to what its licence asks for."""
        if model in self._installs:
            return
        transfer = Transfer()

        def tell(progress: Any) -> None:
            state = transfer.take(progress)
            self._from_thread.emit(lambda: self._progressed(model, job, state))

        def run() -> str:
            self._from_thread.emit(lambda: self._progressed(model, job, InstallState()))
            return job.run(tell)

        job: ProcessJob[str] = self._job("install", model, model_jobs.install, model, accept_terms)
        self._set_install(model, InstallState(waiting=bool(self._installs)))
        self._submit(self._install_lane, "install", model, run, self._installed)

    def cancel(self, model: str) -> None:
        """Give up installing or verifying a model; what was fetched stays, and the next installation goes on from there."""
        for kind in ("install", "verify"):
            self._give_up(kind, model)

    def remove(self, model: str) -> None:
        """Delete the files of a model; libraries keep its vectors."""
        request = self._indexing.request
        if request is not None and request.model == model:
            self.failed.emit(
                model, tr("Pictures are being indexed with this model: wait until that has finished, or cancel it.")
            )
            return
        self._list_lane.submit(
            lambda: _remove(model),
            lambda _: self._removed(model),
            lambda sentence: self.failed.emit(model, sentence),
        )

    def verify(self, model: str) -> None:
        """Ask whether a model gives here what it must give."""
        if ("verify", model) in self._jobs:
            return
        job = self._job("verify", model, model_jobs.verify, model)
        self.verify_changed.emit(model, True)
        self._submit(self._verify_lane, "verify", model, job.run, lambda cosine: self.verified.emit(model, cosine))

    # -- a file of one's own ----------------------------------------------------------------------------------------

    def propose(self, path: Path) -> None:
        """Ask what a file, or the folder of a model, seems to be; the answer to an earlier question does not come any more."""
        self.forget_import()
        job = self._job("import", IMPORT, model_jobs.propose, path)
        self._submit(self._import_lane, "import", IMPORT, job.run, lambda proposal: self.proposed.emit(path, proposal))

    def accept(self, path: Path, spec: ModelSpec, *, replace: bool = False) -> None:
        """Import a file under this description, after one picture went through it."""
        self.forget_import()
        job = self._job("import", IMPORT, model_jobs.accept, path, spec, replace)
        self._submit(self._import_lane, "import", IMPORT, job.run, self._accepted)

    def forget_import(self) -> None:
        """Nobody waits for `propose` or `accept` any more."""
        self._give_up("import", IMPORT)

    # -- the end ----------------------------------------------------------------------------------------------------

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._stopped = True
        for lane in self._lanes:
            lane.stop()
        for job in self._jobs.values():
            job.cancel()

    def close(self) -> None:
        """`stop`, then wait for what is at hand, which is never more than a look at the disk."""
        self.stop()
        for lane in self._lanes:
            lane.close()

    @property
    def _lanes(self) -> tuple[Lane, ...]:
        return self._list_lane, self._install_lane, self._verify_lane, self._import_lane

    # -- inside -----------------------------------------------------------------------------------------------------

    def _job(self, kind: str, model: str, work: Callable[..., Any], *arguments: Any) -> ProcessJob[Any]:
        job = ProcessJob(work, *arguments, unanswered=ModelError(tr(_UNANSWERED[kind])), name=kind)
        self._jobs[kind, model] = job
        return job

    def _submit(self, lane: Lane, kind: str, model: str, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        job = self._jobs[kind, model]

        def answered(tell: Callable[[Any], None]) -> Callable[[Any], None]:
            def if_wanted(value: Any) -> None:
                if self._jobs.get((kind, model)) is job:
                    self._end(kind, model)
                    tell(value)

            return if_wanted

        lane.submit(work, answered(done), answered(lambda sentence: self.failed.emit(model, sentence)))

    def _give_up(self, kind: str, model: str) -> None:
        job = self._jobs.get((kind, model))
        if job is not None:
            job.cancel()
            self._end(kind, model)

    def _end(self, kind: str, model: str) -> None:
        del self._jobs[kind, model]
        if kind == "install":
            self._set_install(model, None)
        elif kind == "verify":
            self.verify_changed.emit(model, False)

    def _set_install(self, model: str, state: InstallState | None) -> None:
        if state is None:
            self._installs.pop(model, None)
        else:
            self._installs[model] = state
        self.install_changed.emit(model, state)

    def _progressed(self, model: str, job: ProcessJob[Any], state: InstallState) -> None:
        if self._jobs.get(("install", model)) is job:
            self._set_install(model, state)

    def _call(self, what: Callable[[], None]) -> None:
        if not self._stopped:
            what()

    def _installed(self, model: str) -> None:
        self._models.forget(model)
        self.installed.emit(model)
        self._something_changed()

    def _removed(self, model: str) -> None:
        self._models.forget(model)
        self.removed.emit(model)
        self._something_changed()

    def _accepted(self, model: str) -> None:
        self._models.forget(model)
        self.accepted.emit(model)
        self._something_changed()

    def _something_changed(self) -> None:
        self.changed.emit()
        self.refresh()

    def _tell(self, models: ModelList) -> None:
        speeds = self._models.speeds
        cards = tuple(replace(card, images_per_second=speeds.get(card.id)) for card in models.installed)
        self.listed.emit(replace(models, installed=cards))


_UNANSWERED = {
    "install": mark("Installing ended before it was done: try again, it goes on where it stopped."),
    "verify": mark(
        "The model ended the process that ran it, so it cannot be used here: install it again, or remove it."
    ),
    "import": mark(
        "The model ended the process that looked at it: it asks for more than this computer has, or is damaged."
    ),
}


def _look() -> ModelList:
    from imsearch_gui.encoding.partial import clear_old
    from imsearch_gui.encoding.store import ModelStore

    clear_old(paths.user_models())
    store = ModelStore()
    installed = sorted(map(installed_card, store.models()), key=lambda card: not card.recommended)
    available = [
        replace(card_of(entry.spec, entry.spec.id, size=_known_size(entry.spec)), installed=False)
        for entry in store.available()
    ]
    return ModelList(tuple(installed), tuple(available), tuple(store.problems()))


def _known_size(spec: ModelSpec) -> int:
    return spec.download_size


def _remove(model: str) -> None:
    from imsearch_gui.encoding.install import remove_model
    from imsearch_gui.encoding.store import ModelStore

    remove_model(ModelStore(), model)


def _uses(model: str, known: Iterable[Path]) -> Uses:
    from imsearch_gui.library.library import CATALOG, Library

    ours = sorted(catalog.parent for catalog in paths.default_libraries().glob(f"*/{CATALOG}"))
    libraries, unknown = [], []
    for folder in dict.fromkeys([*known, *ours]):
        try:
            with Library.open(folder) as library:
                if any(record.id == model for record in library.models()):
                    libraries.append(folder.name)
        except LibraryError:
            unknown.append(folder.name)  # said to the user: nobody knows what such a library uses
    return Uses(tuple(libraries), tuple(unknown))
