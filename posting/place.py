"""Where a paper is for: the commune's counter, and the head that stands on the paper."""

from django.conf import settings

from agencies.models import AdministrativeUnit, Agency
from agencies.models.agency import AgencyKind
from pages.models import PortalSettings
from paper.contents import Header


def counter_of(unit: AdministrativeUnit | None) -> Agency | None:
    """The commune's counter in force today, else its committee; None where neither is known."""
    if unit is None:
        return None
    kinds = (AgencyKind.COUNTER, AgencyKind.COMMUNE_COMMITTEE)
    agencies = list(Agency.objects.in_force().filter(unit=unit, kind__in=kinds))
    return min(agencies, key=lambda agency: (kinds.index(agency.kind), agency.order, agency.pk), default=None)


def header_of(unit: AdministrativeUnit | None, counter: Agency | None, portal: PortalSettings | None = None) -> Header:
    """The head of a paper: the province, the office that it is for, how to reach it, the portal's address.

    `portal` saves reading the settings again.
    """
    portal = portal or PortalSettings.objects.first() or PortalSettings()
    province = portal.province_name
    return Header(
        province=f"{province[:1].upper()}{province[1:]}",
        office=counter.name if counter else unit.name if unit else "",
        address=counter.address if counter else "",
        phone=counter.phone if counter else "",
        hours=tuple(counter.opening_hours.splitlines()) if counter else (),
        hotline=portal.hotline,
        site=settings.WAGTAILADMIN_BASE_URL.split("://")[-1].rstrip("/"),
    )
