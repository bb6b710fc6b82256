"""List signs and numbers before a text ("(*)", "- ", "a.1)", "2.3.1."): what they are, and the text without them."""

import re

from vietnamese.fold import fold

_SIGNS = r"[^\w(\[]+|\(\*+\)"
_NUMBERS = (
    r"\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđA-ZĐ]\d?(?:\.\d{1,2})*|[ivxIVX]{1,4})(?:[.):]+|\s*[-–](?=\s)|\s\))"
    r"|\d{1,2}[-–/]"
)
#: "1 Đối với …" is numbered, "02 ảnh" is counted.
_LOOSE = r"\d{1,2}(?:\.\d{1,2})*\s+(?=[A-ZĐÁÂĂÊÍÔƠÚƯÝ])"
_MARKS = re.compile(rf"(?:{_SIGNS}|(?:{_NUMBERS})(?=\W|[^\W\d_]|$)|{_LOOSE})+")


def unmarked(text: str) -> str:
    """The text in one line, without the list signs and numbers before it; a text of nothing else is ""."""
    line = " ".join(text.split())
    found = _MARKS.match(line)
    return line[found.end() :] if found else line


def bare(text: str) -> str:
    """The same folded and without an opening bracket: what rules match."""
    return fold(unmarked(text)).lstrip("( ")
