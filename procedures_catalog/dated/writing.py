"""Writes pages on which parts were laid or put back, many at once: their columns, levels, history and drafts."""

from collections.abc import Callable, Sequence
from typing import Any

from agencies.store.desk_index import put_in_desk_index
from consequences.registry import changing
from procedures_catalog.facts.agencies.handed_in import note_where
from procedures_catalog.facts.held import named_of, receiving_of
from procedures_catalog.importing.revisions import keep_before, keep_revisions
from procedures_catalog.importing.waiting import replace_waiting, waiting_on
from procedures_catalog.importing.write import save_columns
from procedures_catalog.models import ProcedureLevel, ProcedurePage
from procedures_catalog.store.loading import with_facts

#: What the lines of the history say of where the change came from.
SOURCE = "dated_change"
#: Changes a page in hand; called with the page as readers know it, and with each draft that waits.
Change = Callable[[ProcedurePage], None]


def held_pages_of(identities: Sequence[int]) -> dict[int, ProcedurePage]:
    """Identity → its page with all its rows, for those that still have one."""
    pages = with_facts(ProcedurePage.objects.filter(identity__in=identities))
    return {page.identity_id: page for page in pages}


def write_changed(pages: Sequence[ProcedurePage], change: Change, **said: Any) -> None:
    """Changes pages that are in hand and saves them, public ones at once; what waits on one of them is changed alike
    and goes on waiting. `said` stands in the lines of their history. To be called in the caller's transaction, and
    within `because`."""
    waiting = {page.pk: waiting_on(page.pk) for page in pages if page.has_unpublished_changes}
    with changing(ProcedurePage, [page.pk for page in pages]):
        keep_before(pages)
        for page in pages:
            change(page)
            _save(page)
        keep_revisions(pages, source=SOURCE, **said)
        for page in pages:
            _carry(page, waiting.get(page.pk, ()), change)
    put_in_desk_index(ProcedurePage, pages)


def publish_begun(draft: ProcedurePage, **said: Any) -> None:
    """Publishes what was not public before as it is in hand, in one step; `said` as in `write_changed`. To be called
    as that."""
    draft.derive()
    keep_revisions([draft], source=SOURCE, **said)
    draft.latest_revision.publish(log_action=True)


def _save(page: ProcedurePage) -> None:
    page.derive()
    note_where(page, named_of(page), receiving_of(page))
    save_columns(page, publish=page.live)
    _save_levels(page)


def _save_levels(page: ProcedurePage) -> None:
    """The rows of the page in hand in the place of those in the database, where they say something else."""
    rows = list(page.levels.all())
    if all(row.pk for row in rows) and ProcedureLevel.objects.filter(page_id=page.pk).count() == len(rows):
        return
    ProcedureLevel.objects.filter(page_id=page.pk).delete()
    for row in rows:
        row.pk = None
    ProcedureLevel.objects.bulk_create(rows)


def _carry(page: ProcedurePage, waiting: Sequence[Any], change: Change) -> None:
    for each in waiting:
        change(each.page)
        each.page.derive()
        replace_waiting(each, each.page)
