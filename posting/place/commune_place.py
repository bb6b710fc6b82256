"""Where to hand a procedure in at one commune: today's commune, its counter, its part in it."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wagtail.models import Page

from agencies.models import AdministrativeUnit, Agency
from agencies.models.unit import UnitKind
from agencies.site import present
from posting.models import PostedPaper
from posting.notes.shown import Note, note_at
from posting.place.place import counter_of
from posting.rules.commune_role import Role, refusal, role_of, sentence
from posting.rules.short_address import short_address
from procedures_catalog.facts.agencies.filing import Filing
from procedures_catalog.facts.held import effective_record
from procedures_catalog.known_offices import Directory, directory_for
from procedures_catalog.models import CatalogueSettings
from procedures_catalog.page_sources import filing_on


@dataclass(frozen=True, slots=True)
class Place:
    """One commune of today: its name, its part in the procedure and that in a sentence, the decree that a part as mere
    receiver rests on, and its counter as `agencies.site.present.counter` shapes it (None: none is known). Where papers
    are handed in elsewhere, `others` are the offices for people of that commune that the registry knows, in the same
    shape; `knows_all` says that no other is meant. `note` is what the commune itself tells its people of it."""

    name: str
    role: Role
    sentence: str
    basis: str
    counter: dict[str, Any] | None
    others: tuple[dict[str, Any], ...] = ()
    knows_all: bool = False
    note: Note | None = None

    @property
    def receives(self) -> bool:
        """Whether papers are handed in here."""
        return self.role.receives and self.counter is not None

    @property
    def office(self) -> str:
        """Where papers are handed in: the counter, else the other offices; "" where they are not all known."""
        if self.role.receives:
            return self.role.counter(self.counter["name"]) if self.counter else ""
        return self.role.counter(" hoặc ".join(self.names)) if self.knows_all else ""

    @property
    def names(self) -> tuple[str, ...]:
        """What the other offices are called."""
        return tuple(other["name"] for other in self.others)

    @property
    def in_short(self) -> str:
        """The one office's address as far as its name does not say it, and today's hours; first that it is closed,
        where it is."""
        alone = self.others[0] if len(self.others) == 1 and self.knows_all else None
        at = self.counter if self.role.receives else alone
        if at is None:
            return ""
        today = at["today"] or {"short": "", "is_open": True}
        said = (short_address(at["address"], at["name"]), today["short"])
        return " · ".join(filter(None, said if today["is_open"] else reversed(said)))

    @property
    def refusal(self) -> str:
        """That the commune does not take it, without the place, which is the answer; "" where it is in the commune."""
        return refusal(self.role, self.name)


@dataclass(frozen=True, slots=True)
class Part:
    """What communes have to do with one procedure on a day; the same for all of them. `filing` says where it is handed
    in, `known` which agencies of the registry that is where it is not at the commune's counter."""

    role: Role
    basis: str
    filing: Filing
    known: Directory | None

    def at(self, name: str, code: str, counter: dict[str, Any] | None) -> Place:
        """The place in the commune of that name and code, with its counter."""
        others, knows_all = self._others(code)
        role = dataclasses.replace(self.role, place=" hoặc ".join(one["name"] for one in others))
        said = sentence(role if knows_all else self.role, name)
        return Place(name, self.role, said, self.basis, counter, others, knows_all)

    def _others(self, code: str) -> tuple[tuple[dict[str, Any], ...], bool]:
        if self.known is None:
            return (), False
        every = self.known.offices.all_meant(self.filing.offices, code)
        return self.known.shown(every or self.known.offices.some_meant(self.filing, code)), bool(every)


def part_of_communes(page: Page, on: date, asked_on: date | None = None) -> Part:
    """The part of communes in the procedure of a page that was loaded with its facts; `asked_on` as of
    `directory_for` (None: that day). One query, two where they send people elsewhere."""
    rules = CatalogueSettings.in_use()
    record = effective_record(page, on)
    deciding = record.competent or record.executing
    filing = filing_on(page, record, on)
    role = role_of(filing, deciding, rules.communes_receive(on))
    basis = rules.communes_receive_citation if role.kind == "receives" else ""
    return Part(role, basis, filing, directory_for(on, asked_on or on) if role.kind == "elsewhere" else None)


def places_of(paper: PostedPaper, page: Page, on: date) -> tuple[Place, ...]:
    """The communes that stand today where the paper hangs: one, or several where its commune was divided."""
    unit = paper.unit or (paper.counter.unit if paper.counter else None)
    if unit is None or unit.kind != UnitKind.COMMUNE:
        return ()
    part = part_of_communes(page, on)
    held = {heir: _counter(paper, heir, on) for heir in communes_on(unit, on)}
    known = [counter for counter in held.values() if counter]
    shown = dict(zip(known, present.counters(known, on), strict=True))
    return tuple(
        with_note(part.at(heir.name, heir.code, shown[counter] if counter else None), page, heir.code)
        for heir, counter in held.items()
    )


def with_note(place: Place, page: Page, code: str) -> Place:
    """The place with the note of the commune of that code. One query."""
    return dataclasses.replace(place, note=note_at(page.identity_id, code))


def communes_on(unit: AdministrativeUnit, on: date) -> Sequence[AdministrativeUnit]:
    """The commune itself while it exists, then those that hold its ground."""
    return [unit] if unit.is_in_force(on) else list(unit.successors_on(on))


def _counter(paper: PostedPaper, heir: AdministrativeUnit, on: date) -> Agency | None:
    """The counter written on the paper while it exists and is that commune's, else the commune's own."""
    agency: Agency | None = paper.counter
    if agency is None or not agency.is_in_force(on) or agency.unit_id != heir.pk:
        return counter_of(heir, on)
    return agency


def handed_in_at(
    page: Page, unit: AdministrativeUnit | None, counter: Agency | None, on: date, asked_on: date | None = None
) -> Agency | None:
    """Whom a sheet for people of a commune speaks of in its head: the counter, or where they hand in elsewhere the one
    office of theirs; None where that is not known. `asked_on` as of `part_of_communes`."""
    if unit is None:
        return counter
    place = part_of_communes(page, on, asked_on).at(unit.name, unit.code, None)
    if place.role.kind != "elsewhere":
        return counter
    return Agency.objects.get(pk=place.others[0]["id"]) if place.knows_all and len(place.others) == 1 else None
