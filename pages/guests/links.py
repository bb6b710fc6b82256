"""Links for guests: made, opened, ended; and why one is not taken."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from wagtail.models import Page
from wagtail.signals import page_published

from audit.recording import record
from pages.guests.telling import MADE, OPENED, REVOKED, guest_of, page_thing, told_of
from pages.models import GuestLink

_BYTES = 24  # 192 bits, which nobody guesses
#: Characters of a secret.
SECRET = 32
#: How long a link may hold, in hours.
HOURS = (2, 8, 24, 72, 168, 336)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants a link for: a kind of `GuestLink`, for whom in words, hours, for one opening or many."""

    kind: str
    whom: str
    hours: int
    is_single: bool = False


def may_invite(page: Page, user: Any) -> bool:
    """Whether somebody may show the page's draft to guests and read what they remark: whoever may edit it."""
    return page.is_previewable() and page.permissions_for_user(user).can_edit()


# --- Made -----------------------------------------------------------------------------------------


@transaction.atomic
def make(page: Page, user: Any, wish: Wish, moment: datetime) -> tuple[GuestLink, str]:
    """A new link and its secret, which is told this once. The one of its kind before it is taken no more."""
    held = Page.objects.select_for_update().get(pk=page.pk)
    _end(held, "replaced", kind=wish.kind)
    secret = secrets.token_urlsafe(_BYTES)
    link = GuestLink.objects.create(
        page=held,
        kind=wish.kind,
        whom=wish.whom,
        digest=digest_of(secret),
        is_single=wish.is_single,
        made_by=user,
        made_at=moment,
        ends_at=moment + timedelta(hours=wish.hours),
        published_at=held.last_published_at,
    )
    record(MADE, page_thing(held), details=told_of(link))
    return link, secret


def digest_of(secret: str) -> str:
    """What is kept of a secret: it is random and long, so that no slow hash is needed."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def link_of(secret: str) -> GuestLink | None:
    """The link whose secret this is, with its page and who made it; None for none. A query."""
    if len(secret) != SECRET:
        return None
    return GuestLink.objects.select_related("page", "made_by").filter(digest=digest_of(secret)).first()


# --- Taken ----------------------------------------------------------------------------------------


def fault_of(link: GuestLink, moment: datetime) -> str:
    """Why the link is not taken at a moment: one of `ENDINGS`, "expired", or "" where it holds. It is no stronger than
    who made it: it ends where that person may no longer edit the page."""
    if link.ended:
        return link.ended
    if link.ends_at <= moment:
        return "expired"
    if link.page.last_published_at != link.published_at:
        return "published"
    if not link.page.has_unpublished_changes:
        return "given_up"
    return "" if link.made_by and may_invite(link.page, link.made_by) else "revoked"


@transaction.atomic
def take(link: GuestLink, moment: datetime) -> bool:
    """Opens a link that holds, once more; False where it was for one opening and somebody had that."""
    rows = GuestLink.objects.filter(pk=link.pk, ended="")
    rows = rows.filter(openings=0) if link.is_single else rows
    if not rows.update(openings=F("openings") + 1, opened_at=Coalesce("opened_at", moment)):
        return False
    record(OPENED, page_thing(link.page), details=told_of(link), by=guest_of(link))
    return True


# --- Ended ----------------------------------------------------------------------------------------


@transaction.atomic
def revoke(link: GuestLink) -> None:
    """Ends a link by hand; one that has ended stays as it ended."""
    if GuestLink.objects.filter(pk=link.pk, ended="").update(ended="revoked"):
        record(REVOKED, page_thing(link.page), details=told_of(link))


def give_up(page: Page) -> None:
    """The draft that guests were shown is no more."""
    _end(page, "given_up")


def connect() -> None:
    """Ends links when their draft is published, in whatever way; connecting twice changes nothing."""
    page_published.connect(_published, dispatch_uid="pages.guests.links")


def _published(instance: Page, **_kwargs: Any) -> None:
    _end(instance, "published")


def _end(page: Page, why: str, **which: str) -> None:
    GuestLink.objects.filter(page=page.pk, ended="", **which).update(ended=why)
