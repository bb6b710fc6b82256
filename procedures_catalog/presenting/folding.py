"""A long text in two parts, the beginning that everybody sees and the rest that is unfolded: no word stands in both."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

#: About so many words are seen; a sentence that ends this much earlier or later ends the beginning.
SEEN, LEEWAY = 30, 15
_WORD = re.compile(r"\S+")
_ENDS = re.compile(r"[.;:!?…)]$")


@dataclass(frozen=True, slots=True)
class Folded:
    """The paragraphs that are seen, and those of the rest; one that was cut ends the first and begins the second."""

    beginning: tuple[str, ...]
    rest: tuple[str, ...]


def folded(paragraphs: Sequence[str]) -> Folded:
    """Whole paragraphs as far as about SEEN words reach; a first one that is longer is cut, where it can be behind a
    sentence."""
    if not paragraphs:
        return Folded((), ())
    first, second = _cut(paragraphs[0])
    if second:
        return Folded((first,), (second, *paragraphs[1:]))
    seen = _whole(paragraphs)
    return Folded(tuple(paragraphs[:seen]), tuple(paragraphs[seen:]))


def _whole(paragraphs: Sequence[str]) -> int:
    """How many of the first paragraphs SEEN words reach; one at least."""
    reached = accumulate(len(_WORD.findall(paragraph)) for paragraph in paragraphs)
    return max(1, sum(words <= SEEN for words in reached))


def _cut(paragraph: str) -> tuple[str, str]:
    """A paragraph of many words in two, any other and ""."""
    words = list(_WORD.finditer(paragraph))
    if len(words) <= SEEN + LEEWAY:
        return paragraph, ""
    near = (place for place in range(SEEN - LEEWAY, SEEN + LEEWAY) if _ENDS.search(words[place][0]))
    end = words[max(near, default=SEEN - 1)].end()
    return paragraph[:end], paragraph[end:].lstrip()
