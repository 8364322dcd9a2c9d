#!/usr/bin/env python3
"""Draws src/module/icon.png, the package's icon: a found thing in its box, with its label. Needs Pillow."""
import pathlib

from PIL import Image, ImageDraw

SIZE, SCALE = 128, 8
INK, PAPER, FOUND, LABEL = (24, 48, 72), (238, 243, 247), (214, 84, 44), (255, 176, 32)


def draw() -> Image.Image:
    """The icon, drawn large and reduced, for smooth edges."""
    icon = Image.new("RGBA", (SIZE * SCALE, SIZE * SCALE), (0, 0, 0, 0))
    pen = ImageDraw.Draw(icon)

    def scaled(*points: float) -> list[float]:
        return [point * SCALE for point in points]

    pen.rounded_rectangle(scaled(4, 4, 124, 124), 18 * SCALE, fill=INK)
    pen.rounded_rectangle(scaled(16, 16, 112, 112), 8 * SCALE, fill=PAPER)
    pen.line(scaled(38, 90, 58, 70, 66, 78, 88, 56), fill=FOUND, width=7 * SCALE, joint="curve")
    pen.rectangle(scaled(30, 48, 98, 98), outline=LABEL, width=5 * SCALE)
    pen.rectangle(scaled(30, 30, 74, 50), fill=LABEL)
    for top in (36, 42):
        pen.rectangle(scaled(36, top, 68 if top == 36 else 58, top + 2.5), fill=INK)
    return icon.resize((SIZE, SIZE), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    draw().save(pathlib.Path(__file__).resolve().parent.parent / "src/module/icon.png", optimize=True)
