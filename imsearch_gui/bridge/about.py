"""What this program is and what it runs on: for the window that says so, and for the head of the log."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, qVersion

from imsearch_gui import __version__
from imsearch_gui.bridge.lane import Lane
from imsearch_gui.domain.records import SearchResult
from imsearch_gui.log import note_head

PARTS = (
    "PySide6-Essentials",
    "onnxruntime",
    "onnxruntime-gpu",
    "numpy",
    "opencv-python",
    "pillow",
    "pi-heif",
    "hnswlib",
    "onnx",
    "tokenizers",
    "huggingface_hub",
    "filelock",
    "platformdirs",
    "psutil",
    "tomli-w",
    "tqdm",
    "xxhash",
)
"""Distributions that the program is made with; those that are not installed are left out."""
OF_THEIR_REPOSITORIES = {"hnswlib": "Apache-2.0", "tokenizers": "Apache-2.0"}
"""Licences of distributions that do not say theirs, or not which version of it."""
SPDX = {
    "MIT License": "MIT",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License 2.0": "Apache-2.0",
    "BSD 3-Clause License": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""Other spellings of licences, as they are found in distributions."""


@dataclass(frozen=True, slots=True)
class Part:
    """A library of somebody else's."""

    name: str
    version: str
    licence: str
    """An expression of SPDX, as far as it is known."""


@dataclass(frozen=True, slots=True)
class About:
    """Everything that is asked for when something does not work."""

    version: str
    system: str
    python: str
    qt: str
    providers: tuple[str, ...]
    """What models can run on here, the best first."""
    parts: tuple[Part, ...]

    def text(self) -> str:
        """To be sent to somebody who helps."""
        lines = [
            f"imsearch {self.version}",
            f"System: {self.system}",
            f"Python {self.python}, Qt {self.qt}",
            f"Models can run on: {', '.join(self.providers)}",
            *(f"{part.name} {part.version}" for part in self.parts),
        ]
        return "\n".join(lines) + "\n"


class AboutSession(QObject):
    """Gathers what the program runs on, which takes a while, and writes it to the log once."""

    told = Signal(object)
    """About"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("about", self)
        self._provider = ""

    def ask(self) -> None:
        """`told` answers."""
        self._lane.submit(_gather, self._tell)

    def note_provider(self, result: SearchResult) -> None:
        """Write down what models really run on, when it is seen for the first time or changes."""
        if result.provider and result.provider != self._provider:
            self._provider = result.provider
            note_head(f"models run on: {result.provider}")

    def stop(self) -> None:
        """No answer comes after this. Answers at once."""
        self._lane.stop()

    def close(self) -> None:
        """`stop`, then wait for what is being read."""
        self._lane.close()

    def _tell(self, about: About) -> None:
        note_head(f"Qt {about.qt}; " + ", ".join(f"{part.name} {part.version}" for part in about.parts))
        note_head(f"models can run on: {', '.join(about.providers)}")
        self.told.emit(about)


def _gather() -> About:
    return About(
        version=__version__,
        system=f"{platform.platform()}, {platform.machine()}",
        python=platform.python_version(),
        qt=qVersion(),
        providers=tuple(_providers()),
        parts=tuple(_parts()),
    )


def _providers() -> Iterator[str]:
    from imsearch_gui.encoding.providers import usable

    yield from (provider.title for provider in usable())


def _parts() -> Iterator[Part]:
    from importlib import metadata

    for name in PARTS:
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        yield Part(about["Name"], about["Version"], OF_THEIR_REPOSITORIES.get(name) or _licence(about))


def _licence(about: object) -> str:
    said = _as_said(about)
    return SPDX.get(said, said)


def _as_said(about: object) -> str:
    """In a few words: a licence that is quoted in full is told by its name among the classifiers."""
    from email.message import Message

    assert isinstance(about, Message)
    said = about.get("License-Expression") or about.get("License") or ""
    if said and "\n" not in said and len(said) < 80:
        return said
    classifiers = [line for line in about.get_all("Classifier", []) if line.startswith("License :: ")]
    return ", ".join(line.rpartition(" :: ")[2] for line in classifiers) or said.partition("\n")[0]
