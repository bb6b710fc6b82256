"""Takes back the check or the approval of a set as soon as somebody saves another text of what the set begins."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_save

from procedures_catalog.dated.sealing import seal_of
from procedures_catalog.dated.steps import reopen
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.models import ChangeSet, ProcedurePage


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    post_save.connect(_hear, sender=ProcedurePage, dispatch_uid="dated.reopening")


def _hear(instance: ProcedurePage, update_fields: Any = None, **_more: Any) -> None:
    """Saving a draft writes its revision first, and then the page's number of it, also where that is the same one."""
    if update_fields and "latest_revision" in update_fields:
        reopen_changed(instance)


def reopen_changed(page: ProcedurePage) -> None:
    """Sends the sets that begin a page back to be checked, where its newest draft is not what was checked or approved
    there. One query where there are none."""
    saved = page.latest_revision
    found = ChangeSet.objects.filter(
        state__in=("checked", "approved"), differences__identity=page.identity_id, differences__part=BEGINS
    )
    for key in list(found.values_list("pk", flat=True)):
        with transaction.atomic():
            changes = ChangeSet.objects.select_for_update().get(pk=key)
            if saved and changes.state in ("checked", "approved") and changes.seal != seal_of(changes):
                reopen(changes, saved.user_id, saved.created_at)
