"""Surfaces: seeded noise, relief under a lamp at the upper left, scratches and dents.

Everything is drawn SCALE times larger than the picture and reduced at the end (antialiasing).
A "mask" is a grey picture: 0 nothing, 255 full. Seeds are strings, so a drawing never changes.
"""
import math
import random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

SCALE = 3


def noise(seed, size, cell=(1, 1)):
    """Grey noise around 128 whose grains are `cell` pixels large."""
    small = (max(2, math.ceil(size[0] / cell[0])), max(2, math.ceil(size[1] / cell[1])))
    raw = random.Random(seed).randbytes(small[0] * small[1])
    return Image.frombytes("L", small, raw).resize(size, Image.BICUBIC)


def add(image, grey, strength):
    """Brighten where `grey` is above 128, darken where it is below."""
    layer = grey.point(lambda v: round(128 + (v - 128) * strength))
    return ImageChops.add(image, Image.merge("RGB", [layer] * 3), 1, -128)


def grain(image, seed, *layers):
    """Add several layers of noise, each (cell, strength)."""
    for number, (cell, strength) in enumerate(layers):
        image = add(image, noise(f"{seed}/{number}", image.size, cell), strength)
    return image


def mix(image, colour, mask, opacity=1.0):
    """Paint `colour` (in place) through a mask."""
    image.paste(colour, (0, 0), mask.point(lambda v: round(v * opacity)))


def blank(size):
    """An empty mask and the pen that draws on it."""
    mask = Image.new("L", size)
    return mask, ImageDraw.Draw(mask)


def blur(image, pixels):
    return image.filter(ImageFilter.GaussianBlur(pixels * SCALE))


def shift(image, dx, dy):
    """The picture moved right by dx and down by dy; what comes in is 0."""
    return image.transform(image.size, Image.AFFINE, (1, 0, -dx, 0, 1, -dy))


def relief(image, height, reach, strength):
    """Shade a height mask as a lamp at the upper left would; a negative strength makes a hollow."""
    d = max(1, round(reach * SCALE))
    slope = ImageChops.subtract(shift(height, -d, -d), shift(height, d, d), 2, 128)
    return add(image, slope, strength)


def disc(pen, x, y, radius, fill=255):
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)


def scratch(image, seed, x, y, length, angle, core=(238, 240, 242)):
    """A scratch from (x, y), in picture pixels and degrees. Returns the picture and the mask."""
    rng = random.Random(seed)
    mask, pen = blank(image.size)
    fine, fine_pen = blank(image.size)
    heading, steps = math.radians(angle), 90
    bend, sway = rng.uniform(-0.3, 0.3), 0.0
    px, py = x * SCALE, y * SCALE
    for step in range(steps):
        t = step / steps
        sway = sway * 0.9 + rng.gauss(0, 0.05)
        direction = heading + bend * (t - 0.5) + sway
        nx = px + math.cos(direction) * length * SCALE / steps
        ny = py + math.sin(direction) * length * SCALE / steps
        width = (0.6 + 2.4 * math.sin(math.pi * t) ** 0.6 * rng.uniform(0.4, 1)) * SCALE
        pen.line((px, py, nx, ny), fill=rng.randint(170, 255), width=round(width))
        disc(pen, nx, ny, width / 2 - 0.5, 220)
        for number, gap in enumerate((-5.5, 4.5, 8)):  # the hairlines that run beside a real scratch
            if 0.1 + number * 0.2 < t < 0.6 + number * 0.15 and rng.random() < 0.85:
                ox, oy = -math.sin(heading) * gap * SCALE, math.cos(heading) * gap * SCALE
                fine_pen.line((px + ox, py + oy, nx + ox, ny + oy), fill=rng.randint(120, 255), width=3)
        px, py = nx, ny
    image = relief(image, blur(mask, 0.5), 1.2, -1.2)
    mix(image, core, shift(mask.filter(ImageFilter.MinFilter(3)), 2, 2), 0.85)
    mix(image, core, fine, 0.5)
    return image, ImageChops.lighter(mask, fine)


def dent(image, seed, x, y, rx, ry, angle=0, depth=1.0, facets=72, glint=0.5):
    """A dent around (x, y), radii in picture pixels. Returns the picture and the mask of what shows.

    Few facets make the angular dent of a crushed carton; glint is how strongly its far side shines.
    """
    rng = random.Random(seed)
    phases = [(k, rng.uniform(0, math.tau), 0.16 / k) for k in (2, 3, 5)]
    mask, pen = blank(image.size)
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    for level in range(1, 17):  # rings of a round bowl, from the rim to the bottom
        ring = 1 - level / 17
        outline = []
        for step in range(facets):
            a = math.tau * step / facets
            r = ring * SCALE * (1 + sum(s * math.sin(k * a + p) for k, p, s in phases))
            u, v = r * rx * math.cos(a), r * ry * math.sin(a)
            outline.append((x * SCALE + u * cos - v * sin, y * SCALE + u * sin + v * cos))
        pen.polygon(outline, fill=round(255 * math.sin(math.pi / 2 * level / 16)))
    small = min(rx, ry)
    hollow = blur(mask, small * (0.07 if facets > 12 else 0.02))
    image = relief(image, hollow, small * 0.2, -0.85 * depth)
    image = relief(image, blur(mask, 1.5), 2, -0.5 * depth)
    mix(image, (20, 22, 26), hollow, 0.14 * depth)
    shine, pen = blank(image.size)
    disc(pen, (x + rx * 0.42) * SCALE, (y + ry * 0.45) * SCALE, small * 0.2 * SCALE)
    mix(image, (250, 251, 252), blur(shine, small * 0.14), glint * depth)
    return image, hollow.point(lambda v: 255 if v > 14 else 0)
