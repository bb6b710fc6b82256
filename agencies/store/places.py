"""Leads from a place as people write it to the commune of a day: `agencies.finding` over the units in the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from agencies.finding.candidates import Candidate
from agencies.finding.ground import Ground, Place
from agencies.finding.meaning import Meaning, meaning, sure_meaning
from agencies.finding.reading import EXACT, NEAR
from agencies.models import AdministrativeUnit, UnitSuccession
from agencies.models.unit import UnitKind
from agencies.reform.lineage import Edge, what_happened
from vietnamese.fold import fold

_NOW = "Tên hiện nay"


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A unit whose name was asked for, and one commune in force that holds its ground.

    `asked_name`: its name, with its superiors' when it is no more: many old communes shared a name; `what`: what
    happened to the unit, a sentence; `how` the name was understood: "exact", "unmarked" (typed without marks) or "near"
    (only like what was typed: a question to ask back, never an answer).
    """

    asked: AdministrativeUnit
    today: AdministrativeUnit
    asked_name: str
    what: str = ""
    how: str = EXACT

    @property
    def is_past(self) -> bool:
        """Whether the unit that was asked for is no more."""
        return self.asked.pk != self.today.pk

    @property
    def is_understood(self) -> bool:
        """Whether its name was written so, with marks or without."""
        return self.how != NEAR


@dataclass(frozen=True, slots=True)
class Found:
    """What a question about a place leads to.

    `sentence`: what to say before the matches, or in their stead when there are none; "" where they speak for
    themselves.
    """

    matches: tuple[PlaceMatch, ...] = ()
    sentence: str = ""

    @property
    def communes(self) -> tuple[AdministrativeUnit, ...]:
        """The communes in force that the matches lead to, each once, in the order of the matches."""
        return tuple({match.today.pk: match.today for match in self.matches}.values())

    @property
    def commune(self) -> AdministrativeUnit | None:
        """The one commune that is surely meant; None where somebody has to choose or to say that it is the one."""
        sure = len(self.communes) == 1 and all(match.is_understood for match in self.matches)
        return self.communes[0] if sure else None


def commune_by_code(code: str, on: date) -> AdministrativeUnit | None:
    """The commune of that code in force on a day; None where there is none. One query."""
    communes = AdministrativeUnit.objects.in_force(on).filter(kind=UnitKind.COMMUNE, code=code)
    return communes.order_by("-valid_from", "pk").first()


def who_followed(code: str, on: date) -> tuple[AdministrativeUnit | None, list[AdministrativeUnit]]:
    """The commune that had this code last, and those that hold its ground on a day; None and none where no commune had
    it."""
    last = AdministrativeUnit.objects.filter(kind=UnitKind.COMMUNE, code=code).order_by("-valid_to").first()
    return last, list(last.successors_on(on)) if last else []


def find_places(query: str, on: date) -> Found:
    """The communes of a day that a place leads to, however people write it: an old or a new name, alone or with its
    district and province, without marks, with a slip. Two queries, whatever is found."""
    return Places(on).find(query) if query.strip() else Found()


class Places:
    """The units of a day, to find places among them. Two queries, whatever is asked of it."""

    def __init__(self, on: date) -> None:
        self._on = on
        self._units = {unit.pk: unit for unit in AdministrativeUnit.objects.all()}
        edges = UnitSuccession.objects.edges()
        self._last_words = {fold(unit.name).rpartition(" ")[2] for unit in self._units.values()}
        self._steps = _steps(edges)
        self._ground = Ground(map(_place, self._units.values()), edges, on)

    def find(self, query: str) -> Found:
        """As `find_places`."""
        return _found(meaning(query, self._ground), self._ground, self._units, self._steps)

    def of_code(self, code: str) -> Found | None:
        """The commune in force that has a code; None where none has it."""
        communes = (unit for unit in self._units.values() if unit.code == code and unit.kind == UnitKind.COMMUNE)
        current = next((unit for unit in communes if unit.is_in_force(self._on)), None)
        return current and Found((PlaceMatch(current, current, current.name, _NOW),))

    def may_end(self, text: str) -> bool:
        """Whether a text may be a place's name, by its last word alone; quicker than to read it."""
        last = text.rpartition(" ")[2]
        return fold(last) in self._last_words or any(letter.isdigit() for letter in last)

    def surely(self, query: str) -> Found | None:
        """The same for a text that is a place's name and nothing else, written without a slip; None for all others."""
        meant = sure_meaning(query, self._ground)
        return None if meant is None else _found(meant, self._ground, self._units, self._steps)


def _place(unit: AdministrativeUnit) -> Place:
    return Place(unit.pk, unit.name, unit.kind, unit.parent_id, unit.span)


def _steps(edges: list[Edge]) -> Mapping[tuple[int, int | None], Edge]:
    return {(edge.predecessor, edge.successor): edge for edge in edges}


def _found(
    meant: Meaning,
    ground: Ground,
    units: Mapping[int, AdministrativeUnit],
    steps: Mapping[tuple[int, int | None], Edge],
) -> Found:
    matches = tuple(
        PlaceMatch(
            units[one.asked.id],
            units[one.today.id],
            _asked_name(one, ground),
            _what(one, steps.get((one.asked.id, one.today.id))),
            one.how,
        )
        for one in meant.candidates
    )
    return Found(matches, meant.sentence)


def _asked_name(one: Candidate, ground: Ground) -> str:
    """With those above it that are no more."""
    over = () if one.asked is one.today else ground.superiors(one.asked)
    return ", ".join([one.asked.name, *(place.name for place in over if not ground.is_current(place))])


def _what(one: Candidate, step: Edge | None) -> str:
    if one.asked is one.today:
        return _NOW
    if step is None:
        return f"Địa bàn nay thuộc {one.today.name}"
    return what_happened(step.kind, one.today.name, step.date)
