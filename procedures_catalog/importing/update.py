"""Changes pages that the catalogue holds: at once where they are to be published, else as a draft that waits."""

from collections.abc import Iterable, Sequence, Set

from django.db.models import Model
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from procedures_catalog.held import official_record
from procedures_catalog.importing.announce import announce
from procedures_catalog.importing.bulk_pages import log_entry
from procedures_catalog.importing.compare import merged
from procedures_catalog.importing.listing import level_rows, set_listing
from procedures_catalog.importing.plan import Update, is_withdrawn
from procedures_catalog.importing.references import References
from procedures_catalog.importing.revisions import keep_revisions
from procedures_catalog.importing.write import Rows, fact_rows, replace_rows, set_official
from procedures_catalog.loading import with_facts
from procedures_catalog.models import (
    CatalogueSettings,
    ProcedureAgency,
    ProcedureApplicant,
    ProcedureLegalBasis,
    ProcedureLevel,
    ProcedurePage,
)

_AGENCY_FIELDS = {"executing", "competent", "authorised", "cooperating"}
_RELATIONS: dict[type[Model], str] = {
    ProcedureLevel: "levels",
    ProcedureAgency: "agencies",
    ProcedureApplicant: "applicants",
    ProcedureLegalBasis: "legal_bases",
}


def update_pages(updates: Sequence[Update], references: References, *, publish: bool) -> int:
    """Carries the updates out; returns how many database rows were written."""
    pages = with_facts(ProcedurePage.objects.filter(pk__in=[update.page_id for update in updates])).in_bulk()
    drafts = [update for update in updates if pages[update.page_id].live and not publish]
    at_once = [update for update in updates if publish or not pages[update.page_id].live]
    written = _keep_before(pages[update.page_id] for update in drafts)
    for update in drafts:
        _save_draft(pages[update.page_id], update, references)
    return written + len(drafts) + _save_at_once([(pages[u.page_id], u) for u in at_once], references, publish=publish)


def _keep_before(pages: Iterable[ProcedurePage]) -> int:
    """Keeps what published pages say that have no revision yet; returns how many revisions were written."""
    return keep_revisions([page for page in pages if page.live and not page.latest_revision_id])


def _change(page: ProcedurePage, update: Update, references: References) -> Rows:
    """Puts the row's facts into the page's columns; returns the rows that must replace the page's own."""
    row = update.row
    if row.layer == "local":
        return _change_listing(page, update, references)
    record = merged(official_record(page), row.record, _taken(update))
    page.layer = "national"
    set_official(page, record, references)
    rows = fact_rows(page, record, references)
    return {model: items for model, items in rows.items() if _concerns(model, update.changed)}


def _taken(update: Update) -> Set[str]:
    """What is taken from the row: only what differs, so that formatting alone never changes what people read; all it
    says where the page had another source.
    """
    record_fields = update.row.known & set(update.changed)
    return update.row.known if {"layer", "listing"} & set(update.changed) else record_fields


def _concerns(model: type[Model], changed: Sequence[str]) -> bool:
    if model is ProcedureAgency:
        return bool(_AGENCY_FIELDS & set(changed))
    return _RELATIONS[model] in changed or "layer" in changed


def _change_listing(page: ProcedurePage, update: Update, references: References) -> Rows:
    row = update.row
    if page.layer == "local":
        set_official(page, merged(official_record(page), row.record, _taken(update)), references)
    set_listing(page, row)
    if "levels" not in row.known:
        return {}
    return {ProcedureLevel: level_rows(page.pk, row.record.levels, CatalogueSettings.load().district_level_ended)}


def _save_draft(page: ProcedurePage, update: Update, references: References) -> None:
    kept: dict[type[Model], list[Model]] = {
        ProcedureLevel: [level for level in page.levels.all() if level.layer != update.row.layer],
        ProcedureAgency: [agency for agency in page.agencies.all() if agency.role == "receiving"],
    }
    for model, rows in _change(page, update, references).items():
        setattr(page, _RELATIONS[model], [*kept.get(model, ()), *rows])
    page.save_revision(log_action=True)


def _save_at_once(changes: Sequence[tuple[ProcedurePage, Update]], references: References, *, publish: bool) -> int:
    changed = [page for page, update in changes if update.changed]
    written = _keep_before(changed)
    rows = []
    for page, update in changes:
        code = page.code
        rows.append((page, update.row.layer, _change(page, update, references) if update.changed else {}))
        _save_columns(page, publish=publish and not is_withdrawn(page))
        if page.code != code:
            page.identity.remember_code(page.code, timezone.localdate())
    written += replace_rows(rows) + len(changes)
    written += keep_revisions(with_facts(ProcedurePage.objects.filter(pk__in=[page.pk for page in changed])))
    pages = [page for page, _ in changes]
    PageLogEntry.objects.bulk_create(
        [log_entry(page, "wagtail.publish" if page.live else "wagtail.edit") for page in pages]
    )
    announce(pages)
    return written


def _save_columns(page: ProcedurePage, *, publish: bool) -> None:
    """Writes the page's columns as they are; Page.save() would check and announce each page by itself."""
    if publish:
        now = timezone.now()
        page.live, page.has_unpublished_changes = True, False
        page.first_published_at, page.last_published_at = page.first_published_at or now, now
    fields = ("title", "draft_title", "live", "has_unpublished_changes", "first_published_at", "last_published_at")
    Page.objects.filter(pk=page.pk).update(**{name: getattr(page, name) for name in fields})
    own = [field for field in ProcedurePage._meta.local_concrete_fields if not field.primary_key]
    ProcedurePage._base_manager.filter(pk=page.pk).update(
        **{field.attname: getattr(page, field.attname) for field in own}
    )
