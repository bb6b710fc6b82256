"""Publishing alone: where nobody else is there in time, one person publishes his own change, says why, and another
looks at it afterwards."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page

from agencies.models.role import Role
from agencies.reach import agencies_of
from cms.models import Editor
from pages.afterwards import CannotTakeBackError, looking_at
from pages.four_eyes.authors import authors_of, has_own_change
from pages.four_eyes.gate import against, alone
from pages.four_eyes.shown import is_as_shown
from pages.models.emergency import EmergencyPublication

#: What the history calls it, and what it calls that another has looked at it.
ALONE, LOOKED_AT = "portal.publish_alone", "portal.looked_at"
LOOKED_AT_ALREADY = "Chưa trả lại: đã có người xem lại việc này."


class NewerDraftError(Exception):
    """Somebody has saved the draft once more since it was shown."""


def may_publish_there(row: Any, user: Editor) -> bool:
    """Whether somebody has the right to publish a page or a row, whoever wrote what waits."""
    if isinstance(row, Page):
        tester: Any = row.specific_deferred.permissions_for_user(user)
        return bool(tester.may_publish())
    if looking := looking_at(row):
        return looking.may_look(row, user)
    is_theirs = not hasattr(row, "agency_id") or row.agency_id in agencies_of(user, {Role.PUBLISHER})
    return is_theirs and bool(row.snippet_viewset.permission_policy.user_has_permission(user, "publish"))


def may_publish_alone(row: Any, user: Editor) -> bool:
    """Whether what waits there is somebody's own, who might publish it if it were another's."""
    waits = row.latest_revision_id and (row.has_unpublished_changes or not row.live)
    lock = row.get_lock() if isinstance(row, Page) else None
    is_free = lock is None or not lock.for_user(user)
    return bool(waits and is_free and may_publish_there(row, user) and has_own_change(row, user))


@transaction.atomic
def publish_alone(row: Any, user: Editor, seen: str, reason: str, moment: datetime) -> EmergencyPublication:
    """Publishes the newest version, and notes it for everybody.

    `seen` is the seal of the draft that the person was shown; NewerDraftError where it says something else now.
    ValidationError when it is not ready to be published.
    """
    model = Page if isinstance(row, Page) else type(row)
    held = model._base_manager.select_for_update().get(pk=row.pk)
    if not is_as_shown(held, seen):
        raise NewerDraftError
    revision, before = held.latest_revision, held.live_revision_id
    draft = revision.as_object()
    _ready(draft, moment)
    written_by = sorted(authors_of(draft, revision.pk))
    with alone(revision.pk):
        revision.publish(user=user, skip_permission_checks=True)  # `may_publish_alone` has asked
    log(instance=draft, action=ALONE, user=user, revision=revision, data={"reason": reason})
    return EmergencyPublication.objects.create(
        content_type=revision.content_type,
        object_id=str(row.pk),
        title=str(draft)[:255],
        revision=revision,
        before_id=before,
        reason=reason,
        by=user,
        authors=written_by,
        at=moment,
    )


def _ready(draft: Any, moment: datetime) -> None:
    """ValidationError for what stands against publishing now."""
    if draft.go_live_at and draft.go_live_at > moment:
        raise ValidationError("Bản nháp có hẹn giờ công bố: hãy bỏ giờ hẹn, lưu, rồi công bố khẩn cấp.")
    if said := against(draft):
        raise ValidationError(said)
    draft.full_clean()


def may_confirm(told: EmergencyPublication, user: Editor) -> bool:
    """Whether somebody is the other pair of eyes: may publish there, and neither wrote nor published it."""
    is_another = user.pk != told.by_id and user.pk not in told.authors
    if told.looked_at or not is_another:
        return False
    return user.is_superuser if told.thing is None else may_publish_there(told.thing, user)


@transaction.atomic
def confirm(told: EmergencyPublication, user: Editor, moment: datetime) -> None:
    """Notes that another has looked at it. PermissionDenied for who may not; done twice, the first counts."""
    held = EmergencyPublication.objects.select_for_update().get(pk=told.pk)
    if held.looked_at:
        return
    if not may_confirm(held, user):
        raise PermissionDenied
    held.looked_by, held.looked_at = user, moment
    held.save(update_fields=["looked_by", "looked_at"])
    if held.thing is not None:
        log(instance=held.thing, action=LOOKED_AT, user=user, revision=held.revision)


def may_take_back(told: EmergencyPublication) -> bool:
    """Whether whoever looks at it may make it again what it was, by one press."""
    looking = looking_at(told.thing)
    return bool(looking and looking.take_back)


@transaction.atomic
def take_back(told: EmergencyPublication, user: Editor, moment: datetime) -> None:
    """Makes it again what it was, which is having looked at it. CannotTakeBackError where somebody has looked at it
    already, or it became something else since; PermissionDenied for who may not."""
    held = EmergencyPublication.objects.select_for_update().get(pk=told.pk)
    if held.looked_at:
        raise CannotTakeBackError(LOOKED_AT_ALREADY)
    looking = looking_at(held.thing)
    if not may_confirm(held, user) or looking is None or looking.take_back is None:
        raise PermissionDenied
    looking.take_back(held.thing, user, moment)
    confirm(held, user, moment)
