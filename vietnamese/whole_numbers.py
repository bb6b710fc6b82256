"""Whole numbers as Vietnamese write them: "12.000", "12 000 đồng", never with a fraction."""

import re

# A dot, a comma or a space parts groups of three; what is parted otherwise may be a fraction and is not guessed at.
_GROUPED = r"[0-9]{1,3}(?P<mark>[.,\s])[0-9]{3}(?:(?P=mark)[0-9]{3})*"
_WRITTEN = re.compile(rf"(?P<number>{_GROUPED}|[0-9]+)\s*(?:đ|đồng|vnd|vnđ)?\.?", re.IGNORECASE)


def read_whole(text: str) -> int | None:
    """The number that a text says; None for what is no whole number ("12,5", "1.00", "mười")."""
    found = _WRITTEN.fullmatch(text.strip())
    return int(re.sub(r"[^0-9]", "", found["number"])) if found else None


def write_whole(number: int) -> str:
    """1234567 → "1.234.567"."""
    return f"{number:,}".replace(",", ".")
