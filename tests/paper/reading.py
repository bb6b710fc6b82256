"""Looks at a PDF as people and machines do: its text, its letters' places, its pictures."""

import io
from collections.abc import Iterator

import pypdfium2
from PIL.Image import Image
from pypdf import PdfReader

MM = 72 / 25.4  # points


def letters(text: str) -> str:
    """The text without white space: where lines end is the layout's business."""
    return "".join(text.replace("\u200b", "").split())


def reader(pdf: bytes) -> PdfReader:
    """The PDF, read strictly."""
    return PdfReader(io.BytesIO(pdf), strict=True)


def pages(pdf: bytes) -> list[str]:
    """The letters of each page."""
    return [letters(page.extract_text()) for page in reader(pdf).pages]


def outside(pdf: bytes) -> list[str]:
    """Letters that lie outside their page, even by a little."""
    return [letter for page in pypdfium2.PdfDocument(pdf) for letter in _outside(page)]


def _outside(page) -> Iterator[str]:
    width, height = page.get_size()
    text = page.get_textpage()
    for place in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(place)
        if left < 0 or bottom < 0 or right > width or top > height:
            yield text.get_text_range(place, 1)


def picture(pdf: bytes, page: int = 0, dots_per_mm: float = 8) -> Image:
    """A page as a printer of about 200 dots an inch puts it down."""
    return pypdfium2.PdfDocument(pdf)[page].render(scale=dots_per_mm / MM).to_pil().convert("L")
