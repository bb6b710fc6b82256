"""Which lines of a text may begin a part of it: "Chương II", "Điều 5. …", "2. …", "đ) …". Whether they do is decided by
their order (`order.py`): a line that was broken in the midst of a sentence may begin with the same words."""

import re
from dataclasses import dataclass

from legal_documents.articles.unit import ARTICLE, CHAPTER, CLAUSE, PART, POINT, SECTION, SUBSECTION

#: The letters by which points are counted; the alphabet of the law has no f, j, w, z.
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_SIGNS = re.compile(r"^[\s#*_>]+|[\s*_]+$")
_NUMERAL = r"[IVXLC]{1,8}|[0-9]{1,3}[a-zđ]?"
_ORDINAL = r"thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\s+\w+)?)"
_HEADING = re.compile(
    rf"(?P<word>Phần|Chương|Tiểu\s+mục|Mục)\s+(?P<number>{_ORDINAL}|{_NUMERAL})(?![\w/])\s*(?P<stop>[.:–-]?)\s*(?P<title>.*)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"Điều\s+(?P<number>[0-9]{1,4}[a-zđ]{0,2})\s*(?:\*\*)?\s*[.:](?:\*\*)?\s*(?P<title>.*)", re.IGNORECASE
)
_CLAUSE = re.compile(r"(?P<number>[0-9]{1,3}[a-zđ]?)\.(?![0-9])\s*(?P<title>.*)")
_POINT = re.compile(r"(?P<number>[a-zđ]{1,2}[0-9]?)\)\s*(?P<title>.*)")
_KINDS = {"phần": PART, "chương": CHAPTER, "mục": SECTION, "tiểu mục": SUBSECTION}
_LONGEST_HEADING = 300
#: How much of a heading's letters are capitals.
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that may begin a unit: which line it is, the unit's kind and number, and what else stands there."""

    line: int
    kind: str
    number: str
    rest: str


def bare(line: str) -> str:
    """A line without the signs by which a plain text says what is bold or a heading."""
    return _SIGNS.sub("", line)


def heading(number: int, line: str) -> Mark | None:
    """A part, chapter or section that begins on a line: a name that stands alone, or before words in capitals."""
    found = _HEADING.fullmatch(line)
    if not found or len(line) > _LONGEST_HEADING:
        return None
    title = found["title"]
    if title and not is_loud(title) and not (found["stop"] and title[-1] not in ";,."):
        return None
    kind = _KINDS[" ".join(found["word"].lower().split())]
    return Mark(number, kind, " ".join(found["number"].split()), title)


def article(number: int, line: str) -> Mark | None:
    """An article that may begin on a line."""
    return _mark(_ARTICLE, ARTICLE, number, line)


def clause(number: int, line: str) -> Mark | None:
    """A clause that may begin on a line."""
    return _mark(_CLAUSE, CLAUSE, number, line)


def point(number: int, line: str) -> Mark | None:
    """A point that may begin on a line."""
    return _mark(_POINT, POINT, number, line)


def _mark(pattern: re.Pattern[str], kind: str, number: int, line: str) -> Mark | None:
    found = pattern.fullmatch(line)
    return Mark(number, kind, found["number"], found["title"].strip("* ")) if found else None


def is_loud(text: str) -> bool:
    """Whether a text is written in capitals, as headings are."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) >= _MOSTLY * len(letters)


def place(kind: str, number: str) -> tuple[int, ...]:
    """By what units of a kind are in order: "5" < "5a" < "6", "d" < "đ" < "e". Of a letter that is none of the law's,
    ()."""
    if kind == POINT:
        letters = number.rstrip("0123456789")
        if not all(letter in _ALPHABET for letter in letters):
            return ()
        return (*map(_ALPHABET.index, letters), int(number[len(letters) :] or 0))
    digits = number.rstrip(_ALPHABET + "fjwz")
    letters = number[len(digits) :]
    return (int(digits), *(_ALPHABET.find(letter) + 1 for letter in letters))
