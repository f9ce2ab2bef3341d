"""Things: hot-air balloons, fishes, flowers, planets, citrus slices."""

from __future__ import annotations

import numpy as np

from drawing.canvas import Array, Canvas, Point, mix, ramp, smooth, step, turned

BRIGHT = ["#e4483b", "#f4a12d", "#f8d648", "#3b8fd6", "#2aa889", "#8c4fb0", "#ef6f9b", "#fdf6e6", "#26407a"]


def balloons(c: Canvas) -> None:
    low = ["#f6e2c4", "#dbeefa", "#cfe6f7", "#fbd9c8"][c.random.integers(4)]
    c.gradient([(0, "#3f86cf"), (0.55, "#8fc3ea"), (1, low)])
    c.paint(step(c.noise(3, 5, stretch=2.4), 0.6, 1.0), "#ffffff", 0.8)
    hills = 0.9 + 0.04 * np.sin(c.x * c.between(2, 5) + c.between(0, 6)) + 0.02 * np.sin(c.x * 9)
    c.paint(np.asarray(step(c.y - hills, 0, 0.004), np.float32), mix("#5d8a57", "#87a862", c.noise(14, 3)))
    count = int(c.random.choice([1, 2, 3, 4, 6]))
    places = c.random.permutation(np.linspace(0.1, 0.9, count)) if count > 1 else np.array([c.between(0.35, 0.65)])
    sizes = sorted(c.random.uniform(0.07, 0.2, count)) if count > 1 else [c.between(0.26, 0.32)]
    for place, radius in zip(places, sizes, strict=True):
        _balloon(c, float(place) * c.aspect, c.between(0.22, 0.55) if count > 1 else 0.42, float(radius))


def _balloon(c: Canvas, x: float, y: float, radius: float) -> None:
    one, other = c.random.choice(BRIGHT, 2, replace=False)
    outline: list[Point] = []
    for angle in np.linspace(-np.pi, np.pi, 90):
        narrow = 1.0 if np.sin(angle) < 0 else 1 - 0.45 * np.sin(angle) ** 3
        outline.append(
            (
                x + radius * float(np.cos(angle)) * narrow,
                y + radius * float(np.sin(angle)) * (1 if np.sin(angle) < 0 else 1.3),
            )
        )
    basket = y + radius * 1.62
    ropes = c.stencil().line([(x - radius * 0.3, y + radius * 1.2), (x - radius * 0.12, basket)], 0.003)
    c.paint(ropes.line([(x + radius * 0.3, y + radius * 1.2), (x + radius * 0.12, basket)], 0.003), "#3a2c22")
    c.paint(
        c.stencil().box(x - radius * 0.14, basket, radius * 0.28, radius * 0.2),
        mix("#8a5a33", "#5d3a1f", c.noise(90, 1)),
    )
    across = np.clip((c.x - x) / radius, -0.999, 0.999)
    gores = 0.5 + 0.5 * np.sign(np.sin(np.arcsin(across) * c.random.choice([6, 8, 10]) + 0.4))
    fabric = mix(str(one), str(other), np.asarray(gores, np.float32))
    if c.chance(0.4):
        band = np.abs(c.y - y) < radius * 0.22
        fabric = np.where(band[..., None], mix(str(other), "#ffffff", 0.55), fabric)
    light = 1.08 - 0.5 * step(np.hypot(c.x - x + radius * 0.35, c.y - y + radius * 0.35), radius * 0.3, radius * 1.7)
    c.paint(c.stencil().polygon(outline), np.asarray(fabric * light[..., None], np.float32))


WATERS = [("#35a7c9", "#0b3f66"), ("#2fb5a5", "#0a4650"), ("#4a90d9", "#10305f")]


def fishes(c: Canvas) -> None:
    top, deep = c.pick(WATERS)
    c.gradient([(0, top), (1, deep)])
    slant = c.between(-0.5, 0.5)
    rays = step(np.sin((c.x + slant * c.y) * c.between(9, 15) + 2 * np.sin(c.x * 3)), 0.2, 1.0) * (1 - c.y)
    c.paint(np.asarray(rays, np.float32), "#d8fbff", 0.22)
    c.paint(
        np.asarray(step(c.y + 0.03 * np.sin(c.x * 6), 0.9, 0.93), np.float32),
        mix("#c9b583", "#8f7d55", c.noise(80, 3)),
        0.85,
    )
    for _ in range(int(c.random.integers(2, 6))):
        _weed(c, c.between(0, c.aspect))
    count = int(c.random.choice([1, 2, 3, 5, 7]))
    look = c.random.choice(BRIGHT, 3, replace=False)
    places = c.random.permutation(np.linspace(0.15, 0.85, count)) if count > 1 else [c.between(0.4, 0.6)]
    side = -1 if c.chance(0.5) else 1
    for i, place in enumerate(places):
        size = c.between(0.09, 0.17) if count > 3 else c.between(0.16, 0.24) if count > 1 else c.between(0.3, 0.36)
        y = 0.2 + 0.5 * (i + 0.5) / count + c.between(-0.05, 0.05) if count > 1 else c.between(0.42, 0.52)
        _fish(c, (float(place) * c.aspect, y), size, side, [str(name) for name in look])
    bubbles = c.stencil()
    for _ in range(26):
        x, y, r = c.between(0, c.aspect), c.between(0, 0.9), c.between(0.003, 0.014)
        bubbles.ellipse(x, y, r).ellipse(x, y, r * 0.8, value=0.25)
    c.paint(bubbles, "#e9fdff", 0.7)


def _weed(c: Canvas, x: float) -> None:
    tall, sway = c.between(0.2, 0.5), c.between(0.01, 0.03)
    ys = np.linspace(0, tall, 30)
    weed = c.stencil()
    weed.line([(x + sway * float(np.sin(y * 18)), 1 - float(y)) for y in ys], 0.016)
    c.paint(weed, mix("#1f6b45", "#5fae54", c.noise(8, 2)), 0.85)


def _fish(c: Canvas, centre: Point, size: float, side: int, look: list[str]) -> None:
    body_paint, stripe, fin = look
    tilt = c.between(-0.15, 0.15)

    def place(points: list[Point]) -> list[Point]:
        return turned([(x * side, y) for x, y in points], tilt, centre, size)

    tail = smooth([(-0.85, 0), (-1.4, -0.5), (-1.25, 0), (-1.4, 0.5)])
    fins = smooth([(-0.45, -0.4), (0.1, -0.85), (0.45, -0.4)]), smooth([(-0.3, 0.4), (-0.1, 0.8), (0.25, 0.42)])
    shaded = mix(fin, mix(fin, "#000000", 0.4), c.noise(50, 2))
    c.paint(c.stencil().polygon(place(tail)).polygon(place(fins[0])).polygon(place(fins[1])), shaded)
    body = c.stencil().polygon(
        place(smooth([(1, 0.02), (0.5, -0.42), (-0.2, -0.46), (-0.9, -0.1), (-0.9, 0.1), (-0.2, 0.46), (0.5, 0.42)]))
    )
    along = ((c.x - centre[0]) * np.cos(tilt) + (c.y - centre[1]) * np.sin(tilt)) / size * side
    across = (-(c.x - centre[0]) * np.sin(tilt) + (c.y - centre[1]) * np.cos(tilt)) / size
    bands = step(np.sin(along * c.between(6, 10) + 0.8), 0.35, 0.5) * step(0.55 - along, 0, 0.05)
    skin = mix(body_paint, stripe, np.asarray(bands, np.float32))
    scales = 0.95 + 0.05 * np.sin(along * 60) * np.sin(across * 60)
    skin = skin * (scales * (1.08 - 0.5 * step(across, -0.1, 0.5)))[..., None]
    c.paint(body, np.asarray(skin, np.float32))
    eye = place([(0.66, -0.1)])[0]
    c.paint(c.stencil().ellipse(*eye, size * 0.1), "#ffffff")
    c.paint(c.stencil().ellipse(*eye, size * 0.058), "#111318")
    c.paint(c.stencil().polygon(place(smooth([(0.2, 0.05), (-0.25, 0.3), (0.05, 0.32)]))), shaded, 0.9)


PETALS = ["#fbf7ee", "#f06292", "#e23d3d", "#f7c531", "#9a63c9", "#f58a3c", "#5f86dd", "#ffb7cf"]


def flowers(c: Canvas) -> None:
    light, dark = ["#8fbf5a", "#a8c97a", "#6fa98a"][c.random.integers(3)], "#2f5a2c"
    c.pixels = mix(dark, light, c.noise(3, 3))
    for _ in range(40):
        x, y = c.between(0, c.aspect), c.between(0, 1)
        c.paint(c.stencil().ellipse(x, y, c.between(0.01, 0.07)), mix(light, "#f6f3b0", c.between(0, 0.7)), 0.25)
    c.blur(0.02)
    count = int(c.random.choice([1, 1, 3, 5, 7]))
    petal = c.pick(PETALS)
    if count == 1:
        _flower(c, (c.between(0.42, 0.58) * c.aspect, c.between(0.42, 0.55)), c.between(0.34, 0.42), petal)
        return
    for i in range(count):
        x = (i + 0.5) / count * c.aspect + c.between(-0.05, 0.05)
        _flower(c, (x, c.between(0.22, 0.75)), c.between(0.14, 0.22), petal)


def _flower(c: Canvas, centre: Point, size: float, petal: str) -> None:
    x, y = centre
    stem = smooth([(x - 0.008, y), (x + 0.01, y), (x + 0.06, 1.1), (x + 0.04, 1.1)], 20)
    c.paint(c.stencil().polygon(stem), "#3d7030")
    count, start = int(c.random.choice([6, 8, 12, 18])), c.between(0, 1)
    broad = 2.2 / count + 0.03
    shape = smooth([(0.12, 0), (0.55, -broad), (0.98, -broad * 0.45), (0.98, broad * 0.45), (0.55, broad)])
    away = np.hypot(c.x - x, c.y - y) / size
    order = [*range(0, count, 2), *range(1, count, 2)]
    for i in order:
        angle = start + i * 2 * np.pi / count
        tint = mix(mix(petal, "#3a1030", 0.32), mix(petal, "#ffffff", c.between(0, 0.22)), step(away, 0.1, 0.8))
        around = np.arctan2(c.y - y, c.x - x) - angle
        veins = 1 - 0.07 * step(np.cos(around * 70), 0.4, 1.0)
        outline = turned(shape, angle, centre, size * c.between(0.94, 1.04))
        c.paint(
            c.stencil().polygon(turned(shape, angle + 0.03, (x + size * 0.02, y + size * 0.035), size)),
            "#1a1a1a",
            0.25,
            blur=0.006,
        )
        c.paint(c.stencil().polygon(outline), np.asarray(tint * veins[..., None], np.float32))
    heart = ["#f2b01e", "#7a4a1f", "#e8d14a"][c.random.integers(3)]
    c.paint(c.stencil().ellipse(x, y, size * 0.27), mix(mix(heart, "#3a2008", 0.5), heart, c.noise(1.6 / size * 8, 1)))
    c.paint(
        c.stencil().ellipse(x, y, size * 0.15),
        mix(mix(heart, "#3a2008", 0.65), heart, c.noise(1.6 / size * 10, 1)),
        0.7,
    )


WORLDS = [
    ["#5a3420", "#a8653a", "#e0b384", "#c98a55", "#7a4528"],
    ["#123a6b", "#1f6fa8", "#3f9a6b", "#d9d2a8", "#ffffff"],
    ["#3a1d4f", "#7a3f8f", "#c77fb8", "#f0c9d9", "#8f5aa8"],
    ["#7a1f14", "#b5442a", "#d97a4a", "#eab58a", "#9a3520"],
    ["#1f4f5a", "#3f8f97", "#8fd0cf", "#dff5ee", "#57a8ad"],
    ["#6a5a3a", "#b39a63", "#e6d6a0", "#f5ecd0", "#a88a50"],
]


def planet(c: Canvas) -> None:
    c.gradient([(0, "#05060d"), (1, "#0b0d1c")])
    cloud = c.noise(2, 5)
    c.pixels += (step(cloud, 0.4, 1.1)[..., None] * mix("#3a1f5c", "#123f5c", c.noise(2, 2))) * 0.8
    stars = c.stencil()
    for _ in range(260):
        stars.ellipse(
            c.between(0, c.aspect), c.between(0, 1), 0.0006 + 0.0022 * c.between(0, 1) ** 4, value=c.between(0.3, 1)
        )
    c.paint(stars, "#f4f6ff")
    world = c.pick(WORLDS)
    centre, radius = (c.between(0.35, 0.65) * c.aspect, c.between(0.42, 0.58)), c.between(0.2, 0.36)
    ringed, light = c.chance(0.4), c.between(0, 2 * np.pi)
    tilt = c.between(-0.6, 0.6)
    if ringed:
        radius *= 0.75
        _ring(c, centre, radius, tilt, world, behind=True)
    c.glow(*centre, radius * 1.12, world[2], 0.22)
    _globe(c, centre, radius, tilt, light, world, banded=ringed or c.chance(0.5))
    if ringed:
        _ring(c, centre, radius, tilt, world, behind=False)
    elif c.chance(0.5):
        moon = (centre[0] + radius * 1.7 * np.cos(light + 1.2), centre[1] + radius * 1.25 * np.sin(light + 1.2))
        _globe(c, moon, radius * 0.17, 0, light, ["#555555", "#888888", "#aaaaaa", "#cccccc", "#777777"], banded=False)


def _globe(
    c: Canvas, centre: Point, radius: float, tilt: float, light: float, world: list[str], *, banded: bool
) -> None:
    dx, dy = (c.x - centre[0]) / radius, (c.y - centre[1]) / radius
    depth = np.sqrt(np.clip(1 - dx**2 - dy**2, 0, 1))
    latitude = -dx * np.sin(tilt) + dy * np.cos(tilt)
    if banded:
        swirl = c.noise(6, 4, stretch=3) - 0.5
        place = 0.5 + 0.5 * np.sin(np.arcsin(np.clip(latitude, -1, 1)) * c.between(5, 9) + 2.2 * swirl)
    else:
        place = np.asarray(
            0.75 * c.noise(1.0 / radius * 1.3, 5) + 0.3 * np.clip(np.abs(latitude) - 0.6, 0, 1), np.float32
        )
    surface = ramp([(i / 4, name) for i, name in enumerate(world)], np.asarray(place, np.float32))
    lit = np.clip(dx * np.cos(light) * 0.75 + dy * np.sin(light) * 0.75 + depth * 0.66, 0, 1) ** 0.8
    c.paint(c.stencil().ellipse(*centre, radius), np.asarray(surface * (0.05 + 1.1 * lit)[..., None], np.float32))


def _ring(c: Canvas, centre: Point, radius: float, tilt: float, world: list[str], *, behind: bool) -> None:
    along = (c.x - centre[0]) * np.cos(tilt) + (c.y - centre[1]) * np.sin(tilt)
    across = -(c.x - centre[0]) * np.sin(tilt) + (c.y - centre[1]) * np.cos(tilt)
    away = np.hypot(along, across / 0.28) / radius
    cover: Array = np.asarray(step(away, 1.28, 1.32) * (1 - step(away, 2.1, 2.14)), np.float32)
    cover = cover * (0.45 + 0.4 * np.sin(away * 38) * np.sin(away * 17)) * (across < 0 if behind else across >= 0)
    c.paint(
        np.asarray(cover, np.float32), mix(world[2], world[3], 0.5 + 0.5 * np.asarray(np.sin(away * 25), np.float32))
    )


FRUITS = [
    ("#f28a1c", "#ffdf9e", "#f79a26", "#ffb84d"),
    ("#f2cf1f", "#fff6c4", "#f6dd4a", "#fbeb86"),
    ("#5f9a2b", "#eef6c9", "#a9cf4f", "#cbe37d"),
    ("#f0963c", "#ffe3c2", "#e2564a", "#f08270"),
]
TABLES = ["#f4f1ea", "#2f4858", "#d9c7a8", "#cfe3e0", "#3b2f2f", "#f6d7d0", "#89a7b5"]


def citrus(c: Canvas) -> None:
    table = c.pick(TABLES)
    c.pixels = mix(table, mix(table, "#000000", 0.14), c.noise(5, 5, stretch=4))
    fruits = c.random.choice(len(FRUITS), 1 if c.chance(0.6) else 2, replace=False)
    count = int(c.random.choice([1, 2, 3, 5, 6]))
    columns = {1: 1, 2: 2, 3: 3, 5: 3, 6: 3}[count]
    rows = -(-count // columns)
    cell = min(c.aspect / columns, 1 / rows)
    for i in range(count):
        column, row = i % columns, i // columns
        shift = 0.5 * (columns - min(columns, count - row * columns)) if row else 0.0
        x = (column + 0.5 + shift) * c.aspect / columns + c.between(-0.06, 0.06) * cell
        y = (row + 0.5) / rows + c.between(-0.06, 0.06) * cell
        _slice(c, (x, y), cell * c.between(0.36, 0.43), FRUITS[fruits[i % len(fruits)]])


def _slice(c: Canvas, centre: Point, radius: float, fruit: tuple[str, str, str, str]) -> None:
    peel, pith, flesh, pale = fruit
    x, y = centre
    c.paint(c.stencil().ellipse(x + radius * 0.07, y + radius * 0.1, radius), "#000000", 0.35, blur=0.018)
    c.paint(c.stencil().ellipse(x, y, radius), mix(peel, mix(peel, "#ffffff", 0.25), c.noise(120, 1)))
    c.paint(c.stencil().ellipse(x, y, radius * 0.92), pith)
    parts, start = int(c.random.integers(8, 12)), c.between(0, 1)
    wedge = smooth([(0.09, 0), (0.5, -0.5 * np.pi / parts * 0.85), (0.8, -0.83 * np.pi / parts * 0.9),
                    (0.86, 0), (0.8, 0.83 * np.pi / parts * 0.9), (0.5, 0.5 * np.pi / parts * 0.85)])  # fmt: skip
    segments = c.stencil()
    for i in range(parts):
        segments.polygon(turned(wedge, start + i * 2 * np.pi / parts, centre, radius))
    around, away = np.arctan2(c.y - y, c.x - x), np.hypot(c.x - x, c.y - y) / radius
    fibres = 0.5 + 0.5 * np.sin(around * 90 + 5 * c.noise(30, 2) + away * 9)
    juice = mix(flesh, pale, np.asarray(0.55 * fibres * step(away, 0.05, 0.9) + 0.35 * c.noise(60, 2), np.float32))
    c.paint(segments, juice)
    c.paint(
        c.stencil().ellipse(x - radius * 0.3, y - radius * 0.35, radius * 0.3, radius * 0.16),
        "#ffffff",
        0.16,
        blur=0.02,
    )
