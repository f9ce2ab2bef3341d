"""Whether there is a newer version: asked only where the user wants it, and only told."""

from __future__ import annotations

import logging
from datetime import date

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.lane import Lane
from imsearch_gui.bridge.process_job import ProcessJob, Report
from imsearch_gui.bridge.settings_store import SettingsStore
from imsearch_gui.domain.errors import KnownError
from imsearch_gui.domain.language import tr
from imsearch_gui.domain.settings import UPDATES, UPDATES_ASKED
from imsearch_gui.releases import Release, newer_release, releases_address

_log = logging.getLogger(__name__)


class Updates(QObject):
    """Asks at the start, at most once a day, and when the user turns it on."""

    newer = Signal(object)
    """Release"""
    notice = Signal(str)
    """One sentence for somebody who has just turned it on, and waits to hear of it"""

    def __init__(self, settings: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._lane = Lane("updates", self)
        self._job: ProcessJob[Release | None] | None = None
        self._address = ""
        settings.changed.connect(self._changed)

    @property
    def possible(self) -> bool:
        """Whether this build knows whom to ask; False until `look` has found that out."""
        return bool(self._address)

    def look(self) -> None:
        """Find out whom to ask, and ask, where the user wants it and it was not done today."""
        self._lane.submit(releases_address, self._found)

    def _found(self, address: str) -> None:
        self._address = address
        if self._settings.get(UPDATES) and self._settings.get(UPDATES_ASKED) != date.today().isoformat():
            self._ask(waited_for=False)

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._lane.stop()
        if self._job is not None:
            self._job.cancel()

    def close(self) -> None:
        """`stop`, then wait for what was being asked to end."""
        self.stop()
        self._lane.close()

    def _changed(self, key: str) -> None:
        if key != UPDATES.key:
            return
        if self._settings.get(UPDATES):
            self._ask(waited_for=True)
        elif self._job is not None:
            self._job.cancel()

    def _ask(self, *, waited_for: bool) -> None:
        if not self.possible:
            return
        unanswered = KnownError(tr("Newer versions were not looked for to the end."))
        # A name that does not resolve, or a server that is silent, must not keep the window from closing.
        job: ProcessJob[Release | None] = ProcessJob(_look, self._address, unanswered=unanswered, name="updates")
        self._job = job

        def told(release: Release | None) -> None:
            self._settings.set(UPDATES_ASKED, date.today().isoformat())
            if release is not None:
                self.newer.emit(release)
            elif waited_for:
                self.notice.emit(tr("This is the newest version."))

        def failed(sentence: str) -> None:
            _log.info("newer versions: %s", sentence)
            if waited_for and not job.cancelled:
                self.notice.emit(sentence)

        self._lane.submit(job.run, told, failed)


def _look(_: Report, address: str) -> Release | None:
    return newer_release(address)
