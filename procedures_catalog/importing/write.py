"""Turns records into a page's columns and rows, and saves them in bulk inside the caller's transaction."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Model, Q
from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.models import Page

from procedures_catalog.facts import streams
from procedures_catalog.facts.agencies.handed_in import note_where
from procedures_catalog.facts.held import receiving_of
from procedures_catalog.facts.parts.table import HELD, ROLES, Part
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.titles.display_name import display_name, is_made
from procedures_catalog.importing.references import References
from procedures_catalog.models import (
    ProcedureAgency,
    ProcedureApplicant,
    ProcedureLegalBasis,
    ProcedureLevel,
    ProcedurePage,
)

#: The rows of one page, unsaved, by model.
Rows = dict[type[Model], Sequence[Model]]


def set_official(page: ProcedurePage, record: ProcedureRecord, references: References) -> None:
    """Puts a record's facts into the page's columns; parts that did not change keep their ids."""
    if not page.title or is_made(page.title, page.official_name):  # an editor's shorter title stays
        page.title = page.draft_title = display_name(record.name)
    page.sector = references.sector(record.sector)
    for part in HELD:
        setattr(page, part.held_in, _held(page, part, part.shape.write(getattr(record, part.name))))
    page.derive()
    note_where(page, record, receiving_of(page))


def _held(page: ProcedurePage, part: Part, raw: Any) -> Any:
    """The raw value as the page's column takes it; rows of a stream that did not change keep their ids."""
    if not part.shape.is_stream:
        return raw
    held = getattr(page, part.held_in)
    kept = streams.with_kept_ids(raw, list(held.raw_data)) if held else raw
    return StreamValue(held.stream_block, kept, is_lazy=True)


def official_rows(page: ProcedurePage, record: ProcedureRecord, references: References) -> Rows:
    """The rows of an official record, unsaved, by model; `page` must have its id."""
    return {
        ProcedureLevel: [
            ProcedureLevel(page_id=page.pk, level=level, layer=page.layer, sort_order=order)
            for order, level in enumerate(record.levels)
        ],
        ProcedureAgency: list(_agency_rows(page, record, references)),
        ProcedureApplicant: [
            ProcedureApplicant(page_id=page.pk, kind=references.applicant(name), sort_order=order)
            for order, name in enumerate(record.applicants)
        ],
        ProcedureLegalBasis: [
            ProcedureLegalBasis(
                page_id=page.pk,
                title=basis.title,
                number=basis.number,
                document_id=references.document_id(basis),
                sort_order=order,
            )
            for order, basis in enumerate(record.legal_bases)
        ],
    }


def _agency_rows(page: ProcedurePage, record: ProcedureRecord, references: References) -> Iterable[ProcedureAgency]:
    named = [(role, name) for role in ROLES for name in getattr(record, role)]
    for order, (role, name) in enumerate(named):
        yield ProcedureAgency(
            page_id=page.pk, role=role, name=name, registered_id=references.agency_id(name), sort_order=order
        )


def save_rows(pages: Sequence[Rows]) -> int:
    """Inserts the rows of many pages, one model at a time; returns how many."""
    written = 0
    for model in dict.fromkeys(model for rows in pages for model in rows):
        batch = [row for rows in pages for row in rows.get(model, ())]
        model._default_manager.bulk_create(batch, batch_size=500)
        written += len(batch)
    return written


def replace_rows(pages: Sequence[tuple[ProcedurePage, str, Rows]]) -> int:
    """Puts the given rows in the place of the pages' own, for the models that are given; returns how many came.

    Each page comes with the layer that speaks: levels that another layer states stay, and so do the agencies that
    receive, which no list has.
    """
    for page, layer, rows in pages:
        for model in rows:
            model._default_manager.filter(_spoken_of(model, layer), page_id=page.pk).delete()
    return save_rows([rows for _, _, rows in pages])


def _spoken_of(model: type[Model], layer: str) -> Q:
    """The rows of a model that a layer speaks of."""
    if model is ProcedureLevel:
        return Q(layer=layer)
    return Q(role__in=ROLES) if model is ProcedureAgency else Q()


def save_columns(page: ProcedurePage, *, publish: bool) -> None:
    """Writes the page's columns as they are; Page.save() would check and tell each page by itself."""
    if publish:
        now = timezone.now()
        page.live, page.has_unpublished_changes = True, False
        page.first_published_at, page.last_published_at = page.first_published_at or now, now
    if page.live and page.is_internal():
        page.live, page.has_unpublished_changes = False, True
    fields = ("title", "draft_title", "live", "has_unpublished_changes", "first_published_at", "last_published_at")
    Page.objects.filter(pk=page.pk).update(**{name: getattr(page, name) for name in fields})
    own = [field for field in ProcedurePage._meta.local_concrete_fields if not field.primary_key]
    ProcedurePage._base_manager.filter(pk=page.pk).update(
        **{field.attname: getattr(page, field.attname) for field in own}
    )
