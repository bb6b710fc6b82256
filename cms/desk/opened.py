"""A page that is opened is read once: what Wagtail reads of the page and then of its draft anew is handed down."""

from collections.abc import Callable

from wagtail.models import Page, Revision

from pages.desk.in_hand import hold_texts

#: What Wagtail keeps with a page once it was read: the states of its review, the version that waits for its hour.
_KEPT = ("_current_workflow_states", "scheduled_revision")


def opened(page: Page, read: Callable[[], Page], *texts: Revision | None) -> Page:
    """The draft that `read` makes of the page and one of these texts; it knows what was read of the page already. For
    screens that only show: whoever saves reads anew."""
    for text in texts:
        if text is not None and page.has_unpublished_changes:
            text.content_object = page.specific
    draft = read()
    for name in _KEPT:
        draft.__dict__[name] = getattr(page, name)
    _hand_texts_down(page, draft)
    return draft


def _hand_texts_down(page: Page, draft: Page) -> None:
    """The status beside the form tells of the texts of the draft."""
    held = page.specific
    hold_texts(held)
    if draft is not held and held.latest_revision is not None:
        page.latest_revision.user = held.latest_revision.user
        draft.latest_revision, draft.live_revision = page.latest_revision, held.live_revision
