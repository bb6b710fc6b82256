"""Keeps what an import did to each page, in the transaction in which it does it: that is what undoing goes by."""

from collections.abc import Mapping, Sequence

from procedures_catalog.comparing.packing import pack
from procedures_catalog.facts.parts.record_json import record_to_json
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.importing.keeping.chosen import LISTING, LIVE
from procedures_catalog.models import ImportedPage, ImportRun, ProcedurePage
from procedures_catalog.store.held_pages import HeldPage, held_pages

#: A page, whose list it was, which fields changed, and which blocks of the province's own text were taken away.
Change = tuple[int, str, Sequence[str], Sequence[dict]]


def keep_changed(run: ImportRun | None, changes: Sequence[Change], before: Mapping[int, HeldPage]) -> None:
    """Keeps what was changed; `before` are the pages as they were. Nothing for an import that is no run."""
    if run is None or not changes:
        return
    after = held_pages([page for page, *_ in changes])
    ImportedPage.objects.bulk_create(
        ImportedPage(
            run=run,
            page_id=page,
            layer=layer,
            fields=list(fields) or [LIVE],
            before=pack(record_to_json(said_by(before[page], fields))),
            after=pack(record_to_json(said_by(after[page], fields))),
            dropped=list(dropped),
            was_live=before[page].columns.live,
        )
        for page, layer, fields, dropped in changes
    )


def keep_created(run: ImportRun | None, layer: str, bases: Sequence[str]) -> None:
    """Keeps which pages were made, by the bases of their codes."""
    if run is None or not bases:
        return
    held = held_pages(list(ProcedurePage.objects.filter(code_base__in=bases).values_list("pk", flat=True)))
    ImportedPage.objects.bulk_create(
        ImportedPage(run=run, page_id=page, layer=layer, after=pack(record_to_json(each.record())))
        for page, each in held.items()
    )


def said_by(held: HeldPage, fields: Sequence[str]) -> ProcedureRecord:
    """What a page says in the layer that was changed: its official record, or what the province's list says of it."""
    if LISTING not in fields:
        return held.record()
    page = held.columns
    return ProcedureRecord(
        page.listed_code,
        page.listed_name,
        sector=page.listed_sector,
        decision_number=page.local_decision_number,
        online_level=page.online_level,
        levels=held.rows.levels_of("local"),
    )
