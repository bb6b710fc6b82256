"""Tells whose way in somebody else has changed: by letter at once, where there is an address, and at every sign-in for
as long as the two halves are kept apart."""

import logging
from typing import Any

from django.contrib import messages
from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.http import HttpRequest
from wagtail.admin.mail import send_mail

from agencies.day import asked_at
from cms.models import Editor, KeyAct
from cms.sign_in.keys.acts import SELDOM, told_to
from vietnamese.spelling import squeeze

_logger = logging.getLogger(__name__)
_SUBJECT = "Tài khoản của bạn: {0}"
_SAID = "{by} đã làm việc sau với tài khoản {account} của bạn ở cổng thông tin: {what}.\n\n{seldom}\n"


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    user_logged_in.connect(_signed_in, dispatch_uid="cms.sign_in.keys")


def write_to(address: str, act: KeyAct) -> None:
    """A letter without a link, once the act is kept; a mail server that is down hinders nobody."""
    if address and not act.is_first:
        transaction.on_commit(lambda: _send(address, act), robust=True)


def _send(address: str, act: KeyAct) -> None:
    what, account = act.get_kind_display(), act.editor.get_username()
    said = _SAID.format(by=squeeze(act.by_name), account=account, what=what, seldom=SELDOM)
    try:
        send_mail(_SUBJECT.format(what), said, [address])
    except OSError:
        _logger.warning("Không gửi được thư báo cho tài khoản số %s.", act.editor_id)


def _signed_in(request: HttpRequest, user: Editor, **_more: Any) -> None:
    for line in told_to(user, asked_at(request)):
        messages.warning(request, line, fail_silently=True)
