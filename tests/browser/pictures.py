"""Pictures of the handbooks, taken by the journeys that walk through what they show: none shows what is no more.

`make pictures` writes them; otherwise a journey sees that the picture it would take is there.
"""

import os
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.portal_process import ROOT

PICTURES = ROOT / "static" / "pictures" / "handbook"
_COLOURS = 64  # of a screen that has some twenty


def take_picture(page: Page, name: str) -> None:
    """What stands on the screen, as the handbook's picture of that name."""
    page.wait_for_load_state("networkidle")
    kept = PICTURES / f"{name}.png"
    if os.environ.get("PICTURES") == "write":
        kept.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=kept, animations="disabled")
        _made_small(kept)
    with Image.open(kept) as picture:
        size = page.viewport_size or {}
        assert picture.size == (size["width"], size["height"])


def _made_small(file: Path) -> None:
    with Image.open(file) as picture:
        small = picture.convert("RGB").quantize(_COLOURS)
    small.save(file, optimize=True)
