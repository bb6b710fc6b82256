"""What a draft said before it was saved, kept until Wagtail's log tells of it."""

from typing import Any

from django.apps import apps
from django.db.models.signals import pre_save
from wagtail.models import Page, Revision

from audit.acting import somebody
from audit.reading.content import Changes, Content, content_changes

_BEFORE, _LIVE = "_audit_before", "_audit_live"


def connect() -> None:
    """Starts listening; of pages it is remembered which revision was public before they are saved."""
    pre_save.connect(_saving, sender=Revision, dispatch_uid="audit.revision")
    for model in apps.get_models():
        if issubclass(model, Page):
            pre_save.connect(_saving_page, sender=model, dispatch_uid=f"audit.page.{model._meta.label}")


def changes_by(revision: Revision | None, page: Any, is_published: bool) -> Changes:
    """What the revision changed: against what was saved before, or, once it is published, what was public before. What
    is public for the first time changes nothing that was; its saving has told it all."""
    if revision is None:
        return {}
    before = _public_before(page) if is_published else revision.__dict__.get(_BEFORE) or {}
    return {} if before is None else content_changes(type(page), before, revision.content)


def _public_before(page: Any) -> Content | None:
    return Revision.objects.filter(pk=page.__dict__.get(_LIVE)).values_list("content", flat=True).first()


def _saving(instance: Revision, update_fields: Any = None, **_more: Any) -> None:
    if somebody() and (update_fields is None or "content" in update_fields):
        instance.__dict__[_BEFORE] = _held(instance)


def _held(revision: Revision) -> Content | None:
    """The content that is written over; of a new revision that of the last one."""
    if revision.pk:
        held = Revision.objects.filter(pk=revision.pk)
    else:
        same = {"base_content_type": revision.base_content_type, "object_id": revision.object_id}
        held = Revision.objects.filter(**same).order_by("-created_at", "-pk")
    return held.values_list("content", flat=True).first()


def _saving_page(instance: Page, **_more: Any) -> None:
    if somebody() and instance.pk:
        public = Page.objects.filter(pk=instance.pk, live=True).values_list("live_revision", flat=True).first()
        instance.__dict__[_LIVE] = public
