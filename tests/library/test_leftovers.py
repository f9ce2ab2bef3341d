"""Files that no catalog names go when somebody opens the library to write; those of others stay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from imsearch_gui.library.library import Library
from imsearch_gui.library.records import Encoded, ModelKey
from imsearch_gui.library.writer import LibraryWriter

OURS = (
    "vectors/test-2.f16",
    "vectors/test-2.f16.stats",
    "vectors/old-7.f32",
    "graph/test-1.hnsw",
    "graph/test-1.hnsw.new",
    "graph/old-7.hnsw",
)
"""Half a compaction, a model that is gone, graphs that were not yet or no longer named."""
OTHERS = ("vectors/notes.txt", "vectors/mine.f16", "graph/test-1.hnsw.bak")


def files(folder: Path) -> set[str]:
    return {f"{kind}/{path.name}" for kind in ("vectors", "graph") for path in (folder / kind).glob("*")}


def test_leftovers_go_when_somebody_opens_to_write(
    writer: LibraryWriter, model: ModelKey, encoded: Callable[..., Encoded], folder: Path, tmp_path: Path
) -> None:
    root = writer.add_root(tmp_path, recursive=True, exclude=())
    item = encoded(tmp_path / "a.jpg", 1)
    writer.store(model, {item.file.path: root}, [item], [])
    writer.close()
    named = files(folder)
    assert named == {"vectors/test-1.f16", "vectors/test-1.f16.stats"}
    (folder / "graph").mkdir()
    for name in OURS + OTHERS:
        (folder / name).write_bytes(b"something")
    Library.open(folder).close()
    assert files(folder) == named | set(OURS + OTHERS), "a reader deletes nothing"
    with LibraryWriter.open(folder) as again:
        assert again.vectors("test").rows == 1
    assert files(folder) == named | set(OTHERS)
