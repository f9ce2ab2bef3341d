"""What is done to libraries as a whole, on a thread of its own: looked after, named, moved, deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.evaluating import Evaluating
from imsearch_gui.bridge.index_session import IndexSession
from imsearch_gui.bridge.lane import Lane, NewestLane
from imsearch_gui.bridge.libraries import LibrarySession
from imsearch_gui.bridge.search_session import SearchSession
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.library_facts import LibraryEntry, LibraryFacts, Relinked

if TYPE_CHECKING:
    from imsearch_gui.library.writer import LibraryWriter

T = TypeVar("T")


class LibraryCare(QObject):
    """Answers by signals; a change of the open library is told by `LibrarySession.changed` as well."""

    found = Signal(object)
    """LibraryFacts of the open library, the answer to `look`."""
    weighed = Signal(object)
    """LibraryFacts, the answer to `weigh`."""
    listed = Signal(object)
    """tuple[LibraryEntry, ...], the answer to `list`."""
    counted = Signal(object, int)
    """Path of a root, and how many of its images it would lose: the answer to `count_left_out`."""
    relinking = Signal(object, bool)
    """Path of a root, and whether its new place is being looked at now."""
    relinked = Signal(object, object)
    """Path of the new place, and Relinked."""
    moved = Signal(object, object)
    """Paths of a root before and now; told before `relinked`."""
    removed = Signal(object, int)
    """Path of a root that is none any more, and how many images it had."""
    deleted = Signal(object)
    """Path of a library that is no more."""
    failed = Signal(str)

    def __init__(
        self,
        libraries: LibrarySession,
        search: SearchSession,
        indexing: IndexSession,
        evaluating: Evaluating,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._libraries = libraries
        self._search = search
        self._indexing = indexing
        self._evaluating = evaluating
        self._lane = Lane("library care", self)
        self._list_lane = NewestLane("library list", self)
        self._count_lane = NewestLane("library count", self)

    # -- what there is ----------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Ask for the facts of the open library; of several that wait, the newest only."""
        state = self._libraries.current
        if state is not None:
            folder = state.folder
            self._list_lane.ask(lambda _: _facts_of(folder), self._tell_facts, self.failed.emit)

    def weigh(self, folder: Path) -> None:
        """Ask for the facts of any library, before it is deleted."""
        self._lane.submit(lambda: _facts_of(folder), self.weighed.emit, self.failed.emit)

    def list(self) -> None:
        """Ask which libraries are remembered, and whether they are there."""
        folders = self._libraries.recent()
        self._lane.submit(lambda: tuple(map(_entry_of, folders)), self.listed.emit, self.failed.emit)

    def count_left_out(self, root: Path, *, recursive: bool, exclude: Sequence[str]) -> None:
        """Ask how many images a root would lose with these options; of several questions only the newest is answered."""
        state = self._libraries.current
        if state is not None:
            folder, globs = state.folder, tuple(exclude)
            self._count_lane.ask(
                lambda _: _left_out_of(folder, root, recursive, globs),
                lambda number: self.counted.emit(root, number),
                self.failed.emit,
            )

    # -- what is changed --------------------------------------------------------------------------------------------

    def rename(self, folder: Path, name: str) -> None:
        """Call a library otherwise."""
        self._change(folder, lambda library: _care().rename(library, name))

    def set_options(
        self,
        root: Path,
        *,
        recursive: bool,
        exclude: Sequence[str],
        watch: bool,
        done: Callable[[], object] = lambda: None,
    ) -> None:
        """Other options for a root; `done` once they are kept."""
        globs = tuple(exclude)
        self._change_open(
            lambda library: _care().set_options(library, root, recursive=recursive, exclude=globs, watch=watch),
            lambda _: done(),
        )

    def remove_root(self, root: Path) -> None:
        """A folder of the open library less; its files stay."""
        self._change_open(
            lambda library: _care().remove_root(library, root), lambda number: self.removed.emit(root, number)
        )

    def relink(self, root: Path, place: Path) -> None:
        """The root is now at `place`, which is believed after a look at a sample."""
        if not self._may_change(self._open_folder()):
            return
        self.relinking.emit(root, True)

        def done(seen: Relinked) -> None:
            self.relinking.emit(root, False)
            self.moved.emit(root, place.absolute())
            self.relinked.emit(place, seen)

        def failed(sentence: str) -> None:
            self.relinking.emit(root, False)
            self.failed.emit(sentence)

        self._change_open(lambda library: _care().relink(library, root, place), done, failed)

    def keep_emptied(self, root: Path) -> None:
        """The images of a root that has none any more stay, and nobody is asked again."""
        self._change_open(lambda library: _care().keep_emptied(library, root))

    def remove_model(self, model_id: str) -> None:
        """The vectors of a model go."""
        self._change_open(lambda library: _removal().remove_model(library, model_id))

    def delete(self, folder: Path) -> None:
        """Delete a library. Its pictures stay where they are."""
        if not self._may_change(folder):
            return

        wait = self._indexing.give_way() if self._indexing.library == folder else None

        def work() -> None:
            if wait is not None:
                wait()
            _removal().delete_library(folder)

        def delete() -> None:
            self._lane.submit(work, lambda _: self._deleted(folder), self.failed.emit)

        state = self._libraries.current
        if state is None or state.folder != folder:
            delete()
            return
        # A file that is open, or mapped, cannot be deleted on every system.
        self._libraries.leave()
        self._search.leave(lambda: self._evaluating.leave(delete))

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        for lane in (self._lane, self._list_lane, self._count_lane):
            lane.stop()

    def close(self) -> None:
        """`stop`, then wait for what is at hand."""
        self.stop()
        for lane in (self._lane, self._list_lane, self._count_lane):
            lane.close()

    # -- inside -----------------------------------------------------------------------------------------------------

    def _open_folder(self) -> Path | None:
        return self._libraries.current.folder if self._libraries.current is not None else None

    def _may_change(self, folder: Path | None) -> bool:
        """A library has one writer; the user's own job is said to be it."""
        busy = folder is not None and self._indexing.occupied and self._indexing.library == folder
        if busy:
            self.failed.emit(tr("This library is being indexed just now: wait until that has finished, or cancel it."))
        return folder is not None and not busy

    def _change_open(
        self,
        work: Callable[[LibraryWriter], T],
        done: Callable[[T], object] = lambda _: None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        folder = self._open_folder()
        if folder is not None:
            self._change(folder, work, done, failed)

    def _change(
        self,
        folder: Path,
        work: Callable[[LibraryWriter], T],
        done: Callable[[T], object] = lambda _: None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        if not self._may_change(folder):
            return
        # A job of the program itself gives way; what it was to do is done later.
        wait = self._indexing.give_way() if self._indexing.library == folder else None

        def change() -> T:
            if wait is not None:
                wait()
            return _changed(folder, work)

        def tell(value: T) -> None:
            done(value)
            self._libraries.refresh()
            self.look()

        self._lane.submit(change, tell, failed or self.failed.emit)

    def _tell_facts(self, facts: LibraryFacts) -> None:
        if facts.folder != self._open_folder():
            return
        self.found.emit(facts)
        state = self._libraries.current
        there = {part.root.path: part.root.online for part in facts.roots}
        if state is not None and any(there.get(root.path, root.online) != root.online for root in state.roots):
            # Seen here before it was noticed elsewhere: else nobody would tell when it is back.
            self._libraries.refresh()

    def _deleted(self, folder: Path) -> None:
        self._libraries.forget(folder)
        self.deleted.emit(folder)


def _care() -> ModuleType:
    from imsearch_gui.library import care

    return care


def _removal() -> ModuleType:
    from imsearch_gui.library import removal

    return removal


def _changed(folder: Path, work: Callable[[LibraryWriter], T]) -> T:
    from imsearch_gui.library.library import Library
    from imsearch_gui.library.writer import LibraryWriter

    with Library.open(folder):
        pass  # to write would make one where there is none
    with LibraryWriter.open(folder) as library:
        return work(library)


def _facts_of(folder: Path) -> LibraryFacts:
    from imsearch_gui.library.facts import facts_of
    from imsearch_gui.library.library import Library

    with Library.open(folder) as library:
        return facts_of(library)


def _entry_of(folder: Path) -> LibraryEntry:
    from imsearch_gui.domain.errors import LibraryError
    from imsearch_gui.library.care import name_of
    from imsearch_gui.library.library import Library

    try:
        with Library.open(folder) as library:
            return LibraryEntry(folder, name_of(library), library.image_count())
    except LibraryError:
        # Said in the list, where it can be forgotten.
        return LibraryEntry(folder, folder.name, there=False)


def _left_out_of(folder: Path, root: Path, recursive: bool, exclude: tuple[str, ...]) -> int:
    from imsearch_gui.library.library import Library
    from imsearch_gui.library.removal import count_left_out

    with Library.open(folder) as library:
        return count_left_out(library, root, recursive=recursive, exclude=exclude)
