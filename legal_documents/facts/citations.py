"""Which document a citation means: never another one that has the same number.

After the mergers of 2025 a province inherits several series of decisions, each with its own 46/2020/QĐ-UBND, and every
office begins to count anew each year. Then only what the citation says besides the number can tell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from legal_documents.facts.numbers import has_one_maker
from vietnamese.fold import words

#: Words that a citation's title must have besides its number before it can tell a document by itself, and how many of
#: them the document's own title must have too.
_LEAST_WORDS, _LEAST_SHARE = 5, 0.8
_PLACE = re.compile(
    r"(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường)\s+((?:[A-ZĐÀ-Ỹ][\w'’]*)(?:\s+[A-ZĐÀ-Ỹ][\w'’]*){0,3})"
)
_NUMBER_WORD = re.compile(r"\S*\d\S*")
_SAID_BY_ALL = frozenset(
    words("luật bộ nghị định quyết thông tư liên tịch pháp lệnh số ngày tháng năm của về việc quy và các một điều")
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document as others cite it: the number as written, and the title or "" where only the number is given."""

    number: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A document that the portal holds: its id, its key, its maker's name, and all that its titles say."""

    id: int
    key: str
    issuer: str = ""
    title: str = ""


def meant(citation: Citation, held: Sequence[Held]) -> Held | None:
    """The one of the documents with the citation's number that is meant; None when that cannot be told."""
    fitting = [one for one in held if not _names_another_place(citation, one)]
    if len(fitting) == 1 and len(held) == 1 and has_one_maker(fitting[0].key):
        return fitting[0]
    told = [one for one in fitting if _tells(citation, one)]
    return told[0] if len(told) == 1 else None


def _tells(citation: Citation, held: Held) -> bool:
    """Whether issuer or title tell that it is this one."""
    return bool(_places(citation.title) & _places_of(held)) or _same_title(citation.title, held.title)


def _names_another_place(citation: Citation, held: Held) -> bool:
    said, has = _places(citation.title), _places_of(held)
    return bool(said and has and not said & has)


def _places_of(held: Held) -> frozenset[str]:
    return _places(f"{held.issuer}. {held.title}")


def _places(text: str) -> frozenset[str]:
    """The provinces and communes that a text names, folded."""
    return frozenset(" ".join(words(found)) for found in _PLACE.findall(text))


def _same_title(cited: str, held: str) -> bool:
    """Whether the title of the citation says enough, and hardly anything that the document's title does not."""
    said = _telling(cited)
    return len(said) >= _LEAST_WORDS and len(said & _telling(held)) >= _LEAST_SHARE * len(said)


def _telling(title: str) -> set[str]:
    """The words of a title that not every title has; numbers are compared by their keys."""
    return {*words(_NUMBER_WORD.sub(" ", title))} - _SAID_BY_ALL
