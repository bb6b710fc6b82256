"""Takes off the portal what older software published: internal procedures always, others' only when somebody asks."""

from collections.abc import Iterable

from wagtail.models import Revision

from pages.turns import Turns
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.kept_back import internal

FIRST = 5


def take_down_internal() -> int:
    """Takes down every internal procedure that is public, or would be at an hour; how many were public. Run again, it
    does nothing."""
    rows = list(internal(ProcedurePage.objects.order_by("pk")).values_list("pk", "live"))
    waiting = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    waiting.filter(object_id__in=[str(pk) for pk, _ in rows]).update(approved_go_live_at=None)
    return take_down(pk for pk, live in rows if live)


def take_down(page_ids: Iterable[int]) -> int:
    """Unpublishes pages as the desk would, by turns; how many. No import brings them back, an editor may."""
    keys, turns = list(page_ids), Turns()
    for portion in turns.portions(keys, FIRST):
        with turns.turn():
            for page in ProcedurePage.objects.filter(pk__in=portion):
                page.unpublish()
    return len(keys)
