"""Programs that open a picture: found as desktops list them, and started."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from imsearch_gui.bridge.acting.desktop_entries import Desktop, Program
from imsearch_gui.bridge.acting.open_with import OpenWith, programs_for
from imsearch_gui.domain.errors import FolderError


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A desktop with nothing on it."""
    for name in ("config", "home", "system"):
        (tmp_path / name / "applications").mkdir(parents=True)
    return {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_CONFIG_DIRS": str(tmp_path / "none"),
        "XDG_DATA_HOME": str(tmp_path / "home"),
        "XDG_DATA_DIRS": str(tmp_path / "system"),
        "PATH": "/usr/bin:/bin",
        "LANG": "de_DE.UTF-8",
    }


@pytest.fixture
def install(tmp_path: Path) -> Callable[..., None]:
    def write(identity: str, name: str, *lines: str, where: str = "system", run: str = "true %f") -> None:
        file = tmp_path / where / "applications" / identity
        file.parent.mkdir(parents=True, exist_ok=True)
        entry = ["[Desktop Entry]", "Type=Application", f"Name={name}", f"Exec={run}", *lines]
        file.write_text("\n".join(entry) + "\n")

    return write


def cache(tmp_path: Path, names: str, where: str = "system", kind: str = "image/png") -> None:
    (tmp_path / where / "applications" / "mimeinfo.cache").write_text(f"[MIME Cache]\n{kind}={names}\n")


def names(environment: dict[str, str], kind: str = "image/png") -> list[str]:
    return [program.name for program in Desktop(environment).programs([kind])]


def test_the_default_comes_first_and_what_was_removed_is_left_out(
    tmp_path: Path, environment: dict[str, str], install: Callable[..., None]
) -> None:
    for name in "abcd":
        install(f"{name}.desktop", name.upper())
    cache(tmp_path, "a.desktop;b.desktop;c.desktop;gone.desktop;")
    assert names(environment) == ["A", "B", "C"]
    (tmp_path / "config" / "mimeapps.list").write_text(
        "[Default Applications]\nimage/png=c.desktop\n[Added Associations]\nimage/png=d.desktop;\n"
        "[Removed Associations]\nimage/png=a.desktop;\n"
    )
    assert names(environment) == ["C", "D", "B"]
    assert names(environment, "image/gif") == []


def test_what_the_user_has_of_an_id_hides_that_of_the_system(
    tmp_path: Path, environment: dict[str, str], install: Callable[..., None]
) -> None:
    install("a.desktop", "System")
    install("kde/b.desktop", "Folder")
    cache(tmp_path, "a.desktop;kde-b.desktop;")
    assert names(environment) == ["System", "Folder"]
    install("a.desktop", "Mine", "Name[de]=Meins", where="home")
    assert names(environment) == ["Meins", "Folder"]


@pytest.mark.parametrize("line", ["NoDisplay=true", "Hidden=true", "Terminal=true", "TryExec=/no/such/program"])
def test_some_are_not_offered(
    tmp_path: Path, environment: dict[str, str], install: Callable[..., None], line: str
) -> None:
    install("a.desktop", "A", line)
    install("b.desktop", "B", run="no-such-program %f")
    install("c.desktop", "C", run='true "%f')
    install("d.desktop", "D")
    cache(tmp_path, "a.desktop;b.desktop;c.desktop;d.desktop;")
    assert names(environment) == ["D"]


FIELD_CODES: list[tuple[list[str], list[list[str]]]] = [
    (["p", "%f"], [["p", "/a b"], ["p", "/c"]]),
    (["p", "%F"], [["p", "/a b", "/c"]]),
    (["p", "%u"], [["p", "file:///a%20b"], ["p", "file:///c"]]),
    (["p", "-x", "%U"], [["p", "-x", "file:///a%20b", "file:///c"]]),
    (["p", "%i", "%c", "%F"], [["p", "--icon", "sign", "Paint", "/a b", "/c"]]),
    (["p", "--file=%f", "100%%", "%k", "%m"], [["p", "--file=/a b", "100%"], ["p", "--file=/c", "100%"]]),
    (["p"], [["p", "/a b"], ["p", "/c"]]),
]


@pytest.mark.parametrize(("command", "calls"), FIELD_CODES)
def test_field_codes(command: list[str], calls: list[list[str]]) -> None:
    program = Program("p.desktop", "Paint", tuple(command), "sign")
    assert program.calls([Path("/a b"), Path("/c")], ["file:///a%20b", "file:///c"]) == calls


def test_several_files_are_opened_by_what_opens_all_of_them(
    tmp_path: Path,
    environment: dict[str, str],
    install: Callable[..., None],
    draw: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for name in "abc":
        install(f"{name}.desktop", name.upper())
    (tmp_path / "system" / "applications" / "mimeinfo.cache").write_text(
        "[MIME Cache]\nimage/png=a.desktop;b.desktop;\nimage/jpeg=b.desktop;c.desktop;\n"
    )
    png, jpeg = draw(tmp_path / "a.png", 1), draw(tmp_path / "b.jpg", 2)
    assert [program.name for program in programs_for([png])] == ["A", "B"]
    assert [program.name for program in programs_for([png, jpeg])] == ["B"]
    with pytest.raises(FolderError, match="is not there"):
        programs_for([tmp_path / "gone.png"])


def test_a_program_gets_the_files(
    tmp_path: Path, draw: Callable[..., Path], closing: Callable[[Any], Any], qtbot: QtBot
) -> None:
    script = tmp_path / "viewer"
    script.write_text(f'#!/bin/sh\necho "$@" "$LD_LIBRARY_PATH" >> {tmp_path}/seen\n')
    script.chmod(0o755)
    opening = closing(OpenWith())
    files = [draw(tmp_path / f"{n}.png", n) for n in range(2)]
    opening.open_with(Program("v.desktop", "Viewer", (str(script), "%F")), files)
    settled(opening, qtbot)
    assert (tmp_path / "seen").read_text().split()[:2] == [str(file) for file in files]
    assert "cv2" not in (tmp_path / "seen").read_text()


def test_a_program_that_fails_is_said(
    tmp_path: Path, draw: Callable[..., Path], closing: Callable[[Any], Any], qtbot: QtBot
) -> None:
    opening = closing(OpenWith())
    file = draw(tmp_path / "a.png", 1)
    for command, said in ((("false", "%f"), "could not open"), (("/no/such", "%f"), "could not be started")):
        with qtbot.waitSignal(opening.failed) as heard:
            opening.open_with(Program("f.desktop", "F", command), [file])
        assert said in heard.args[0]


def test_a_menu_does_not_wait_for_a_program_that_starts(
    draw: Callable[..., Path], tmp_path: Path, closing: Callable[[Any], Any], qtbot: QtBot
) -> None:
    opening = closing(OpenWith())
    file = draw(tmp_path / "a.png", 1)
    before = time.monotonic()
    opening.open_with(Program("s.desktop", "S", ("sh", "-c", "sleep 1.5", "%f")), [file])
    with qtbot.waitSignal(opening.listed, timeout=1000):
        opening.list_programs([file])
    settled(opening, qtbot)
    assert time.monotonic() - before > 1.4, "it was waited for"


def settled(opening: OpenWith, qtbot: QtBot) -> None:
    """Wait for the program that is just being started."""
    done: list[int] = []
    opening._lane.submit(lambda: 1, done.append)
    qtbot.waitUntil(lambda: bool(done))
