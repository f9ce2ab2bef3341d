"""Pictures that are moved: by second names of files, without them, and where a name has to be taken first."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any
from unittest.mock import patch

from trial import Tell

from imsearch_gui import disk
from imsearch_gui.library.carrying import Carry, Carrying, Wanted


class Moving:
    """Pictures are moved to a folder that has one of the same name already."""

    name = "move"
    watched = "both"

    def prepare(self, ground: Path) -> None:
        for folder in ("from", "to"):
            (ground / "both" / folder).mkdir(parents=True)
        for number in range(4):
            (ground / "both" / "from" / f"{number}.jpg").write_bytes(bytes([number]) * 5000)
        (ground / "both" / "to" / "0.jpg").write_bytes(b"another one")

    def act(self, ground: Path, tell: Tell) -> None:
        both = ground / "both"
        job = Carrying([Wanted(path) for path in sorted((both / "from").glob("*.jpg"))], both / "to", Carry.MOVE)
        for progress in job.run():
            tell(progress.done)

    def check(self, ground: Path, told: int) -> None:
        whole = {bytes([number]) * 5000 for number in range(4)} | {b"another one"}
        found = {path.read_bytes() for path in (ground / "both").rglob("*.jpg")}
        assert found == whole, "a picture is lost, or half there"

    def settle(self, ground: Path) -> None:
        self.act(ground, lambda _: None)

    def final(self, ground: Path) -> Any:
        both = ground / "both"
        contents = {path.read_bytes().hex()[:8] for path in (both / "to").glob("*.jpg")}
        left = [path.relative_to(both).as_posix() for path in both.rglob("*") if path.suffix != ".jpg"]
        return {"contents": sorted(contents), "left": sorted(left), "from": len(list((both / "from").iterdir()))}


class MovingToStick(Moving):
    """The same on a disk that knows no second names, as memory sticks do not."""

    name = "move to a stick"

    def act(self, ground: Path, tell: Tell) -> None:
        with patch.object(os, "link", self._refuse):
            super().act(ground, tell)

    @staticmethod
    def _refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))


class MovingToShare(MovingToStick):
    """The same where no file can be renamed to a name that has to be free, as on some shares: the name is taken first."""

    name = "move to a share"

    def act(self, ground: Path, tell: Tell) -> None:
        with patch.object(disk, "rename_if_free", lambda *_: False):
            super().act(ground, tell)

    def check(self, ground: Path, told: int) -> None:
        # Until the next run a name may stand there that was taken for a file, and nothing in it.
        empty = [path for path in (ground / "both" / "to").glob("*.jpg") if not path.stat().st_size]
        assert len(empty) <= 1
        for path in empty:
            path.rename(path.with_suffix(".empty"))
        super().check(ground, told)
        for path in empty:
            path.with_suffix(".empty").rename(path)
