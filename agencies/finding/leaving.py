"""What may be left out of a question: a house, a street, a hamlet; and where nothing else helps, what is unknown."""

from collections.abc import Callable
from itertools import pairwise

from agencies.finding.reading import Leaves, Reader, no_leaves
from agencies.finding.writing import DISTRICT, PROVINCE, types_at

#: Below a commune; what stands behind one of these is no unit's name, even if a unit has it.
_WORDS = """
thon ap khom xom ban buon lang to khu kp tdp doi bon so duong ngo ngach hem kiet pho nha toa cum soc phum ql dt
"""
_BELOW = frozenset(_WORDS.split())
#: A commune that is not known, before its superiors without a comma.
_MOST_FIRST = 4


Leaving = Callable[[Reader], Leaves]


def nothing(reader: Reader) -> Leaves:
    """Every word counts."""
    return no_leaves


def below_communes(reader: Reader) -> Leaves:
    """Houses, streets and hamlets may be left out: what stands from such a word to the next break."""
    return _leaves(reader, lambda at, end: reader.words[at].folded in _BELOW)


def unknown_parts(reader: Reader) -> Leaves:
    """What stands from one break to another may be left out, and the first words, unless it is a known district or
    province: a superior that contradicts is not left out."""

    def may(at: int, end: int) -> bool:
        return reader.words[at].folded in _BELOW or not _contradicts(reader, at, end)

    between = _leaves(reader, may)
    first = range(1, min(_MOST_FIRST, len(reader.words) - 1) + 1)
    return lambda at: iter({*between(at), *(end for end in first if at == 0 and may(at, end))})


def _leaves(reader: Reader, may: Callable[[int, int], bool]) -> Leaves:
    spans = dict(pairwise(_bounds(reader)))
    return lambda at: iter([spans[at]] if at in spans and may(at, spans[at]) else [])


def _bounds(reader: Reader) -> list[int]:
    """The beginning, the end, every break and every word for a type."""
    words = reader.words
    inside = (at for at, word in enumerate(words) if word.breaks or word.dashed or any(types_at(words, at)))
    return sorted({0, len(words), *inside})


def _contradicts(reader: Reader, at: int, end: int) -> bool:
    starts = [at, *(at + one.length for one in types_at(reader.words, at))]
    hits = (hit for start in starts if start < end for hit in reader.hits(start, end))
    return any(hit.place.kind in (DISTRICT, PROVINCE) for hit in hits)
