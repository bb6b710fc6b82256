"""Asks about lists as wholes: which procedures a list that claims to be whole does not name any more."""

from collections.abc import Sequence, Set
from datetime import date

from agencies.models.dated import not_ended
from procedures_catalog.importing.judging.questions import about_list, about_part, is_whole
from procedures_catalog.importing.judging.report import Report
from procedures_catalog.importing.plan import Plan
from procedures_catalog.importing.seen import absent_from
from procedures_catalog.models import ImportRun, ProcedurePage

#: Whether lists are whole: all of them or none, those of these layers, or (None) whichever look it.
Whole = bool | Set[str] | None


def ask_about_lists(plans: Sequence[Plan], report: Report, whole: Whole, on: date) -> None:
    """Adds to the report what looks wrong about the lists of each layer on a day, all files of a layer taken as one
    list, and the codes that were seen before and that a whole national one does not name."""
    for layer in dict.fromkeys(plan.layer for plan in plans if plan.layer):
        label = ", ".join(plan.file for plan in plans if plan.layer == layer)
        named, held = named_by(plans, layer), _held(layer, on)
        if not _is_whole(layer, held.keys(), named, whole):
            unsaid = about_part(held.keys(), named) if whole is None else []
            report.questions += [(label, question) for question in unsaid]
            continue
        asked = about_list(held, named, ImportRun.known_missing(layer))
        report.questions += [(label, question) for question in asked]
        report.vanished[layer] = sorted(held.keys() - named)
        if layer == "national":
            report.absent += [(label, absent) for absent in absent_from(named, on)]


def named_by(plans: Sequence[Plan], layer: str) -> set[str]:
    """The bases of all codes that the lists of a layer name."""
    return {base for plan in plans if plan.layer == layer for base in plan.named}


def _is_whole(layer: str, held: Set[str], named: Set[str], whole: Whole) -> bool:
    if whole is None:
        return is_whole(held, named)
    return whole if isinstance(whole, bool) else layer in whole


def _held(layer: str, on: date) -> dict[str, str]:
    """Codes and names of the procedures that a whole list of this layer would name on a day."""
    pages = ProcedurePage.objects.live()
    pages = pages.filter(layer="national") if layer == "national" else pages.exclude(listed_code="")
    current = pages.filter(not_ended(on))
    return dict(current.values_list("code_base", "title"))
