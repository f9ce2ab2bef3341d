"""Libraries of files that only have names: who reads a ground truth looks at no picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.marks import MarkEdit
from imsearch_gui.domain.plan import FoundFile
from imsearch_gui.domain.records import PictureInfo
from imsearch_gui.domain.refinement import Verified
from imsearch_gui.imaging.decoder import content_key
from imsearch_gui.library.marks import note
from imsearch_gui.library.records import Encoded, RootKey
from imsearch_gui.library.writer import LibraryWriter

INFO = PictureInfo(640, 480, "JPEG")


class Shelf:
    """A folder of files, some of which a library holds."""

    def __init__(self, writer: LibraryWriter, folder: Path) -> None:
        self.library = writer
        self.folder = folder
        self._model = writer.use_model("test", title="Test", dimension=4, fingerprint="f1", folder=Path("models/test"))
        self._roots: dict[Path, RootKey] = {}

    def put(self, *names: str, text: str | bytes | None = None) -> Path:
        """Files that the library does not hold."""
        for name in names:
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            content = name if text is None else text
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogateescape"))
        return self.folder / names[0]

    def hold(self, *names: str, root: str = "", content: str | None = None) -> None:
        """Files that it does hold; `root` is the folder below which it knows them."""
        self.put(*names, text=content)
        self.know([self.folder / name for name in names], self.folder / root)

    def know(self, paths: Sequence[Path], base: Path) -> None:
        """As if the files had been indexed below the root `base`."""
        if base not in self._roots:
            self._roots[base] = self.library.add_root(base, recursive=True, exclude=())
        key = self._roots[base]
        vector = np.ones(4, np.float32)
        items = [Encoded(FoundFile(path, 1000, 1), content_key(path.read_bytes()), INFO, vector) for path in paths]
        self.library.store(self._model, {item.file.path: key for item in items}, items, [])

    def id(self, name: str) -> int:
        return next(image.id for image in self.library.images() if image.path == self.folder / name)

    def ids(self, *names: str) -> list[int]:
        return sorted(self.id(name) for name in names)

    def names(self, ids: Iterable[int] | npt.NDArray[np.int64]) -> list[str]:
        of = {image.id: image.path.relative_to(self.folder).as_posix() for image in self.library.images()}
        return sorted(of[int(identity)] for identity in ids)

    def label(self, name: str, *labels: str, **more: int) -> None:
        note(self.library.folder, [self.id(name)], MarkEdit(add=labels, **more))  # type: ignore[arg-type]


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    (tmp_path / "pictures").mkdir()
    with LibraryWriter.open(tmp_path / "library") as writer:
        yield Shelf(writer, tmp_path / "pictures")


class Eyes:
    """Finds the points of every picture, and the points of one in every other; says what it did."""

    in_process = True

    def __init__(self) -> None:
        self.did: list[str] = []
        self.blind: set[str] = set()
        """Names of pictures that it cannot read."""

    def run(self, work: Callable[..., Any], /, *arguments: Any, **_: Any) -> Any:
        self.did.append(work.__name__)
        if isinstance(arguments[0], Path) and arguments[0].name in self.blind:
            raise PictureError("the file is gone")
        points, verdict = object(), Verified(9, ((0.0, 0.0),))
        return {"keypoints": points, "look": (points, verdict), "best_of": verdict}[work.__name__]


@pytest.fixture
def eyes() -> Eyes:
    """Where pictures are decoded that need not exist."""
    return Eyes()
