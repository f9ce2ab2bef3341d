"""Changes in folders as Windows and macOS tell them, by `watchdog` (ReadDirectoryChangesW, FSEvents); without Qt."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from watchdog import events
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from imsearch_gui.bridge.watched import Watched
from imsearch_gui.imaging.scanner import is_of_interest

_KINDS: list[type[events.FileSystemEvent]] = [
    events.FileCreatedEvent,
    events.FileModifiedEvent,
    events.FileMovedEvent,
    events.FileDeletedEvent,
    events.DirCreatedEvent,
    events.DirMovedEvent,
    events.DirDeletedEvent,
]


class Observing:
    """Tells of changes in the roots that were added; an observer each."""

    def __init__(self, tell: Callable[[Path], None], make: Callable[[], BaseObserver] = Observer) -> None:
        """`tell(root)` is called at every change, on threads of watchdog."""
        self._tell = tell
        self._make = make
        self._observers: dict[Watched, BaseObserver] = {}

    def add(self, root: Watched, skip: Path) -> bool:
        """Listen to a root, but for what is below `skip`; False where the system does not do that."""
        observer = self._make()
        handler = _Handler(root, skip, self._tell)
        try:
            observer.schedule(handler, str(root.path), recursive=root.recursive, event_filter=_KINDS)
            observer.start()
        except OSError:
            # Whatever the system has against it: a look now and then does it, too, and the page of the library says so.
            _end(observer)
            return False
        self._observers[root] = observer
        return True

    def remove(self, root: Watched) -> None:
        """Listen to a root no more."""
        if (observer := self._observers.pop(root, None)) is not None:
            _end(observer)

    def stop(self) -> None:
        """There is nothing long to be stopped here."""

    def close(self) -> None:
        """Listen to nothing any more."""
        for root in list(self._observers):
            self.remove(root)


def _end(observer: BaseObserver) -> None:
    observer.unschedule_all()
    observer.stop()
    if observer.is_alive():
        observer.join()


class _Handler(events.FileSystemEventHandler):
    def __init__(self, root: Watched, skip: Path, tell: Callable[[Path], None]) -> None:
        self._root = root
        self._skip = skip
        self._tell = tell

    def on_any_event(self, event: events.FileSystemEvent) -> None:
        if self._matters(event.src_path) or self._matters(event.dest_path):
            self._tell(self._root.path)

    def _matters(self, name: str | bytes) -> bool:
        path = Path(os.fsdecode(name))
        if not name or not path.is_relative_to(self._root.path) or path.is_relative_to(self._skip):
            return False
        return is_of_interest(str(path.relative_to(self._root.path)))
