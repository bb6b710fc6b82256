"""Which document a citation means: never another one that has the same number.

After the mergers of 2025 a province inherits several series of decisions, each with its own 46/2020/QĐ-UBND, and every
office begins to count anew each year; the National Assembly gives laws and resolutions one series of numbers a year
and sometimes both the same. Then only what the citation says besides the number can tell.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legal_documents.facts.numbers import disagree, find_numbers, has_one_maker
from vietnamese.fold import fold, words
from vietnamese.spelling import squeeze

#: Words that a citation's title must have besides its number before it can tell a document by itself, and how many of
#: them the document's own title must have too.
_LEAST_WORDS, _LEAST_SHARE = 5, 0.8
#: Two titles that both say that much and share less are not of one document.
_STRANGE_SHARE = 0.2
#: What a document is called, folded → the keys of `DocumentKind` that are called so.
_KINDS: Mapping[str, tuple[str, ...]] = {
    "bo luat": ("code", "law"),
    "luat": ("law", "code"),
    "phap lenh": ("ordinance",),
    "nghi quyet": ("resolution",),
    "nghi dinh": ("decree",),
    "quyet dinh": ("decision",),
    "thong tu": ("circular", "joint_circular"),
    "chi thi": ("directive",),
}
_CALLED = re.compile(rf"\W*({'|'.join(_KINDS)})(?: lien tich)?(?!\w)(?:\W*so(?!\w))?\W*")
#: Numbers that the National Assembly gives to laws and to resolutions.
_ASSEMBLY = re.compile(r"/qh[0-9]")
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
    """A document that the portal holds: its id, its key, its maker's name, all that its titles say, one a line, and
    its kind (a key of `DocumentKind`, "" for unknown)."""

    id: int
    key: str
    issuer: str = ""
    title: str = ""
    kind: str = ""


def meant(citation: Citation, held: Sequence[Held]) -> Held | None:
    """The one of the documents with the citation's number that is meant; None when that cannot be told."""
    fitting = [one for one in held if not _contradicts(citation, one)]
    if len(fitting) == 1 and len(held) == 1 and _is_enough(citation, fitting[0]):
        return fitting[0]
    told = [one for one in fitting if _tells(citation, one)]
    return told[0] if len(told) == 1 else None


def _is_enough(citation: Citation, held: Held) -> bool:
    """Whether the number says which, where the portal holds one document of it that nothing speaks against."""
    if not has_one_maker(held.key):
        return False
    return not _ASSEMBLY.search(held.key) or bool(_kinds_said(citation)) or _is_title_part(citation.title, held.title)


def _tells(citation: Citation, held: Held) -> bool:
    """Whether issuer or title tell that it is this one."""
    return bool(_places(citation.title) & _places_of(held)) or _same_title(citation.title, held.title)


def _contradicts(citation: Citation, held: Held) -> bool:
    """Whether the citation's words say that it is another one, whatever the number."""
    return (
        _names_another_place(citation, held)
        or _names_another_kind(citation, held)
        or _has_another_number(citation, held)
        or _has_another_title(citation.title, held.title)
    )


def _names_another_kind(citation: Citation, held: Held) -> bool:
    """Whether number or title begin with the name of another kind: "Nghị quyết 56/2010/QH12" is no law."""
    known = {kind for kinds in _KINDS.values() for kind in kinds}
    return held.kind in known and any(held.kind not in kinds for kinds in _kinds_said(citation))


def _kinds_said(citation: Citation) -> list[tuple[str, ...]]:
    """The kinds by whose name number and title begin."""
    found = (_CALLED.match(fold(squeeze(text))) for text in (citation.number, citation.title))
    return [_KINDS[match[1]] for match in found if match]


def _has_another_number(citation: Citation, held: Held) -> bool:
    """Whether the title begins with a number of its own that is another: "Thông tư số 33/2018/TT-BTC"."""
    title = squeeze(citation.title)
    called = _CALLED.match(fold(title))
    said = find_numbers(title[called.end() :]) if called and title[called.end() : called.end() + 1].isdigit() else ()
    return bool(said) and disagree(said[0], held.key)


def _has_another_title(cited: str, held: str) -> bool:
    """Whether two titles that both say enough have next to nothing in common."""
    said, has = _telling(cited), _telling(held)
    least = min(len(said), len(has))
    return least >= _LEAST_WORDS and len(said & has) < _STRANGE_SHARE * least


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
    return len(_telling(cited)) >= _LEAST_WORDS and _is_title_part(cited, held)


def _is_title_part(cited: str, held: str) -> bool:
    """Whether the title of the citation says something, and hardly anything that the document's title does not."""
    said = _telling(cited)
    return bool(said) and len(said & _telling(held)) >= _LEAST_SHARE * len(said)


def _telling(title: str) -> set[str]:
    """The words of a title that not every title has; numbers are compared by their keys."""
    return {*words(_NUMBER_WORD.sub(" ", title))} - _SAID_BY_ALL
