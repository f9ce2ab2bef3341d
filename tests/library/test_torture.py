"""Broken, odd and hostile files: every one is in the library or in the list of skipped files."""

from __future__ import annotations

from pathlib import Path

from imsearch_gui.domain.records import IndexRequest
from imsearch_gui.encoding.store import ModelStore
from imsearch_gui.library.indexing import index
from imsearch_gui.library.library import Library
from imsearch_gui.library.writer import LibraryWriter


def test_every_file_is_accounted_for(shared_data: Path, folder: Path) -> None:
    torture = shared_data / "torture"
    files = {path for path in torture.iterdir() if path.is_file()}
    with LibraryWriter.open(folder) as writer:
        for _ in index(writer, IndexRequest((torture,), "classic"), ModelStore().find("classic")):
            pass
    with Library.open(folder) as library:
        images = {image.path for image in library.images()}
        skipped = {item.path: item.reason for item in library.skipped()}
        assert len(library.export("classic")[1]) == len(images)
    assert images | set(skipped) == files
    assert not images & set(skipped)
    assert len(images) >= 85, "nearly all that Pillow opens, but for pictures of a single pixel"
    strange = {path.name: reason for path, reason in skipped.items() if "internal" in reason or "crashed" in reason}
    assert strange == {}
    assert all(reason for reason in skipped.values())
