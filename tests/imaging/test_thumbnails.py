"""The cache that all programs of a desktop share (freedesktop.org Thumbnail Managing Standard)."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from imsearch_gui import __version__
from imsearch_gui.domain.errors import PictureError
from imsearch_gui.domain.records import Pixels
from imsearch_gui.imaging import thumbnails
from imsearch_gui.imaging.decoder import decode
from imsearch_gui.imaging.thumbnails import ThumbnailCache, file_uri

NEVER = 1_600_000_000


@pytest.fixture
def cache(tmp_path: Path) -> ThumbnailCache:
    return ThumbnailCache(tmp_path / "cache" / "thumbnails")


@pytest.fixture
def photo(tmp_path: Path, encode: Callable[..., bytes]) -> Path:
    path = tmp_path / "photo.jpg"
    path.write_bytes(encode(Image.linear_gradient("L").resize((900, 600)).convert("RGB"), "JPEG"))
    os.utime(path, (NEVER, NEVER + 0.75))
    return path


def place(cache: ThumbnailCache, size: str, path: Path) -> Path:
    return cache._folder / size / (hashlib.md5(file_uri(path).encode()).hexdigest() + ".png")


def put(
    file: Path, path: Path, *, mtime: int = NEVER, colour: object = (1, 2, 3), mode: str = "RGB", **keys: str
) -> None:
    """A thumbnail as another program would write it."""
    text = PngImagePlugin.PngInfo()
    for key, value in {"URI": file_uri(path), "MTime": str(mtime), **keys}.items():
        text.add_text(f"Thumb::{key}", value)
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new(mode, (20, 10), colour).save(file, pnginfo=text)  # type: ignore[arg-type]


def is_made_anew(cache: ThumbnailCache, path: Path) -> bool:
    return cache.load(path, 128).shape[:2] != (10, 20)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("/home/jens/photos/me.png", "file:///home/jens/photos/me.png"),  # the example of the standard
        ("/a b/ü.jpg", "file:///a%20b/%C3%BC.jpg"),
        ("/!$&'()*+,;=:@-._~", "file:///!$&'()*+,;=:@-._~"),
        ('/"#%<>?[\\]^`{|}', "file:///%22%23%25%3C%3E%3F%5B%5C%5D%5E%60%7B%7C%7D"),
        (os.fsdecode(b"/caf\xe9\n"), "file:///caf%E9%0A"),
        ("/a/../b/./c", "file:///b/c"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths of another system")
def test_uris_are_escaped_as_glib_does(path: str, uri: str) -> None:
    assert file_uri(Path(path)) == uri


def test_the_name_of_the_standards_example() -> None:
    name = hashlib.md5(file_uri(Path("/home/jens/photos/me.png")).encode()).hexdigest()
    assert name == "c6ee772d9e49320e97ec29a7eb5b1697"


@pytest.mark.parametrize(
    ("side", "size", "long"),
    [(1, "normal", 128), (128, "normal", 128), (129, "large", 256), (512, "x-large", 512), (4000, "xx-large", 900)],
)
def test_a_thumbnail_is_made_and_kept(side: int, size: str, long: int, cache: ThumbnailCache, photo: Path) -> None:
    pixels = cache.load(photo, side)
    assert pixels.shape == (round(long * 2 / 3), long, 3) and pixels.dtype == np.uint8
    kept = place(cache, size, photo)
    with Image.open(kept) as image:
        assert image.format == "PNG"
        assert image.text == {
            "Thumb::URI": file_uri(photo),
            "Thumb::MTime": str(NEVER),
            "Thumb::Size": str(photo.stat().st_size),
            "Software": f"imsearch {__version__}",
        }
    np.testing.assert_array_equal(cache.load(photo, side), pixels)


@pytest.mark.skipif(os.name == "nt", reason="this system has no such permissions")
def test_thumbnails_are_for_their_owner_alone(cache: ThumbnailCache, photo: Path) -> None:
    before = os.umask(0)
    try:
        cache.load(photo, 128)
    finally:
        os.umask(before)
    kept = place(cache, "normal", photo)
    assert kept.stat().st_mode & 0o777 == 0o600
    for folder in (kept.parent, cache._folder, cache._folder.parent):
        assert folder.stat().st_mode & 0o777 == 0o700
    assert [file.name for file in kept.parent.iterdir()] == [kept.name]


def test_what_another_program_left_is_used(cache: ThumbnailCache, photo: Path) -> None:
    put(place(cache, "normal", photo), photo)
    assert cache.load(photo, 100).tolist() == np.full((10, 20, 3), (1, 2, 3)).tolist()


def test_a_larger_thumbnail_serves_too(cache: ThumbnailCache, photo: Path) -> None:
    cache.load(photo, 512)
    photo.write_bytes(b"x" * photo.stat().st_size)
    os.utime(photo, (NEVER, NEVER))
    assert cache.load(photo, 128).shape == (85, 128, 3)
    # A smaller one does not.
    with pytest.raises(PictureError):
        cache.load(photo, 1024)


def test_transparent_thumbnails_lie_on_white(cache: ThumbnailCache, photo: Path) -> None:
    put(place(cache, "normal", photo), photo, colour=(0, 0, 0, 0), mode="RGBA")
    assert cache.load(photo, 128).min() == 255


def test_a_thumbnail_of_another_state_is_made_anew(cache: ThumbnailCache, photo: Path, tmp_path: Path) -> None:
    kept = place(cache, "normal", photo)
    put(kept, photo, mtime=NEVER + 1)
    assert is_made_anew(cache, photo)
    put(kept, photo, mtime=NEVER - 1)
    assert is_made_anew(cache, photo)
    put(kept, photo, Size="7")
    assert is_made_anew(cache, photo)
    put(kept, tmp_path / "another.jpg")
    assert is_made_anew(cache, photo)
    put(kept, photo)
    kept.write_bytes(kept.read_bytes()[:60])
    assert is_made_anew(cache, photo)
    kept.write_bytes(b"")
    assert is_made_anew(cache, photo)


def test_a_changed_picture_gets_a_new_thumbnail(
    cache: ThumbnailCache, photo: Path, encode: Callable[..., bytes]
) -> None:
    cache.load(photo, 128)
    photo.write_bytes(encode(Image.new("RGB", (50, 80), "red"), "PNG"))
    os.utime(photo, (NEVER, NEVER + 5))
    assert cache.load(photo, 128).shape == (80, 50, 3)


def test_a_failure_is_remembered_with_its_reason(
    cache: ThumbnailCache, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo.write_bytes(photo.read_bytes()[:2000])
    os.utime(photo, (NEVER, NEVER))
    with pytest.raises(PictureError, match="truncated JPEG") as first:
        cache.load(photo, 128)
    assert place(cache, f"fail/imsearch-{__version__}", photo).is_file()
    monkeypatch.setattr(thumbnails, "decode", lambda *_, **__: pytest.fail("decoded again"))
    with pytest.raises(PictureError) as second:
        cache.load(photo, 256)
    assert second.value.reason == first.value.reason


def test_a_mended_picture_is_tried_again(cache: ThumbnailCache, photo: Path) -> None:
    whole = photo.read_bytes()
    photo.write_bytes(whole[:2000])
    with pytest.raises(PictureError):
        cache.load(photo, 128)
    photo.write_bytes(whole)
    os.utime(photo, (NEVER, NEVER + 9))
    assert cache.load(photo, 128).shape == (85, 128, 3)


@pytest.mark.parametrize("passing", ["cannot be read (Permission denied)", "too large for the memory of this machine"])
def test_a_passing_failure_is_not_remembered(
    passing: str, cache: ThumbnailCache, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PictureError(passing) from (MemoryError() if "memory" in passing else None)

    with monkeypatch.context() as patch:
        patch.setattr(thumbnails, "decode" if "memory" in passing else "read", fail)
        with pytest.raises(PictureError):
            cache.load(photo, 128)
    assert cache.load(photo, 128).shape == (85, 128, 3)


def test_a_picture_that_is_gone(cache: ThumbnailCache, tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="cannot be reached"):
        cache.load(tmp_path / "nowhere.jpg", 128)


def test_a_cache_that_cannot_be_written_costs_only_time(photo: Path, tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("a file where a folder should be")
    cache = ThumbnailCache(tmp_path / "in the way")
    assert cache.load(photo, 128).shape == (85, 128, 3)


def test_there_are_no_thumbnails_of_thumbnails(cache: ThumbnailCache, photo: Path) -> None:
    cache.load(photo, 256)
    kept = place(cache, "large", photo)
    assert cache.load(kept, 128).shape == (86, 128, 3)
    assert not (cache._folder / "normal").exists()


def test_several_threads_at_once(cache: ThumbnailCache, photo: Path) -> None:
    answers: list[Pixels] = []
    threads = [threading.Thread(target=lambda: answers.append(cache.load(photo, 256))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 6 and all((answer == answers[0]).all() for answer in answers)
    assert len(list((cache._folder / "large").iterdir())) == 1


def keep(cache: ThumbnailCache, path: Path, need: int = 224) -> bool:
    """As a job does that has decoded a picture for its model."""
    status = path.stat()
    return cache.keep(path, decode(path.read_bytes(), need=need), size=status.st_size, mtime_ns=status.st_mtime_ns)


def test_what_was_decoded_for_a_model_makes_a_thumbnail(
    cache: ThumbnailCache, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert keep(cache, photo)
    monkeypatch.setattr(thumbnails, "decode", lambda *_, **__: pytest.fail("decoded again"))
    pixels = cache.load(photo, 256)
    assert pixels.shape == (171, 256, 3)
    with Image.open(photo) as image:
        expected = np.asarray(image.convert("RGB").resize((256, 171), Image.Resampling.LANCZOS), float)
    assert np.abs(pixels - expected).mean() < 2
    with Image.open(place(cache, "large", photo)) as image:
        assert image.text["Thumb::URI"] == file_uri(photo)
        assert image.text["Thumb::MTime"] == str(NEVER)


def test_a_whole_number_of_pixels_makes_one(cache: ThumbnailCache, photo: Path, encode: Callable[..., bytes]) -> None:
    colours = np.arange(250 * 188 * 3).reshape(188, 250, 3).astype(np.uint8)
    photo.write_bytes(encode(Image.fromarray(colours.repeat(2, 0).repeat(2, 1)[:375]), "PNG"))
    assert keep(cache, photo)
    np.testing.assert_array_equal(cache.load(photo, 256), colours)


def test_no_thumbnail_is_softer_than_the_window_would_make_it(cache: ThumbnailCache, photo: Path) -> None:
    """A small model needs less than a thumbnail does."""
    assert not keep(cache, photo, need=64)
    assert not cache._folder.exists()


def test_a_small_picture_is_its_own_thumbnail(cache: ThumbnailCache, photo: Path, encode: Callable[..., bytes]) -> None:
    photo.write_bytes(encode(Image.new("RGB", (50, 80), "red"), "PNG"))
    assert keep(cache, photo)
    assert cache.load(photo, 256).shape == (80, 50, 3)


def test_what_is_fresh_is_not_made_again(cache: ThumbnailCache, photo: Path) -> None:
    kept = place(cache, "x-large", photo)
    put(kept, photo)
    assert keep(cache, photo)
    assert not place(cache, "large", photo).exists()
    put(kept, photo, mtime=NEVER - 5)
    assert keep(cache, photo)
    assert place(cache, "large", photo).exists()


def test_a_file_that_changed_after_it_was_found_keeps_no_stale_thumbnail(
    cache: ThumbnailCache, photo: Path, encode: Callable[..., bytes]
) -> None:
    before = photo.stat()
    decoded = decode(photo.read_bytes(), need=224)
    photo.write_bytes(encode(Image.new("RGB", (400, 400), "red"), "JPEG"))
    os.utime(photo, (NEVER, NEVER + 9))
    assert cache.keep(photo, decoded, size=before.st_size, mtime_ns=before.st_mtime_ns)
    assert cache.load(photo, 256).shape == (256, 256, 3)


def test_a_full_or_locked_cache_keeps_nothing_and_says_so(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in the way").write_text("a file where a folder should be")
    assert not keep(ThumbnailCache(tmp_path / "in the way"), photo)
    cache = ThumbnailCache(tmp_path / "cache")
    usage = thumbnails.shutil.disk_usage(tmp_path)
    monkeypatch.setattr(thumbnails.shutil, "disk_usage", lambda _: usage._replace(free=(1 << 30) - 1))
    assert not keep(cache, photo)
    assert list((tmp_path / "cache").rglob("*.png")) == []
    # What somebody looks at is kept all the same, as long as there is any room.
    cache.load(photo, 256)
    assert place(cache, "large", photo).exists()


def test_a_write_that_fails_half_way_leaves_nothing(
    cache: ThumbnailCache, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(thumbnails.os, "replace", full)
    assert not keep(cache, photo)
    assert list(cache._folder.rglob("*.png")) == []


def test_the_folder_follows_the_desktop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(thumbnails.platform, "system", lambda: "Linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert ThumbnailCache()._folder == tmp_path / "thumbnails"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert ThumbnailCache()._folder == tmp_path / "home" / ".cache" / "thumbnails"


def test_a_picture_whose_disk_is_away_keeps_its_thumbnail(cache: ThumbnailCache, photo: Path) -> None:
    made = cache.load(photo, 256)
    photo.rename(photo.with_name("away.jpg"))
    np.testing.assert_array_equal(cache.load(photo, 256), made)
    assert max(cache.load(photo, 128).shape) == 128, "made smaller"
    np.testing.assert_array_equal(cache.load(photo, 1024), made, "there is no larger one")
    with pytest.raises(PictureError, match="cannot be reached"):
        cache.load(photo.with_name("never seen.jpg"), 256)


def test_what_a_killed_process_was_writing_is_cleared(cache: ThumbnailCache, photo: Path, tmp_path: Path) -> None:
    cache.load(photo, 128)
    folder = tmp_path / "cache" / "thumbnails" / "normal"
    code = "import sys; from pathlib import Path; from imsearch_gui import disk; disk.aside(Path(sys.argv[1])).touch()"
    subprocess.run([sys.executable, "-c", code, str(folder)], check=True)
    assert len(list(folder.iterdir())) == 2
    cache.clear_leftovers()
    assert [path.suffix for path in folder.iterdir()] == [".png"]
