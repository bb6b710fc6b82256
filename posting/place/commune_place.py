"""Where to hand a procedure in at the commune in which a paper hangs: today's commune, its counter, its part in it."""

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


def places_of(paper: PostedPaper, page: Page, today: date) -> tuple[Place, ...]:
    """The communes that stand today where the paper hangs: one, or several where its commune was divided."""
    unit = paper.unit or (paper.counter.unit if paper.counter else None)
    if unit is None or unit.kind != UnitKind.COMMUNE:
        return ()
    rules = CatalogueSettings.objects.first() or CatalogueSettings()
    role = _role(page, today, rules)
    basis = rules.communes_receive_citation if role.kind == "receives" else ""
    return tuple(
        Place(heir.name, role, sentence(role, heir.name), basis, _counter(paper, heir, today))
        for heir in communes_today(unit, today)
    )


def communes_today(unit: AdministrativeUnit, today: date) -> Sequence[AdministrativeUnit]:
    """The commune itself while it exists, then those that hold its ground."""
    return [unit] if unit.is_in_force(today) else list(unit.successors_on(today))


def _role(page: Page, today: date, rules: CatalogueSettings) -> Role:
    record = effective_record(page, today)
    deciding = record.competent or record.executing
    return role_of(filing_on(page, record, today), deciding, rules.communes_receive_from <= today)


def _counter(paper: PostedPaper, heir: AdministrativeUnit, today: date) -> dict[str, Any] | None:
    """The counter written on the paper while it exists and is that commune's, else the commune's own."""
    agency: Agency | None = paper.counter
    if agency is None or not agency.is_in_force(today) or agency.unit_id != heir.pk:
        agency = counter_of(heir, today)
    return present.counter(agency) if agency else None
