"""A question about a place as words: where it breaks off, and which words say the type of a unit or nothing at all."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from agencies.finding.labels import has_marks
from vietnamese.fold import fold
from vietnamese.keyboard.typing import as_meant
from vietnamese.slips import slips_between
from vietnamese.spelling import exact, squeeze

PROVINCE, DISTRICT, COMMUNE = "province", "district", "commune"
#: Type as it is written → the levels that have it.
LEVELS: Mapping[str, frozenset[str]] = {
    "xã": frozenset({COMMUNE}),
    "phường": frozenset({COMMUNE}),
    "thị trấn": frozenset({COMMUNE}),
    "đặc khu": frozenset({COMMUNE}),
    "huyện": frozenset({DISTRICT}),
    "quận": frozenset({DISTRICT}),
    "thị xã": frozenset({DISTRICT}),
    "thành phố": frozenset({DISTRICT, PROVINCE}),
    "tỉnh": frozenset({PROVINCE}),
}
_SHORT = {
    **{"x": "xã", "p": "phường", "ph": "phường", "f": "phường", "tt": "thị trấn", "dk": "đặc khu"},
    **{"h": "huyện", "q": "quận", "tx": "thị xã", "tp": "thành phố", "t": "tỉnh"},
}
_IN_FULL: dict[tuple[str, ...], str] = {tuple(fold(name).split()): name for name in LEVELS}
_BY_WORDS = _IN_FULL | {(short,): name for short, name in _SHORT.items()}
_IN_ONE_WORD = {(fold(name).replace(" ", ""),): name for name in LEVELS if " " in name}
_TYPES = _IN_ONE_WORD | _BY_WORDS
_SHORTEST_TYPE = 2

# What people write around a place and what says nothing of where it is.
_EMPTY = frozenset(
    tuple(words.split())
    for words in """ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|cong an|tru so|dia ban|dia chi|mot cua|bo phan mot cua
trung tam phuc vu hanh chinh cong|trung tam hanh chinh cong|thuoc|o|tai|cua|cu|truoc|truoc day|truoc kia|nay|nay la|moi
viet nam|vn|xa phuong""".replace("\n", "|").split("|")
)
_BELONGS_TO = "thuoc"
_LONGEST_EMPTY = max(map(len, _EMPTY))

_PART = re.compile(r"[^\W_]+|[,;/()|\[\]:•·]|[-–—]")
_GLUED = re.compile(rf"({'|'.join(sorted((''.join(words) for words in _TYPES), key=len, reverse=True))})0*(\d+)")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: in `exact` form, folded, and whether a comma or the like (`breaks`), or a dash, stands before it."""

    marked: str
    folded: str
    breaks: bool = False
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class TypeWords:
    """So many words that say a type, with so many slips."""

    length: int
    name: str
    slips: int = 0


def ways_to_write(text: str) -> tuple[tuple[Word, ...], ...]:
    """The words of a question, "p3" as two: as raw Telex or VNI means them and, where that differs, as they stand, for
    a single key may be left over. Takes any str."""
    typed = squeeze(text)
    return tuple(dict.fromkeys(tuple(_words(exact(way))) for way in (as_meant(typed), typed)))


def types_at(words: tuple[Word, ...], at: int, with_slips: bool = False) -> Iterator[TypeWords]:
    """The readings of what begins there as words for a type, the longest first."""
    for length in (2, 1):
        said = tuple(word.folded for word in words[at : at + length])
        if len(said) == length and not any(word.breaks for word in words[at + 1 : at + length]):
            yield from _types(said, with_slips)


def empty_at(words: tuple[Word, ...], at: int, with_slips: bool = False) -> Iterator[int]:
    """How many of the words there say nothing of a place."""
    for length in range(1, _LONGEST_EMPTY + 1):
        if tuple(word.folded for word in words[at : at + length]) in _EMPTY and at + length <= len(words):
            yield length
    if with_slips and at < len(words) and slips_between(words[at].folded, _BELONGS_TO) == 1:
        yield 1


@cache
def _slipped(said: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for words, name in (_IN_FULL | _IN_ONE_WORD).items() if _is_slip(said, words)))


def _types(said: tuple[str, ...], with_slips: bool) -> Iterator[TypeWords]:
    if said in _TYPES:
        yield TypeWords(len(said), _TYPES[said])
    elif with_slips and sum(map(len, said)) < 12:
        yield from (TypeWords(len(said), name, 1) for name in _slipped(said))


def _is_slip(said: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Of "xã" a letter too many or another one; what is shorter is a name."""
    typed, meant = "".join(said), "".join(words)
    if len(said) != len(words) or len(meant) < _SHORTEST_TYPE or len(typed) < _SHORTEST_TYPE:
        return False
    return abs(len(typed) - len(meant)) <= 1 and typed.isalpha() and slips_between(typed, meant) == 1


def _words(text: str) -> Iterator[Word]:
    breaks = dashed = False
    for part in _PART.findall(text):
        if not (part[0].isalnum()):
            breaks, dashed = breaks or part not in "-–—", dashed or part in "-–—"
            continue
        for word in _parted(part):
            yield Word(word, fold(word), breaks, dashed)
            breaks = dashed = False


def _parted(word: str) -> tuple[str, ...]:
    """ "p3" and "phường3" are two words."""
    glued = _GLUED.fullmatch(fold(word))
    return (word[: len(glued[1])], glued[2]) if glued else (word,)


def is_marked(words: tuple[Word, ...]) -> bool:
    """Whether any of these words bears a mark."""
    return has_marks(word.marked for word in words)
