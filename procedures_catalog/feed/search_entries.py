"""What the catalogue tells the finder, many procedures at a time: plain columns and rows, quicker than whole pages."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from consequences.keys import page_key
from pages.entry import SearchEntry
from pages.published import published
from procedures_catalog.facts import findable
from procedures_catalog.facts.agencies.filing import filing_of
from procedures_catalog.facts.held import FactRows, record_of
from procedures_catalog.facts.overlay import with_overlay
from procedures_catalog.facts.parts.table import RECORD_COLUMNS
from procedures_catalog.facts.searchable import searchable_text
from procedures_catalog.facts.static_rank import standing
from procedures_catalog.models import (
    ProcedureAgency,
    ProcedureApplicant,
    ProcedureCode,
    ProcedureIndexPage,
    ProcedureLevel,
    ProcedurePage,
)
from procedures_catalog.store.everyday import said_of
from procedures_catalog.store.held_rows import by_page, fact_rows
from procedures_catalog.store.shared_amounts import said_layers
from vietnamese.days import Span

PORTION = 200
_COLUMNS = (
    "pk", "slug", "title", "identity__short_code", "valid_to", "overlay", "listed_code", "listed_name",
    "sector__name", "sector__slug", "layer", "code_base", "local_decision_number", "ending_decision", *RECORD_COLUMNS,
)  # fmt: skip


def procedure_entries(on: datetime.date, page_ids: Iterable[int] | None = None) -> Iterator[SearchEntry]:
    """An entry for each published procedure as it is on a day, or for those of the given ids that are published."""
    catalogue = ProcedureIndexPage.objects.first()
    address = catalogue.get_url() if catalogue else None
    if address is None:
        return  # stands under no site: nobody could open what was found
    pages = published(ProcedurePage.objects)
    for ids in _portions(pages.order_by("pk").values_list("pk", flat=True) if page_ids is None else page_ids):
        yield from _entries(pages.filter(pk__in=ids).order_by("pk").values_list(*_COLUMNS, named=True), address, on)


def _portions(ids: Iterable[int]) -> Iterator[list[int]]:
    everything = list(ids)
    return (everything[start : start + PORTION] for start in range(0, len(everything), PORTION))


def _entries(pages: Iterable[Any], address: str, on: datetime.date) -> Iterator[SearchEntry]:
    """The entries of these rows of columns; `address` is the catalogue's."""
    columns = list(pages)
    layers = said_layers({row.pk: row.overlay.raw_data for row in columns})
    ids = [row.pk for row in columns]
    rows, facets, former, said = fact_rows(ids), _facet_rows(ids, on), _former_codes(ids), said_of(ids)
    for row in columns:
        codes = findable.codes(row, row.identity__short_code, [raw for (raw,) in former[row.pk]])
        entry = _entry(row, layers[row.pk], codes, rows[row.pk], [each[row.pk] for each in facets], address, on)
        yield replace(entry, said=findable.phrases(said.get(row.pk)))


def _facet_rows(ids: Sequence[int], on: datetime.date) -> Sequence[Mapping[int, list[tuple]]]:
    """Page → levels that hold, and slugs of registered agencies and of kinds of applicant; three queries."""
    levels = ProcedureLevel.objects.in_force(on).filter(page__in=ids)
    agencies = ProcedureAgency.objects.filter(page__in=ids, registered__isnull=False)
    return (
        by_page(levels.values_list("page", "level")),
        by_page(agencies.values_list("page", "registered__slug")),
        by_page(ProcedureApplicant.objects.filter(page__in=ids).values_list("page", "kind__slug")),
    )


def _former_codes(ids: Sequence[int]) -> Mapping[int, list[tuple]]:
    """Page → the codes that its procedure had before; one query."""
    codes = ProcedureCode.objects.filter(identity__page__in=ids, is_present=False).order_by("pk")
    return by_page(codes.values_list("identity__page", "raw"))


def _entry(
    row: Any,
    layer: Sequence[Mapping[str, Any]],
    codes: tuple[str, ...],
    rows: FactRows,
    facet_rows: Sequence[list[tuple]],
    address: str,
    on: datetime.date,
) -> SearchEntry:
    levels, agencies, applicants = (tuple(dict.fromkeys(value for (value,) in each)) for each in facet_rows)
    record = with_overlay(record_of(row, row.sector__name or "", rows), layer, on)
    filing = filing_of(record, levels, rows.agencies_as("receiving"))
    return SearchEntry(
        key=page_key(row.pk),
        kind=ProcedurePage.search_kind,
        title=row.title,
        url=f"{address}{row.slug}/",
        names=findable.names(row),
        codes=codes,
        body=searchable_text(record),
        facets=findable.facets(filing.levels, row.sector__slug, agencies, applicants, row.online_level),
        is_current=not Span(ends=row.valid_to).has_ended(on),
        rank=standing(row.code_base or row.code, levels),
    )
