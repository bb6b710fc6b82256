"""Takes back the check or the approval of a set as soon as there is another text of what the set begins: saved by
somebody, or written by an import or by another set."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_save

from procedures_catalog.dated.sealing import seal_of
from procedures_catalog.dated.steps import reopen
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.importing.revisions import newest_written
from procedures_catalog.models import ChangeSet, ProcedurePage
from procedures_catalog.versions.because import basis_said

#: Why a set is opened again where no person did it: basis of a version → what the set's steps say.
_BY_THE_PORTAL = {
    "import": "Lần nhập dữ liệu đã viết lại bản nháp trong gói",
    "decision": "Gói khác vừa áp dụng hoặc hoàn tác đã viết lại bản nháp trong gói",
}


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    post_save.connect(_hear, sender=ProcedurePage, dispatch_uid="dated.reopening")
    newest_written.connect(_hear_of_many, dispatch_uid="dated.reopening")


def _hear(instance: ProcedurePage, update_fields: Any = None, **_more: Any) -> None:
    """Saving a draft writes its revision first, and then the page's number of it, also where that is the same one."""
    if update_fields and "latest_revision" in update_fields:
        reopen_changed(instance)


def _hear_of_many(pages: Iterable[ProcedurePage], **_more: Any) -> None:
    """What is written in bulk says so itself."""
    newest = {page.identity_id: page for page in pages if not page.live}
    for changes in sets_beginning(*newest).prefetch_related("differences") if newest else ():
        begun = {each.identity_id for each in changes.differences.all() if each.part == BEGINS}
        page = next(newest[identity] for identity in newest if identity in begun)
        _reopen(changes.pk, page.latest_revision)


def sets_beginning(*identities: int | None) -> QuerySet[ChangeSet]:
    """The sets that were checked or approved and begin one of these procedures."""
    found = ChangeSet.objects.filter(
        state__in=("checked", "approved"), differences__identity__in=identities, differences__part=BEGINS
    )
    return found.distinct().order_by("pk")


def reopen_changed(page: ProcedurePage) -> None:
    """Sends the sets that begin a page back to be checked, where its newest draft is not what was checked or approved
    there. One query where there are none."""
    for key in list(sets_beginning(page.identity_id).values_list("pk", flat=True)):
        _reopen(key, page.latest_revision)


def _reopen(key: int, saved: Any) -> None:
    """Whose revision it is says who did it, unless the portal wrote it in his name."""
    with transaction.atomic():
        changes = ChangeSet.objects.select_for_update().get(pk=key)
        if saved and changes.state in ("checked", "approved") and changes.seal != seal_of(changes):
            why = _BY_THE_PORTAL.get(basis_said(), "")
            moment: datetime = saved.created_at
            reopen(changes, None if why else saved.user_id, moment, why)
