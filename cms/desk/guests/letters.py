"""Tells by mail, where the portal sends any, that a guest remarked on somebody's draft; what was said stays here."""

import logging
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from wagtail.admin.mail import send_mail

from cms.desk.guests.screen import GUESTS
from cms.models import Editor
from pages.guests.links import may_invite
from pages.guests.remarks import remarked
from pages.models import GuestRemark
from vietnamese.spelling import squeeze

_logger = logging.getLogger(__name__)
_SAID = "Có góp ý cho bản nháp “{title}”, từ liên kết gửi {whom}.\n\nĐọc và xử lý ở bàn biên tập: {address}\n"


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    remarked.connect(_tell, dispatch_uid="cms.desk.guests.letters")


def _tell(remark: GuestRemark, **_more: Any) -> None:
    """Once the remark is kept; a mail server that is down hinders nobody."""
    transaction.on_commit(lambda: _send(remark), robust=True)


def _send(remark: GuestRemark) -> None:
    page = remark.link.page
    title = squeeze(page.get_admin_display_title())
    address = settings.WAGTAILADMIN_BASE_URL + reverse(GUESTS, args=[page.pk])
    for person in _authors(remark):
        said = _SAID.format(title=title, whom=squeeze(remark.link.whom), address=address)
        try:
            send_mail(f"Góp ý cho “{title}”", said, [person.email])
        except OSError:
            _logger.warning("Không gửi được thư báo góp ý của trang số %s.", page.pk)


def _authors(remark: GuestRemark) -> list[Editor]:
    """Who made the link and who wrote the draft, as far as they may still edit it and have an address."""
    page = remark.link.page
    people = {person.pk: person for person in (remark.link.made_by, _writer(page)) if person}
    return [person for person in people.values() if person.email and may_invite(page, person)]


def _writer(page: Any) -> Editor | None:
    return page.latest_revision.user if page.latest_revision else None
