"""Changes pages that the catalogue holds: at once where they are to be published, else as a draft that waits."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.db.models import Model

from agencies.store.desk_index import put_in_desk_index
from consequences.registry import changing
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.parts.table import ROLES
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.importing.judging.compare import merged
from procedures_catalog.importing.keeping_back import Publishing
from procedures_catalog.importing.listing import level_rows, set_listing
from procedures_catalog.importing.plan import Update, taken
from procedures_catalog.importing.references import References
from procedures_catalog.importing.revisions import keep_before, keep_revisions, log_changes
from procedures_catalog.importing.under_layer import lay, note_under_layer
from procedures_catalog.importing.waiting import Waiting, carry_into, replace_waiting, waiting_on
from procedures_catalog.importing.write import Rows, official_rows, replace_rows, save_columns, set_official
from procedures_catalog.models import (
    ProcedureAgency,
    ProcedureApplicant,
    ProcedureLegalBasis,
    ProcedureLevel,
    ProcedurePage,
)
from procedures_catalog.store.loading import with_facts
from procedures_catalog.store.withdrawn import TAKEN_DOWN, is_withdrawn
from procedures_catalog.versions.because import because

_RELATIONS: dict[type[Model], str] = {
    ProcedureLevel: "levels",
    ProcedureAgency: "agencies",
    ProcedureApplicant: "applicants",
    ProcedureLegalBasis: "legal_bases",
}


@because("import")
def update_pages(updates: Sequence[Update], references: References, on: date, how: Publishing) -> int:
    """Carries the updates out that were read on a day; returns how many database rows were written."""
    pages = with_facts(ProcedurePage.objects.filter(pk__in=[update.page_id for update in updates])).in_bulk()
    drafts = [update for update in updates if pages[update.page_id].live and not how.wanted]
    at_once = [update for update in updates if how.wanted or not pages[update.page_id].live]
    written = keep_before([pages[update.page_id] for update in drafts])
    for update in drafts:
        _save_draft(pages[update.page_id], update, references)
    written += note_under_layer(((pages[update.page_id], update) for update in updates), on, how)
    with changing(ProcedurePage, [page.pk for page in pages.values() if page.live and how.wanted]) as concerned:
        changes = [(pages[update.page_id], update) for update in at_once]
        written += _save_at_once(changes, references, on, how)
        concerned.update(page.pk for page, _ in changes if page.live)
    put_in_desk_index(ProcedurePage, [page for page, _ in changes])
    return written + len(drafts)


# --- What changes ---------------------------------------------------------------------------------


def _change(page: ProcedurePage, update: Update, references: References) -> Rows:
    """Puts the row's facts into the page's columns; returns the rows that must replace the page's own."""
    row = update.row
    if row.layer == "local":
        return _change_listing(page, update, references)
    record = _taken_over(official_record(page), update)
    lay(page, update)
    page.layer = "national"
    set_official(page, record, references)
    rows = official_rows(page, record, references)
    return {model: items for model, items in rows.items() if _concerns(model, update.changed)}


def _taken_over(held: ProcedureRecord, update: Update) -> ProcedureRecord:
    """The official record with what the update brings."""
    if not update.is_back:
        return merged(held, update.row.record, taken(update))
    return replace(held, **{name: getattr(update.row.record, name) for name in update.changed})


def _concerns(model: type[Model], changed: Sequence[str]) -> bool:
    if model is ProcedureAgency:
        return bool(set(ROLES) & set(changed))
    return _RELATIONS[model] in changed or "layer" in changed


def _change_listing(page: ProcedurePage, update: Update, references: References) -> Rows:
    row = update.row
    if page.layer == "local":
        set_official(page, merged(official_record(page), row.record, taken(update)), references)
    set_listing(page, row)
    if "levels" not in row.known:
        return {}
    return {ProcedureLevel: level_rows(page.pk, row.record.levels, references.rules)}


def _change_whole(page: ProcedurePage, update: Update, references: References) -> None:
    """The same for a page in hand whose rows hang on it, such as a draft: it is as if a form had been filled in."""
    kept: Rows = {
        ProcedureLevel: [level for level in page.levels.all() if level.layer != update.row.layer],
        ProcedureAgency: [agency for agency in page.agencies.all() if agency.role == "receiving"],
    }
    for model, rows in _change(page, update, references).items():
        setattr(page, _RELATIONS[model], [*kept.get(model, ()), *rows])


# --- Drafts ---------------------------------------------------------------------------------------


def _save_draft(page: ProcedurePage, update: Update, references: References) -> None:
    """A draft beside the live text; what a person left waiting is built upon and stays theirs."""
    if waiting := waiting_on(page.pk):
        draft = waiting[-1].page
        _change_whole(draft, update, references)
        carry_into(draft, waiting[-1])
    else:
        _change_whole(page, update, references)
        page.save_revision(log_action=True)


def _carry(waiting: Sequence[Waiting], update: Update, references: References) -> None:
    """Brings what was published at once into what waits, which goes on waiting."""
    for each in waiting:
        _change_whole(each.page, update, references)
        replace_waiting(each, each.page)


# --- At once --------------------------------------------------------------------------------------


def _save_at_once(
    changes: Sequence[tuple[ProcedurePage, Update]], references: References, on: date, how: Publishing
) -> int:
    changed = [page for page, update in changes if update.changed]
    waiting = {page.pk: waiting_on(page.pk) for page in changed if page.has_unpublished_changes}
    written = keep_before(changed)
    rows, were_public = [], {page.pk for page, _ in changes if page.live}
    for page, update in changes:
        code = page.code
        rows.append((page, update.row.layer, _change(page, update, references) if update.changed else {}))
        save_columns(page, publish=_is_public_then(page, update, how))
        if page.code != code:
            page.identity.remember_code(page.code, on)
    written += replace_rows(rows) + len(changes)
    written += keep_revisions(list(with_facts(ProcedurePage.objects.filter(pk__in=[page.pk for page in changed]))))
    log_changes(page for page, update in changes if not update.changed)
    log_changes([page for page, _ in changes if page.pk in were_public and not page.live], TAKEN_DOWN)
    for page, update in changes:
        _carry(waiting.get(page.pk, ()), update, references)
    return written


def _is_public_then(page: ProcedurePage, update: Update, how: Publishing) -> bool:
    """Whether the page is public with what the row says: one that an editor published stays so."""
    if page.is_internal():
        return False
    return how.wanted and (page.live or (how.publishes(update.row) and not is_withdrawn(page)))
