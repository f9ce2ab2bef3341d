"""Everything that may go wrong, in one small tree.

    ImsearchError
    ├── KnownError            the user's world: the text is one sentence that says what, why and what to do
    │   ├── PictureError      a file that is no readable picture
    │   ├── FolderError       a folder that is missing, unreadable or has vanished
    │   │   └── FolderOffline   a root whose disk is not connected
    │   ├── ModelError        a model that is missing, unfit or refuses to run
    │   ├── QueryError        a query that cannot be answered as asked
    │   ├── EvaluationError   a ground truth that cannot be read, or that asks nothing of a library
    │   └── LibraryError      a library that cannot be opened or written
    │       ├── LibraryBusy     another process is writing to it
    │       ├── LibraryTooNew   a newer program made it
    │       └── StorageError    the disk is full, read-only or failing
    │           └── DiskFull      the first of these
    └── BugError              ours: the text is for the log, the user sees that it is our fault

Whatever is not an `ImsearchError` is a bug as well and is reported as one.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from imsearch_gui.domain.reasons import retold


class ImsearchError(Exception):
    """Root of the tree; never raised itself."""


class KnownError(ImsearchError):
    """Something the user can mend; `str(error)` is one sentence for them."""

    def __str__(self) -> str:
        # The sentence itself, which remembers how it was made; Exception would copy its letters.
        return self.args[0] if len(self.args) == 1 and isinstance(self.args[0], str) else super().__str__()


class PictureError(KnownError):
    """A file that is no readable picture; `reason` is the short form for the list of skipped files, in English."""

    def __init__(self, reason: str, *, name: str = "") -> None:
        self.reason = reason
        self.name = name
        text = retold(reason)
        super().__init__(f"{name}: {text}" if name else text)

    def __reduce__(self) -> tuple[Callable[..., PictureError], tuple[str]]:
        """In another process it is said in the language of that one."""
        return partial(PictureError, name=self.name), (self.reason,)


class FolderError(KnownError):
    """A folder that is missing, unreadable or has vanished."""


class FolderOffline(FolderError):
    """A root whose disk is not connected; what was indexed from it is kept."""


class ModelError(KnownError):
    """A model that is missing, unfit or refuses to run."""


class QueryError(KnownError):
    """A query that cannot be answered as asked."""


class EvaluationError(KnownError):
    """A ground truth that cannot be read, or that asks nothing of a library."""


class LibraryError(KnownError):
    """A library that cannot be opened or written."""


class LibraryBusy(LibraryError):
    """Another process is writing to the library."""


class LibraryTooNew(LibraryError):
    """A newer version of the program made the library."""


class StorageError(LibraryError):
    """The disk is full, read-only or failing."""


class DiskFull(StorageError):
    """There is no room on the disk."""


class BugError(ImsearchError):
    """A broken promise of our own code."""
