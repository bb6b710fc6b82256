"""The former texts of a row that is no page: the one before its first change, and the steps back from what is now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from wagtail.admin.views.generic.mixins import CreateEditViewOptionalFeaturesMixin
from wagtail.log_actions import log
from wagtail.models import DraftStateMixin, ModelLogEntry, Revision, RevisionMixin

from cms.desk.drafts import DISCARDED
from cms.models import Editor
from pages.four_eyes.shown import is_as_shown, seal_of_draft
from procedures_catalog.models.kept_text import KEPT


class RowChangedError(Exception):
    """Somebody has saved the row once more since the step back was shown."""


# --- The first version ----------------------------------------------------------------------------


def keep_first(row: RevisionMixin) -> None:
    """Keeps what stands there publicly as a version, where nobody has changed it yet: what came with the portal or by
    an import has none."""
    held = type(row)._base_manager.get(pk=row.pk)
    if held.latest_revision_id is None and getattr(held, "live", True):
        revision = held.save_revision(changed=False, clean=False, log_action=KEPT)
        ModelLogEntry.objects.filter(revision=revision).update(content_changed=True)  # or the history leads not back
        if isinstance(held, DraftStateMixin):
            type(row)._base_manager.filter(pk=row.pk).update(live_revision=revision)


def _keeping_first(own: Callable[..., Any]) -> Callable[..., Any]:
    def save_instance(view: Any) -> Any:
        """As usual; the text that this form replaces is a version before it."""
        if view.view_name == "edit" and view.revision_enabled:
            keep_first(view.live_object)
        return own(view)

    return save_instance


def connect() -> None:
    """Puts it into Wagtail's one view beneath all forms of rows with versions; twice changes nothing."""
    if CreateEditViewOptionalFeaturesMixin.save_instance.__module__ != __name__:
        CreateEditViewOptionalFeaturesMixin.save_instance = _keeping_first(
            CreateEditViewOptionalFeaturesMixin.save_instance
        )


# --- Steps back -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class StepBack:
    """From one text of a row to an earlier one. `revision` is the earlier version, None for the public columns; `seen`
    is the seal of the draft at the moment, so that no other is given up unseen."""

    now: Any
    then: Any
    revision: Revision | None
    seen: str


def draft_given_up(row: Any) -> StepBack | None:
    """From the draft to what is public; None where there is no draft beside a public text."""
    has_drafts = isinstance(row, DraftStateMixin)
    if not (has_drafts and row.live and row.has_unpublished_changes and row.latest_revision_id):
        return None
    return StepBack(row.get_latest_revision_as_object(), row, None, seal_of_draft(row))


def change_undone(row: Any) -> StepBack | None:
    """From what is public to what was public before it, of what has drafts; None where there was nothing, or where a
    draft stands in between."""
    has_drafts = isinstance(row, DraftStateMixin)
    if not has_drafts or row.has_unpublished_changes or not row.live:
        return None
    earlier = _formerly_public(row).first()
    return StepBack(row, earlier.as_object(), earlier, seal_of_draft(row)) if earlier else None


def _formerly_public(row: Any) -> QuerySet[Revision]:
    """The versions that were public before the present one, the last of them first."""
    versions = row.revisions.exclude(pk=row.latest_revision_id).order_by("-created_at", "-pk")
    told = ModelLogEntry.objects.for_instance(row).filter(action__in=("wagtail.publish", KEPT))
    return versions.exclude(pk=row.live_revision_id).filter(pk__in=told.values("revision"))


@transaction.atomic
def take(step: StepBack, user: Editor) -> None:
    """Goes the step: what has drafts becomes a draft, which another publishes. RowChangedError when the row was saved
    meanwhile, ValidationError when the earlier text could not be saved today."""
    model = type(step.now)
    row = model._base_manager.select_for_update().get(pk=step.now.pk)
    if not is_as_shown(row, step.seen):
        raise RowChangedError
    if step.revision is None:
        _give_up_draft(row, user)
    else:
        _bring_back(step, user)


def _give_up_draft(row: Any, user: Editor) -> None:
    revision = row.save_revision(user=user, changed=False, clean=False)
    row.has_unpublished_changes = False
    row.save(update_fields=["has_unpublished_changes"])
    log(instance=row, action=DISCARDED, user=user, revision=revision, content_changed=True)


def _bring_back(step: StepBack, user: Editor) -> None:
    then = step.then
    then.full_clean()
    then.save_revision(user=user, previous_revision=step.revision, log_action=True)
