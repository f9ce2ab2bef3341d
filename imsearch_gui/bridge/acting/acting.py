"""Everything that is done with results, wired: the window says what, and hears what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.acting.file_jobs import FileJobs, Tell
from imsearch_gui.bridge.acting.marking import Marking
from imsearch_gui.bridge.acting.open_with import OpenWith
from imsearch_gui.bridge.acting.undoing import Deeds
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.deeds import Deed, Kind
from imsearch_gui.domain.exporting import Export
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.records import ImageRecord
from imsearch_gui.imaging.decoding import IN_PROCESS, Decoding

if TYPE_CHECKING:
    from imsearch_gui.bridge.acting.exporting import Exported
    from imsearch_gui.bridge.acting.filing import Filed

FOLDERS = 8
"""Folders that are remembered."""


class Acting(QObject):
    """Marks, files, and one row of deeds that can be undone."""

    done = Signal(object)
    """Deed"""
    undone = Signal(object)
    """Deed, taken back; `failed` in it says of which files that was not possible."""
    failed = Signal(str)
    vanished = Signal(object)
    """tuple of image ids: they are in the library no more."""
    files_changed = Signal()
    """Images are elsewhere, gone or back: what is shown of the library is to be read anew."""

    def __init__(
        self,
        libraries: LibrarySession,
        settings: SettingsStore,
        parent: QObject | None = None,
        *,
        decoding: Decoding = IN_PROCESS,
    ) -> None:
        super().__init__(parent)
        self._decoding = decoding
        self._libraries, self._settings = libraries, settings
        self.deeds = Deeds(self)
        self.jobs = FileJobs(self)
        self.marking = Marking(self.deeds, self._folder, self)
        self.opening = OpenWith(self)
        self.opening.failed.connect(self.failed)
        self.marking.done.connect(self.done)
        self.marking.undone.connect(self.undone)
        self.marking.failed.connect(self.failed)

    def copy(self, images: Sequence[ImageRecord], folder: Path) -> None:
        """Copy the files of images into a folder."""
        from imsearch_gui.bridge.acting import filing

        library, files = self._folder(), _files(images)
        if library is None or not files:
            return
        self._use(folder)

        def ended(filed: Filed) -> None:
            self._filed(Kind.COPY, filed, folder, lambda tell: filing.undo_copy(library, filed, tell))
            if filed.made:
                self.files_changed.emit()

        work = lambda tell: filing.copy_images(library, files, folder, tell)  # noqa: E731
        self.jobs.start(Kind.COPY, work, ended, self.failed.emit, where=folder)

    def move(self, images: Sequence[ImageRecord], folder: Path) -> None:
        """Move the files of images into a folder; the library knows them there."""
        from imsearch_gui.bridge.acting import filing

        library, files = self._folder(), _files(images)
        if library is None or not files:
            return
        self._use(folder)

        def ended(filed: Filed) -> None:
            self._filed(Kind.MOVE, filed, folder, lambda tell: filing.undo_move(library, files, filed, tell))
            self._gone(library, filed)

        work = lambda tell: filing.move_images(library, files, folder, tell)  # noqa: E731
        self.jobs.start(Kind.MOVE, work, ended, self.failed.emit, where=folder)

    def trash(self, images: Sequence[ImageRecord]) -> None:
        """Move the files of images to the trash; all of them, or none where there is no trash."""
        from imsearch_gui.bridge.acting import filing

        library, files = self._folder(), _files(images)
        if library is None or not files:
            return

        def ended(filed: Filed) -> None:
            self._filed(Kind.TRASH, filed, None, lambda tell: filing.undo_trash(library, files, filed, tell))
            self._gone(library, filed)

        work = lambda tell: filing.trash_images(library, files, tell)  # noqa: E731
        self.jobs.start(Kind.TRASH, work, ended, self.failed.emit)

    def export(self, wish: Export) -> None:
        """Write matches for other programs; `done` tells a deed of Kind.EXPORT, which leaves nothing where it was cancelled."""
        from imsearch_gui.bridge.acting import exporting

        wish = replace(wish, marks=self.marking.shown())

        def ended(made: Exported) -> None:
            self.done.emit(
                Deed(Kind.EXPORT, made.number, wish.target, wish.form.value, made.failed, cancelled=made.cancelled)
            )

        work = lambda tell: exporting.export(wish, tell, self._decoding)  # noqa: E731
        self.jobs.start(Kind.EXPORT, work, ended, self.failed.emit, where=wish.target)

    def undo(self, deed: Deed | None = None) -> None:
        """Take back a deed, or the last one."""
        self.deeds.undo(deed)

    def folders(self) -> list[Path]:
        """Those that were copied or moved to, the last one first."""
        return self._settings.folders()

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        for part in (self.jobs, self.marking, self.opening):
            part.stop()

    def close(self) -> None:
        """`stop`, then wait for the step at hand."""
        for part in (self.jobs, self.marking, self.opening):
            part.close()

    def _folder(self) -> Path | None:
        return None if self._libraries.current is None else self._libraries.current.folder

    def _use(self, folder: Path) -> None:
        self._settings.keep_folders([folder, *(known for known in self.folders() if known != folder)][:FOLDERS])

    def _gone(self, library: Path, filed: Filed) -> None:
        if library == self._folder():
            if filed.rows:
                self.vanished.emit(tuple(row.id for row in filed.rows))
            if filed.carried:
                self.files_changed.emit()

    def _filed(self, kind: Kind, filed: Filed, where: Path | None, undo: Callable[[Tell], Filed]) -> None:
        number = len(filed.carried)
        deed = Deed(
            kind,
            number,
            where,
            failed=filed.failed,
            cancelled=filed.cancelled,
            undoable=bool(number) and not filed.trouble,
        )
        if deed.undoable:
            self.deeds.add(
                deed, lambda: self.jobs.start(kind, undo, lambda back: self._undone(deed, back), self.failed.emit)
            )
        if filed.trouble:
            self.failed.emit(
                tr("{0} Until the library is indexed again it knows the pictures where they were.").format(
                    filed.trouble
                )
            )
        self.done.emit(deed)

    def _undone(self, deed: Deed, back: Filed) -> None:
        if back.trouble:
            self.failed.emit(
                tr("{0} Until the library is indexed again it knows the pictures where they were.").format(back.trouble)
            )
        self.undone.emit(Deed(deed.kind, len(back.carried), deed.where, failed=back.failed))
        self.files_changed.emit()


def _files(images: Sequence[ImageRecord]) -> dict[Path, int]:
    """Path -> id, each file once."""
    return {image.path: image.id for image in images}
