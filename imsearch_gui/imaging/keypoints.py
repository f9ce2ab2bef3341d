"""The points by which a part of a picture is known again, from another place and in another light.

SIFT (Lowe, Distinctive image features from scale-invariant keypoints, 2004), by OpenCV. Why SIFT and not the quicker ORB, and why
so many points of so small a picture: docs/decisions/0023.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.records import Pixels
from imsearch_gui.domain.region import Region
from imsearch_gui.imaging import decoder, resize
from imsearch_gui.imaging.opencv import opencv
from imsearch_gui.imaging.views import Source, data_of

SIDE = 640
"""Pixels of the long side of what is looked at."""
MOST = 1000
"""Points of a picture: those of the greatest contrast."""
_DESCRIPTION = 128
"""Numbers that describe a point."""


@dataclass(frozen=True, slots=True, eq=False)
class Keypoints:
    """What is known of one picture, or of a region of one."""

    points: npt.NDArray[np.float32]
    """[n, 2]: x and y in pixels of the picture that was looked at."""
    descriptions: npt.NDArray[np.uint8]
    """[n, 128]: what each looks like; SIFT's numbers are whole and below 256."""
    width: int
    """Of the picture that was looked at."""
    height: int


def keypoints(source: Source, region: Region | None = None) -> Keypoints:
    """Of a picture, or of a region of it. Raises PictureError; QueryError for a region outside the picture."""
    decoded = decoder.decode(data_of(source), need=SIDE, region=region)
    return of_pixels(resize.shrink(decoded.image, SIDE))


def of_pixels(pixels: Pixels) -> Keypoints:
    """Of uint8 [height, width, 3]. Always the same for the same pixels."""
    cv2 = opencv()
    height, width = pixels.shape[:2]
    found, described = cv2.SIFT_create(nfeatures=MOST).detectAndCompute(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), None)
    points = np.array([point.pt for point in found], np.float32).reshape(-1, 2)
    descriptions = np.zeros((0, _DESCRIPTION)) if described is None else described
    return Keypoints(points, descriptions.astype(np.uint8), width, height)
