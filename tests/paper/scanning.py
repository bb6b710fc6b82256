"""Phones in a dark corridor: codes cut out of a rendered page, made worse, and read by two independent decoders."""

import random
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import zxingcpp
from PIL import Image, ImageDraw, ImageFilter

from paper.qr import QUIET_ZONE

WHITE, PIXELS = 255, 10  # pixels to a module
DISTANCES = (1, 0.6, 0.4)
TILTS = (0, 8, -8)  # degrees: no hand holds still, and a phone looks many times a second
DAMAGE = 0.15  # share of the code's area
FINDER = 0.22  # of the side: by these corners a reader finds a code, and beside them it says how it is written


def codes_on(page: Image.Image) -> list[zxingcpp.Barcode]:
    """The QR codes that zxing-cpp sees on a page."""
    return zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCode)


def side(code: zxingcpp.Barcode) -> float:
    """How many pixels wide the dark square is."""
    return (
        (code.position.top_right.x - code.position.top_left.x) ** 2
        + (code.position.top_right.y - code.position.top_left.y) ** 2
    ) ** 0.5


def cut_out(page: Image.Image, code: zxingcpp.Barcode, modules: int) -> Image.Image:
    """The code with its quiet zone, ten pixels to a module."""
    corner, module = code.position.top_left, side(code) / (modules - 1)
    left, top = corner.x - module * (QUIET_ZONE + 0.5), corner.y - module * (QUIET_ZONE + 0.5)
    size = (modules + 2 * QUIET_ZONE) * module
    pixels = (modules + 2 * QUIET_ZONE) * PIXELS
    return page.resize((pixels, pixels), Image.Resampling.LANCZOS, (left, top, left + size, top + size))


def hardships(code: Image.Image, seed: int) -> Iterator[tuple[str, Image.Image]]:
    """The code as it is, blurred, damaged, turned, and all three at once."""
    yield "clean", code
    yield "blurred", blurred(code)
    yield "damaged", damaged(code, seed)
    yield "turned", turned(code)
    yield "all", turned(blurred(damaged(code, seed)))


def blurred(code: Image.Image) -> Image.Image:
    """Out of focus: a quarter of a module each way (the deviation)."""
    return code.filter(ImageFilter.GaussianBlur(PIXELS / 4))


def damaged(code: Image.Image, seed: int) -> Image.Image:
    """With a patch of 15 % of the code torn off or stuck over, anywhere but on the corners by which it is found."""
    worse, chance = code.copy(), random.Random(seed)  # noqa: S311 - where it tears is no secret
    inner, size = code.width - 2 * QUIET_ZONE * PIXELS, DAMAGE**0.5
    x = y = 0.0
    while _on_a_finder(x, y, size):
        x, y = chance.uniform(0, 1 - size), chance.uniform(0, 1 - size)
    left, top = (QUIET_ZONE * PIXELS + inner * start for start in (x, y))
    patch = (left, top, left + size * inner, top + size * inner)
    ImageDraw.Draw(worse).rectangle(patch, fill=chance.choice((0, WHITE)))
    return worse


def _on_a_finder(x: float, y: float, size: float) -> bool:
    left, top, right, bottom = x < FINDER, y < FINDER, x + size > 1 - FINDER, y + size > 1 - FINDER
    return (left and top) or (right and top) or (left and bottom)


def turned(code: Image.Image) -> Image.Image:
    """By 45 degrees."""
    return rotated(code, 45)


def rotated(picture: Image.Image, degrees: int) -> Image.Image:
    """On white, whole."""
    return picture.rotate(degrees, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=WHITE)


def read_by_zxing(picture: Image.Image) -> set[str]:
    """What zxing-cpp reads."""
    return _looking(lambda seen: {code.text for code in codes_on(seen)}, picture)


def read_by_zbar(picture: Image.Image, folder: Path) -> set[str]:
    """What zbar reads; `folder` takes the pictures that it is shown."""
    return _looking(lambda seen: _zbarimg(seen, folder / "code.png"), picture)


def _looking(decode: Callable[[Image.Image], set[str]], picture: Image.Image) -> set[str]:
    """What is read first as the hand turns the phone a little and moves it away."""
    held = (rotated(picture, tilt) if tilt else picture for tilt in TILTS)
    seen = (one.resize((round(one.width * share),) * 2) for one in held for share in DISTANCES)
    return next(filter(None, map(decode, seen)), set())


def _zbarimg(picture: Image.Image, path: Path) -> set[str]:
    picture.save(path)
    read = subprocess.run(["zbarimg", "--quiet", "--raw", path], capture_output=True, text=True, check=False)
    return set(read.stdout.split())
