"""Procedures of which the state changed a part that the province's own text hides: nobody would see it otherwise."""

from django.db.models import Exists, OuterRef
from wagtail.models import PageQuerySet

from procedures_catalog.facts.overlay import PART_LABELS
from procedures_catalog.models import OverlaidChange, ProcedurePage


def changed_under_layer(pages: PageQuerySet) -> PageQuerySet:
    """Those with such a part that nobody has looked at yet."""
    return pages.filter(Exists(OverlaidChange.objects.filter(page=OuterRef("pk"), state="open").order_by()))


def parts_changed_under_layer(page: ProcedurePage) -> list[str]:
    """The names of these parts of one page."""
    parts = OverlaidChange.objects.filter(page=page.pk, state="open").values_list("part", flat=True)
    return [PART_LABELS.get(part, part) for part in parts]
