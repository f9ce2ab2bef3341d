"""Other programs of the desktop: viewers and file managers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal

from imsearch_gui.bridge.lane import Lane
from imsearch_gui.domain.errors import FolderError, KnownError

# cv2 sets these to its own Qt when it is imported; another Qt program that inherits them does not start (opencv-python #736).
_LEFT_BY_CV2 = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_BEFORE = {name: os.environ[name] for name in _LEFT_BY_CV2 if name in os.environ}
WAIT_S = 10.0


def child_environment(environment: Mapping[str, str], before: Mapping[str, str], *, frozen: bool) -> dict[str, str]:
    """The environment for another program: what cv2 has put in taken out, and the library path from before a bundle changed it.

    `before` holds what the user had of the variables that cv2 sets.
    """
    result = {name: value for name, value in environment.items() if name not in _LEFT_BY_CV2}
    result.update(before)
    if frozen:
        # PyInstaller keeps the path it replaced in LD_LIBRARY_PATH_ORIG.
        result.pop("LD_LIBRARY_PATH", None)
        original = result.pop("LD_LIBRARY_PATH_ORIG", None)
        if original:
            result["LD_LIBRARY_PATH"] = original
    return result


class Desktop(QObject):
    """Opens and shows files; never waits on the GUI thread."""

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("desktop", self)

    def open(self, path: Path) -> None:
        """Open a file with the program that the desktop has for it."""
        self._lane.submit(lambda: _open(path), failed=self.failed.emit)

    def reveal(self, path: Path) -> None:
        """Show a file in the file manager."""
        self._lane.submit(lambda: _reveal(path), failed=self.failed.emit)

    def close(self) -> None:
        self._lane.close()


def _check(path: Path) -> None:
    if not path.exists():
        raise FolderError(f"{path} is not there: connect its disk, or index its folder again.")


def _open(path: Path) -> None:
    _check(path)
    if sys.platform == "win32":
        os.startfile(path)
    else:
        _run("open" if sys.platform == "darwin" else "xdg-open", str(path))


def _reveal(path: Path) -> None:
    _check(path)
    if sys.platform == "win32":
        # explorer answers 1 even when all went well.
        subprocess.run(["explorer", "/select,", str(path)], check=False, timeout=WAIT_S)
    elif sys.platform == "darwin":
        _run("open", "-R", str(path))
    elif not _show_by_dbus(path):
        _run("xdg-open", str(path.parent))


def _show_by_dbus(path: Path) -> bool:
    """Ask the file manager by the freedesktop.org interface to select the file; False where there is none that answers."""
    sender = shutil.which("dbus-send")
    if sender is None:
        return False
    uri = QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    call = [
        sender,
        "--session",
        "--print-reply",
        "--dest=org.freedesktop.FileManager1",
        "/org/freedesktop/FileManager1",
    ]
    call += ["org.freedesktop.FileManager1.ShowItems", f"array:string:{uri}", "string:"]
    try:
        done = subprocess.run(call, capture_output=True, timeout=WAIT_S, env=_environment(), check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _run(*command: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, timeout=WAIT_S, env=_environment(), check=False)
    except subprocess.TimeoutExpired:
        return  # it is still at it, which is what a viewer does
    except OSError as error:
        raise KnownError(
            f"No program could be started to open {command[-1]} ({command[0]}: {error.strerror})."
        ) from error
    if done.returncode:
        raise KnownError(f"No program was found that opens {command[-1]}: choose one in the desktop's settings.")


def _environment() -> dict[str, str]:
    return child_environment(os.environ, _BEFORE, frozen=bool(getattr(sys, "frozen", False)))
