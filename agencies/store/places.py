"""Finds today's commune by any name that the place has had."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Concat

from agencies.models import AdministrativeUnit, UnitSuccession
from agencies.models.unit import UnitKind
from vietnamese.fold import words
from vietnamese.order import sort_key

#: More units than this under one short name help nobody.
MOST_UNITS = 20

_NOW = "Tên hiện nay"
_TYPE = re.compile(r"^(?:xa|phuong|thi-tran|thi-xa|thanh-pho|huyen|quan|dac-khu|tx|tt|tp|x|p|h|q)-(?=.)")


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A unit whose name was asked for, and one commune in force that holds its ground.

    `what`: what happened to the unit, a sentence; `how` the name was understood: "exact", "unmarked" (typed without
    marks) or "near" (only like what was typed: a question to ask back, never an answer).
    """

    asked: AdministrativeUnit
    today: AdministrativeUnit
    what: str = ""
    how: str = "exact"

    @property
    def asked_name(self) -> str:
        """The name asked for, with its superior's when it is no more: many old communes shared a name."""
        parent = None if self.asked is self.today else self.asked.parent
        return f"{self.asked.name}, {parent.name}" if parent else self.asked.name


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
        sure = len(self.communes) == 1 and all(match.how != "near" for match in self.matches)
        return self.communes[0] if sure else None


def commune_by_code(code: str, on: date) -> AdministrativeUnit | None:
    """The commune of that code in force on a day; None where there is none. One query."""
    communes = AdministrativeUnit.objects.in_force(on).filter(kind=UnitKind.COMMUNE, code=code)
    return communes.order_by("-valid_from", "pk").first()


def find_places(query: str, on: date) -> Found:
    """The communes of a day that a place leads to, however people write it: an old or a new name, alone or with its
    district and province."""
    matches = tuple(_find_units(query, on))
    said = "" if matches or not query.strip() else "Không có tên này trong danh mục của cổng."
    return Found(matches, said)


def _find_units(query: str, on: date) -> list[PlaceMatch]:
    """Districts and communes named with the query's words, each with the communes of a day.

    Marks, letter case and the unit's type do not matter. Whole names first, then in the alphabet's order. The
    number of database queries does not depend on what is found.
    """
    wanted = "-".join(words(query))
    core = _TYPE.sub("", wanted)
    units = _named(wanted) or _named(core)
    units.sort(key=lambda unit: (not unit.slug.endswith(f"-{core}"), sort_key(unit.name)))
    return _matches(units[:MOST_UNITS], on)


def _named(wanted: str) -> list[AdministrativeUnit]:
    if not wanted:
        return []
    candidates = _lower_units().annotate(words=Concat(Value("-"), "slug", output_field=CharField()))
    return list(candidates.filter(words__contains=f"-{wanted}").select_related("parent"))


def _lower_units() -> QuerySet[AdministrativeUnit]:
    return AdministrativeUnit.objects.filter(kind__in=[UnitKind.DISTRICT, UnitKind.COMMUNE])


def _matches(units: list[AdministrativeUnit], on: date) -> list[PlaceMatch]:
    """Those in force first, then those that are no more."""
    current = [unit for unit in units if unit.is_in_force(on)]
    past = [unit for unit in units if not unit.is_in_force(on)]
    communes = [unit for unit in current if unit.kind == UnitKind.COMMUNE]
    return [PlaceMatch(unit, unit, _NOW) for unit in communes] + _past_matches(past, current, on)


def _past_matches(past: list[AdministrativeUnit], current: list[AdministrativeUnit], on: date) -> list[PlaceMatch]:
    standing = _standing_in(past, on)
    today = AdministrativeUnit.objects.in_bulk({pk for pks in standing.values() for pk in pks})
    sentences = _sentences(past)
    pairs = [(unit, today[pk]) for unit in past for pk in standing[unit.pk]]
    # One that only changed its superior is the same place under the same name: once is enough.
    shown = {(unit.pk, unit.name) for unit in current}
    new = [(unit, heir) for unit, heir in pairs if (heir.pk, unit.name) not in shown]
    return [PlaceMatch(unit, heir, _sentence(unit, heir, sentences)) for unit, heir in new]


def _sentence(unit: AdministrativeUnit, heir: AdministrativeUnit, sentences: dict[tuple[int, int], str]) -> str:
    return sentences.get((unit.pk, heir.pk), f"Địa bàn nay thuộc {heir.name}")


def _standing_in(units: list[AdministrativeUnit], on: date) -> dict[int, tuple[int, ...]]:
    """The communes that hold the ground of each; of a district, those that hold its communes' ground."""
    if not units:
        return {}
    districts = [unit.pk for unit in units if unit.kind == UnitKind.DISTRICT]
    children = AdministrativeUnit.objects.filter(parent__in=districts).values_list("pk", "parent_id")
    grounds = {unit.pk: [unit.pk] for unit in units}
    for pk, parent in children:
        grounds[parent].append(pk)
    standing = UnitSuccession.objects.standing_in([pk for pks in grounds.values() for pk in pks], on)
    return {pk: _all_of(standing, ones) for pk, ones in grounds.items()}


def _all_of(standing: dict[int, tuple[int, ...]], ones: list[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(heir for one in ones for heir in standing[one]))


def _sentences(units: list[AdministrativeUnit]) -> dict[tuple[int, int], str]:
    """What happened, for each step that leads from one of these units straight to another."""
    steps = UnitSuccession.objects.filter(predecessor__in=units, successor__isnull=False)
    steps = steps.select_related("successor")
    return {(step.predecessor_id, step.successor_id): step.sentence() for step in steps}
