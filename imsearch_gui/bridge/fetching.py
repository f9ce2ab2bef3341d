"""A picture on its way from the web.

Looking up a name, connecting and TLS may each hang for as long as the network likes, so this goes on in a process of its own: the
window must close, and a newer question must be asked, without waiting for a server.
"""

from __future__ import annotations

from imsearch_gui.bridge.process_job import ProcessJob, Report
from imsearch_gui.domain.errors import KnownError, QueryError
from imsearch_gui.domain.language import tr


class Fetch:
    """One address; `run` on a lane, `cancel` from any thread."""

    def __init__(self, url: str, *, allow_private: bool = False) -> None:
        self.url = url
        unanswered = QueryError(
            tr("The picture at {0} was not fetched to its end: drop it again, or save it first.").format(url)
        )
        self._job = ProcessJob(_fetch, url, allow_private, unanswered=unanswered, name="fetch")

    def run(self) -> bytes:
        """The file at the address; raises QueryError with a sentence, also once it was cancelled."""
        return self._job.run()

    def cancel(self) -> None:
        """The answer is not wanted any more. Answers at once."""
        self._job.cancel()


def _fetch(_: Report, url: str, allow_private: bool) -> bytes:
    from imsearch_gui.imaging.remote import fetch

    try:
        return fetch(url, allow_private=allow_private)
    except KnownError as error:
        raise QueryError(str(error)) from error
