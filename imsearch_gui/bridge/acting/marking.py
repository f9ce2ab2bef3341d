"""Marks from the window into the catalog: shown at once, written on a lane, taken back where that fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.acting.undoing import Deeds
from imsearch_gui.bridge.lane import Lane
from imsearch_gui.domain.deeds import Deed, Kind
from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.marks import LabelCount, MarkEdit, Marks, label_of
from imsearch_gui.domain.records import ImageRecord

if TYPE_CHECKING:
    from imsearch_gui.library.marks import Noted


class Marking(QObject):
    """Notes things of images of the open library."""

    marked = Signal(object)
    """Mapping of image id to Marks: what is noted now, of images that have changed."""
    done = Signal(object)
    """Deed, once it stands in the catalog."""
    undone = Signal(object)
    failed = Signal(str)
    labels_listed = Signal(object)
    """tuple[LabelCount, ...] (name, images): the labels in use, the answer to `list_labels`."""

    def __init__(self, deeds: Deeds, folder: Callable[[], Path | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._deeds, self._folder = deeds, folder
        self._lane = Lane("marks", self)
        self._shown: dict[int, Marks] = {}
        self._shown_of: Path | None = None
        self._written: dict[int, int] = {}
        """Image id -> when what is shown of it was written, counted in readings."""
        self._readings = 0

    def marks_of(self, image: ImageRecord) -> Marks:
        """What is noted of an image: a result may be older than that."""
        return self._overlay().get(image.id, image.marks)

    def mark(self, images: Sequence[ImageRecord], edit: MarkEdit) -> None:
        """Note something of images."""
        folder = self._folder()
        if folder is None or not images:
            return
        before = {image.id: self.marks_of(image) for image in images}
        after = {identity: edit.applied(marks) for identity, marks in before.items()}
        if after == before:
            return
        self._show(after)
        ids = list(before)

        def take_back(sentence: str) -> None:
            self._show(before, written=True)
            self.failed.emit(sentence)

        self._lane.submit(
            lambda: _note(folder, ids, edit),
            lambda noted: self._noted(folder, noted, Deed(Kind.MARK, len(ids), undoable=True)),
            take_back,
        )

    def add_label(self, images: Sequence[ImageRecord], text: str) -> bool:
        """Add a label that somebody has typed; False, and a sentence, where it is none."""
        try:
            label = label_of(text)
        except KnownError as error:
            self.failed.emit(str(error))
            return False
        self.mark(images, MarkEdit(add=(label,)))
        return True

    def rename_label(self, name: str, to: str) -> None:
        """Call a label otherwise on all images of the library."""
        self._replace(name, to, Kind.LABEL_RENAMED)

    def delete_label(self, name: str) -> None:
        """Take a label from all images of the library."""
        self._replace(name, None, Kind.LABEL_DELETED)

    def list_labels(self) -> None:
        """Ask for the labels in use."""
        folder = self._folder()
        if folder is None:
            self.labels_listed.emit(())
        else:
            self._lane.submit(lambda: _labels(folder), self.labels_listed.emit, self.failed.emit)

    def shown(self) -> dict[int, Marks]:
        """Image id -> what is noted now, of images that have changed since the result at hand was read."""
        return dict(self._overlay())

    def reading_begins(self) -> None:
        """A result is read from now on: it knows what was written before."""
        self._readings += 1

    def forget_shown(self) -> None:
        """The result whose reading began last is there, and knows itself what was written before that; the rest stays."""
        for identity in [identity for identity, written in self._written.items() if written < self._readings]:
            del self._written[identity]
            self._shown.pop(identity, None)

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for what is being written."""
        self._lane.close()

    def _replace(self, name: str, to: str | None, kind: Kind) -> None:
        folder = self._folder()
        if folder is not None:
            self._lane.submit(
                lambda: _replace_label(folder, name, to),
                lambda noted: self._noted(folder, noted, Deed(kind, len(noted.images), what=name, undoable=True)),
                self.failed.emit,
            )

    def _noted(self, folder: Path, noted: Noted, deed: Deed) -> None:
        def undo() -> None:
            self._lane.submit(lambda: _put_back(folder, noted.before), back, self.failed.emit)

        def back(again: Noted) -> None:
            if folder == self._folder():
                self._show(again.images, written=True)
            self.undone.emit(deed)

        if folder == self._folder():
            self._show(noted.images, written=True)
        self._deeds.add(deed, undo)
        self.done.emit(deed)

    def _show(self, marks: Mapping[int, Marks], *, written: bool = False) -> None:
        shown = self._overlay()
        for identity in marks:
            if written:
                self._written[identity] = self._readings
            else:
                self._written.pop(identity, None)
        news = {identity: value for identity, value in marks.items() if shown.get(identity) != value}
        shown.update(news)
        if news:
            self.marked.emit(news)

    def _overlay(self) -> dict[int, Marks]:
        if self._shown_of != self._folder():
            self._shown_of = self._folder()
            self._shown, self._written = {}, {}
        return self._shown


def _note(folder: Path, ids: list[int], edit: MarkEdit) -> Noted:
    from imsearch_gui.library import marks

    return marks.note(folder, ids, edit)


def _put_back(folder: Path, before: Mapping[int, Marks]) -> Noted:
    from imsearch_gui.library import marks

    return marks.put_back(folder, before)


def _replace_label(folder: Path, name: str, to: str | None) -> Noted:
    from imsearch_gui.library import marks

    return marks.delete_label(folder, name) if to is None else marks.rename_label(folder, name, to)


def _labels(folder: Path) -> tuple[LabelCount, ...]:
    from imsearch_gui.library.library import Library
    from imsearch_gui.library.marks import labels_in_use

    with Library.open(folder) as library:
        return labels_in_use(library.rows)
