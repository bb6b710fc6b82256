"""Mends what a PDF does to Vietnamese text: loose marks, words in pieces, line ends, running heads, odd bullets."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from vietnamese.spelling import clean, squeeze
from vietnamese.syllables import is_syllable

MOST_PAGES_SHARE, FEWEST_PAGES = 0.5, 3  # a line at the edge of so many pages is a running head
_EDGE = 2  # lines at the top and at the bottom of a page among which running heads are looked for

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")  # bullets of symbol fonts
_SOFT_BREAK = re.compile("\xad[ \t]*\r?\n")
_TIED_BREAK = re.compile(r"(?<=[^\W_][-‐/])\n(?=[^\W_])")  # "NĐ-\nCP", "61/2018/\nNĐ-CP", "In-\ntơ-nét"
_DIGITS = re.compile(r"\d+")

# A letter after one of these is the name of a point, not the beginning of a word: "điểm b áp dụng".
_NAMES_A_LETTER = frozenset(
    ["điểm", "khoản", "mục", "nhóm", "hạng", "loại", "bảng", "mẫu", "phần", "lớp", "cấp", "và", "hoặc"]
)
_ONSETS_THAT_LOOK_WHOLE = frozenset(["gi", "qu"])


def repaired(pages: Sequence[str]) -> tuple[str, ...]:
    """The pages of one file as people would type them. Takes any text, raises nothing; no letter or digit is lost
    but those of running heads."""
    lines = [_lines(page) for page in pages]
    heads = _running_heads(lines)
    return tuple(_mended(_without(heads, page)) for page in lines)


def _lines(page: str) -> list[str]:
    text = clean(_PRIVATE.sub(" ", _SOFT_BREAK.sub("", page)))
    return list(filter(None, map(squeeze, text.split("\n"))))


def _running_heads(pages: Iterable[Sequence[str]]) -> frozenset[str]:
    """What stands at the edge of many pages, whatever its numbers: names of gazettes, "Trang 3/12"."""
    edges = [{_shape(line) for line in _edge(page)} for page in pages]
    counts = Counter(shape for edge in edges for shape in edge)
    return frozenset(
        shape for shape, count in counts.items() if count >= max(FEWEST_PAGES, MOST_PAGES_SHARE * len(edges))
    )


def _edge(page: Sequence[str]) -> Sequence[str]:
    return page if len(page) <= 2 * _EDGE else [*page[:_EDGE], *page[-_EDGE:]]


def _shape(line: str) -> str:
    return _DIGITS.sub("#", line.lower())


def _without(heads: frozenset[str], page: Sequence[str]) -> list[str]:
    last = len(page) - _EDGE
    return [line for place, line in enumerate(page) if _EDGE <= place < last or _shape(line) not in heads]


def _mended(lines: Iterable[str]) -> str:
    text = _TIED_BREAK.sub("", "\n".join(lines))
    return "\n".join(_whole_words(line) for line in text.split("\n"))


def _whole_words(line: str) -> str:
    """ "Gi ấy phép" → "Giấy phép": pieces that are no syllables, and together are one."""
    words: list[str] = []
    for word in line.split(" "):
        while words and _belong_together(words, word):
            word = words.pop() + word
        words.append(word)
    return " ".join(words)


def _belong_together(before: Sequence[str], piece: str) -> bool:
    first = before[-1]
    if not _is_piece(first) and not _is_piece(piece):
        return False
    if len(first) == 1 and len(before) > 1 and _leads_to_a_letter(before[-2]):
        return False
    return is_syllable((first + piece).lower())


def _is_piece(word: str) -> bool:
    """Whether it is made of letters and yet no syllable that stands alone."""
    return word.isalpha() and (not is_syllable(word.lower()) or word.lower() in _ONSETS_THAT_LOOK_WHOLE)


def _leads_to_a_letter(word: str) -> bool:
    return word.lower() in _NAMES_A_LETTER or word[-1] in "0123456789,;"
