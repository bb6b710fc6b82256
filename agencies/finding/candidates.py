"""Which places a reading of a question means: the name among the segments whose superiors all the others are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from agencies.finding.ground import Ground, Place
from agencies.finding.labels import labels_of
from agencies.finding.reading import EXACT, IN_A_QUESTION, NEAR, UNMARKED, Hit, Reading, Segment
from agencies.finding.writing import COMMUNE, PROVINCE
from vietnamese.order import sort_key

_HOW = (EXACT, UNMARKED, NEAR)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant, and a commune in force that holds its ground."""

    asked: Place
    today: Place
    how: str
    slips: int = 0
    has_type: bool = True
    left: tuple[str, ...] = ()

    @property
    def doubt(self) -> int:
        """How far it is from what was typed: slips, and words left out."""
        return self.slips + sum(len(words.split()) for words in self.left)


def candidates(readings: Iterable[Reading], ground: Ground) -> list[Candidate]:
    """Those with the least doubt, each once: current ones first, of the type that was typed, communes before
    districts, in the alphabet's order."""
    found: dict[tuple[int, int], Candidate] = {}
    for reading in readings:
        for one in _meant(reading, ground):
            known = found.get((one.asked.id, one.today.id))
            if known is None or _worth(one) < _worth(known):
                found[one.asked.id, one.today.id] = one
    least = min((one.doubt for one in found.values()), default=0)
    return sorted(_of_the_type(_once(one for one in found.values() if one.doubt == least)), key=_order)


def without_heirs(readings: Iterable[Reading], ground: Ground) -> list[Place]:
    """The places that may be meant and whose ground nobody is known to hold."""
    found: dict[int, Place] = {}
    for reading in readings:
        target, *others = reading.segments
        for hit in target.hits:
            over = frozenset(superior.id for superior in ground.superiors(hit.place))
            is_meant = hit.place.kind != PROVINCE and _superiors(others, over) is not None
            if is_meant and not ground.today(hit.place):
                found[hit.place.id] = hit.place
    return list(found.values())


def _meant(reading: Reading, ground: Ground) -> list[Candidate]:
    """Of the first segment that the others stand above; people name the smallest place first."""
    for target in reading.segments:
        others = [segment for segment in reading.segments if segment is not target]
        found = [one for hit in target.hits for one in _under(hit, others, reading, ground)]
        if found:
            return found
    return []


def _under(hit: Hit, others: list[Segment], reading: Reading, ground: Ground) -> Iterator[Candidate]:
    if hit.place.kind == PROVINCE:
        return
    for today in ground.today(hit.place):
        fitting = _superiors(others, ground.above(hit.place, today))
        if fitting is not None:
            total = reading.slips + hit.slips + sum(superior.slips for superior in fitting)
            how = max((hit.how, *(one.how for one in fitting)), key=_HOW.index)
            if total <= IN_A_QUESTION:
                how = NEAR if total or reading.left else how
                yield Candidate(hit.place, today, how, total, hit.has_type, reading.left)


def _superiors(segments: list[Segment], above: frozenset[int]) -> tuple[Hit, ...] | None:
    """What the segments mean as superiors, with the fewest slips; None where they mean none. One name twice means two:
    the town and its province."""
    each = [[hit for hit in segment.hits if hit.place.id in above] for segment in segments]
    ways = (way for way in product(*each) if len({(hit.key, hit.place.kind) for hit in way}) == len(way))
    return min(
        ways, key=lambda way: (sum(hit.slips for hit in way), [_HOW.index(hit.how) for hit in way]), default=None
    )


def _worth(one: Candidate) -> tuple[int, int, bool]:
    return one.doubt, _HOW.index(one.how), not one.has_type


def _once(found: Iterable[Candidate]) -> list[Candidate]:
    """One that only changed its superior is the same place under the same name: once is enough."""
    found = list(found)
    shown = {(one.today.id, one.today.name) for one in found if one.asked is one.today}
    return [one for one in found if one.asked is one.today or (one.today.id, one.asked.name) not in shown]


def _of_the_type(found: list[Candidate]) -> list[Candidate]:
    """Whoever writes the whole name of a commune in force, with its type, means none of another type."""
    is_whole = any(one.asked is one.today and one.has_type for one in found)
    return [one for one in found if one.has_type] if is_whole else found


def _order(one: Candidate) -> tuple[object, ...]:
    is_past = one.asked is not one.today
    return (
        *(not one.has_type, is_past, one.asked.kind != COMMUNE, _HOW.index(one.how)),
        *(sort_key(one.asked.name), one.asked.id, not _share_a_name(one), sort_key(one.today.name)),
    )


def _share_a_name(one: Candidate) -> bool:
    return labels_of(one.asked.name)[0].key == labels_of(one.today.name)[0].key
