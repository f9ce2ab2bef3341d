"""A picture is found again in another one, with its place; two that have nothing in common are not confused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from imsearch_gui.domain.errors import PictureError, QueryError
from imsearch_gui.domain.region import Region
from imsearch_gui.imaging import geometry, keypoints
from imsearch_gui.imaging.geometry import best_of, look, outline_of, verified
from imsearch_gui.imaging.opencv import opencv


def scene(seed: int, size: tuple[int, int] = (400, 300)) -> Image.Image:
    """Something with corners and edges of many sizes."""
    random = np.random.default_rng(seed)
    image = Image.new("RGB", size, "gray")
    draw = ImageDraw.Draw(image)
    for _ in range(160):
        x, y = random.integers(0, size[0]), random.integers(0, size[1])
        w, h = random.integers(6, 60, 2)
        colour = tuple(int(value) for value in random.integers(0, 256, 3))
        (draw.rectangle if random.random() < 0.5 else draw.ellipse)((x, y, x + w, y + h), fill=colour)
    return image.filter(ImageFilter.GaussianBlur(0.7))


def of(image: Image.Image) -> keypoints.Keypoints:
    return keypoints.of_pixels(np.asarray(image))


def test_a_picture_is_found_where_it_lies() -> None:
    picture, wall = scene(1), scene(2, (600, 500)).filter(ImageFilter.GaussianBlur(4))
    placed = picture.resize((200, 150)).rotate(-20, expand=True, fillcolor="gray")
    wall.paste(placed, (250, 120))
    verdict = verified(of(picture), of(wall))
    assert verdict.inliers >= geometry.LEAST
    # Turned by 20 degrees about its middle, which is that of what was pasted.
    centre = np.array([250 + placed.width / 2, 120 + placed.height / 2])
    angle = np.radians(20)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    corners = np.array([[-100, -75], [100, -75], [100, 75], [-100, 75]]) @ turn.T + centre
    assert np.array(verdict.outline) * (600, 500) == pytest.approx(corners, abs=6)


def test_nothing_in_common_is_not_verified() -> None:
    verdict = verified(of(scene(1)), of(scene(3)))
    assert verdict.inliers < geometry.LEAST
    assert verdict.outline == ()


def test_the_same_every_time() -> None:
    one, two = of(scene(1)), of(scene(1).rotate(7))
    first = verified(one, two)
    assert first.outline
    opencv().setRNGSeed(99)
    assert [verified(of(scene(1)), of(scene(1).rotate(7))) for _ in range(3)] == [first] * 3


def test_a_region_brings_its_own_points_and_its_own_outline(tmp_path: Path) -> None:
    picture = scene(4, (400, 300))
    file = tmp_path / "scene.png"
    picture.save(file)
    whole, part = keypoints.keypoints(file), keypoints.keypoints(file, Region(200, 0, 200, 150))
    assert 0 < len(part.points) < len(whole.points)
    assert (part.width, part.height) == (200, 150)
    verdict = verified(part, whole)
    assert np.array(verdict.outline) == pytest.approx(np.array([[0.5, 0], [1, 0], [1, 0.5], [0.5, 0.5]]), abs=0.02)
    with pytest.raises(QueryError):
        keypoints.keypoints(file, Region(400, 300, 5, 5))


def test_large_pictures_are_looked_at_small(tmp_path: Path) -> None:
    file = tmp_path / "large.jpg"
    scene(5, (400, 300)).resize((2400, 1800)).save(file)
    found = keypoints.keypoints(file)
    assert (found.width, found.height) == (keypoints.SIDE, keypoints.SIDE * 3 // 4)
    assert found.descriptions.dtype == np.uint8
    assert len(found.points) <= keypoints.MOST


def test_of_several_pictures_the_one_that_is_found_counts() -> None:
    one, two = of(scene(1)), of(scene(6))
    assert best_of([two, one], one) == verified(one, one)
    assert best_of([one, two], one) == verified(one, one)


def test_look_reads_and_verifies(tmp_path: Path) -> None:
    file = tmp_path / "scene.png"
    scene(1).save(file)
    found, verdict = look(file, [of(scene(1))])
    assert np.array_equal(found.descriptions, of(scene(1)).descriptions)
    assert verdict.inliers > 50
    with pytest.raises(PictureError):
        look(tmp_path / "gone.png", [found])


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (5000, 1), (1, 700), (16, 16)])
def test_pictures_without_points_are_no_match(size: tuple[int, int]) -> None:
    flat = of(Image.new("RGB", size, "teal"))
    assert flat.descriptions.shape == (0, 128)
    assert verified(flat, of(scene(1))).inliers == verified(of(scene(1)), flat).inliers == 0


def test_a_picture_of_one_pattern_does_not_make_a_match_of_every_other() -> None:
    """Each of its points looks like all others, so none is clearly the nearest."""
    board = np.kron(np.indices((20, 20)).sum(axis=0) % 2, np.ones((16, 16)))
    chess = of(Image.fromarray((255 * board).astype(np.uint8)).convert("RGB"))
    assert verified(chess, of(scene(1))).outline == ()


def test_outlines_stay_whole() -> None:
    assert outline_of(np.eye(3), 4, 2) == pytest.approx(np.array([[0, 0], [4, 0], [4, 2], [0, 2]]))
    mirrored = np.diag([-1.0, 1.0, 1.0])
    horizon = np.array([[1.0, 0, 0], [0, 1, 0], [-0.4, 0, 1]])
    crossed = np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, -1]])
    for torn in (mirrored, horizon, crossed, np.zeros((3, 3))):
        assert outline_of(torn, 4, 2) is None


def test_opencv_leaves_the_environment_alone() -> None:
    code = (
        "import os; before = dict(os.environ)\n"
        "from imsearch_gui.imaging.opencv import opencv\n"
        "assert opencv().__name__ == 'cv2' and opencv().getNumThreads() == 1\n"
        "assert dict(os.environ) == before, set(os.environ.items()) ^ set(before.items())"
    )
    environment = {**os.environ, "QT_QPA_FONTDIR": "/opt/fonts"}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
