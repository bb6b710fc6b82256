"""Gathers what one agency's page shows, in a number of queries that does not depend on the agency."""

from datetime import date
from typing import Any

from agencies.models import Agency, AgencySuccession, UnitSuccession
from agencies.models.agency import AgencyKind
from agencies.site import present
from vietnamese.telephone import pieces


def agency_page(agency: Agency, on: date) -> dict[str, Any]:
    """The context of agencies/agency_page.html on that day. Give the agency with its parent."""
    members = list(agency.children.in_force(on))
    return {
        "page": {"title": agency.name},
        "agency": agency,
        "phone": pieces(agency.phone),
        "is_reachable": any((agency.address, agency.phone, agency.email, agency.website)),
        "kind_label": agency.get_kind_display(),
        "parent": present.linked(agency.parent) if agency.parent else None,
        "counters": present.counters(_counters(agency, members), on),
        "children": [present.linked(child) for child in members if child.kind != AgencyKind.COUNTER],
        "validity": {"text": present.validity_text(agency, on)},
        "units": _old_units(agency),
        "predecessors": _predecessors(agency),
        "successors": _successors(agency, on),
    }


def _counters(agency: Agency, members: list[Agency]) -> list[Agency]:
    """A counter's own page shows itself."""
    itself = [agency] if agency.kind == AgencyKind.COUNTER else []
    return itself + [member for member in members if member.kind == AgencyKind.COUNTER]


def _old_units(agency: Agency) -> list[str]:
    """The old communes of the land of a commune's committee."""
    if agency.kind != AgencyKind.COMMUNE_COMMITTEE:
        return []
    steps = UnitSuccession.objects.filter(successor_id=agency.unit_id).select_related("predecessor")
    return [present.old_unit(step) for step in steps]


def _predecessors(agency: Agency) -> list[dict[str, Any]]:
    return [present.predecessor(step) for step in agency.previous_steps.select_related("predecessor")]


def _successors(agency: Agency, on: date) -> list[dict[str, Any]]:
    """Who followed at once, then who does the work today if that is somebody else."""
    steps = list(AgencySuccession.objects.filter(predecessor=agency).select_related("successor"))
    at_once = {step.successor_id for step in steps}
    today = agency.successors_on(on).exclude(pk__in=at_once - {None}) if steps else []
    return [present.successor(step) for step in steps] + [present.heir_today(heir) for heir in today]
