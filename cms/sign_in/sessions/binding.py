"""A session works where it began: in that browser on that computer, from networks where its owner has confirmed it.

Its cookie in another browser ends it. Another network alone does not: telephones and offices change theirs, so whoever
comes from one that the session does not know confirms once that it is he, and it is known.
"""

import ipaddress
import logging
from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.signals import authentication_step_completed
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from audit.listening.sign_in import used_elsewhere
from cms.models import Editor
from cms.sign_in.devices import number_of
from cms.sign_in.held import is_at_a_desk, is_leaving, note_held, open_as_nobody
from cms.sign_in.sessions.browsers import family_of
from pages.visitors.clients import address_of

_logger = logging.getLogger(__name__)
BOUND = "bound"  # in the session: {"device": …, "browser": …, "networks": […]}
#: Bits that an operator's or an office's addresses have in common, by version: telephones wander within.
BITS = {4: 16, 6: 32}
MOST_NETWORKS = 8
CONFIRMING = "/tai-khoan/xac-nhan/"
ELSEWHERE = "Phiên làm việc này đã mở ở một trình duyệt khác nên đã bị đóng. Nếu không phải bạn, hãy đổi mật khẩu."
ASKED = "Bạn đang vào từ một mạng khác với lúc đăng nhập. Xin xác nhận rằng vẫn là bạn."

GetResponse = Callable[[HttpRequest], HttpResponse]


def connect() -> None:
    """Hears of sign-ins and of confirmations. Connecting twice changes nothing."""
    user_logged_in.connect(_bind, dispatch_uid="cms.sign_in.sessions.bind")
    authentication_step_completed.connect(_know, dispatch_uid="cms.sign_in.sessions.know")


def network_prefix(request: HttpRequest) -> str:
    """The wider network of the client, “203.113.0.0/16”; "" when its address is not told."""
    address = address_of(request)
    return "" if address is None else str(ipaddress.ip_network((address, BITS[address.version]), strict=False))


class BindingMiddleware:
    """Stands behind the one that ends sessions in which nobody works."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Only staff have a session; for everybody else nothing is read."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            return self._of_staff(request, request.session.get(BOUND))
        return self.get_response(request)

    def _of_staff(self, request: HttpRequest, bound: dict[str, Any] | None) -> HttpResponse:
        if bound and _is_foreign(request, bound):
            used_elsewhere(request.user)
            _end(request)
        elif bound and not _is_known(request, bound):
            if is_at_a_desk(request):
                return _ask(request)
            open_as_nobody(request)
        return self.get_response(request)


def _bind(sender: Any, request: HttpRequest, user: Editor, **_more: Any) -> None:
    """Where it begins; a command or a test that signs somebody in comes from nowhere."""
    if network := network_prefix(request):
        request.session[BOUND] = {
            "device": number_of(request),
            "browser": _browser(request),
            "networks": [network],
        }


def _know(sender: Any, request: HttpRequest, reauthenticated: bool = False, **_more: Any) -> None:
    """Its owner has confirmed that it is he who comes from here."""
    if reauthenticated and (bound := request.session.get(BOUND)):
        networks = [network_prefix(request), *bound["networks"]][:MOST_NETWORKS]
        request.session[BOUND] = {**bound, "networks": networks}


def _is_foreign(request: HttpRequest, bound: dict[str, Any]) -> bool:
    return bound["device"] != number_of(request) or bound["browser"] != _browser(request)


def _is_known(request: HttpRequest, bound: dict[str, Any]) -> bool:
    is_elsewhere = network_prefix(request) not in bound["networks"]
    return not is_elsewhere or is_leaving(request) or request.path.startswith(CONFIRMING)


def _browser(request: HttpRequest) -> str:
    return family_of(request.headers.get("User-Agent", ""))


def _end(request: HttpRequest) -> None:
    _logger.warning("Đóng một phiên làm việc vì cookie của nó được dùng ở trình duyệt khác.")
    logout(request)
    if is_at_a_desk(request) and request.method == "GET":
        messages.warning(request, ELSEWHERE)


def _ask(request: HttpRequest) -> HttpResponse:
    """What was typed is not lost: a form that was sent is answered by a page of its own, to be left by going back."""
    ways = get_adapter().get_reauthentication_methods(request.user)
    if not ways:
        _end(request)
        return redirect("account_login")
    note_held(request)
    if request.method != "GET":
        return render(request, "cms/sign_in/elsewhere.html", {"way": ways[0]["url"]}, status=403)
    messages.info(request, ASKED)
    return redirect(f"{ways[0]['url']}?{urlencode({'next': request.get_full_path()})}")
