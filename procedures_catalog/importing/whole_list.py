"""Asks about lists as wholes: which procedures a list that claims to be whole does not name any more."""

from collections.abc import Sequence

from django.db.models import Q
from django.utils import timezone

from procedures_catalog.importing.judging.questions import about_list, is_whole
from procedures_catalog.importing.judging.report import Report
from procedures_catalog.importing.plan import Plan
from procedures_catalog.models import ImportRun, ProcedurePage


def ask_about_lists(plans: Sequence[Plan], report: Report, whole: bool | None) -> None:
    """Adds to the report what looks wrong about the lists of each layer, all files of a layer taken as one list.

    `whole` says whether they are whole; None means that nobody said so and that they are taken for what they look like.
    """
    for layer in dict.fromkeys(plan.layer for plan in plans if plan.layer):
        of_layer = [plan for plan in plans if plan.layer == layer]
        named = {base for plan in of_layer for base in plan.named}
        held = _held(layer)
        if is_whole(held.keys(), named) if whole is None else whole:
            label = ", ".join(plan.file for plan in of_layer)
            asked = about_list(held, named, ImportRun.known_missing(layer))
            report.questions += [(label, question) for question in asked]
            report.vanished[layer] = sorted(held.keys() - named)


def _held(layer: str) -> dict[str, str]:
    """Codes and names of the procedures that a whole list of this layer would name."""
    pages = ProcedurePage.objects.live()
    pages = pages.filter(layer="national") if layer == "national" else pages.exclude(listed_code="")
    current = pages.filter(Q(valid_to=None) | Q(valid_to__gt=timezone.localdate()))
    return dict(current.values_list("code_base", "title"))
