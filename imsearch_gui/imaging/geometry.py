"""Whether two pictures show the same thing: points of the one that are found again in the other in the same arrangement.

After Philbin, Chum, Isard, Sivic, Zisserman (Object retrieval with large vocabularies and fast spatial matching, 2007). Points are
paired where each is the other's nearest, clearly nearer than the second (Lowe 2004), by RootSIFT (Arandjelovic, Zisserman, Three
things everyone should know to improve object retrieval, 2012). Of the pairs, those count that one homography explains, found by
MAGSAC++ (Barath, Noskova, Ivashechkin, Matas, 2020).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.refinement import Verified
from imsearch_gui.imaging.keypoints import Keypoints, keypoints
from imsearch_gui.imaging.opencv import opencv
from imsearch_gui.imaging.views import Source

LEAST = 8
"""Points that agree from which on two pictures are believed to show the same."""
_CLEARLY = 0.8
"""Times the distance of the second nearest that the nearest may be away."""
_TOLERANCE = 4.0
"""Pixels by which a point may miss its place."""
_DRAWS = 2000
_SURE = 0.999
_SEED = 0
_FOUR = 4
"""Pairs that make a homography."""

Pairs = npt.NDArray[np.intp]
Corners = npt.NDArray[np.float64]


def look(source: Source, wanted: Sequence[Keypoints]) -> tuple[Keypoints, Verified]:
    """The points of a picture, and the best of what `verified` says of it. Raises PictureError."""
    found = keypoints(source)
    return found, best_of(wanted, found)


def best_of(wanted: Sequence[Keypoints], found: Keypoints) -> Verified:
    """Of several pictures that are looked for, that of which the most is found again; `wanted` is not empty."""
    return max((verified(one, found) for one in wanted), key=lambda verdict: verdict.inliers)


def verified(wanted: Keypoints, found: Keypoints) -> Verified:
    """How much of `wanted` is in `found`, and where. The same every time."""
    pairs = paired(wanted.descriptions, found.descriptions)
    if len(pairs) < LEAST:
        return Verified(0)
    from_, to = wanted.points[pairs[:, 0]], found.points[pairs[:, 1]]
    cv2 = opencv()
    cv2.setRNGSeed(_SEED)
    matrix, agree = cv2.findHomography(from_, to, cv2.USAC_MAGSAC, _TOLERANCE, maxIters=_DRAWS, confidence=_SURE)
    if matrix is None:
        return Verified(0)
    corners = outline_of(matrix, wanted.width, wanted.height)
    # A picture that is turned inside out, or torn apart at the horizon, is no arrangement that a camera could see.
    if corners is None:
        return Verified(0)
    inliers = int(np.count_nonzero(agree))
    if inliers < LEAST:
        return Verified(inliers)
    shares = corners / (found.width, found.height)
    return Verified(inliers, tuple((float(x), float(y)) for x, y in shares))


def paired(wanted: npt.NDArray[np.uint8], found: npt.NDArray[np.uint8]) -> Pairs:
    """[n, 2]: places in `wanted` [m, 128] and in `found` [k, 128] of points that look alike."""
    if min(len(wanted), len(found)) < 2:
        return np.empty((0, 2), np.intp)
    alike = _roots(wanted) @ _roots(found).T
    turned = np.ascontiguousarray(alike.T)
    there, clear_there = _nearest(alike)
    back, clear_back = _nearest(turned)
    here = np.arange(len(there))
    kept = clear_there & clear_back[there] & (back[there] == here)
    return np.stack([here[kept], there[kept]], axis=1)


def _roots(descriptions: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
    """RootSIFT: rows of length 1."""
    sums = np.maximum(descriptions.sum(axis=1, dtype=np.float32, keepdims=True), 1.0)
    return np.asarray(np.sqrt(descriptions / sums, dtype=np.float32))


def _nearest(alike: npt.NDArray[np.float32]) -> tuple[Pairs, npt.NDArray[np.bool_]]:
    """For each row the place of the greatest number, and whether the second is clearly farther away. Spoils `alike`."""
    rows = np.arange(len(alike))
    places = alike.argmax(axis=1)
    best = alike[rows, places].copy()
    alike[rows, places] = -1.0
    second = alike.max(axis=1)
    # Of rows of length 1 the squared distance is 2 - 2 times the product.
    return places, 1.0 - best < _CLEARLY**2 * (1.0 - second)


def outline_of(matrix: npt.NDArray[np.float64], width: int, height: int) -> Corners | None:
    """[4, 2]: where `matrix` brings the corners of a picture, clockwise from the upper left; None where it does not stay whole."""
    corners = np.array([[0, 0, 1], [width, 0, 1], [width, height, 1], [0, height, 1]], np.float64) @ matrix.T
    if not (corners[:, 2] > 0).all():
        return None
    placed: Corners = corners[:, :2] / corners[:, 2:]
    sides = np.roll(placed, -1, axis=0) - placed
    after = np.roll(sides, -1, axis=0)
    # Every corner turns to the same side as in the picture, so the outline neither crosses itself nor is mirrored.
    return placed if (sides[:, 0] * after[:, 1] - sides[:, 1] * after[:, 0] > 0).all() else None
