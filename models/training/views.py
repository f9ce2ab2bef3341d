"""Views: a picture seen once more, cropped, stretched, turned, lit otherwise, or with a piece of another picture in it.

All of a view follows from the seed, the number of the view, how many pictures there are and which of them it is, so teacher and
student see the same one, whoever asks first. View 0 is the picture as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from imsearch_gui.domain.records import Pixels

Numbers = npt.NDArray[np.float32]

LEAST_AREA = 0.35
"""Of the picture, that a view shows."""
MOST_STRETCH = 1.5
TURNED = 0.3
"""Share of the views that are turned, by up to MOST_TURN degrees."""
MOST_TURN = 15.0
RELIT = 0.8
MOST_LIGHT = 0.3
"""Brightness, contrast and saturation times 1 - this ... 1 + this."""
MOST_TINT = 0.08
"""Of white, that each of the three colours may be moved by."""
COLLAGES = 0.25
"""Share of the views that hold a piece of another picture's view: more different pictures than there are."""
LEAST_PIECE, MOST_PIECE = 0.15, 0.5
"""Area of that piece."""
_GREY = np.array([0.299, 0.587, 0.114], np.float32)


@dataclass(frozen=True)
class Views:
    """View `number` of every picture."""

    places: Numbers
    """[n, 2, 3]: from places in the view to places in the picture, both 0 ... 1."""
    colours: Numbers
    """[n, 3, 4]: from the picture's red, green, blue and 1 (0 ... 255) to the view's."""
    partners: npt.NDArray[np.int64]
    """[n]: of which picture a piece is shown; the picture's own number where there is none."""
    pieces: Numbers
    """[n, 4]: left, top, right, bottom of that piece, 0 ... 1."""


def views(count: int, number: int, seed: int) -> Views:
    """View `number` of `count` pictures."""
    none = np.zeros((count, 4), np.float32)
    if number == 0:
        return Views(_places(np.ones(count), np.ones(count), none), _plain(count), np.arange(count), none)
    random = np.random.default_rng((seed, number))
    area = random.uniform(LEAST_AREA, 1.0, count)
    stretch = np.exp(random.uniform(-1, 1, count) * np.log(MOST_STRETCH))
    width, height = np.minimum(1, np.sqrt(area * stretch)), np.minimum(1, np.sqrt(area / stretch))
    turn = np.where(random.random(count) < TURNED, random.uniform(-MOST_TURN, MOST_TURN, count), 0)
    placed = np.stack([random.random(count) * (1 - width), random.random(count) * (1 - height), turn], axis=1)
    partners = np.where(random.random(count) < COLLAGES, random.integers(count, size=count), np.arange(count))
    return Views(_places(width, height, placed), _relit(random, count), partners, _pieces(random, count))


def _places(width: npt.ArrayLike, height: npt.ArrayLike, placed: npt.NDArray[np.floating]) -> Numbers:
    """Crops of a size, at (left, top), turned about their middle by so many degrees."""
    width, height = np.asarray(width), np.asarray(height)
    angle = np.radians(placed[:, 2])
    cosine, sine = np.cos(angle), np.sin(angle)
    matrix = np.empty((len(width), 2, 3), np.float32)
    matrix[:, 0, 0], matrix[:, 0, 1] = width * cosine, -height * sine
    matrix[:, 1, 0], matrix[:, 1, 1] = width * sine, height * cosine
    middle = np.stack([placed[:, 0] + width / 2, placed[:, 1] + height / 2], axis=1)
    matrix[:, :, 2] = middle - matrix[:, :, :2].sum(axis=2) / 2
    return matrix


def _plain(count: int) -> Numbers:
    return np.tile(np.eye(3, 4, dtype=np.float32), (count, 1, 1))


def _relit(random: np.random.Generator, count: int) -> Numbers:
    light, contrast, saturation = 1 + random.uniform(-MOST_LIGHT, MOST_LIGHT, (3, count, 1, 1))
    tint = random.uniform(-MOST_TINT, MOST_TINT, (count, 3)) * 255
    colours = _plain(count)
    towards_grey = np.tile(_GREY, (3, 1))
    colours[:, :, :3] = light * contrast * (saturation * np.eye(3) + (1 - saturation) * towards_grey)
    colours[:, :, 3] = 127.5 * (light * (1 - contrast))[:, :, 0] + tint
    unlit = random.random(count) >= RELIT
    colours[unlit] = _plain(int(unlit.sum()))
    return colours


def _pieces(random: np.random.Generator, count: int) -> Numbers:
    side = np.sqrt(random.uniform(LEAST_PIECE, MOST_PIECE, count))
    corner = random.random((count, 2)) * (1 - side[:, None])
    return np.concatenate([corner, corner + side[:, None]], axis=1).astype(np.float32)


def drawn(pictures: Pixels, seen: Views, rows: npt.NDArray[np.integer], side: int) -> Pixels:
    """uint8 [len(rows), side, side, 3]: the views of the pictures `rows`, each drawn from its picture [n, s, s, 3]."""
    result = np.empty((len(rows), side, side, 3), np.uint8)
    for place, row in enumerate(rows):
        result[place] = _one(pictures, seen, int(row), side)
        partner = int(seen.partners[row])
        if partner != row:
            left, top, right, bottom = np.rint(seen.pieces[row] * side).astype(int)
            piece = _one(pictures, seen, partner, side)
            result[place, top:bottom, left:right] = piece[top:bottom, left:right]
    return result


def turned(picture: Pixels, degrees: float, ground: int) -> Pixels:
    """A whole picture turned about its middle, as one straightens a photograph: what comes into its corners is of one grey."""
    side = picture.shape[0]
    middle = (side - 1) / 2
    matrix = cv2.getRotationMatrix2D((middle, middle), degrees, 1)
    return np.asarray(cv2.warpAffine(picture, matrix, (side, side), flags=cv2.INTER_LINEAR, borderValue=(ground,) * 3))


def _one(pictures: Pixels, seen: Views, row: int, side: int) -> Pixels:
    picture = pictures[row]
    matrix = seen.places[row].astype(np.float64)
    # What is shrunk is drawn at twice its size first, and averaged: else fine patterns would become coarse ones (aliasing).
    scale = picture.shape[0]
    shrinks = np.abs(matrix[:, :2]).sum(axis=1).max() * scale > side
    drawn_at = 2 * side if shrinks else side
    # From pixels of the view to pixels of the picture, whose middles lie half a pixel from their edges.
    matrix = np.column_stack([matrix[:, :2] * scale / drawn_at, matrix[:, 2] * scale])
    matrix[:, 2] += matrix[:, :2].sum(axis=1) / 2 - 0.5
    how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    view = cv2.warpAffine(
        np.asarray(picture), matrix, (drawn_at, drawn_at), flags=how, borderMode=cv2.BORDER_REFLECT_101
    )
    if shrinks:
        view = cv2.resize(view, (side, side), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.transform(view, seen.colours[row]), np.uint8)
