"""Other programs: started with a clean environment, outliving us, and a sentence where there is none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.desktop import Desktop, Starter, child_environment, file_uri, show_items_calls

Closing = Callable[[Any], Any]

posix = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the programs of a freedesktop.org desktop")


def test_what_cv2_sets_is_taken_out() -> None:
    inside = {
        "PATH": "/usr/bin",
        "QT_QPA_PLATFORM_PLUGIN_PATH": "/site-packages/cv2/qt/plugins",
        "QT_QPA_FONTDIR": "/site-packages/cv2/qt/fonts",
        "LD_LIBRARY_PATH": "/site-packages/cv2/../../lib64:",
    }
    assert child_environment(inside, {}) == {"PATH": "/usr/bin"}


def test_what_the_user_had_is_given_back() -> None:
    inside = {"QT_QPA_PLATFORM_PLUGIN_PATH": "/cv2/qt/plugins", "LD_LIBRARY_PATH": "/cv2/../../lib64:/opt/lib"}
    before = {"QT_QPA_PLATFORM_PLUGIN_PATH": "/opt/qt/plugins", "LD_LIBRARY_PATH": "/opt/lib"}
    assert child_environment(inside, before) == before


def test_cv2_may_have_been_there_first() -> None:
    late = {"QT_QPA_FONTDIR": "/site/cv2/qt/fonts", "LD_LIBRARY_PATH": "/site/cv2/../../lib64:/opt/lib"}
    assert child_environment(late, late) == {"LD_LIBRARY_PATH": "/opt/lib"}


def test_a_bundle_gives_the_library_path_back() -> None:
    bundled = {"LD_LIBRARY_PATH": "/bundle", "LD_LIBRARY_PATH_ORIG": "/opt/lib", "HOME": "/home/a"}
    bundle = Path("/bundle")
    assert child_environment(bundled, bundled, bundle=bundle) == {"LD_LIBRARY_PATH": "/opt/lib", "HOME": "/home/a"}
    bare = {"LD_LIBRARY_PATH": "/bundle", "HOME": "/home/a"}
    assert child_environment(bare, bare, bundle=bundle) == {"HOME": "/home/a"}


def test_other_programs_do_not_look_for_plug_ins_in_a_bundle() -> None:
    set_by_pyinstaller = {
        "QT_PLUGIN_PATH": "/bundle/plugins",
        "QML2_IMPORT_PATH": "/bundle/qml",
        "DYLD_LIBRARY_PATH": "/bundle",
    }
    inside = {**set_by_pyinstaller, "PATH": os.pathsep.join(("/bundle", "/usr/bin"))}
    assert child_environment(inside, {}, bundle=Path("/bundle")) == {"PATH": "/usr/bin"}
    own = {"QT_PLUGIN_PATH": "/opt/plugins", "PATH": "/usr/bin"}
    assert child_environment(own, {}) == own, "outside of a bundle they are the user's"


@pytest.mark.parametrize("first", ["cv2", "imsearch_gui.bridge.desktop"])
@pytest.mark.parametrize("fonts", [None, "/opt/fonts"])
def test_importing_cv2_does_not_reach_children(first: str, fonts: str | None) -> None:
    code = f"""
import importlib, json, os
importlib.import_module({first!r})
import cv2
from imsearch_gui.bridge.desktop import child_environment
print(json.dumps([dict(os.environ), child_environment(os.environ)]))
"""
    names = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR", "LD_LIBRARY_PATH")
    clean = {name: value for name, value in os.environ.items() if name not in names}
    if fonts:
        clean["QT_QPA_FONTDIR"] = fonts
    done = subprocess.run([sys.executable, "-c", code], env=clean, capture_output=True, text=True, check=True)
    inside, given = json.loads(done.stdout)
    assert "cv2" in inside.get("LD_LIBRARY_PATH", "cv2"), "cv2 has changed its ways: look at child_environment again"
    assert not [value for name, value in given.items() if name in names and "cv2" in value]
    # What cv2 has overwritten before this program came into being cannot be known.
    if first != "cv2":
        assert {name: given[name] for name in names if name in given} == ({"QT_QPA_FONTDIR": fonts} if fonts else {})


def program(folder: Path, name: str, script: str) -> Path:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return file


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole PATH, but for the plain tools of a shell."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def desktop(qtbot: QtBot, closing: Closing) -> Desktop:
    desktop: Desktop = closing(Desktop())
    return desktop


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    file = tmp_path / "boats, 照片 #1.jpg"
    file.write_bytes(b"picture")
    return file


@pytest.fixture
def settle(qtbot: QtBot, desktop: Desktop, hear: Any) -> Callable[[], None]:
    """settle(): what was asked so far is done, programs ended included; the lane works in order."""

    def run() -> None:
        failed = hear(desktop.failed)
        desktop.open(Path("/no such file"))
        qtbot.waitUntil(lambda: any("no such file" in sentence for sentence in failed))

    return run


def lines(file: Path) -> list[str]:
    return file.read_text().splitlines() if file.exists() else []


@posix
def test_a_file_is_opened_by_the_desktop(
    desktop: Desktop, programs: Path, picture: Path, tmp_path: Path, hear: Any, settle: Callable[[], None]
) -> None:
    failed = hear(desktop.failed)
    program(programs, "xdg-open", f'echo "$1" >> {tmp_path}/opened')
    desktop.open(picture)
    settle()
    assert lines(tmp_path / "opened") == [str(picture)]
    assert len(failed) == 1, "only the file that is not there"


@posix
@pytest.mark.parametrize("name", ["boats.desktop", "boats.sh", "boats.EXE", "boats"])
def test_what_could_be_a_program_is_not_opened(
    name: str, desktop: Desktop, programs: Path, tmp_path: Path, hear: Any, settle: Callable[[], None]
) -> None:
    failed = hear(desktop.failed)
    program(programs, "xdg-open", f'echo "$1" >> {tmp_path}/opened')
    desktop.open(program(tmp_path, name, "true"))
    settle()
    assert lines(tmp_path / "opened") == []
    assert "could be a program" in failed[0]


@posix
def test_on_a_disk_where_every_file_may_be_run_pictures_are_opened(
    desktop: Desktop, programs: Path, tmp_path: Path, settle: Callable[[], None]
) -> None:
    program(programs, "xdg-open", f'echo "$1" >> {tmp_path}/opened')
    picture = tmp_path / "boats.gif"
    picture.write_bytes(b"GIF89a" + bytes(100))
    picture.chmod(0o755)
    desktop.open(picture)
    settle()
    assert lines(tmp_path / "opened") == [str(picture)]


@posix
def test_only_pages_of_the_web_are_opened_by_address(
    desktop: Desktop, programs: Path, tmp_path: Path, hear: Any, settle: Callable[[], None]
) -> None:
    failed = hear(desktop.failed)
    program(programs, "xdg-open", f'echo "$1" >> {tmp_path}/opened')
    for address in ("https://example.org/licence?a=b&c", "file:///etc/passwd", "--help", "smb://host/share"):
        desktop.open_page(address)
    settle()
    assert lines(tmp_path / "opened") == ["https://example.org/licence?a=b&c"]
    assert len([sentence for sentence in failed if "no address of the web" in sentence]) == 3


@posix
def test_a_desktop_without_a_program_for_it_says_so(
    qtbot: QtBot, desktop: Desktop, programs: Path, picture: Path, hear: Any
) -> None:
    failed = hear(desktop.failed)
    desktop.open(picture)
    qtbot.waitUntil(lambda: len(failed) == 1)
    program(programs, "xdg-open", "exit 3")
    desktop.open(picture)
    qtbot.waitUntil(lambda: len(failed) == 2)
    assert "No program could be started" in failed[0]
    assert "No program was found" in failed[1]


def test_a_file_that_is_gone_is_a_sentence(qtbot: QtBot, desktop: Desktop, tmp_path: Path, hear: Any) -> None:
    failed = hear(desktop.failed)
    desktop.open(tmp_path / "gone.jpg")
    desktop.reveal(tmp_path / ("a" * 300 + ".jpg"))
    qtbot.waitUntil(lambda: len(failed) == 2)
    assert "is not there" in failed[0]
    assert "cannot be reached" in failed[1]


@posix
def test_the_file_manager_is_asked_to_select_it(
    desktop: Desktop, programs: Path, picture: Path, tmp_path: Path, settle: Callable[[], None]
) -> None:
    program(programs, "dbus-send", f'for word; do echo "$word"; done >> {tmp_path}/sent')
    program(programs, "xdg-open", f'echo "$1" >> {tmp_path}/opened')
    desktop.reveal(picture)
    settle()
    assert lines(tmp_path / "sent")[-2] == f"array:string:{file_uri(picture)}"
    assert lines(tmp_path / "opened") == []


@posix
def test_without_a_file_manager_that_answers_the_folder_is_opened(
    desktop: Desktop, programs: Path, picture: Path, tmp_path: Path, settle: Callable[[], None]
) -> None:
    program(programs, "dbus-send", "exit 1")
    program(programs, "gdbus", f"echo tried >> {tmp_path}/sent; exit 1")
    program(programs, "xdg-open", f'echo "$1" >> {tmp_path}/opened')
    desktop.reveal(picture)
    settle()
    assert lines(tmp_path / "opened") == [str(tmp_path)]
    assert lines(tmp_path / "sent") == ["tried"]


def test_a_uri_holds_any_name_and_no_comma() -> None:
    assert file_uri(Path("/a b/c,d/照 #100%.jpg")) == "file:///a%20b/c%2Cd/%E7%85%A7%20%23100%25.jpg"
    assert all("," not in word for word in show_items_calls(file_uri(Path("/a,b.jpg")))[0])


@posix
def test_a_name_that_is_no_text_has_a_uri() -> None:
    assert file_uri(Path(os.fsdecode(b"/\xff.jpg"))) == "file:///%FF.jpg"


@posix
@pytest.mark.filterwarnings("ignore:subprocess:ResourceWarning")
def test_a_viewer_at_work_is_not_waited_for_at_the_end_and_goes_on(
    qtbot: QtBot, desktop: Desktop, programs: Path, picture: Path, tmp_path: Path
) -> None:
    # The viewer writes to its output after the program is gone, which a pipe to us would not survive.
    os.mkfifo(tmp_path / "word")
    script = f"echo $$ > {tmp_path}/pid; read word < {tmp_path}/word; echo noise; echo noise >&2; echo $word > {tmp_path}/heard"
    program(programs, "xdg-open", script)
    desktop._starter = Starter(wait_s=3600.0)
    desktop.open(picture)
    qtbot.waitUntil(lambda: bool(lines(tmp_path / "pid")))
    desktop.close()
    (viewer,) = desktop._starter.running
    assert viewer.poll() is None
    assert os.getsid(viewer.pid) != os.getsid(0)
    (tmp_path / "word").write_text("still here\n")
    assert viewer.wait(10) == 0
    assert lines(tmp_path / "heard") == ["still here"]


@posix
def test_children_that_have_ended_are_reaped(tmp_path: Path) -> None:
    starter = Starter(wait_s=0.0)
    os.mkfifo(tmp_path / "word")
    assert starter.run(["/bin/sh", "-c", f"read word < {tmp_path}/word"]) is None
    (child,) = starter.running
    (tmp_path / "word").write_text("go\n")
    child.wait(10)
    Starter.stop(starter)
    again = starter.run(["/bin/sh", "-c", "exit 0"])
    assert child not in starter.running
    if again is None:
        starter.running[0].wait(10)
