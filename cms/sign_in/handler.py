"""Axes' handler: what is asked and told at each try to sign in, at whichever door. The rules are in `tries`."""

import datetime
import logging
from typing import Any

from axes.backends import AxesStandaloneBackend
from axes.handlers.database import AxesDatabaseHandler
from axes.models import AccessAttempt
from django.db.models import Q
from django.http import HttpRequest

from audit.listening.sign_in import wrong_try
from cms.models import Editor
from cms.sign_in.idle import begin
from cms.sign_in.marks import MarkedRequest
from cms.sign_in.tries import hashed_address, nameless_account, note_right, note_wrong, open_again, try_of
from pages.visitors.clients import network_around, read_address
from pages.visitors.fair_share import is_beyond_its_share

#: Refused tries of one client that the log tells of in a quarter of an hour: nobody fills it by going on.
MOST_NOTED = 5
_QUARTER = 900  # seconds
_logger = logging.getLogger(__name__)


class Backend(AxesStandaloneBackend):
    """Refuses before a password is looked at. A command or a test that signs somebody in comes through no door."""

    def authenticate(self, request: HttpRequest | None, *args: Any, **kwargs: Any) -> None:
        """Raises PermissionDenied when the client has to wait."""
        if request is not None:
            super().authenticate(request, *args, **kwargs)


class Handler(AxesDatabaseHandler):
    """Counts by our rules in axes' tables, so that its commands (`axes_reset_username` …) work."""

    def is_locked(self, request: MarkedRequest, credentials: dict[str, Any] | None = None) -> bool:
        """Whether the client has to wait; `request.sign_in_opens` then says until when."""
        request.sign_in_opens = _opens(request, credentials)
        return request.sign_in_opens is not None

    def user_login_failed(
        self, sender: Any, credentials: dict[str, Any], request: MarkedRequest | None = None, **kwargs: Any
    ) -> None:
        """Counts it, unless it was refused: whoever goes on trying does not keep the door closed for longer."""
        if request is None:
            return
        name = credentials.get("username") or ""
        if request.axes_locked_out:
            _logger.warning("Tạm chưa nhận đăng nhập: đã thử sai quá nhiều lần.")
            if not is_beyond_its_share(request, "sign_in.refused", MOST_NOTED, _QUARTER):
                wrong_try(name, is_refused=True)
        else:
            note_wrong(try_of(request, name))
            wrong_try(name)

    def user_logged_in(self, sender: Any, request: MarkedRequest, user: Editor, **kwargs: Any) -> None:
        """The account knows this place now, and the time begins."""
        begin(request, user)
        this = try_of(request, user.get_username())
        request.signed_in_as = this.account
        note_right(this)

    def user_logged_out(self, sender: Any, request: HttpRequest, user: Editor, **kwargs: Any) -> None:
        """Nothing is noted."""

    def reset_attempts(
        self, *, ip_address: str | None = None, username: str | None = None, ip_or_username: bool = False
    ) -> int:
        """As axes has it, for a name or a network as people write them."""
        account = Q(username=nameless_account(username)) if username else Q()
        found = read_address(ip_address or "")
        address = Q(ip_address=hashed_address(network_around(found))) if found else Q()
        return AccessAttempt.objects.filter(account | address if ip_or_username else account & address).delete()[0]


def _opens(request: HttpRequest, credentials: dict[str, Any] | None) -> datetime.datetime | None:
    return open_again(try_of(request, (credentials or {}).get("username") or ""))
