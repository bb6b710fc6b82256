"""The agencies of the registry on a day as offices where papers are handed in: which is meant, how to reach it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from agencies.models import AdministrativeUnit, Agency
from agencies.models.agency import AgencyKind
from agencies.models.unit import UnitKind
from agencies.site import present
from pages.kept import kept
from procedures_catalog.facts.agencies.known_offices import KnownOffice, KnownOffices
from procedures_catalog.presenting.answering.where import BELOW


@dataclass(frozen=True, slots=True)
class Directory:
    """`offices` says which agency is meant; `reached` gives it as `agencies.site.present.counter` shapes it, with its
    `id` and `url`, by id; `addresses` are those of a line, without the province; `told` says where they stand that no
    line holds; `is_of_now` that an answer of another day is given what the registry knows today."""

    offices: KnownOffices
    reached: Mapping[int, dict[str, Any]]
    addresses: Mapping[int, str]
    told: str = BELOW
    is_of_now: bool = False

    def addressed(self, address: str) -> str:
        """An address as the answer says it; "" for none."""
        return as_of_now(address) if self.is_of_now else address

    def shown(self, found: Iterable[KnownOffice]) -> tuple[dict[str, Any], ...]:
        """How to reach these."""
        return tuple(self.reached[office.id] for office in found)

    def for_walls(self) -> "Directory":
        """The same for papers that hang for long, of which the ledger cannot know that an office has moved: they tell
        that its address is known, and how to have it."""
        hidden = {"address": "", "phone": ()}
        reached = {pk: one | hidden for pk, one in self.reached.items()}
        addresses = {pk: address and f"địa chỉ {_BY_CODE}" for pk, address in self.addresses.items()}
        return Directory(self.offices, reached, addresses, _BY_CODE)


_BY_CODE = "xem khi quét mã"
_NOW = "địa chỉ hiện nay"


def directory_for(on: date, asked_on: date) -> Directory:
    """What answers of a day tell of offices. Addresses are in no version: on another day than that on which somebody
    asks they are today's, and each says so. Queries as of `directory`."""
    known = directory(asked_on)
    if on == asked_on:
        return known
    addresses = {pk: as_of_now(address) for pk, address in known.addresses.items()}
    reached = {pk: one | {"address": as_of_now(one["address"])} for pk, one in known.reached.items()}
    return Directory(known.offices, reached, addresses, f"hiện nay {BELOW}", is_of_now=True)


def as_of_now(address: str) -> str:
    """An address as an answer of another day says it: it is known of today; "" for none."""
    return f"{_NOW}: {address}" if address else ""


def directory(on: date) -> Directory:
    """The agencies in force on a day. One query, five when something changed."""
    return kept({"known_offices": partial(_gather, on)}, on)["known_offices"]


def _gather(on: date) -> Directory:
    agencies = list(Agency.objects.in_force(on).select_related("unit", "parent"))
    shown = present.counters(agencies, on)
    provinces = AdministrativeUnit.objects.in_force(on).filter(kind=UnitKind.PROVINCE).values_list("name", flat=True)
    province = provinces[0] if len(provinces) == 1 else ""
    known = KnownOffices(list(map(_known, agencies)), province)
    reached = {
        agency.pk: one | {"id": agency.pk, "url": agency.get_absolute_url()}
        for agency, one in zip(agencies, shown, strict=True)
    }
    return Directory(known, reached, {agency.pk: _in_a_line(agency.address, province) for agency in agencies})


def _in_a_line(address: str, province: str) -> str:
    """The address without the portal's own province behind it."""
    end = f", {province}".casefold()
    return address[: -len(end)] if province and address.casefold().endswith(end) else address.strip(" .")


def _known(agency: Agency) -> KnownOffice:
    is_of_commune = agency.unit is not None and agency.unit.kind == UnitKind.COMMUNE
    commune = agency.unit.code if agency.unit and is_of_commune else ""
    if agency.kind != AgencyKind.COUNTER:
        return KnownOffice(agency.pk, agency.name, commune)
    return KnownOffice(agency.pk, agency.name, commune, "commune" if commune else "province" * is_of_province(agency))


def is_of_province(agency: Agency) -> bool:
    """Whether a counter is the province's own, not that of one of its departments."""
    is_unit_s = agency.unit is not None and agency.unit.kind == UnitKind.PROVINCE
    return is_unit_s or (agency.parent is not None and agency.parent.kind == AgencyKind.PROVINCIAL_COMMITTEE)
