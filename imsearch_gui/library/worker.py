"""One worker process: reads, decodes and encodes pictures on one core.

Decoders are somebody else's C: a picture that brings one down costs this process and that one file, never the library. Two
such processes, each with a model session of one thread, are also the fastest form that was measured (docs/performance.md).
"""

from __future__ import annotations

import logging
import os
import stat
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from imsearch_gui.child_process import alarm, behave
from imsearch_gui.domain.cleaning import CleaningRules
from imsearch_gui.domain.errors import KnownError, ModelError, PictureError
from imsearch_gui.domain.language import in_english
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.reasons import INTERNAL, TOO_LARGE_FOR_MEMORY
from imsearch_gui.encoding.encoder import Encoder, open_encoder
from imsearch_gui.encoding.learned import Learned
from imsearch_gui.encoding.providers import CPU, Provider
from imsearch_gui.encoding.store import InstalledModel
from imsearch_gui.imaging.memory import ROOM, bounded, give_back
from imsearch_gui.library.records import Encoded, Refused

if TYPE_CHECKING:
    from imsearch_gui.imaging.decoder import Decoded

NICENESS = 5
"""The window and other programs come first."""
TASK_LIMIT_S = 30.0
"""For one picture. A 24-megapixel photo takes 0.3 s; what takes a hundred times that is broken or hostile."""
START_LIMIT_S = 120.0
"""Loading a large model from a cold disk."""
GRACE_S = 5
"""After either limit the worker ends by itself, where the job that should have ended it is gone."""
LARGE = 4_000_000
"""Pixels of a picture after which memory is given back."""
GIVE_BACK_S = 1.0
"""Seconds between one time and the next."""


_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class WorkerSetup:
    """What a worker needs to begin."""

    model: InstalledModel
    learned: Learned | None
    rules: CleaningRules
    provider: Provider = CPU
    """Decided and compared with the processor once, by the job; the workers open it without asking again."""
    thumbnails: int = 0
    """How many of them each worker keeps."""
    own_rules: tuple[tuple[Path, CleaningRules], ...] = ()
    """Folders that have rules of their own; no two of them hold the same file."""
    room: int = ROOM
    """Bytes that decoding one picture may take."""

    def rules_for(self, file: FoundFile) -> CleaningRules:
        """The rules for a file by where it lies."""
        return next((rules for folder, rules in self.own_rules if file.path.is_relative_to(folder)), self.rules)


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has its model; `provider` is what the model really runs on."""

    provider: str


@dataclass(frozen=True, slots=True)
class Unfit:
    """The worker cannot begin, and this is the sentence for the user."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Missing:
    """The file was there when the folder was scanned and is not any more."""

    file: FoundFile


Outcome = Encoded | Refused | Missing


def work(connection: Connection, setup: WorkerSetup) -> None:
    """Answer every `FoundFile` that comes in with an `Outcome`, until the other side hangs up."""
    behave()
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    alarm(round(START_LIMIT_S) + GRACE_S)
    try:
        encoder = open_encoder(setup.model, threads=1, learned=setup.learned, provider=setup.provider)
    except KnownError as error:
        connection.send(Unfit(str(error)))
        return
    thumbnails = _Thumbnails(setup.thumbnails)
    try:
        alarm(0)
        connection.send(Ready(encoder.provider))
        large, given_back = False, time.monotonic()
        while True:
            file = connection.recv()
            alarm(round(TASK_LIMIT_S) + GRACE_S)
            outcome = _guarded(file, encoder, setup.rules_for(file), thumbnails, setup.room)
            alarm(0)
            connection.send(outcome)
            # What is left of a large picture would stay as long as the process does; a worker that rests keeps nothing.
            # Not after each of them: to fetch the pages again takes 2 ms a picture (docs/performance.md).
            large = large or _was_large(outcome)
            if not connection.poll() or (large and time.monotonic() - given_back >= GIVE_BACK_S):
                give_back()
                large, given_back = False, time.monotonic()
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _was_large(outcome: Outcome) -> bool:
    return isinstance(outcome, Encoded) and outcome.info.width * outcome.info.height > LARGE


class _Thumbnails:
    """Keeps thumbnails of what was decoded for the model, until there are enough."""

    def __init__(self, most: int) -> None:
        from imsearch_gui.imaging.thumbnails import ThumbnailCache

        self._cache = ThumbnailCache()
        self._left = most

    def keep(self, file: FoundFile, decoded: Decoded) -> None:
        if self._left > 0:
            self._left -= self._cache.keep(file.path, decoded, size=file.size, mtime_ns=file.mtime_ns)


def _guarded(
    file: FoundFile, encoder: Encoder, rules: CleaningRules, thumbnails: _Thumbnails, room: int = ROOM
) -> Outcome:
    try:
        return process(file, encoder, rules, thumbnails, room)
    except ModelError as error:
        # What is kept in the catalog is English, and a sentence would be said anew where it arrives.
        return Refused(file, in_english(str(error)))
    except Exception as error:  # noqa: BLE001
        # A bug of ours that one picture brings out costs that picture and is named; it must not end the job.
        _log.exception("%s", file.path)
        return Refused(file, INTERNAL.format(type(error).__name__, error))


def process(
    file: FoundFile,
    encoder: Encoder,
    rules: CleaningRules,
    thumbnails: _Thumbnails | None = None,
    room: int = ROOM,
) -> Outcome:
    """Everything that one file goes through, from one read of it and one decode, which may take `room` bytes."""
    from imsearch_gui.imaging import decoder, resize

    seen = _as_it_is(file)
    if seen is None:
        return Missing(file)
    try:
        # What the model takes is its own affair; it was tried before.
        with bounded(room):
            data = decoder.read(file.path)
            decoded = decoder.decode(data, need=resize.need_of(encoder.spec.input))
            pixels = resize.fit(decoded.image, encoder.spec.input)
    except MemoryError:
        return Refused(file, TOO_LARGE_FOR_MEMORY)
    except PictureError as error:
        return Missing(file) if _as_it_is(file) is None else Refused(seen, error.reason)
    info = decoded.info
    if objection := rules.objection(info.width, info.height, grey=decoded.grey):
        return Refused(seen, objection)
    vector = encoder.encode(pixels[np.newaxis])[0]
    if thumbnails is not None:
        # The decode is as large as the model needs: where that is too small for a thumbnail, the window makes it when it is seen.
        thumbnails.keep(seen, decoded)
    return Encoded(seen, decoder.content_key(data), info, vector)


def _as_it_is(file: FoundFile) -> FoundFile | None:
    """The file with its size and time of this moment; None where there is no such file any more.

    What is read now belongs to these, and not to those that were found a while ago: a file that is put back as it was then would
    keep for ever what was made of another.
    """
    try:
        status = file.path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        # It cannot be looked at, but may well be there; reading it says why.
        return file
    return FoundFile(file.text, status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None
