"""The pictures: what each shows, how it is taken, how it is stored, and how sure the labels are.

`confidences` follow the marks a scene makes: dents before scratches on a panel; missing screws, the
logo, scratches on a board; carton by carton (logos, dents) on a conveyor. Sizes and places are pixels
of the upright picture on panels and boards, millimetres on cartons.
"""
from collections.abc import Callable
from dataclasses import dataclass, field

from . import boards, cartons, panels
from .camera import place
from .surface import SCALE


@dataclass
class Picture:
    path: str                      # below images/
    size: tuple                    # of the upright picture, before a crop
    draw: Callable                 # makes the Scene
    confidences: tuple = ()
    quality: tuple = ()            # image-level label and its confidence
    boxes: bool = True            # False: the line has no box attribute at all
    shoot: dict = field(default_factory=dict)  # options of camera.shoot
    mode: str = "RGB"              # RGB, L, P or RGBA
    orientation: int = 0           # EXIF orientation, 0 for no EXIF
    order: str = "<"               # EXIF byte order: < is II, > is MM
    progressive: bool = False


def on_ground(make_part, make_ground, path, size, turn, zoom, **how):
    """A picture of a flat part, turned by some degrees on its ground; a zoom makes its pixels larger."""
    def draw():
        ground = make_ground(tuple(round(side * SCALE / zoom) for side in size), path)
        return place(make_part(), ground, turn)
    return Picture(path, size, draw, **how)


def panel(path, size, turn, part, zoom=1, look=None, **how):
    """`part`: size and number; `look`: the other arguments of panels.panel."""
    def make():
        return panels.panel(part[0], path, part[1], **(look or {}))
    return on_ground(make, panels.belt, path, size, turn, zoom, **how)


def board(path, size, turn, part, zoom=1, look=None, **how):
    """`part`: size and colour; `look`: the other arguments of boards.board."""
    def make():
        return boards.board(part[0], path, part[1], **(look or {}))
    return on_ground(make, boards.tray, path, size, turn, zoom, **how)


def conveyor(path, size, eye, *boxes, **how):
    return Picture(path, size, lambda: cartons.cartons(size, path, eye, *boxes), **how)


PICTURES = [
    panel("panels/panel-01.jpg", (640, 480), 1.2, ((560, 390), "LV-204"), look=dict(scratches=[(150, 110, 230, 27)]),
          confidences=(0.97,)),
    panel("panels/panel-02.jpg", (1024, 768), -0.8, ((730, 510), "LV-310"), 1.25,
          dict(scratches=[(90, 110, 230, 18), (520, 440, 140, -58)],
               dents=[(260, 310, 66, 48, 25)], vents=(440, 90, 8, 200)),
          confidences=(0.9312, 0.98, 0.71), orientation=1),
    panel("panels/panel-03.jpg", (800, 600), 14, ((530, 530), "FL-48"),
          look=dict(scratches=[(300, 180, 130, -20)], dents=[(155, 205, 44, 38)], disc_shaped=True),
          confidences=(0.88, 0.42), orientation=6, order=">"),
    panel("panels/panel-04.png", (640, 480), -1.0, ((560, 390), "LV-204"), look=dict(vents=(330, 90, 8, 150)),
          mode="L", orientation=1, shoot=dict(strength=0.06)),
    panel("panels/panel-05.jpg", (1280, 960), 1.6, ((960, 666), "LV-880"), 1.6,
          dict(scratches=[(170, 155, 300, 34), (570, 155, 190, 100), (500, 490, 180, -12)]),
          confidences=(0.95, 0.8641, 0.47), mode="L"),
    panel("panels/panel-06.jpg", (1600, 400), 0.0, ((1360, 290), "RX-1360"),
          look=dict(scratches=[(300, 110, 340, 14)], dents=[(1010, 150, 46, 40)], finish="anodised"),
          confidences=(0.79, 0.38), quality=("motion-blur", 0.91), shoot=dict(motion=18)),
    panel("panels/panel é 07.jpg", (640, 480), -2.5, ((540, 380), "BR-77"),
          look=dict(dents=[(150, 140, 46, 36, 40), (390, 240, 30, 34)], finish="brass"),
          confidences=(0.9, 0.64), orientation=8),
    panel("panels/panel-08.jpg", (800, 600), 1.0, ((700, 500), "LV-310"), look=dict(vents=(400, 90, 9, 220)),
          quality=("overexposed", 0.87), boxes=False, shoot=dict(burnt=True, light=(0.5, 0.4))),

    board("boards/board-01.jpg", (1280, 960), 0.7, ((690, 500), boards.GREEN), 1.64, dict(missing=(2,)),
          confidences=(0.99,), progressive=True),
    board("boards/board-02.png", (640, 480), -1.3, ((570, 400), boards.BLUE), look=dict(missing=(0, 5)),
          confidences=(0.96, 0.8235), mode="P", shoot=dict(strength=0.05)),
    board("boards/board-03.jpg", (1024, 768), 1.6, ((660, 470), boards.GREEN), 1.36,
          dict(missing=(4,), scratches=[(210, 260, 170, 38)]),
          confidences=(0.78, 0.55), orientation=3, order=">"),
    board("boards/board-04.jpg", (800, 600), -0.5, ((700, 500), boards.GREEN), look=dict(print_logo=(80, 420, 34)),
          confidences=(0.93,)),
    board("boards/board-05.png", (640, 480), 3.0, ((560, 400), boards.BLUE), look=dict(missing=(1,)),
          confidences=(0.31,), shoot=dict(crop=(272, 18, 368, 114))),
    board("boards/board-06.jpg", (640, 480), 0.4, ((560, 400), boards.BLACK), look=dict(missing=(3,)),
          confidences=(0.49,), quality=("motion-blur", 0.7604), shoot=dict(motion=14)),
    board("boards/board-07.jpg", (800, 600), -2.0, ((690, 490), boards.BLACK),
          look=dict(missing=(0, 2), print_logo=(240, 90, 46)),
          confidences=(0.94, 0.89, 0.97), orientation=5, order=">"),
    board("boards/board-08.jpg", (800, 600), 0.9, ((700, 500), boards.BLUE)),

    conveyor("cartons/carton-01.jpg", (800, 600), (1500, 28, 1.6, 130),
             dict(at=(0, 0, 0), size=(420, 300, 260), turn=-24, logos={"front": [(60, 60, 62)]}),
             confidences=(0.96,)),
    conveyor("cartons/carton-02.jpg", (1024, 768), (1700, 30, 1.5, 120),
             dict(at=(-250, 60, 0), size=(380, 280, 240), turn=16, ink="red", logos={"front": [(50, 50, 58)]}),
             dict(at=(270, -20, 0), size=(360, 280, 250), turn=-12, ink="red", logos={"front": [(40, 50, 58)]},
                  dents={"front": [(250, 170, 52, 40, 20)]}),
             confidences=(0.98, 0.95, 0.73)),
    conveyor("cartons/carton-03[rework].jpg", (640, 480), (1300, 26, 1.6, 130),
             dict(at=(0, 0, 0), size=(380, 280, 260), turn=20, ink="black",
                  logos={"front": [(40, 44, 58)], "left": [(40, 50, 44)]},
                  dents={"front": [(270, 150, 60, 46, -20)]}),
             confidences=(0.92, 0.81, 0.44)),
    conveyor("cartons/carton-04.jpg", (600, 1200), (2200, 18, 3.1, 350),
             dict(at=(0, 0, 0), size=(420, 320, 230), turn=-14, ink="green", logos={"front": [(60, 50, 60)]}),
             dict(at=(8, 4, 230), size=(420, 320, 230), turn=-9, ink="green", logos={"front": [(60, 50, 60)]},
                  dents={"front": [(330, 140, 44, 40, 0)]}),
             dict(at=(-6, 0, 460), size=(420, 320, 230), turn=-17, ink="green", logos={"front": [(60, 50, 60)]}),
             confidences=(0.99, 0.97, 0.62, 0.9)),
    conveyor("cartons/carton-05.png", (480, 480), (1400, 30, 2.0, 130),
             dict(at=(0, 0, 0), size=(360, 320, 280), turn=28, board=cartons.WHITE,
                  logos={"front": [(40, 60, 60)]}),
             confidences=(0.925,), mode="RGBA", shoot=dict(strength=0.04)),
    conveyor("cartons/carton-06.jpg", (1024, 256), (2600, 24, 1.45, 110),
             *(dict(at=(x, y, 0), size=(300, 260, 220), turn=turn, logos={"front": [(36, 50, 50)]})
               for x, y, turn in ((-690, 20, 6), (-240, -10, -9), (640, 30, -5), (210, 10, 14))),
             confidences=(0.91, 0.94, 0.35, 0.86)),
    conveyor("cartons/carton-07.jpg", (800, 600), (1450, 32, 1.6, 120),
             dict(at=(0, 20, 0), size=(400, 320, 230), turn=14, board=cartons.WHITE,
                  logos={"front": [(70, 56, 58)]}),
             confidences=(0.58,), quality=("overexposed", 0.69), shoot=dict(burnt=True, light=(0.55, 0.4))),
    conveyor("cartons/carton-08.jpg", (640, 480), (1400, 34, 1.7, 110),
             dict(at=(0, 0, 0), size=(360, 300, 220), turn=-32, plain=True), orientation=2),
]
