"""What may be left out of a question: a house, a street, a hamlet; and where nothing else helps, what is unknown."""

from collections.abc import Callable
from itertools import pairwise

from agencies.finding.reading import Leaves, Reader
from agencies.finding.writing import DISTRICT, PROVINCE, types_at

#: Below a commune; what stands behind one of these is no unit's name, even if a unit has it.
_WORDS = """
thon ap khom xom ban buon lang to khu kp tdp doi bon so duong ngo ngach hem kiet pho nha toa cum soc phum ql dt
"""
_BELOW = frozenset(_WORDS.split())


def below_communes(reader: Reader) -> Leaves:
    """Houses, streets and hamlets may be left out: what stands from such a word to the next break."""
    return _leaves(reader, lambda at, end: reader.words[at].folded in _BELOW)


def unknown_parts(reader: Reader) -> Leaves:
    """What stands from one break to another may be left out, unless it is a known district or province: a superior that
    contradicts is not left out."""
    return _leaves(reader, lambda at, end: reader.words[at].folded in _BELOW or not _contradicts(reader, at, end))


def _leaves(reader: Reader, may: Callable[[int, int], bool]) -> Leaves:
    bounds = _bounds(reader)
    spans = dict(pairwise(bounds))
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
