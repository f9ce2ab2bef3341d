"""A picture on its way from the web, in a process of its own.

Looking up a name, connecting and TLS may each hang for as long as the network likes, and nothing but the end of a process
ends them at once: the window must close, and a newer question must be asked, without waiting for a server.
"""

from __future__ import annotations

import threading
import traceback
from typing import TYPE_CHECKING

from imsearch_gui.domain.errors import BugError, KnownError, QueryError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess


class Fetch:
    """One address; `run` on a lane, `cancel` from any thread."""

    def __init__(self, url: str, *, allow_private: bool = False) -> None:
        self.url = url
        self._allow_private = allow_private
        self._gate = threading.Lock()
        self._process: SpawnProcess | None = None
        self._cancelled = False

    def run(self) -> bytes:
        """The file at the address; raises QueryError with a sentence, also once it was cancelled."""
        import multiprocessing

        # spawn, not fork: this process has threads, and a fork of those can lock up.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(
            target=_fetch, args=(theirs, self.url, self._allow_private), name="imsearch fetch", daemon=True
        )
        with ours:
            try:
                with self._gate, theirs:
                    if self._cancelled:
                        raise self._no_answer()
                    process.start()
                    self._process = process
                return self._take(ours)
            finally:
                self._end(process)

    def cancel(self) -> None:
        """The answer is not wanted any more. Answers at once."""
        with self._gate:
            self._cancelled = True
            if self._process is not None:
                self._process.kill()

    def _take(self, ours: Connection) -> bytes:
        try:
            answer = ours.recv()
        except EOFError:
            raise self._no_answer() from None
        if isinstance(answer, bytes):
            return answer
        raise answer

    def _no_answer(self) -> QueryError:
        return QueryError(f"The picture at {self.url} was not fetched to its end: drop it again, or save it first.")

    def _end(self, process: SpawnProcess) -> None:
        with self._gate:
            started, self._process = self._process is not None, None
        if started:
            process.join()
            process.close()


def _fetch(theirs: Connection, url: str, allow_private: bool) -> None:
    """The process: sends the file, or the error that kept it from coming."""
    from imsearch_gui.imaging.remote import fetch

    answer: bytes | Exception
    try:
        answer = fetch(url, allow_private=allow_private)
    except KnownError as error:
        answer = QueryError(str(error))
    except Exception:  # noqa: BLE001
        # A bug must be told by the process that has the log.
        answer = BugError(traceback.format_exc())
    theirs.send(answer)
    theirs.close()
