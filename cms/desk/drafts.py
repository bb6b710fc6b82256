"""Giving up a draft: the text that citizens read becomes the newest one again."""

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from cms.models import Editor
from pages.four_eyes.shown import is_as_shown
from pages.guests import links

DISCARDED = "portal.discard_draft"


class DraftChangedError(Exception):
    """Somebody has saved the draft once more since it was shown."""


def may_discard(page: Page, user: Editor) -> bool:
    """Whether there is a draft beside the public text, or before any, and the person may edit the page."""
    lock = page.get_lock()
    is_free = lock is None or not lock.for_user(user)
    has_text_to_return_to = page.live or page.first_published_at is None
    return page.has_unpublished_changes and has_text_to_return_to and is_free and _may_edit(page, user)


def as_shown(page: Page, seen: str) -> Page:
    """The page as it is stored, locked until the end of the transaction. Raises DraftChangedError where its draft is
    not the one that `seen` is the seal of."""
    row = Page.objects.select_for_update().get(pk=page.pk)
    if not is_as_shown(row, seen):
        raise DraftChangedError
    return row


def _may_edit(page: Page, user: Editor) -> bool:
    return not page.alias_of_id and page.permissions_for_user(user).can_edit()


@transaction.atomic
def discard_draft(page: Page, user: Editor, seen: str) -> Revision:
    """The public text of a published page as its newest version; the draft stays in the history.

    `seen` is the seal of the draft that the person gives up. Raises DraftChangedError where it says something else now.
    A workflow that the draft was in is cancelled; guests who were shown it are shown nothing more.
    """
    row = as_shown(page, seen)
    if state := row.current_workflow_state:
        state.cancel(user=user)
    public = row.specific
    revision = public.save_revision(user=user, changed=False, clean=False)
    public.has_unpublished_changes = False
    public.save(update_fields=["has_unpublished_changes"], clean=False)
    links.give_up(public)
    log(instance=public, action=DISCARDED, user=user, revision=revision, content_changed=True)
    return revision
