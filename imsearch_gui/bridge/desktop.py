"""Other programs of the desktop: viewers and file managers."""

from __future__ import annotations

import os
import shutil
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QObject, Signal

from imsearch_gui.bridge.lane import Lane
from imsearch_gui.domain.errors import FolderError, KnownError, PictureError
from imsearch_gui.domain.language import tr

if TYPE_CHECKING:
    import subprocess

# cv2 sets the first two to its own Qt when it is imported, and another Qt program that inherits them does not start (opencv-python
# #736); it also puts itself, and by an empty entry the current folder, at the head of the library path.
_CHANGED_BY_CV2 = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "LD_LIBRARY_PATH")
_OF_A_BUNDLE = ("QT_PLUGIN_PATH", "QML2_IMPORT_PATH", "DYLD_LIBRARY_PATH", "LD_LIBRARY_PATH")
"""What PyInstaller sets for the program that it has made; another Qt program would look for its plug-ins in ours."""
_BEFORE = {name: os.environ[name] for name in _CHANGED_BY_CV2 if name in os.environ}
"""What the user had: this module is imported with the window, cv2 only with the engine, later."""

_PROGRAMS = (
    *(".desktop", ".sh", ".run", ".appimage", ".jar", ".command", ".app", ".workflow", ".scpt", ".exe", ".com", ".bat"),
    *(".cmd", ".scr", ".pif", ".lnk", ".url", ".msi", ".ps1", ".vbs", ".js", ".wsf", ".hta"),
)
"""Endings of what a desktop runs, however it begins."""
WAIT_S = 10.0
"""A program that has not failed by then is a viewer at work."""
LOOK_S = 0.05


def child_environment(
    environment: Mapping[str, str], before: Mapping[str, str] = _BEFORE, *, bundle: Path | None = None
) -> dict[str, str]:
    """The environment for another program: without what cv2 has put in, and as it was before the bundle in
    the folder `bundle` changed it.

    `before` holds what the user had of the variables that cv2 sets; where cv2 was imported even earlier, its own paths are taken
    out of that, too.
    """
    result = {name: value for name, value in environment.items() if name not in _CHANGED_BY_CV2}
    result.update({name: kept for name, value in before.items() if (kept := _without_cv2(value))})
    return _without_bundle(result, bundle) if bundle is not None else result


def _without_bundle(environment: dict[str, str], bundle: Path) -> dict[str, str]:
    # PyInstaller keeps the path it replaced in LD_LIBRARY_PATH_ORIG, and nothing of the others; PATH it only prolongs (Windows).
    original = environment.pop("LD_LIBRARY_PATH_ORIG", "")
    result = {name: value for name, value in environment.items() if name not in _OF_A_BUNDLE}
    if original:
        result["LD_LIBRARY_PATH"] = original
    if "PATH" in result:
        result["PATH"] = os.pathsep.join(part for part in result["PATH"].split(os.pathsep) if Path(part) != bundle)
    return result


def bundle_folder() -> Path | None:
    """Where the parts of a frozen program lie; None for one that is not."""
    folder = getattr(sys, "_MEIPASS", None)
    return Path(folder) if folder is not None and getattr(sys, "frozen", False) else None


def _without_cv2(value: str) -> str:
    return os.pathsep.join(part for part in value.split(os.pathsep) if "cv2" not in Path(part).parts)


class Desktop(QObject):
    """Opens and shows files; never waits on the GUI thread."""

    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("desktop", self)
        self._starter = Starter()

    def open(self, path: Path) -> None:
        """Open a file with the program that the desktop has for it."""
        self._lane.submit(lambda: open_file(path, self._starter), failed=self.failed.emit)

    def reveal(self, path: Path) -> None:
        """Show a file in the file manager."""
        self._lane.submit(lambda: _reveal(path, self._starter), failed=self.failed.emit)

    def open_page(self, address: str) -> None:
        """Open a page of the web with the browser of the desktop."""
        self._lane.submit(lambda: _open_page(address, self._starter), failed=self.failed.emit)

    def stop(self) -> None:
        """No answer comes after this; programs that were started go on. Answers at once."""
        self._starter.stop()
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for the program that is just being started."""
        self.stop()
        self._lane.close()


class Starter:
    """Starts programs that live on when this one ends, and waits a while to see whether they fail."""

    def __init__(self, wait_s: float = WAIT_S) -> None:
        self._wait_s = wait_s
        self._stopped = threading.Event()
        self.running: list[subprocess.Popen[bytes]] = []
        """Those that have not ended yet; kept so that they are reaped once they have."""

    def stop(self) -> None:
        """Wait for nothing any more; the programs go on."""
        self._stopped.set()

    def run(self, command: Sequence[str]) -> int | None:
        """Its exit status, or None for one that is still at it; raises OSError where it cannot be started."""
        import subprocess  # not before the window is painted

        self.running = [child for child in self.running if child.poll() is None]
        # A session of its own and no pipe to us: a viewer must not end with this program, nor with its terminal.
        child = subprocess.Popen(
            command,
            env=child_environment(os.environ, bundle=bundle_folder()),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        until = time.monotonic() + self._wait_s
        # Python has no portable way to wait for a child and for an event at once; its own wait with a limit looks as often.
        while child.poll() is None and time.monotonic() < until and not self._stopped.wait(LOOK_S):
            pass
        if child.returncode is None:
            self.running.append(child)
        return child.returncode


def file_uri(path: Path) -> str:
    """The URI of a file, whatever bytes its name has; without commas, at which dbus-send would cut it."""
    return "file://" + quote(os.fsencode(path.absolute()), safe="/~")


def check_there(path: Path) -> None:
    """FolderError where it is not there, or cannot be reached."""
    try:
        path.stat()
    except FileNotFoundError:
        raise FolderError(tr("{0} is not there: connect its disk, or index its folder again.").format(path)) from None
    except OSError as error:
        raise FolderError(
            tr("{0} cannot be reached ({1}): check its disk and its permissions.").format(path, error.strerror)
        ) from error


def check_is_no_program(path: Path) -> None:
    """KnownError for what the desktop might run instead of showing it: which files it has a library says, from anybody."""
    runs = path.suffix.lower() in _PROGRAMS
    if not runs and os.name != "nt" and path.stat().st_mode & 0o111:
        # On some disks every file may be run, pictures among them.
        runs = not _is_picture(path)
    if runs:
        sentence = tr("{0} is no picture and could be a program, so it was not opened: look at it in the file manager.")
        raise KnownError(sentence.format(path))


def _is_picture(path: Path) -> bool:
    from imsearch_gui.imaging.formats import kind_of
    from imsearch_gui.imaging.sniff import HEAD_BYTES

    try:
        with path.open("rb") as file:
            kind_of(file.read(HEAD_BYTES))
    except (OSError, PictureError):
        return False
    return True


def open_file(path: Path, starter: Starter) -> None:
    """Open a file with the program that the desktop has for it; a KnownError says why not."""
    check_there(path)
    if path.is_file():
        check_is_no_program(path)
    if sys.platform == "win32":
        os.startfile(path)
    else:
        _run(("open" if sys.platform == "darwin" else "xdg-open", str(path)), starter)


def _open_page(address: str, starter: Starter) -> None:
    # An address comes with a model, from anybody: file:, or a scheme of some program, is none that it may open.
    if not address.startswith(("https://", "http://")):
        raise KnownError(tr("{0} is no address of the web, so it was not opened.").format(address))
    if sys.platform == "win32":
        os.startfile(address)
    else:
        _run(("open" if sys.platform == "darwin" else "xdg-open", address), starter)


def _reveal(path: Path, starter: Starter) -> None:
    check_there(path)
    if sys.platform == "win32":
        # explorer answers 1 even when all went well.
        starter.run(("explorer", f"/select,{path}"))
    elif sys.platform == "darwin":
        _run(("open", "-R", str(path)), starter)
    elif not any(_succeeds(call, starter) for call in show_items_calls(file_uri(path))):
        _run(("xdg-open", str(path.parent)), starter)


def show_items_calls(uri: str) -> list[tuple[str, ...]]:
    """Ways to ask the file manager, by the freedesktop.org interface, to select a file."""
    name, place = "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1"
    method = f"{name}.ShowItems"
    return [
        (
            *("dbus-send", "--session", "--print-reply", "--reply-timeout=5000", f"--dest={name}", place, method),
            *(f"array:string:{uri}", "string:"),
        ),
        (
            *("gdbus", "call", "--session", "--timeout", "5", "--dest", name, "--object-path", place),
            *("--method", method, f'["{uri}"]', ""),
        ),
    ]


def _succeeds(call: tuple[str, ...], starter: Starter) -> bool:
    """False where the program is missing, or no file manager answers it."""
    return shutil.which(call[0]) is not None and starter.run(call) == 0


def _run(command: tuple[str, ...], starter: Starter) -> None:
    try:
        status = starter.run(command)
    except OSError as error:
        raise KnownError(
            tr("No program could be started to open {0} ({1}: {2}).").format(command[-1], command[0], error.strerror)
        ) from error
    if status:
        raise KnownError(
            tr("No program was found that opens {0}: choose one in the desktop's settings.").format(command[-1])
        )
