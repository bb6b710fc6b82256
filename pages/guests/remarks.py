"""What guests remark on a draft: said, answered, erased."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.dispatch import Signal
from wagtail.models import Page

from audit.recording import record
from pages.guests.telling import ANSWERED, ERASED, REMARKED, guest_of, page_thing
from pages.models import GuestLink, GuestRemark
from pages.models.guest import CHECK, NAME_DAYS, REMARK_DAYS, RemarkQuerySet

#: So many may be said by one link.
MOST = 100
#: Sent in the transaction of a remark, with `remark`: so that its author is told, from a floor that knows how.
remarked = Signal()


def takes_remarks(link: GuestLink) -> bool:
    """Whether the link is one for remarks and has room for another. A query."""
    return link.kind == CHECK and link.remarks.count() < MOST


def remarks_of(page: Page) -> RemarkQuerySet:
    """What was said of a page's drafts: what waits first, then the newest. A query."""
    found = GuestRemark.objects.filter(link__page=page.pk).select_related("link", "done_by")
    return found.order_by(F("done_at").desc(nulls_first=True), "-at", "-pk")


@transaction.atomic
def say(link: GuestLink, name: str, section: str, text: str, moment: datetime) -> GuestRemark:
    """Keeps what somebody said of the draft as it is at the moment."""
    seen = link.page.latest_revision_id
    remark = link.remarks.create(name=name, section=section, text=text, at=moment, revision=seen)
    record(REMARKED, page_thing(link.page), details={"whom": link.whom}, by=guest_of(link))
    remarked.send(GuestRemark, remark=remark)
    return remark


@transaction.atomic
def settle(remark: GuestRemark, user: Any, answer: str, moment: datetime) -> None:
    """Somebody has dealt with it; what is answered, the guest reads by the same link while that holds."""
    remark.answer, remark.done_by, remark.done_at = answer, user, moment
    remark.save(update_fields=["answer", "done_by", "done_at"])
    record(ANSWERED, page_thing(remark.link.page), details={"whom": remark.link.whom})


@transaction.atomic
def remove(remark: GuestRemark) -> None:
    """Erases a remark with its name, for whoever said it and asks for that. The log tells that there was one."""
    record(ERASED, page_thing(remark.link.page), details={"whom": remark.link.whom})
    remark.delete()


def erase(moment: datetime) -> tuple[int, int]:
    """What guests were told: names go after `NAME_DAYS`, remarks, and links that ended then, after `REMARK_DAYS`. How
    many names and how many links and remarks."""
    old, older = moment - timedelta(days=NAME_DAYS), moment - timedelta(days=REMARK_DAYS)
    names = GuestRemark.objects.filter(at__lt=old).exclude(name="").update(name="")
    remarks, _ = GuestRemark.objects.filter(at__lt=older).delete()
    links, _ = GuestLink.objects.filter(ends_at__lt=older, remarks=None).delete()
    return names, remarks + links
