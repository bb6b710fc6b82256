"""Turns contents into data for Typst: lists, dictionaries, texts that can be printed, codes with their picture."""

import re
from dataclasses import fields, is_dataclass
from typing import Any

from paper.contents import Code
from paper.printable import printable
from paper.qr import draw, qr_rows

_LONG_WORD = re.compile(r"\S{20,}")
_PIECE = re.compile(r"\S{8}(?=\S)")
_MAY_BREAK = "\u200b"  # no width, and a line may end there


def as_typst_data(value: Any) -> Any:
    """The value of a shape of `paper.contents`, or a list of such, ready for JSON."""
    if isinstance(value, str):
        return _LONG_WORD.sub(_breakable, printable(value))
    if isinstance(value, tuple | list):
        return [as_typst_data(part) for part in value]
    if isinstance(value, Code):
        return _code(value)
    if is_dataclass(value):
        return {field.name: as_typst_data(getattr(value, field.name)) for field in fields(value)}
    return value


def _breakable(word: re.Match[str]) -> str:
    """A word too long for a narrow place, an address for example, so that it cannot stick out of its place."""
    return _PIECE.sub(rf"\g<0>{_MAY_BREAK}", word[0])


def _code(code: Code) -> dict[str, Any]:
    """A code with its picture, and `modules`, how many lie side by side, the quiet zone included."""
    rows = qr_rows(code.address)
    return {
        "address": printable(code.address),
        "label": printable(code.label),
        "modules": len(rows),
        "picture": draw(rows, code.label),
    }
