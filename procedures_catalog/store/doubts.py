"""Which answers nobody has verified, of the many procedures that a list names: asked, not kept."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Exists, OuterRef, Q, TextField
from django.db.models.functions import Cast
from wagtail.models import PageQuerySet

from procedures_catalog.facts.held import effective_record
from procedures_catalog.models import ProcedureAgency, ProcedurePage
from procedures_catalog.models.shared_amount import hold_amounts
from procedures_catalog.page_sources import doubts_of, filing_on
from procedures_catalog.store.loading import with_facts
from procedures_catalog.store.public import with_sources


def doubts_in_lines(page_ids: Iterable[int], on: date) -> Mapping[int, frozenset[str]]:
    """Page → the keys of its answers of which nobody has said by what act they are so; pages without such are left out.

    Only pages are read of which the province says something itself, all of them together: a light question where there
    is none of them, a dozen at most however many they are.
    """
    ids = list(page_ids)
    own = list(_with_own_words(ids).values_list("pk", flat=True)) if ids else []
    pages = list(with_sources(with_facts(ProcedurePage.objects.filter(pk__in=own)))) if own else []
    hold_amounts(pages)
    found = {page.pk: _doubts_on(page, on) for page in pages}
    return {pk: keys for pk, keys in found.items() if keys}


def _doubts_on(page: ProcedurePage, on: date) -> frozenset[str]:
    record = effective_record(page, on)
    return doubts_of(page, record, filing_on(page, record, on), on)


def _with_own_words(ids: Iterable[int]) -> PageQuerySet:
    """Of these pages those that may say what the State's list does not."""
    receives = ProcedureAgency.objects.filter(page=OuterRef("pk"), role="receiving")
    own = Q(layer="local") | ~Q(layer_kept__in=("", "[]")) | ~Q(blanks="") | Q(Exists(receives))
    return ProcedurePage.objects.annotate(layer_kept=Cast("overlay", TextField())).filter(own, pk__in=list(ids))
