"""A canvas that is drawn larger than it is saved, so that every edge comes out smooth.

Coordinates: y runs from 0 at the top to 1 at the bottom, x from 0 to `Canvas.aspect`. Colours are "#rrggbb" or float arrays 0 to 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter

OVERSIZE = 3
"""Drawn three times as large: nine shades on an edge."""

Array = npt.NDArray[np.float32]
Paint = str | Array
Point = tuple[float, float]
T = TypeVar("T")


def colour(paint: Paint) -> Array:
    if isinstance(paint, str):
        return np.array([int(paint[i : i + 2], 16) for i in (1, 3, 5)], np.float32) / 255
    return paint


def mix(one: Paint, other: Paint, share: float | Array) -> Array:
    """`one` at share 0, `other` at 1; a share for every pixel gives a colour for every pixel."""
    part = np.asarray(share, np.float32)
    if part.ndim == 2:
        part = part[..., None]
    return np.asarray(colour(one) * (1 - part) + colour(other) * part, np.float32)


def ramp(stops: Sequence[tuple[float, str]], at: Array) -> Array:
    """The colours of a gradient where it stands at `at` (0 to 1)."""
    places = [place for place, _ in stops]
    colours = np.stack([colour(name) for _, name in stops])
    return np.stack([np.interp(at, places, colours[:, i]) for i in range(3)], axis=-1).astype(np.float32)


def step(values: Array, low: float, high: float) -> Array:
    """0 below `low`, 1 above `high`, smooth between."""
    part = np.clip((values - low) / (high - low), 0, 1)
    return np.asarray(part * part * (3 - 2 * part), np.float32)


def smooth(points: Sequence[Point], parts: int = 12) -> list[Point]:
    """A closed curve through the points (Catmull-Rom)."""
    p = np.array(points, float)
    t = np.linspace(0, 1, parts, endpoint=False)[:, None]
    pieces = []
    for i in range(len(p)):
        a, b, c, d = p[i - 1], p[i], p[(i + 1) % len(p)], p[(i + 2) % len(p)]
        pieces.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    return [(float(x), float(y)) for x, y in np.concatenate(pieces)]


def turned(points: Sequence[Point], angle: float, centre: Point, size: float = 1.0) -> list[Point]:
    """Points given around (0, 0), turned by `angle` (radians), enlarged and moved to `centre`."""
    cos, sin = np.cos(angle) * size, np.sin(angle) * size
    return [(centre[0] + x * cos - y * sin, centre[1] + x * sin + y * cos) for x, y in points]


class Stencil:
    """What is drawn on it is later painted in one go."""

    def __init__(self, width: int, height: int) -> None:
        self.image = Image.new("L", (width, height))
        self._draw = ImageDraw.Draw(self.image)
        self._unit = height

    def polygon(self, points: Sequence[Point], value: float = 1.0) -> Stencil:
        self._draw.polygon([(x * self._unit, y * self._unit) for x, y in points], fill=round(255 * value))
        return self

    def ellipse(self, x: float, y: float, rx: float, ry: float | None = None, value: float = 1.0) -> Stencil:
        ry = rx if ry is None else ry
        u = self._unit
        self._draw.ellipse(((x - rx) * u, (y - ry) * u, (x + rx) * u, (y + ry) * u), fill=round(255 * value))
        return self

    def box(self, x: float, y: float, width: float, height: float, value: float = 1.0) -> Stencil:
        return self.polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], value)

    def line(self, points: Sequence[Point], width: float, value: float = 1.0) -> Stencil:
        u = self._unit
        self._draw.line(
            [(x * u, y * u) for x, y in points], fill=round(255 * value), width=max(1, round(width * u)), joint="curve"
        )
        return self


class Canvas:
    def __init__(self, width: int, height: int, random: np.random.Generator, number: int) -> None:
        self.random = random
        self._number = number
        self.aspect = width / height
        self._saved = (width, height)
        self._w, self._h = width * OVERSIZE, height * OVERSIZE
        self.y, self.x = (np.mgrid[0 : self._h, 0 : self._w].astype(np.float32) + 0.5) / self._h
        self.pixels: Array = np.zeros((self._h, self._w, 3), np.float32)

    def between(self, low: float, high: float) -> float:
        return float(self.random.uniform(low, high))

    def chance(self, share: float) -> bool:
        return bool(self.random.random() < share)

    def pick(self, choices: Sequence[T]) -> T:
        """One after another from picture to picture, so that a kind shows all of them."""
        return choices[self._number % len(choices)]

    def stencil(self) -> Stencil:
        return Stencil(self._w, self._h)

    def gradient(self, stops: Sequence[tuple[float, str]]) -> None:
        """Fill everything from top to bottom."""
        self.pixels = ramp(stops, self.y)

    def paint(self, stencil: Stencil | Array, paint: Paint, opacity: float = 1.0, blur: float = 0.0) -> None:
        """Lay a colour, or a colour for every pixel, over what is there. `blur` is a radius in heights."""
        if isinstance(stencil, Stencil):
            image = stencil.image.filter(ImageFilter.GaussianBlur(blur * self._h)) if blur else stencil.image
            box = image.getbbox()
            if box is None:
                return
            area = (slice(box[1], box[3]), slice(box[0], box[2]))
            cover = np.asarray(image.crop(box), np.float32) / 255
        else:
            area, cover = (slice(None), slice(None)), stencil
        fill = colour(paint)
        if fill.ndim == 3:
            fill = fill[area]
        part = (cover * opacity)[..., None]
        self.pixels[area] = self.pixels[area] * (1 - part) + fill * part

    def glow(self, x: float, y: float, radius: float, paint: Paint, strength: float = 1.0) -> None:
        """Light that falls off around a point."""
        distance = ((self.x - x) ** 2 + (self.y - y) ** 2) / radius**2
        self.pixels += (np.exp(-distance) * strength)[..., None] * colour(paint)

    def noise(self, cells: float, octaves: int = 4, stretch: float = 1.0) -> Array:
        """Clouds of grey from 0 to 1; `cells` a height, `stretch` times as wide as high."""
        total = np.zeros((self._h, self._w), np.float32)
        weight = 1.0
        for octave in range(octaves):
            rows = max(2, round(cells * 2**octave))
            columns = max(2, round(cells * 2**octave * self.aspect / stretch))
            grid = self.random.random((rows, columns)).astype(np.float32)
            layer = Image.fromarray(grid).resize((self._w, self._h), Image.Resampling.BICUBIC)
            total += np.asarray(layer) * weight
            weight *= 0.5
        low, high = np.percentile(total[::7, ::7], [1, 99])
        return np.clip((total - low) / (high - low), 0, 1)

    def blur(self, radius: float) -> None:
        """Out of focus, all that is there so far."""
        image = Image.fromarray(np.uint8(np.clip(self.pixels, 0, 1) * 255))
        self.pixels = np.asarray(image.filter(ImageFilter.GaussianBlur(radius * self._h)), np.float32) / 255

    def finish(self, grain: float = 0.012, vignette: float = 0.1) -> Image.Image:
        """The picture at its own size, with a little of what a camera adds."""
        centre = self.aspect / 2
        away = ((self.x - centre) / centre) ** 2 + (2 * self.y - 1) ** 2
        pixels = self.pixels * (1 - vignette * np.clip(away - 0.3, 0, 2))[..., None]
        image = Image.fromarray(np.uint8(np.clip(pixels, 0, 1) * 255)).resize(self._saved, Image.Resampling.LANCZOS)
        noisy = np.asarray(image, np.float32) + self.random.normal(0, grain * 255, (*image.size[::-1], 1))
        return Image.fromarray(np.uint8(np.clip(noisy + 0.5, 0, 255)))
