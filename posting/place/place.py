"""Where a paper is for: the commune's counter, and the head that stands on the paper."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings

from agencies.models import AdministrativeUnit, Agency
from agencies.models.agency import AgencyKind
from agencies.models.unit import UnitKind
from pages.models import PortalSettings
from paper.contents import Header
from posting.rules.commune_role import Role
from vietnamese.spelling import squeeze

#: What takes papers for a commune, the first of these that it has.
COUNTER_KINDS = (AgencyKind.COUNTER, AgencyKind.COMMUNE_COMMITTEE)


def counter_of(unit: AdministrativeUnit | None, on: date) -> Agency | None:
    """The commune's counter in force on a day, else its committee; None where neither is known."""
    if unit is None:
        return None
    return first_counter(Agency.objects.in_force(on).filter(unit=unit, kind__in=COUNTER_KINDS))


def first_counter(agencies: Iterable[Agency]) -> Agency | None:
    """Of a commune's agencies, all of COUNTER_KINDS, the one where papers are handed in."""
    return min(agencies, key=lambda each: (COUNTER_KINDS.index(each.kind), each.order, each.pk), default=None)


def header_of(unit: AdministrativeUnit | None, counter: Agency | None, portal: PortalSettings) -> Header:
    """The head of a paper: the province, the office that it is for, how to reach it, the portal's address."""
    province = portal.province_name
    return Header(
        province=f"{province[:1].upper()}{province[1:]}",
        office=counter.name if counter else unit.name if unit else "",
        address=counter.address if counter else "",
        phone=counter.phone if counter else "",
        hours=tuple(counter.opening_hours.splitlines()) if counter else (),
        hotline=portal.hotline,
        site=settings.WAGTAILADMIN_BASE_URL.split("://")[-1].rstrip("/"),
        note=squeeze(counter.note) if counter else "",
    )


def is_handed_in_at(counter: Agency, role: Role) -> bool:
    """Whether "the commune's centre", at which a commune with this part in a procedure takes papers, is this one for
    the people who stand there: a known address of a commune."""
    is_of_commune = counter.unit is not None and counter.unit.kind == UnitKind.COMMUNE
    return is_of_commune and bool(counter.address) and role.receives
