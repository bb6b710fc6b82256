"""Where to hand a procedure in at one commune: today's commune, its counter, its part in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wagtail.models import Page

from agencies.models import AdministrativeUnit, Agency
from agencies.models.unit import UnitKind
from agencies.site import present
from posting.models import PostedPaper
from posting.place.place import counter_of
from posting.rules.commune_role import Role, role_of, sentence
from procedures_catalog.facts.held import effective_record
from procedures_catalog.models import CatalogueSettings
from procedures_catalog.page_context import filing_on


@dataclass(frozen=True, slots=True)
class Place:
    """One commune of today: its name, its part in the procedure and that in a sentence, the decree that a part as mere
    receiver rests on, and its counter as `agencies.site.present.counter` shapes it (None: none is known)."""

    name: str
    role: Role
    sentence: str
    basis: str
    counter: dict[str, Any] | None

    @property
    def receives(self) -> bool:
        """Whether papers are handed in here."""
        return self.role.receives and self.counter is not None

    @property
    def office(self) -> str:
        """The counter where papers are handed in; "" where they are not, or no counter is known."""
        return self.role.counter(self.counter["name"]) if self.role.receives and self.counter else ""


@dataclass(frozen=True, slots=True)
class Part:
    """What communes have to do with one procedure on a day; the same for all of them."""

    role: Role
    basis: str

    def at(self, name: str, counter: dict[str, Any] | None) -> Place:
        """The place in the commune of that name, with its counter."""
        return Place(name, self.role, sentence(self.role, name), self.basis, counter)


def part_of_communes(page: Page, on: date) -> Part:
    """The part of communes in the procedure of a page that was loaded with its facts. One query."""
    rules = CatalogueSettings.objects.first() or CatalogueSettings()
    record = effective_record(page, on)
    deciding = record.competent or record.executing
    role = role_of(filing_on(page, record, on), deciding, rules.communes_receive_from <= on)
    return Part(role, rules.communes_receive_citation if role.kind == "receives" else "")


def places_of(paper: PostedPaper, page: Page, on: date) -> tuple[Place, ...]:
    """The communes that stand today where the paper hangs: one, or several where its commune was divided."""
    unit = paper.unit or (paper.counter.unit if paper.counter else None)
    if unit is None or unit.kind != UnitKind.COMMUNE:
        return ()
    part = part_of_communes(page, on)
    held = {heir: _counter(paper, heir, on) for heir in communes_on(unit, on)}
    known = [counter for counter in held.values() if counter]
    shown = dict(zip(known, present.counters(known, on), strict=True))
    return tuple(part.at(heir.name, shown[counter] if counter else None) for heir, counter in held.items())


def communes_on(unit: AdministrativeUnit, on: date) -> Sequence[AdministrativeUnit]:
    """The commune itself while it exists, then those that hold its ground."""
    return [unit] if unit.is_in_force(on) else list(unit.successors_on(on))


def _counter(paper: PostedPaper, heir: AdministrativeUnit, on: date) -> Agency | None:
    """The counter written on the paper while it exists and is that commune's, else the commune's own."""
    agency: Agency | None = paper.counter
    if agency is None or not agency.is_in_force(on) or agency.unit_id != heir.pk:
        return counter_of(heir, on)
    return agency
