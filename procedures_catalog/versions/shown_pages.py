"""What many pages show to citizens on a day, read as plain columns and rows: several times faster than whole pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from legal_documents.facts import validity
from legal_documents.models import LegalDocumentPage
from pages.published import is_published
from procedures_catalog.facts import overlay
from procedures_catalog.forms_named import form_titles
from procedures_catalog.models import ProcedureLegalBasis, ProcedureLevel, ProcedurePage
from procedures_catalog.presenting.shown import Shown
from procedures_catalog.store.held_pages import HeldPage, held_page, held_pages
from procedures_catalog.store.held_rows import by_page
from procedures_catalog.store.shared_amounts import said_layers
from vietnamese.days import Span

_COLUMNS = ("identity_id", "title", "overlay", "valid_from", "valid_to", "successor_id", "ending_decision")
#: A legal basis that is simply in force is not worth a word.
_TELLING = (validity.NOT_YET, validity.EXPIRED)
_DATES = ("effective_from", "expires_on", "declared_status")


def shown_pages(ids: Sequence[int], on: date) -> Iterator[tuple[int, Shown]]:
    """The identity of each page with what the page shows on a day, in eight queries, nine where they share
    amounts."""
    every = dict(_without_titles(ids, on))
    titles = form_titles(shown.record for shown in every.values())
    for identity, shown in every.items():
        yield identity, replace(shown, forms=_forms(shown, titles))


def _without_titles(ids: Sequence[int], on: date) -> Iterator[tuple[int, Shown]]:
    levels = _levels(ids, on)
    law_states = _law_states(ids, on)
    pages = held_pages(ids, _COLUMNS)
    layers = said_layers({pk: held.columns.overlay.raw_data for pk, held in pages.items()})
    for pk, held in pages.items():
        state = _state(held.columns, on) if held.columns.live else "withdrawn"
        yield held.columns.identity_id, _shown(held, layers[pk], on, state, levels[pk], law_states[pk])


def shown_page(page: ProcedurePage, on: date) -> Shown:
    """The same of a page in hand, such as a draft, as if it were published."""
    levels = [(row.level,) for row in page.levels.all() if row.is_in_force(on)]
    shown = _shown(held_page(page), page.said_layer, on, _state(page, on), levels, _law_states_of(page, on))
    return replace(shown, forms=_forms(shown, form_titles([shown.record])))


def _forms(shown: Shown, titles: Mapping[int, str]) -> tuple[tuple[int, str], ...]:
    """The forms of its own dossiers that the library still has."""
    asked = {paper.form for case in shown.record.cases for paper in case.papers if paper.form}
    return tuple((form, titles[form]) for form in sorted(asked) if form in titles)


def _shown(
    held: HeldPage,
    own: Sequence[Mapping[str, Any]],
    on: date,
    state: str,
    levels: Iterable[tuple],
    law_states: Iterable[tuple],
) -> Shown:
    columns = held.columns
    return Shown(
        title=columns.title,
        record=overlay.with_overlay(held.record(), own, on),
        state=state,
        levels=tuple(level for (level,) in levels),
        successor=columns.successor_id,
        valid_from=columns.valid_from,
        valid_to=columns.valid_to,
        is_upcoming=Span(columns.valid_from).is_to_come(on),
        receiving=held.rows.agencies_as("receiving"),
        local=tuple(
            (block["type"], block["value"].get("decision") or "") for block in overlay.blocks_in_force(own, on)
        ),
        law_states=tuple(law_states),
        earlier=overlay.earlier_stay(own, on),
        local_decision=columns.local_decision_number,
        ending_decision=columns.ending_decision,
    )


def _state(columns: Any, on: date) -> str:
    if Span(ends=columns.valid_to).has_ended(on):
        return "replaced" if columns.successor_id else "abolished"
    return "in_force"


def _levels(ids: Sequence[int], on: date) -> dict[int, list[tuple]]:
    rows = ProcedureLevel.objects.in_force(on).filter(page__in=ids)
    return by_page(rows.values_list("page", "level"))


def _law_states(ids: Sequence[int], on: date) -> dict[int, list[tuple]]:
    """Page → title and state of each document that it rests on and that is not in force."""
    held = ProcedureLegalBasis.objects.filter(is_published("document__"), page__in=ids)
    rows = held.values_list("page", "title", *(f"document__{name}" for name in _DATES))
    return by_page((page, title, state) for page, title, *dates in rows if (state := _law_state(dates, on)))


def _law_states_of(page: ProcedurePage, on: date) -> list[tuple]:
    rows = list(page.legal_bases.all())
    documents = LegalDocumentPage.objects.filter(is_published(), pk__in=[row.document_id for row in rows])
    states = {pk: _law_state(dates, on) for pk, *dates in documents.values_list("pk", *_DATES)}
    return [(row.title, state) for row in rows if (state := states.get(row.document_id))]


def _law_state(dates: Sequence[Any], on: date) -> str:
    """How a document stands, in words; "" for one that is simply in force."""
    begins, ends, declared = dates
    key = validity.status(begins, ends, on, declared)
    return validity.LABELS[key] if key in _TELLING else ""
