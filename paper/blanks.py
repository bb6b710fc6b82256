"""Blank forms: one page with lines to be filled in by hand."""

from dataclasses import dataclass

from paper.plain import as_typst_data
from paper.typesetting import typeset


@dataclass(frozen=True, slots=True)
class Blank:
    """A form: its number ("CT01"; "" for one that is called by its name), name, who issued it in which version, whom it
    is addressed to, what is asked line by line, who signs; `note` stands at the foot."""

    number: str
    name: str
    issuer: str
    version: str
    addressed: str
    lines: tuple[str, ...]
    signers: tuple[str, ...]
    note: str


def blank_pdf(blank: Blank) -> bytes:
    """It as tagged PDF/UA-1."""
    return typeset("blank", {"blank": as_typst_data(blank)})
