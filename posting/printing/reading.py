"""Reads chosen procedures out of the database in the order in which they were chosen, a portion in memory at a time."""

from collections.abc import Iterator, Sequence
from datetime import date

from posting.selection.choosing import Chosen
from procedures_catalog.facts.held import effective_record
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.models import ProcedurePage
from procedures_catalog.models.shared_amount import hold_amounts
from procedures_catalog.page_context import forms_of
from procedures_catalog.presenting.papers import Offered
from procedures_catalog.store.public import with_everything

PORTION = 200


def read_whole(chosen: Sequence[Chosen], on: date) -> Iterator[tuple[Chosen, ProcedurePage, ProcedureRecord, Offered]]:
    """Each with its page, what holds on a day and the forms of its portion."""
    for start in range(0, len(chosen), PORTION):
        portion = chosen[start : start + PORTION]
        pages = with_everything(ProcedurePage.objects.filter(pk__in=[one.page for one in portion])).in_bulk()
        hold_amounts(pages.values())
        records = {pk: effective_record(page, on) for pk, page in pages.items()}
        forms = forms_of(records.values(), on)
        yield from ((one, pages[one.page], records[one.page], forms) for one in portion)


def read_heads(chosen: Sequence[Chosen]) -> Iterator[tuple[Chosen, ProcedurePage]]:
    """Each with its page, of which only name, state, field and levels are read."""
    for start in range(0, len(chosen), PORTION):
        portion = chosen[start : start + PORTION]
        pages = ProcedurePage.objects.filter(pk__in=[one.page for one in portion])
        heads = pages.only(*_HEAD).select_related("sector", "successor").prefetch_related("levels").in_bulk()
        yield from ((one, heads[one.page]) for one in portion)


_HEAD = (
    *("title", "official_name", "code", "found_under", "sector"),
    *("valid_from", "valid_to", "ending_decision", "successor"),
)
