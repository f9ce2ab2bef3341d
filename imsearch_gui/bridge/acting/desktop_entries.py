"""Programs that open a kind of file, as desktops of freedesktop.org list them.

Read are the desktop entries, the caches of what each can open (mimeinfo.cache), and what the user and the system have set
(mimeapps.list): https://specifications.freedesktop.org/mime-apps-spec and desktop-entry-spec.
"""

from __future__ import annotations

import configparser
import shlex
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_ESCAPES = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Program:
    """A program that is installed."""

    id: str
    name: str
    command: tuple[str, ...]
    """Words of its command, with the field codes still in them."""
    icon: str = ""

    def calls(self, files: Sequence[Path], uris: Sequence[str]) -> list[list[str]]:
        """The commands that open files: one for all where it takes several, else one for each."""
        if any(word in ("%F", "%U") for word in self.command):
            return [self._call([str(file) for file in files], list(uris))]
        return [self._call([str(file)], [uri]) for file, uri in zip(files, uris, strict=True)]

    def _call(self, files: list[str], uris: list[str]) -> list[str]:
        call: list[str] = []
        taken = False
        for word in self.command:
            if word in ("%f", "%F", "%u", "%U"):
                call += files if word in ("%f", "%F") else uris
                taken = True
            elif word == "%i":
                call += ["--icon", self.icon] if self.icon else []
            elif word == "%c":
                call.append(self.name)
            elif len(word) != 2 or word[0] != "%" or word == "%%":
                filled, inside = _filled(word, {"f": files[0], "u": uris[0], "c": self.name})
                call.append(filled)
                taken = taken or inside
        return call if taken else call + files


def _filled(word: str, values: Mapping[str, str]) -> tuple[str, bool]:
    """A word with codes inside it, such as --file=%f; codes that mean nothing any more vanish."""
    parts, taken, rest = [], False, word
    while (place := rest.find("%")) >= 0:
        code = rest[place + 1 : place + 2]
        parts += [rest[:place], "%" if code == "%" else values.get(code, "")]
        taken = taken or code in ("f", "u")
        rest = rest[place + 2 :]
    return "".join([*parts, rest]), taken


@dataclass(slots=True)
class Desktop:
    """Where a desktop keeps all that, from its environment."""

    environment: Mapping[str, str]
    _known: dict[str, Program | None] = field(default_factory=dict)

    def programs(self, types: Sequence[str]) -> list[Program]:
        """Those that open a file of these MIME types (the nearest one first), the default first."""
        found: dict[str, Program] = {}
        for identity in self._ids(types):
            program = self._program(identity)
            if program is not None and identity not in found:
                found[identity] = program
        return list(found.values())

    def _ids(self, types: Sequence[str]) -> Iterator[str]:
        settings = [settings for file in self._lists() if (settings := _read(file)) is not None]
        caches = [_read(folder / "mimeinfo.cache") for folder in self._application_folders()]
        for kind in types:
            for part in settings:
                yield from _listed(part, "Default Applications", kind)
        for kind in types:
            removed: set[str] = set()
            for part in settings:
                yield from (name for name in _listed(part, "Added Associations", kind) if name not in removed)
                removed.update(_listed(part, "Removed Associations", kind))
            for cache in caches:
                if cache is not None:
                    yield from (name for name in _listed(cache, "MIME Cache", kind) if name not in removed)

    def _lists(self) -> Iterator[Path]:
        """Files of associations, what counts most first."""
        desktops = [name.lower() for name in self.environment.get("XDG_CURRENT_DESKTOP", "").split(":") if name]
        names = [*(f"{desktop}-mimeapps.list" for desktop in desktops), "mimeapps.list"]
        for folder in (*self._config_folders(), *self._application_folders()):
            yield from (folder / name for name in names)

    def _config_folders(self) -> list[Path]:
        home = self.environment.get("XDG_CONFIG_HOME") or Path.home() / ".config"
        return [Path(home), *map(Path, (self.environment.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(":"))]

    def _application_folders(self) -> list[Path]:
        home = self.environment.get("XDG_DATA_HOME") or Path.home() / ".local/share"
        others = self.environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
        return [Path(part, "applications") for part in (home, *others.split(":")) if str(part)]

    def _program(self, identity: str) -> Program | None:
        if identity not in self._known:
            entry = next((entry for file in self._places(identity) if (entry := _read(file)) is not None), None)
            self._known[identity] = None if entry is None else self._made(identity, entry)
        return self._known[identity]

    def _places(self, identity: str) -> Iterator[Path]:
        """A minus in an id may stand for a folder."""
        parts = identity.split("-")
        for folder in self._application_folders():
            for depth in range(len(parts)):
                yield folder.joinpath(*parts[:depth], "-".join(parts[depth:]))

    def _made(self, identity: str, parser: configparser.RawConfigParser) -> Program | None:
        """None for what is not to be offered: hidden, for a terminal, not installed or not understood."""
        if not parser.has_section("Desktop Entry"):
            return None
        entry = parser["Desktop Entry"]
        flags = (entry.get(name, "false").strip().lower() for name in ("Hidden", "NoDisplay", "Terminal"))
        if "true" in flags or entry.get("Type", "Application") != "Application":
            return None
        if (wanted := entry.get("TryExec")) and self._found(wanted) is None:
            return None
        try:
            command = tuple(shlex.split(_unescaped(entry.get("Exec", ""))))
        except ValueError:
            return None
        if not command or self._found(command[0]) is None:
            return None
        name = next((text for key in self._name_keys() if (text := entry.get(key))), identity)
        return Program(identity, _unescaped(name), command, entry.get("Icon", ""))

    def _found(self, name: str) -> str | None:
        return shutil.which(name, path=self.environment.get("PATH"))

    def _name_keys(self) -> list[str]:
        names = ("LC_ALL", "LC_MESSAGES", "LANG")
        language = next((text for name in names if (text := self.environment.get(name))), "").partition(".")[0]
        return [*(f"Name[{code}]" for code in (language, language.partition("_")[0]) if code), "Name"]


def _read(file: Path) -> configparser.RawConfigParser | None:
    """None where there is none, or none that can be read: other programs wrote it."""
    parser = configparser.RawConfigParser(delimiters=("=",), comment_prefixes=("#",), strict=False)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    try:
        parser.read_string(file.read_text(encoding="utf-8", errors="replace"))
    except (OSError, configparser.Error):
        return None
    return parser


def _listed(parser: configparser.RawConfigParser, section: str, kind: str) -> Iterable[str]:
    return [name for name in parser.get(section, kind, fallback="").split(";") if name]


def _unescaped(text: str) -> str:
    parts, rest = [], text
    while (place := rest.find("\\")) >= 0:
        code = rest[place + 1 : place + 2]
        parts += [rest[:place], _ESCAPES.get(code, "\\" + code)]
        rest = rest[place + 2 :]
    return "".join([*parts, rest])
