"""The units of a portal as places to be found: by their names, with who holds the ground today and who stood above."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from agencies.finding.labels import Label, labels_of
from agencies.finding.provinces import PROVINCES, Province
from agencies.finding.writing import COMMUNE, DISTRICT, PROVINCE
from agencies.reform.lineage import Edge, onward, successors
from agencies.reform.names import province_key
from vietnamese.days import Span
from vietnamese.slips import OneSlip

#: Shorter names are too much like each other for one to be a slip of another.
SHORTEST_WITH_SLIP = 4


@dataclass(frozen=True, slots=True)
class Place:
    """One unit, between two days. `parent` is an id; `kind`: province, district or commune."""

    id: int
    name: str
    kind: str
    parent: int | None = None
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Named:
    """A place under one spelling of its name."""

    label: Label
    place: Place


class Ground:
    """Units with their lineage, as they are on a day."""

    def __init__(self, places: Iterable[Place], edges: Iterable[Edge], on: date) -> None:
        self.places: Mapping[int, Place] = {place.id: place for place in places}
        self._steps = onward(edges, on)
        self._current = {place.id for place in self.places.values() if place.span.holds_on(on)}

    @cached_property
    def provinces(self) -> tuple[Place, ...]:
        """The provinces in force: nearly always one, the portal's own."""
        return tuple(one for one in self.places.values() if one.kind == PROVINCE and self.is_current(one))

    def is_current(self, place: Place) -> bool:
        """Whether it is in force."""
        return place.id in self._current

    def named(self, key: str) -> tuple[Named, ...]:
        """The places with a spelling of this key."""
        return self._by_key.get(key, ())

    def nearly_named(self, key: str) -> tuple[Named, ...]:
        """The places with a spelling that is one slip away from this key."""
        return tuple(named for near in self._slips.near(key) for named in self.named(near))

    def today(self, place: Place) -> tuple[Place, ...]:
        """The communes in force on its ground; itself where it is one."""
        if place.kind == COMMUNE and self.is_current(place):
            return (place,)
        starts = [place.id, *(self._members.get(place.id, ()) if place.kind == DISTRICT else ())]
        reached = (heir for start in starts for heir in self._standing(start))
        return tuple(self.places[heir] for heir in dict.fromkeys(reached) if self.places[heir].kind == COMMUNE)

    def above(self, asked: Place, today: Place) -> frozenset[int]:
        """All that may stand behind a name as its superior: districts and provinces of then and now, and of a commune
        that is no more the one of today."""
        if asked is today:
            return frozenset(over for one in (today.id, *self._before(today.id)) for over in self._over(one))
        heir = {today.id} if asked.kind == COMMUNE else set()
        return frozenset({*self._over(asked.id), *self._over(today.id), *heir})

    def superiors(self, place: Place) -> tuple[Place, ...]:
        """Those above it, the nearest first."""
        return tuple(self.places[over] for over in self._over(place.id))

    @cached_property
    def _members(self) -> Mapping[int, list[int]]:
        members = defaultdict(list)
        for place in self.places.values():
            if place.parent is not None:
                members[place.parent].append(place.id)
        return members

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Named, ...]]:
        found: dict[str, dict[int, Named]] = defaultdict(dict)
        held = {province_key(place.name) for place in self.places.values() if place.kind == PROVINCE}
        for place in self.places.values():
            for label in (*labels_of(place.name), *_also_called(place, held)):
                found[label.key].setdefault(place.id, Named(label, place))
        return {key: tuple(named.values()) for key, named in found.items()}

    @cached_property
    def _slips(self) -> OneSlip:
        return OneSlip(self._by_key, SHORTEST_WITH_SLIP)

    @cached_property
    def _came_from(self) -> Mapping[int, list[int]]:
        before = defaultdict(list)
        for steps in self._steps.values():
            for step in steps:
                if step.successor is not None:
                    before[step.successor].append(step.predecessor)
        return before

    def _standing(self, start: int) -> Iterable[int]:
        return (start,) if start in self._current else successors(start, self._steps, self._current)

    def _over(self, start: int) -> Iterator[int]:
        seen: set[int] = set()
        here = self.places[start].parent
        while here is not None and here not in seen:
            seen.add(here)
            yield here
            here = self.places[here].parent

    def _before(self, start: int) -> set[int]:
        found: set[int] = set()
        waiting = list(self._came_from.get(start, ()))
        while waiting:
            found.add(here := waiting.pop())
            waiting += [before for before in self._came_from.get(here, ()) if before not in found]
        return found


def foreign_provinces(ground: Ground) -> Mapping[str, tuple[str, Province]]:
    """Key of a name → that name and the province of today, for all that are not the ground's own."""
    own = {province_key(place.name) for place in ground.places.values() if place.kind == PROVINCE}
    others = [province for province in PROVINCES if province.key not in own]
    called = {label.key: (province.name, province) for province in others for label in _called(province)}
    return called | {
        label.key: (name, province)
        for province in others
        for name in (province.name, *province.former)
        if province_key(name) not in own
        for label in labels_of(name)
    }


def _also_called(place: Place, held: Container[str]) -> Iterator[Label]:
    """How else people call a province: by a former name, too, where the units do not hold that one by itself."""
    if place.kind != PROVINCE:
        return
    key = province_key(place.name)
    for province in PROVINCES:
        if province.key == key:
            former = (name for name in province.former if province_key(name) not in held)
            yield from _called(province)
            yield from (label for name in former for label in labels_of(name))


def _called(province: Province) -> Iterator[Label]:
    return (label for name in province.called for label in labels_of(name))
