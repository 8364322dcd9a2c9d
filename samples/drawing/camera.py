"""The inspection camera: a part laid on its ground, the lamp, the lens, the sensor, the boxes."""
from dataclasses import dataclass, field

from PIL import Image, ImageChops, ImageFilter

from .surface import SCALE, add, blur, mix, noise, shift


@dataclass
class Scene:
    """A drawing SCALE times too large, the part's outline, and the marks: (label, mask) in order."""
    image: Image.Image
    alpha: Image.Image
    marks: list = field(default_factory=list)


def place(part, ground, angle):
    """Lay a part on the middle of a ground of the picture's size, turned by some degrees, with its shadow."""
    def lay(layer):
        turned = layer.rotate(angle, Image.BICUBIC, expand=True)
        sheet = Image.new(layer.mode, ground.size)
        sheet.paste(turned, ((ground.width - turned.width) // 2, (ground.height - turned.height) // 2))
        return sheet

    image, alpha = ground.copy(), lay(part.alpha)
    for reach, softness, opacity in ((3, 2, 0.55), (10, 9, 0.5)):
        mix(image, (4, 5, 7), blur(shift(alpha, reach * SCALE, reach * SCALE), softness), opacity)
    image.paste(lay(part.image), (0, 0), alpha)
    return Scene(image, alpha, [(label, lay(mask)) for label, mask in part.marks])


def smear(image, pixels):
    """Motion blur along x, by averaging the picture with itself moved."""
    step = 1
    while step < pixels * SCALE:
        moved = image.copy()
        moved.paste(image, (step, 0))
        image = Image.blend(image, moved, 0.5)
        step *= 2
    return image


def lamp(image, centre, falloff):
    """Darken away from the lamp's centre, given as fractions of the picture."""
    w, h = image.size
    glow = Image.radial_gradient("L").resize((w * 2, h * 2), Image.BICUBIC)
    left, top = round(w * (1 - centre[0])), round(h * (1 - centre[1]))
    glow = glow.crop((left, top, left + w, top + h)).point(lambda v: round(255 - falloff * 255 * (v / 255) ** 1.6))
    return ImageChops.multiply(image, Image.merge("RGB", [glow] * 3))


def overexpose(image):
    """Burn out the lights, with the glow around them that a saturated sensor shows."""
    burnt = image.point(lambda v: min(255, round(v * 1.36 + 30)))
    lights = burnt.point(lambda v: max(0, v - 200) * 2).filter(ImageFilter.GaussianBlur(26 * SCALE))
    return ImageChops.add(burnt, lights)


def sensor(image, seed, strength):
    """Noise of each colour channel, after the lens has softened the picture a little."""
    bands = []
    for number, band in enumerate(image.filter(ImageFilter.GaussianBlur(0.45)).split()):
        dots = noise(f"{seed}/sensor{number}", image.size).filter(ImageFilter.GaussianBlur(0.5))
        bands.append(ImageChops.add(band, dots.point(lambda v: round(128 + (v - 128) * strength)), 1, -128))
    return Image.merge("RGB", bands)


def shoot(scene, size, seed, light=(0.42, 0.38), falloff=0.62, motion=0, burnt=False, crop=None, strength=0.1):
    """Take the picture. Returns it with its boxes: (label, (left, top, right, bottom)) in its pixels."""
    image, masks = scene.image, scene.marks
    if motion:
        image, masks = smear(image, motion), [(label, smear(mask, motion)) for label, mask in masks]
    image = lamp(image, light, falloff)
    if burnt:
        image = overexpose(image)
    image = image.resize(size, Image.LANCZOS)
    haze = noise(f"{seed}/haze", size, (size[0] / 3, size[1] / 3))
    image = sensor(add(image, haze, 0.05), seed, strength)
    boxes = []
    faintest = 18 if motion else 45  # what still shows of a mark: a smeared one is paler
    for label, mask in masks:
        mask = mask.resize(size, Image.BOX)
        box = (mask.crop(crop) if crop else mask).point(lambda v: 255 if v > faintest else 0).getbbox()
        boxes.append((label, box))
    return (image.crop(crop) if crop else image), boxes
