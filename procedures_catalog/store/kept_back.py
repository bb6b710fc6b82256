"""Of the procedures that the catalogue holds, those that no import makes public by itself, and why."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Q, QuerySet
from wagtail.models import PageLogEntry

from procedures_catalog.facts.scope.scope import INTERNAL_CODES, Scope, reason_against, scope_in
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.held_pages import HeldPage, held_page, held_pages
from procedures_catalog.store.own_province import own_names

PORTION = 200


def kept_back(page: ProcedurePage) -> tuple[str, Scope]:
    """Why no import publishes the page (a key of `scope.REASONS`, "" where any would), and of whom it is."""
    ours = own_names()
    scope = _scope(held_page(page), ours)
    return reason_against(scope, ours), scope


def reasons_of(page_ids: Sequence[int]) -> dict[int, str]:
    """Page → the reason, for those that have one. Five queries for two hundred pages."""
    found: dict[int, str] = {}
    for start in range(0, len(page_ids), PORTION):
        found |= reasons_among(held_pages(page_ids[start : start + PORTION]))
    return found


def reasons_among(held: Mapping[int, HeldPage]) -> dict[int, str]:
    """The same of pages that were read. One query."""
    ours = own_names()
    reasons = {pk: reason_against(_scope(page, ours), ours) for pk, page in held.items()}
    return {pk: reason for pk, reason in reasons.items() if reason}


def _scope(held: HeldPage, ours: Iterable[str]) -> Scope:
    return scope_in(held.columns.layer, held.record(), frozenset(ours))


def internal(pages: QuerySet[ProcedurePage]) -> QuerySet[ProcedurePage]:
    """The internal procedures among pages."""
    return pages.filter(Q(code_base__regex=INTERNAL_CODES) | Q(kind="internal"))


def published_by_hand(page_ids: Iterable[int]) -> set[int]:
    """Those that somebody published, so that an import had no part in it."""
    lines = PageLogEntry.objects.filter(action="wagtail.publish", user__isnull=False)
    return set(lines.values_list("page", flat=True)) & set(page_ids)
