"""What the log is told of guests: for whom a link was made, that it was opened, that something was remarked. Never what
a guest wrote nor how he called himself, since the log is kept when those are erased."""

from typing import Any

from django.utils import timezone
from wagtail.models import Page

from audit.acting import Actor, somebody
from audit.things import Thing, thing
from pages.models import GuestLink

MADE, OPENED, REMARKED = "guest.link", "guest.open", "guest.remark"
REVOKED, ANSWERED, ERASED = "guest.revoke", "guest.answer", "guest.erase"


def page_thing(page: Page) -> Thing:
    """The page as the kind that it is, with the agency that it belongs to."""
    return thing(page.specific_deferred)


def told_of(link: GuestLink) -> dict[str, Any]:
    """A link in words."""
    return {
        "purpose": link.get_kind_display(),
        "whom": link.whom,
        "until": f"{timezone.localtime(link.ends_at):%d/%m/%Y %H:%M}",
        "times": "một lần" if link.is_single else "nhiều lần",
    }


def guest_of(link: GuestLink) -> Actor | None:
    """Who acts by a link: somebody without an account; None where it is tried by somebody who has signed in."""
    return None if somebody() else Actor(name=f"khách được gửi liên kết ({link.whom})")
