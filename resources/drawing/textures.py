"""Surfaces: brick walls and woven cloth."""

from __future__ import annotations

import numpy as np

from drawing.canvas import Array, Canvas, colour, mix, step

BRICKS = [
    ("#a5452f", "#c9bfae"),
    ("#8c3b2c", "#6f6a64"),
    ("#c07a50", "#e2d6c2"),
    ("#b9a083", "#8d8375"),
    ("#d8d0c4", "#a9a196"),
    ("#5f4038", "#b3a99b"),
    ("#c65f3f", "#efe6d8"),
]


def bricks(c: Canvas) -> None:
    brick, mortar = c.pick(BRICKS)
    rows = float(c.random.choice([7, 9, 12, 16, 22]))
    length = c.between(2.2, 3.2)
    angle = c.between(-0.06, 0.06) if c.chance(0.7) else np.pi / 4
    u = c.x * np.cos(angle) + c.y * np.sin(angle) + 5
    v = -c.x * np.sin(angle) + c.y * np.cos(angle) + 5
    wobble = (c.noise(12, 3) - 0.5) * 0.1
    across = v * rows + wobble
    row = np.floor(across)
    bond = 0.0 if c.chance(0.2) else 0.5
    along = u * rows / length + bond * (row % 2) + wobble * 0.4
    column = np.floor(along)
    joint = c.between(0.06, 0.12)
    edge = np.minimum(
        np.minimum(across - row, row + 1 - across), np.minimum(along - column, column + 1 - along) * length
    )
    face = step(np.asarray(edge, np.float32), joint * 0.6, joint * 1.4)
    table = c.random.random((64, 64)).astype(np.float32)
    tone = table[row.astype(int) % 64, column.astype(int) % 64]
    paint = mix(mix(brick, "#1c1210", 0.35), mix(brick, "#fff0dd", 0.28), tone)
    paint = paint * (0.82 + 0.3 * c.noise(90, 3))[..., None]
    slope = np.asarray((across - row) - 0.5, np.float32)
    paint = paint * (1.04 - 0.2 * step(slope, 0.25, 0.5) + 0.1 * step(-slope, 0.3, 0.5))[..., None]
    c.pixels = mix(np.asarray(colour(mortar) * (0.75 + 0.4 * c.noise(120, 2))[..., None], np.float32), paint, face)
    c.pixels *= (0.85 + 0.3 * c.noise(1.5, 3))[..., None]


CLOTHS = [
    ["#7a1f2b", "#1d3557", "#f1e6d0", "#d9a441"],
    ["#1f4f46", "#12283f", "#c9d6c0", "#b5342f"],
    ["#c8b89a", "#8a6f4d", "#efe6d5", "#5a4632"],
    ["#2e4a7d", "#86a8d9", "#f2f4f8", "#d95f5f"],
    ["#5b3a6b", "#c59ad1", "#f4e9f5", "#e0b04a"],
    ["#3f4a4f", "#8a979c", "#e4e6e2", "#d98a3a"],
]


def cloth(c: Canvas) -> None:
    dyes = c.pick(CLOTHS)
    threads = float(c.random.choice([46, 60, 80]))
    sag = (c.noise(2, 2) - 0.5) * 0.05
    angle = c.between(-0.25, 0.25)
    u = (c.x * np.cos(angle) + c.y * np.sin(angle) + sag + 3) * threads
    v = (-c.x * np.sin(angle) + c.y * np.cos(angle) + sag + 3) * threads
    warp, weft = np.floor(u).astype(int), np.floor(v).astype(int)
    weave = int(c.random.integers(3))
    if weave == 0:
        over = (warp + weft) % 2 == 0
    elif weave == 1:
        over = (warp + weft) % 4 < 2
    else:
        over = (np.where(warp // 8 % 2 == 0, warp, -warp) + weft) % 4 < 2
    pattern = _pattern(c)
    palette = np.stack([colour(dye) for dye in dyes])
    upright, level = palette[pattern[warp % len(pattern)]], palette[pattern[weft % len(pattern)]]
    rounded_u = np.sin(np.pi * (u - warp)) ** 0.6
    rounded_v = np.sin(np.pi * (v - weft)) ** 0.6
    shade = np.where(over, rounded_u * (0.7 + 0.3 * rounded_v), rounded_v * (0.7 + 0.3 * rounded_u))
    fibre = 0.88 + 0.24 * c.noise(170, 1)
    cloth_paint: Array = np.where(over[..., None], upright, level)
    c.pixels = np.asarray(cloth_paint * ((0.35 + 0.7 * shade) * fibre)[..., None], np.float32)
    folds = np.sin((c.x * c.between(0.5, 1) + c.y * c.between(-0.6, 0.6)) * c.between(4, 8) + 3 * c.noise(1.5, 2))
    c.pixels *= np.asarray(1 + 0.16 * folds, np.float32)[..., None]


def _pattern(c: Canvas) -> np.ndarray:
    """The order of dyed threads: a tartan, stripes, or nearly plain."""
    kind = int(c.random.integers(3))
    if kind == 0:
        half = [0] * 8 + [1] * 6 + [2] + [1] * 3 + [3] * 2 + [1] * 2
        return np.array(half + half[::-1])
    if kind == 1:
        return np.array([0] * int(c.random.integers(3, 7)) + [2] * int(c.random.integers(2, 6)))
    return np.array([0, 1])
