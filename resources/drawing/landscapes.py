"""Views: sunsets over the sea, forests, skylines at night, houses, sailing boats."""

from __future__ import annotations

import numpy as np

from drawing.canvas import Canvas, Stencil, colour, mix, ramp, smooth, step

SUNSETS = [
    ["#1d2a5c", "#6a3d7c", "#d9586a", "#ff9a4d", "#ffd98a"],
    ["#2b3f77", "#8a5a93", "#f07f6e", "#ffb35c", "#ffe7a6"],
    ["#34204f", "#7d2f5d", "#cf4a4a", "#f7863a", "#ffcf6b"],
    ["#274b78", "#7a83a8", "#e6a08a", "#ffc37a", "#fff0c0"],
    ["#2a1b3d", "#5b2a57", "#b23a55", "#ee6c3a", "#ffb84a"],
]


def sunset(c: Canvas) -> None:
    sky = c.pick(SUNSETS)
    horizon, sun = c.between(0.52, 0.7), c.between(0.25, 0.75) * c.aspect
    radius = c.between(0.05, 0.1)
    height = horizon - c.between(-0.3, 1.6) * radius
    c.gradient([(horizon * place, name) for place, name in zip((0, 0.35, 0.65, 0.88, 1), sky, strict=True)])
    c.glow(sun, height, 0.45, "#ff9d4a", 0.35)
    c.glow(sun, height, 0.16, "#ffdc9a", 0.45)
    streaks = step(c.noise(5, 4, stretch=7), 0.5, 0.95) * step(horizon - c.y, 0.02, 0.25)
    c.paint(np.asarray(streaks, np.float32), mix(sky[1], "#ffb27c", step(c.y, 0.0, horizon)), 0.7)
    c.paint(c.stencil().ellipse(sun, height, radius), "#fff3c8")
    _evening_sea(c, horizon, sun, sky)
    if c.chance(0.55):
        _island(c, horizon, mix(sky[0], "#000000", 0.35))
    if c.chance(0.5):
        _birds(c, horizon)


def _evening_sea(c: Canvas, horizon: float, sun: float, sky: list[str]) -> None:
    below = np.asarray(c.y > horizon, np.float32)
    depth = (c.y - horizon) / (1 - horizon)
    c.paint(below, ramp([(0, sky[3]), (0.12, sky[2]), (0.5, sky[1]), (1, sky[0])], depth))
    c.paint(below, mix(sky[0], "#000000", 0.3), 0.25)
    glitter = c.stencil()
    for _ in range(420):
        at = c.between(0, 1) ** 1.6
        spread = 0.04 + 0.28 * at
        y, width = horizon + 0.004 + at * (1 - horizon), c.between(0.01, 0.05) * (0.3 + 1.6 * at)
        x = sun + float(c.random.normal(0, spread * 0.5))
        glitter.ellipse(x, y, width, 0.0012 + 0.005 * at)
    c.paint(glitter, "#ffe1a1", 0.75)
    waves = step(c.noise(26, 3, stretch=9), 0.62, 0.9) * below
    c.paint(np.asarray(waves, np.float32), sky[0], 0.35)


def _island(c: Canvas, horizon: float, paint: np.ndarray) -> None:
    left, width = c.between(-0.1, 0.8) * c.aspect, c.between(0.25, 0.6)
    top = c.noise(4, 4)[0, :: max(1, c.x.shape[1] // 60)][:60]
    xs = np.linspace(left, left + width, len(top))
    heights = np.sin(np.linspace(0, np.pi, len(top))) * (0.03 + 0.09 * top)
    c.paint(c.stencil().polygon([*zip(xs, horizon - heights, strict=True), (xs[-1], horizon + 0.003)]), paint)


def _birds(c: Canvas, horizon: float) -> None:
    birds = c.stencil()
    x0, y0 = c.between(0.2, 0.7) * c.aspect, c.between(0.12, 0.35) * horizon / 0.6
    for _ in range(int(c.random.integers(3, 8))):
        x, y, s = x0 + c.between(-0.2, 0.2), y0 + c.between(-0.08, 0.08), c.between(0.012, 0.026)
        birds.line([(x - s, y - s * 0.5), (x - s * 0.45, y - s * 0.62), (x, y)], 0.004)
        birds.line([(x, y), (x + s * 0.45, y - s * 0.62), (x + s, y - s * 0.4)], 0.004)
    c.paint(birds, "#2a1a2e")


FORESTS = [
    ("#dfeaf0", "#b9d2c8", ["#2f6b4a", "#1f5238", "#3f7a4a"]),
    ("#f4e6cf", "#d9c2a0", ["#c8641f", "#a8431c", "#d99a2b", "#6f7a2e"]),
    ("#e8f2e0", "#c3dca8", ["#5a9140", "#3d7a33", "#7aa84a"]),
    ("#d5e2ee", "#aec6d8", ["#2c5a6b", "#1f4656", "#386f78"]),
    ("#f6ead8", "#cfd6b0", ["#4d7a39", "#3a6332", "#8a9a3a"]),
]


def forest(c: Canvas) -> None:
    sky, mist, greens = c.pick(FORESTS)
    c.gradient([(0, sky), (0.7, mist), (1, mist)])
    if c.chance(0.5):
        c.glow(c.between(0.2, 0.8) * c.aspect, 0.15, 0.3, "#fff2c8", 0.16)
    layers = 5
    for layer in range(layers):
        near = layer / (layers - 1)
        trees = [c.stencil() for _ in greens]
        ground = 0.42 + 0.16 * layer + c.between(-0.02, 0.02)
        size = 0.14 + 0.34 * near**1.3
        for x in np.arange(-0.1, c.aspect + 0.1, size * 0.3):
            tall = size * c.between(0.7, 1.25)
            _conifer(c, trees[c.random.integers(len(greens))], x + c.between(-0.3, 0.3) * size * 0.3, ground, tall)
        for stencil, green in zip(trees, greens, strict=True):
            dark = mix(green, "#0d1a14", 0.45 * near)
            shade = mix(dark, mix(dark, "#ffffff", 0.22), c.noise(110, 2))
            c.paint(stencil, mix(mist, shade, 0.25 + 0.75 * near))
        floor = np.asarray(step(c.y, ground - 0.04, ground + 0.08), np.float32)
        c.paint(
            floor, mix(mist, mix(greens[0], "#142018", 0.55 * near), 0.2 + 0.75 * near), 0.85 if layer == 4 else 0.55
        )


def _conifer(c: Canvas, stencil: Stencil, x: float, ground: float, tall: float) -> None:
    stencil.box(x - tall * 0.02, ground - tall * 0.2, tall * 0.04, tall * 0.3)
    tiers = 6
    for tier in range(tiers):
        top = ground - tall + tier * tall * 0.14
        half = tall * (0.05 + 0.036 * tier) * c.between(0.88, 1.12)
        bottom = top + tall * 0.25
        stencil.polygon(
            [(x, top), (x + half, bottom), (x + half * 0.35, bottom - tall * 0.03), (x, bottom + tall * 0.01),
             (x - half * 0.4, bottom - tall * 0.03), (x - half, bottom)]
        )  # fmt: skip


NIGHTS = [
    ("#0a1030", "#24366e", "#6a5a9a"),
    ("#06101f", "#16405f", "#4a8a96"),
    ("#120a24", "#3d2763", "#b3567a"),
    ("#0c1226", "#2a3a66", "#d98a5f"),
]


def skyline(c: Canvas) -> None:
    top, middle, low = c.pick(NIGHTS)
    shore = c.between(0.72, 0.8) if c.chance(0.6) else 1.02
    c.gradient([(0, top), (0.45, middle), (0.8, low), (1, low)])
    stars = c.stencil()
    for _ in range(140):
        stars.ellipse(c.between(0, c.aspect), c.between(0, 0.5), c.between(0.0008, 0.0024))
    c.paint(stars, "#e8ecff", 0.8)
    if c.chance(0.6):
        x, y, r = c.between(0.15, 0.85) * c.aspect, c.between(0.1, 0.24), c.between(0.03, 0.055)
        c.glow(x, y, r * 2.6, "#c9d4ff", 0.35)
        c.paint(c.stencil().ellipse(x, y, r), mix("#f6f1dc", "#cfc9b4", c.noise(30, 2)))
    c.glow(c.aspect / 2, shore, 0.5, "#ff9a5c", 0.16)
    for layer, (low_h, high_h) in enumerate([(0.25, 0.5), (0.18, 0.58), (0.1, 0.4)]):
        _towers(c, shore, low_h, high_h, mix(mix(middle, low, 0.4), "#05070f", 0.35 + 0.28 * layer), layer)
    if shore < 1:
        _mirror(c, shore, top)


def _towers(c: Canvas, shore: float, low: float, high: float, paint: np.ndarray, layer: int) -> None:
    x = -0.05
    while x < c.aspect + 0.05:
        width, tall = c.between(0.07, 0.15), c.between(low, high)
        roof = shore - tall
        tower = c.stencil().box(x, roof, width, tall + 0.01)
        if c.chance(0.3):
            tower.polygon([(x, roof + 0.001), (x + width, roof + 0.001), (x + width / 2, roof - width * 0.6)])
        elif c.chance(0.35):
            tower.box(x + width * 0.2, roof - 0.03, width * 0.6, 0.035).box(x + width * 0.48, roof - 0.1, 0.005, 0.1)
        c.paint(tower, mix(paint, "#6d7fb5", 0.12 * c.between(0, 1)))
        _windows(c, x, roof, width, tall, layer)
        x += width * c.between(1.0, 1.25)


def _windows(c: Canvas, x: float, roof: float, width: float, tall: float, layer: int) -> None:
    warm, cold = c.stencil(), c.stencil()
    pane = c.between(0.009, 0.013)
    for row in np.arange(roof + 0.02, roof + tall - 0.015, pane * 2.1):
        for column in np.arange(x + 0.01, x + width - pane - 0.006, pane * 1.7):
            if c.chance(0.34 + 0.1 * layer):
                (warm if c.chance(0.8) else cold).box(column, row, pane, pane * 1.25)
    c.paint(warm, ["#ffd27a", "#ffbf5e", "#ffe3a3"][c.random.integers(3)], 0.35 + 0.3 * layer)
    c.paint(cold, "#bfe3ff", 0.3 + 0.25 * layer)


def _mirror(c: Canvas, shore: float, dark: str) -> None:
    line = int(shore * c.pixels.shape[0])
    rows = c.pixels.shape[0] - line
    mirrored = c.pixels[line - rows : line][::-1].copy()
    shift = (c.noise(45, 2, stretch=8)[line:] - 0.5) * 24
    columns = np.clip(np.arange(c.pixels.shape[1])[None, :] + shift, 0, c.pixels.shape[1] - 1).astype(int)
    wavy = mirrored[np.arange(rows)[:, None], columns]
    smeared = np.stack([np.roll(wavy, down, axis=0) for down in range(0, 60, 5)]).mean(axis=0)
    c.pixels[line:] = mix(np.asarray(smeared, np.float32), dark, 0.3)


WALLS = ["#e9dcc3", "#f2efe6", "#c9694f", "#d9b36a", "#9db7c4", "#e3b7a0", "#b7c49a", "#d8d3cd", "#c2523c"]
ROOFS = ["#8a3b2c", "#5a5f6b", "#a5533a", "#4b3a36", "#6b4a3f"]


def house(c: Canvas) -> None:
    ground = c.between(0.72, 0.8)
    c.gradient([(0, "#7fb5e6"), (ground, "#dcecf5"), (1, "#dcecf5")])
    c.paint(step(c.noise(3, 5, stretch=2.2), 0.55, 0.95), "#ffffff", 0.75)
    lawn = np.asarray(step(c.y + 0.02 * np.sin(c.x * 4), ground - 0.05, ground - 0.045), np.float32)
    c.paint(lawn, mix("#6f9f45", "#4c7d34", c.noise(60, 3)))
    for _ in range(3):
        _bush(c, c.between(0, c.aspect), ground - 0.02, c.between(0.08, 0.2))
    width, tall = c.between(0.5, 0.7), c.between(0.26, 0.38)
    left = c.between(0.2, 0.8) * (c.aspect - width)
    wall, roof = c.pick(WALLS), ROOFS[c.random.integers(len(ROOFS))]
    _house(c, left, ground, width, tall, wall, roof)
    path = [
        (left + width * 0.46, ground),
        (left + width * 0.56, ground),
        (left + width * 0.75, 1.02),
        (left + width * 0.25, 1.02),
    ]
    c.paint(c.stencil().polygon(path), mix("#cdb893", "#a8946f", c.noise(70, 2)))
    for _ in range(2):
        _bush(c, left + c.between(-0.12, 1.1) * width, ground + 0.03, c.between(0.04, 0.08))


def _house(c: Canvas, x: float, ground: float, width: float, tall: float, wall: str, roof: str) -> None:
    top = ground - tall
    shadow = [(x, ground), (x + width, ground), (x + width + 0.1, ground + 0.05), (x + 0.12, ground + 0.05)]
    c.paint(c.stencil().polygon(shadow), "#20301a", 0.35, blur=0.01)
    boards = 0.5 + 0.5 * np.sign(np.sin(c.y * 210))
    face = mix(mix(wall, "#000000", 0.07), wall, np.asarray(boards, np.float32))
    body = c.stencil().box(x, top, width, tall)
    peak = top - c.between(0.16, 0.26)
    if c.chance(0.5):
        c.paint(body.polygon([(x, top), (x + width / 2, peak), (x + width, top)]), face)
        edge = c.stencil().line(
            [(x - 0.04, top + 0.03), (x + width / 2, peak - 0.005), (x + width + 0.04, top + 0.03)], 0.035
        )
        _chimney(c, x + width * 0.74, peak + 0.04, roof)
        c.paint(edge, roof)
    else:
        c.paint(body, face)
        _chimney(c, x + width * 0.7, peak - 0.05, roof)
        tiles = mix(
            roof, mix(roof, "#000000", 0.3), np.asarray(0.5 + 0.5 * np.sin(c.y * 260) * np.sin(c.x * 180), np.float32)
        )
        right = x + width
        slopes = [
            (x - 0.05, top + 0.015),
            (x + width * 0.12, peak),
            (right - width * 0.12, peak),
            (right + 0.05, top + 0.015),
        ]
        c.paint(c.stencil().polygon(slopes), tiles)
    door = width * 0.13
    c.paint(c.stencil().box(x + width * 0.445, ground - tall * 0.56, door, tall * 0.56), "#f4f1ea")
    c.paint(
        c.stencil().box(x + width * 0.455, ground - tall * 0.53, door - width * 0.02, tall * 0.53),
        ROOFS[c.random.integers(5)],
    )
    for at in (0.1, 0.72) if c.chance(0.6) else (0.06, 0.25, 0.66, 0.83):
        _pane(c, x + width * at, ground - tall * 0.7, width * (0.19 if at in (0.1, 0.72) else 0.12), tall * 0.4)


def _chimney(c: Canvas, x: float, y: float, roof: str) -> None:
    c.paint(c.stencil().box(x, y, 0.055, 0.16).box(x - 0.008, y, 0.071, 0.02), mix(roof, "#a04a34", 0.6))


def _pane(c: Canvas, x: float, y: float, width: float, tall: float) -> None:
    c.paint(c.stencil().box(x - 0.008, y - 0.008, width + 0.016, tall + 0.016), "#fbf9f4")
    c.paint(
        c.stencil().box(x, y, width, tall),
        mix("#3c5a72", "#a9cbe0", step(c.y - 0.4 * c.x, y - 0.4 * x - 0.1, y - 0.4 * x + tall)),
    )
    bars = c.stencil().line([(x + width / 2, y), (x + width / 2, y + tall)], 0.006)
    c.paint(bars.line([(x, y + tall / 2), (x + width, y + tall / 2)], 0.006), "#fbf9f4")


def _bush(c: Canvas, x: float, ground: float, size: float) -> None:
    bush = c.stencil()
    for _ in range(14):
        bush.ellipse(
            x + c.between(-1, 1) * size * 0.7, ground - c.between(0.1, 1.1) * size, size * c.between(0.25, 0.45)
        )
    c.paint(bush, mix("#2f5f2c", "#6fa348", c.noise(50, 3)))


SEAS = [
    ("#4fa3e0", "#cfe8f7", "#2b86b8", "#0f4f7d"),
    ("#6fb7d8", "#eaf4ee", "#2fa0a4", "#0d5f6b"),
    ("#5b8fd6", "#dce9fa", "#3a78c0", "#173f7d"),
]
SAILS = ["#fdfbf4", "#fdfbf4", "#f3e3c0", "#e2574c", "#f2b544", "#3f7fbf"]


def sailing(c: Canvas) -> None:
    sky, haze, sea, deep = c.pick(SEAS)
    horizon = c.between(0.42, 0.6)
    c.gradient([(0, sky), (horizon, haze), (1, haze)])
    c.paint(step(c.noise(3, 5, stretch=2.5), 0.55, 1.0) * step(horizon - c.y, 0.0, 0.2), "#ffffff", 0.85)
    if c.chance(0.5):
        _island(c, horizon, mix("#5f8a8a", haze, 0.4))
    below = np.asarray(c.y > horizon, np.float32)
    c.paint(below, ramp([(0, sea), (1, deep)], (c.y - horizon) / (1 - horizon)))
    c.paint(np.asarray(step(c.noise(24, 3, stretch=7), 0.6, 0.95) * below, np.float32), "#e8fbff", 0.4)
    boats = int(c.random.choice([1, 1, 2, 3, 5]))
    places = np.linspace(0, c.aspect, boats + 2)[1:-1]
    for i, far in enumerate(sorted(c.random.uniform(0, 1, boats), reverse=True)):
        size = 0.62 if boats == 1 else 0.5 - 0.32 * far
        waterline = horizon + (0.28 if boats == 1 else 0.04 + (1 - far) * 0.3)
        _boat(
            c,
            float(c.random.permutation(places)[0] if boats == 1 else places[i]),
            waterline,
            size * c.between(0.85, 1.1),
        )


def _boat(c: Canvas, x: float, y: float, size: float) -> None:
    lean = c.between(-0.06, 0.06) * size
    sail, hull = (
        SAILS[c.random.integers(len(SAILS))],
        ["#f7f7f2", "#23395b", "#8a2f2a", "#5c4030"][c.random.integers(4)],
    )
    wake = c.stencil().ellipse(x, y + size * 0.1, size * 0.42, size * 0.025)
    c.paint(wake, "#ffffff", 0.6, blur=0.006)
    shadow = c.stencil().polygon(
        [(x - size * 0.3, y + size * 0.1), (x + size * 0.33, y + size * 0.1), (x + size * 0.1, y + size * 0.5)]
    )
    c.paint(shadow, "#0b3550", 0.25, blur=0.02)
    foot, head = y - size * 0.06, y - size * 0.92
    c.paint(c.stencil().line([(x, y), (x + lean, head - size * 0.03)], size * 0.018), "#5a4632")
    main = smooth(
        [
            (x + lean + 0.006, head),
            (x + lean + size * 0.22, y - size * 0.5),
            (x + size * 0.4, foot),
            (x + size * 0.02, foot),
        ],
        16,
    )
    c.paint(c.stencil().polygon(main), mix(sail, mix(sail, "#7d8a99", 0.45), step(c.x, x, x + size * 0.42)))
    jib = smooth(
        [(x + lean - 0.004, head + size * 0.1), (x - size * 0.02, foot), (x - size * 0.32, foot + size * 0.01)], 16
    )
    c.paint(
        c.stencil().polygon(jib), mix(mix(colour("#ffffff"), sail, 0.35), "#93a3b3", step(c.x, x - size * 0.3, x + 0.1))
    )
    body = [
        (x - size * 0.38, y - size * 0.02),
        (x + size * 0.42, y - size * 0.03),
        (x + size * 0.32, y + size * 0.1),
        (x - size * 0.24, y + size * 0.1),
    ]
    c.paint(c.stencil().polygon(body), mix(hull, mix(hull, "#000000", 0.4), step(c.y, y, y + size * 0.1)))
