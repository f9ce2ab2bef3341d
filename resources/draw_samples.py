"""Draws the sample pictures: `python resources/draw_samples.py [FOLDER]`, by default into resources/samples.

Twelve kinds of nine pictures that differ in shape, colour and texture, so that a query visibly finds its kin. Everything comes from
formulas and seeded chance: the same script gives the same pictures.
"""

from __future__ import annotations

import colorsys
import math
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter

EACH = 9
SCALE = 2
"""Drawn twice as large and reduced, which smooths every edge."""
SIZES = ((640, 480), (640, 427), (480, 640), (600, 600))

Colour = tuple[int, int, int]
Random = np.random.Generator


def hsv(hue: float, saturation: float, value: float) -> Colour:
    red, green, blue = colorsys.hsv_to_rgb(hue % 1, min(max(saturation, 0), 1), min(max(value, 0), 1))
    return round(red * 255), round(green * 255), round(blue * 255)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    return tuple(round(a + (b - a) * share) for a, b in zip(one, other, strict=True))  # type: ignore[return-value]


def gradient(size: tuple[int, int], *stops: Colour) -> Image.Image:
    """From top to bottom through the colours."""
    rows = np.linspace(0, len(stops) - 1, size[1])
    table = np.stack([np.interp(rows, range(len(stops)), [stop[c] for stop in stops]) for c in range(3)], axis=1)
    return Image.fromarray(np.repeat(np.rint(table).astype(np.uint8)[:, None], size[0], axis=1))


def smooth_noise(random: Random, size: tuple[int, int], cells: int) -> npt.NDArray[np.float64]:
    """[height, width] between 0 and 1, as coarse as `cells` across."""
    small = random.integers(0, 256, (max(2, cells * size[1] // size[0]), cells), np.uint8)
    return np.asarray(Image.fromarray(small).resize(size, Image.Resampling.BICUBIC)) / 255.0


def grain(image: Image.Image, random: Random, strength: float) -> Image.Image:
    """A little noise, as every photograph has."""
    values = np.asarray(image).astype(np.float64)
    values += random.normal(0, strength, values.shape[:2])[..., None]
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def lit(image: Image.Image, mask: Image.Image, light: npt.NDArray[np.float64]) -> None:
    """Multiply what lies under `mask` by `light` [height, width]."""
    values = np.clip(np.asarray(image) * light[..., None], 0, 255).astype(np.uint8)
    image.paste(Image.fromarray(values), mask=mask)


def sunset(random: Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    hue = random.uniform(0.0, 0.08)
    horizon = round(height * random.uniform(0.52, 0.68))
    image = gradient(size, hsv(0.72 + hue, 0.55, 0.35), hsv(0.93 + hue, 0.6, 0.8), hsv(0.06 + hue, 0.75, 1), hsv(0.12, 0.5, 1))
    image = image.resize((width, horizon)).crop((0, 0, width, height))
    sea = gradient((width, height - horizon), hsv(0.05 + hue, 0.55, 0.75), hsv(0.68, 0.6, 0.22))
    image.paste(sea, (0, horizon))
    draw = ImageDraw.Draw(image)
    x, radius = width * random.uniform(0.25, 0.75), height * random.uniform(0.06, 0.11)
    y = horizon - radius * random.uniform(0.1, 1.6)
    glow = Image.new("L", size)
    ImageDraw.Draw(glow).ellipse((x - 4 * radius, y - 4 * radius, x + 4 * radius, y + 4 * radius), fill=110)
    image.paste(Image.new("RGB", size, (255, 214, 140)), mask=glow.filter(ImageFilter.GaussianBlur(radius)))
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=(255, 240, 190))
    image.paste(sea, (0, horizon))
    for _ in range(90):
        row = horizon + (height - horizon) * random.random() ** 1.5
        reach = width * (0.02 + 0.10 * (row - horizon) / (height - horizon))
        middle = x + random.normal(0, radius * 0.9)
        draw.line((middle - reach, row, middle + reach, row), fill=hsv(0.1, 0.45, random.uniform(0.8, 1)), width=SCALE)
    return grain(image, random, 3)


def forest(random: Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    hue = random.uniform(0.27, 0.40)
    image = gradient(size, hsv(hue + 0.15, 0.2, 0.95), hsv(hue + 0.1, 0.2, 0.85))
    draw = ImageDraw.Draw(image)
    for layer in range(5):
        base = height * (0.42 + 0.13 * layer)
        shade = hsv(hue, 0.35 + 0.1 * layer, 0.68 - 0.12 * layer)
        draw.rectangle((0, base, width, height), fill=shade)
        for _ in range(26):
            x, tall = random.uniform(-20, width + 20), height * random.uniform(0.16, 0.34) * (0.7 + 0.15 * layer)
            for step in range(6):
                top, half = base - tall + tall * step * 0.15, tall * (0.06 + 0.045 * step)
                draw.polygon(((x, top - tall * 0.12), (x - half, top + tall * 0.22), (x + half, top + tall * 0.22)), fill=shade)
    return grain(image, random, 6)


def skyline(random: Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    image = gradient(size, (8, 10, 34), hsv(random.uniform(0.62, 0.72), 0.7, 0.35), (70, 50, 90))
    draw = ImageDraw.Draw(image)
    for _ in range(120):
        x, y = random.uniform(0, width), random.uniform(0, height * 0.6)
        draw.ellipse((x, y, x + 3, y + 3), fill=(220, 225, 255))
    for layer, shade in enumerate(((34, 34, 66), (20, 20, 42), (10, 10, 24))):
        x = -20.0
        while x < width:
            wide, tall = random.uniform(40, 110) * SCALE * 0.6, height * random.uniform(0.2, 0.62 - 0.12 * layer)
            draw.rectangle((x, height - tall, x + wide, height), fill=shade)
            for row in np.arange(height - tall + 14, height - 8, 11 * SCALE):
                for column in np.arange(x + 8, x + wide - 10, 9 * SCALE):
                    if random.random() < 0.42:
                        draw.rectangle((column, row, column + 4 * SCALE, row + 5 * SCALE), fill=hsv(0.12, random.uniform(0.2, 0.7), 1))
            x += wide + random.uniform(0, 14)
    return grain(image, random, 3)


def balloons(random: Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    image = gradient(size, hsv(0.58, 0.55, 0.95), hsv(0.56, 0.15, 1))
    cloud = Image.fromarray((np.clip(smooth_noise(random, size, 7) - 0.55, 0, 1) * 500).clip(0, 200).astype(np.uint8))
    image.paste((255, 255, 255), mask=cloud)
    draw = ImageDraw.Draw(image)
    for _ in range(int(random.integers(3, 8))):
        x, y, radius = random.uniform(0.1, 0.9) * width, random.uniform(0.12, 0.65) * height, height * random.uniform(0.07, 0.16)
        hue = random.random()
        for stripe in range(9):
            share = 1 - stripe / 8.5
            half = radius * math.sin(share * math.pi / 2)
            colour = hsv(hue + (0.1 if stripe % 2 else 0), 0.85, 0.95 - 0.02 * stripe)
            draw.ellipse((x - half, y - radius, x + half, y + radius * 1.15), fill=colour)
        draw.polygon(((x - radius * 0.45, y + radius), (x + radius * 0.45, y + radius), (x + radius * 0.14, y + radius * 1.5), (x - radius * 0.14, y + radius * 1.5)), fill=hsv(hue, 0.8, 0.6))
        draw.rectangle((x - radius * 0.16, y + radius * 1.6, x + radius * 0.16, y + radius * 1.85), fill=(110, 70, 35))
    return grain(image, random, 2)


def fishes(random: Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    image = gradient(size, hsv(0.5, 0.6, 0.85), hsv(0.55, 0.85, 0.5), hsv(0.6, 0.9, 0.25))
    lit(image, Image.new("L", size, 255), 0.85 + 0.35 * smooth_noise(random, size, 9))
    draw = ImageDraw.Draw(image)
    for _ in range(int(random.integers(4, 10))):
        x, y, long = random.uniform(0.1, 0.9) * width, random.uniform(0.1, 0.9) * height, width * random.uniform(0.06, 0.14)
        way, hue = random.choice((-1, 1)), random.uniform(0.02, 0.14)
        body = hsv(hue, 0.9, 1)
        tail = ((x - way * long * 0.8, y), (x - way * long * 1.5, y - long * 0.5), (x - way * long * 1.5, y + long * 0.5))
        draw.polygon(tail, fill=hsv(hue, 0.9, 0.85))
        draw.polygon(((x - long * 0.3, y - long * 0.4), (x + long * 0.3, y - long * 0.4), (x - way * long * 0.3, y - long * 0.8)), fill=hsv(hue, 0.9, 0.8))
        draw.ellipse((x - long, y - long * 0.5, x + long, y + long * 0.5), fill=body)
        for band in (-0.35, 0.25):
            draw.ellipse((x + long * band - long * 0.09, y - long * 0.46, x + long * band + long * 0.09, y + long * 0.46), fill=(250, 250, 250))
        eye = x + way * long * 0.66
        draw.ellipse((eye - long * 0.1, y - long * 0.2, eye + long * 0.1, y), fill=(255, 255, 255))
        draw.ellipse((eye - long * 0.05, y - long * 0.15, eye + long * 0.05, y - long * 0.05), fill=(0, 0, 0))
    for _ in range(40):
        x, y, radius = random.uniform(0, width), random.uniform(0, height), random.uniform(2, 9) * SCALE
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), outline=(210, 240, 250), width=SCALE)
    return grain(image, random, 3)


def flowers(random: Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    meadow = smooth_noise(random, size, 40)
    base = np.array(hsv(random.uniform(0.24, 0.33), 0.65, 0.55), np.float64)
    image = Image.fromarray(np.clip(base * (0.55 + 0.8 * meadow[..., None]), 0, 255).astype(np.uint8))
    draw = ImageDraw.Draw(image)
    hue = random.choice((0.92, 0.85, 0.0, 0.14, 0.75))
    for _ in range(int(random.integers(7, 16))):
        x, y, radius = random.uniform(0, width), random.uniform(0, height), height * random.uniform(0.06, 0.13)
        petals, turn = int(random.integers(6, 11)), random.uniform(0, 1)
        for petal in range(petals):
            angle = (petal + turn) * 2 * math.pi / petals
            for ring, value in ((1.0, 0.85), (0.8, 1.0)):
                px, py, r = x + math.cos(angle) * radius * 0.7, y + math.sin(angle) * radius * 0.7, radius * 0.42 * ring
                draw.ellipse((px - r, py - r, px + r, py + r), fill=hsv(hue + random.normal(0, 0.01), 0.6, value))
        draw.ellipse((x - radius * 0.36, y - radius * 0.36, x + radius * 0.36, y + radius * 0.36), fill=hsv(0.13, 0.9, 0.95))
    return grain(image, random, 5)


def bricks(random: Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    image = Image.new("RGB", size, hsv(0.1, 0.08, random.uniform(0.6, 0.8)))
    draw = ImageDraw.Draw(image)
    tall = random.uniform(24, 42) * SCALE
    wide, gap, hue = tall * random.uniform(2.0, 2.6), 2.5 * SCALE, random.uniform(0.0, 0.05)
    for row in range(int(height / tall) + 2):
        for column in range(-1, int(width / wide) + 2):
            x, y = column * wide + (row % 2) * wide / 2, row * tall
            colour = hsv(hue + random.normal(0, 0.008), random.uniform(0.5, 0.72), random.uniform(0.48, 0.75))
            draw.rectangle((x + gap, y + gap, x + wide - gap, y + tall - gap), fill=colour)
    lit(image, Image.new("L", size, 255), 0.75 + 0.45 * smooth_noise(random, size, 90))
    return grain(image, random, 9)


def cloth(random: Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    down, across = np.mgrid[0:height, 0:width].astype(np.float64)
    step = random.uniform(90, 180) * SCALE / 2
    one, other, line = hsv(random.random(), 0.6, 0.5), hsv(random.random(), 0.5, 0.8), hsv(random.random(), 0.7, 0.95)
    warp = ((across / step) % 1 < 0.5).astype(float) + ((down / step) % 1 < 0.5)
    colours = np.stack([np.interp(warp, (0, 1, 2), (a, (a + b) / 2, b)) for a, b in zip(one, other, strict=True)], axis=2)
    thin = ((across / step) % 1 < 0.06) | ((down / step) % 1 < 0.06)
    colours[thin] = line
    weave = 0.82 + 0.18 * np.sin(across * math.pi / (3 * SCALE)) * np.sin(down * math.pi / (3 * SCALE))
    folds = 0.8 + 0.35 * smooth_noise(random, size, 4)
    return grain(Image.fromarray(np.clip(colours * (weave * folds)[..., None], 0, 255).astype(np.uint8)), random, 5)


def planets(random: Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    image = Image.new("RGB", size, (5, 5, 14))
    draw = ImageDraw.Draw(image)
    for _ in range(260):
        x, y, bright = random.uniform(0, width), random.uniform(0, height), int(random.uniform(80, 255))
        draw.ellipse((x, y, x + 2.5, y + 2.5), fill=(bright, bright, bright))
    x, y, radius = width * random.uniform(0.35, 0.65), height * random.uniform(0.4, 0.6), min(size) * random.uniform(0.22, 0.34)
    down, across = np.mgrid[0:height, 0:width].astype(np.float64)
    bands = 0.7 + 0.3 * np.sin((down - y) / radius * random.uniform(7, 14) + 2.5 * smooth_noise(random, size, 6))
    hue = random.random()
    surface = np.asarray(hsv(hue, 0.55, 1), np.float64) * bands[..., None]
    shade = np.clip(1.1 - np.hypot(across - x + radius * 0.5, down - y + radius * 0.5) / (radius * 1.75), 0.03, 1)
    ball = Image.new("L", size)
    ImageDraw.Draw(ball).ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    image.paste(Image.fromarray(np.clip(surface * shade[..., None], 0, 255).astype(np.uint8)), mask=ball)
    if random.random() < 0.6:
        for ring in np.linspace(1.35, 1.9, 7):
            box = (x - radius * ring, y - radius * ring * 0.28, x + radius * ring, y + radius * ring * 0.28)
            draw.arc(box, -8, 188, fill=hsv(hue + 0.08, 0.3, 0.85), width=2 * SCALE)
    return grain(image, random, 2)


def citrus(random: Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    image = Image.new("RGB", size, hsv(random.uniform(0.4, 0.6), 0.12, 0.95))
    draw = ImageDraw.Draw(image)
    for _ in range(int(random.integers(3, 8))):
        x, y, radius = random.uniform(0.1, 0.9) * width, random.uniform(0.1, 0.9) * height, min(size) * random.uniform(0.13, 0.24)
        hue, turn = random.uniform(0.07, 0.2), random.uniform(0, 1)
        for share, colour in ((1.0, hsv(hue, 0.95, 0.92)), (0.9, hsv(hue, 0.12, 1)), (0.84, hsv(hue, 0.8, 1))):
            draw.ellipse((x - radius * share, y - radius * share, x + radius * share, y + radius * share), fill=colour)
        for segment in range(10):
            angle = (segment + turn) * math.pi / 5
            draw.line((x, y, x + math.cos(angle) * radius * 0.84, y + math.sin(angle) * radius * 0.84), fill=hsv(hue, 0.15, 1), width=3 * SCALE)
        draw.ellipse((x - radius * 0.09, y - radius * 0.09, x + radius * 0.09, y + radius * 0.09), fill=hsv(hue, 0.1, 1))
    return grain(image, random, 3)


def houses(random: Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    image = gradient(size, hsv(0.57, 0.4, 0.95), hsv(0.55, 0.1, 1))
    draw = ImageDraw.Draw(image)
    ground = height * 0.8
    draw.rectangle((0, ground, width, height), fill=hsv(0.28, 0.55, 0.6))
    x = width * 0.04
    while x < width * 0.9:
        wide, tall = width * random.uniform(0.16, 0.28), height * random.uniform(0.24, 0.42)
        top, wall = ground - tall, hsv(random.random(), random.uniform(0.15, 0.45), random.uniform(0.85, 1))
        draw.rectangle((x, top, x + wide, ground), fill=wall)
        draw.polygon(((x - wide * 0.08, top), (x + wide * 1.08, top), (x + wide / 2, top - tall * 0.55)), fill=hsv(0.02, 0.7, random.uniform(0.45, 0.7)))
        draw.rectangle((x + wide * 0.42, ground - tall * 0.42, x + wide * 0.6, ground), fill=hsv(0.07, 0.6, 0.4))
        for side in (0.12, 0.7):
            box = (x + wide * side, top + tall * 0.2, x + wide * (side + 0.18), top + tall * 0.46)
            draw.rectangle(box, fill=hsv(0.55, 0.35, 0.75), outline=(250, 250, 250), width=3 * SCALE)
        x += wide * 1.2
    return grain(image, random, 3)


def sails(random: Random, size: tuple[int, int]) -> Image.Image:
    width, height = size
    horizon = round(height * random.uniform(0.45, 0.6))
    image = gradient((width, horizon), hsv(0.57, 0.45, 1), hsv(0.55, 0.08, 1)).crop((0, 0, width, height))
    image.paste(gradient((width, height - horizon), hsv(0.53, 0.45, 0.8), hsv(0.58, 0.8, 0.45)), (0, horizon))
    draw = ImageDraw.Draw(image)
    for _ in range(240):
        x, y = random.uniform(0, width), random.uniform(horizon, height)
        draw.arc((x, y, x + 26 * SCALE, y + 8 * SCALE), 200, 340, fill=hsv(0.54, 0.25, 0.9), width=SCALE)
    for _ in range(int(random.integers(1, 5))):
        x, tall = random.uniform(0.12, 0.88) * width, height * random.uniform(0.2, 0.42)
        y = horizon + (height - horizon) * random.uniform(0.1, 0.6)
        sail = hsv(random.random(), random.choice((0.0, 0.0, 0.75)), 1)
        draw.polygon(((x, y - tall), (x, y - tall * 0.12), (x + tall * 0.45, y - tall * 0.12)), fill=sail)
        draw.polygon(((x - tall * 0.04, y - tall * 0.85), (x - tall * 0.04, y - tall * 0.12), (x - tall * 0.34, y - tall * 0.12)), fill=mix(sail, (120, 120, 140), 0.25))
        draw.polygon(((x - tall * 0.4, y - tall * 0.08), (x + tall * 0.5, y - tall * 0.08), (x + tall * 0.36, y + tall * 0.06), (x - tall * 0.28, y + tall * 0.06)), fill=hsv(0.02, 0.6, 0.35))
    return grain(image, random, 3)


KINDS: dict[str, Callable[[Random, tuple[int, int]], Image.Image]] = {
    "balloons": balloons,
    "bricks": bricks,
    "citrus": citrus,
    "cloth": cloth,
    "fishes": fishes,
    "flowers": flowers,
    "forests": forest,
    "houses": houses,
    "planets": planets,
    "sails": sails,
    "skylines": skyline,
    "sunsets": sunset,
}


def save(image: Image.Image, folder: Path, kind: str, number: int) -> None:
    """Mostly JPEG; some PNG and WebP, some with a camera and a date, one that has to be turned."""
    name = f"{kind[:-1] if kind.endswith('s') and kind != 'citrus' else kind}-{number + 1}"
    exif = Image.Exif()
    if number % 3 == 0:
        exif[0x010F], exif[0x0110], exif[0x0132] = "imsearch", "Sample Camera", f"2026:0{1 + number}:1{number} 1{number}:30:00"
    if number == 3:
        exif[0x0112] = 6
        image = image.transpose(Image.Transpose.ROTATE_90)
    if number == 7:
        image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS).quantize(128).save(folder / f"{name}.png")
    elif number == 8:
        image.save(folder / f"{name}.webp", quality=80)
    else:
        image.save(folder / f"{name}.jpg", quality=82, exif=exif)


def main() -> None:
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent / "samples"
    for position, (kind, draw) in enumerate(KINDS.items()):
        folder = target / kind
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(EACH):
            random = np.random.default_rng([position, number])
            width, height = SIZES[number % len(SIZES)]
            image = draw(random, (width * SCALE, height * SCALE))
            save(image.resize((width, height), Image.Resampling.LANCZOS), folder, kind, number)
    print(f"{len(KINDS) * EACH} pictures in {target}")


if __name__ == "__main__":
    main()
