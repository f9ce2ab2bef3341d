"""Files that are moved, and the way back."""

from __future__ import annotations

from pathlib import Path

from imsearch_gui.bridge.acting.filing import move_images, undo_move
from imsearch_gui.library.library import Library


def test_a_folder_that_is_gone_is_made_again_for_those_that_come_back_and_is_on_the_disk(
    library: Path, pictures: Path, tmp_path: Path, synced_folders: list[Path]
) -> None:
    with Library.open(library) as opened:
        images = {image.path: image.id for image in opened.images()}
    there = tmp_path / "elsewhere"
    there.mkdir()
    filed = move_images(library, images, there, lambda *_: True)
    pictures.rmdir()
    synced_folders.clear()
    back = undo_move(library, images, filed, lambda *_: True)
    assert not back.failed
    assert {item.target for item in back.carried} == set(images)
    assert pictures.parent in synced_folders
