"""A list of phrases out of what somebody pasted: no list signs, no doubled spaces, no phrase twice, nobody's number."""

import re
from collections.abc import Iterator, Sequence

from vietnamese.somebodys_numbers import may_hold_number
from vietnamese.spelling import clean, exact, squeeze

LONGEST_PHRASE = 120  # characters; the longest question that came with the portal has 90
_SHOWN = 30  # characters of a phrase in a complaint
#: What Word and people set before the lines of a list, several of them where a list was pasted into a list.
_SIGNS = re.compile(r"(?:[-–—*+•·▪●○◦‣]\s*|o\s+|\d{1,2}[.)]\s+|[a-zđ]\)\s+)+(?=\S)", re.IGNORECASE)


def phrases_of(text: str) -> tuple[str, ...]:
    """The phrases of a text in their order, one a line, each once; spelled as they were typed."""
    typed = (_without_sign(squeeze(line)) for line in clean(text).splitlines())
    return tuple({exact(phrase): phrase for phrase in reversed(list(filter(None, typed)))}.values())[::-1]


def _without_sign(line: str) -> str:
    return _SIGNS.sub("", line, count=1) if _SIGNS.match(line) else line


def about_phrases(phrases: Sequence[str], longest: int = LONGEST_PHRASE) -> Iterator[str]:
    """What is wrong with them, in words that an editor can act on; the number itself is not said again."""
    for place, phrase in enumerate(phrases, 1):
        if len(phrase) > longest:
            yield f"“{phrase[:_SHOWN]}…” có {len(phrase)} ký tự, nhiều nhất là {longest}: hãy rút gọn."
        if may_hold_number(phrase):
            yield f"Dòng {place} có số giống số điện thoại hoặc số giấy tờ của một người: hãy bỏ số ấy và tên người."


def without_lead(sentence: str, lead: str) -> str:
    """A sentence on one line that goes on from given words ("Dùng khi"): without these, where they were typed again,
    and without the full stop that is set behind it."""
    said = squeeze(sentence)
    while exact(said).startswith(exact(lead)):
        said = said[len(lead) :].lstrip(" :,…")
    return said.rstrip(" .")
