"""Procedures of which the state changed a part that the province's own text hides: nobody would see it otherwise."""

from django.db.models import Exists, OuterRef, QuerySet
from wagtail.models import PageLogEntry, PageQuerySet

from procedures_catalog.models import ProcedurePage
from procedures_catalog.models.procedure import UNDER_LAYER


def changed_under_layer(pages: PageQuerySet) -> PageQuerySet:
    """Those that nobody at the desk has saved since an import changed such a part."""
    lines = PageLogEntry.objects.filter(page=OuterRef("pk"), action=UNDER_LAYER).order_by()
    return pages.filter(Exists(lines.filter(~Exists(_saved_since()))))


def parts_changed_under_layer(page: ProcedurePage) -> list[str]:
    """The names of these parts of one page."""
    lines = PageLogEntry.objects.filter(page=page.pk, action=UNDER_LAYER)
    since = lines.filter(~Exists(_saved_since()))
    return list(dict.fromkeys(part for line in since for part in line.data["parts"]))


def _saved_since() -> QuerySet[PageLogEntry]:
    """What a person did to the page of a line after it."""
    later = PageLogEntry.objects.filter(page=OuterRef("page"), timestamp__gt=OuterRef("timestamp"))
    return later.filter(user__isnull=False, revision__isnull=False).order_by()
