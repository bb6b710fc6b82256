"""What an office of the registry is called apart from its place: "công an" of Công an phường Trường An."""

import re
from collections.abc import Iterator

from search.offices.spoken import ALSO_CALLED, LEVELS
from search.question.terms import WORD
from vietnamese.fold import fold
from vietnamese.spelling import exact

_AND = re.compile(r" và |, ?| - ")
_OF_WHERE = (*(f" {word}" for words in LEVELS.values() for word in words), " khu vực")
_LEAST_BEGINNING = 2  # words: "sở nông", not "sở"


def head_of(name: str, unit: str) -> str:
    """The name without the unit that the office is of, or without the words for its level; in `exact` form."""
    text = exact(name)
    text = text.removesuffix(f" {exact(unit)}") if unit else text
    end = next((end for end in _OF_WHERE if text.endswith(end)), "")
    return text.removesuffix(end)


def called(head: str) -> Iterator[str]:
    """What people call it: the whole, other words for it, its beginning, and its first word with initials."""
    yield head
    yield from ALSO_CALLED.get(head, ())
    beginning = _AND.split(head)[0]
    if beginning != head and len(beginning.split()) > _LEAST_BEGINNING:
        yield beginning
    yield from _with_initials(head)


def _with_initials(head: str) -> Iterator[str]:
    """Of a name of several matters: sở nnmt, sở vhttdl; with the "và" in it or without."""
    first, *others = WORD.findall(head)
    if not _AND.search(head) or len(others) < 2:
        return
    for words in (others, [word for word in others if word != "và"]):
        letters = "".join(word[0] for word in words)
        yield f"{first} {letters}"
        yield f"{first} {fold(letters)}"
