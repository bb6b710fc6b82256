"""Who needs a second factor, and that nothing is opened for them before they have passed it."""

from collections.abc import Callable
from ipaddress import ip_address

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from cms.demo.editors import EDITORS
from cms.models import Editor
from cms.sign_in.held import is_at_a_desk, is_leaving, note_held, open_as_nobody
from cms.sign_in.work import kind_of_work
from pages.visitors.clients import address_of

PASSED = "second_factor"  # in the session: whose
WANTED = "wanted_before_factor"  # in the session: the address that was asked for
OWN, CONFIRMING = "/tai-khoan/", "/tai-khoan/xac-nhan/"
DEMO = {name for name, *_ in EDITORS}
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def is_required(user: Editor) -> bool:
    """Whether the settings ask this person for a second factor."""
    return kind_of_work(user) in settings.SECOND_FACTOR_FOR


def note_passed(request: HttpRequest, user: Editor) -> None:
    """The session's owner has shown a second factor."""
    request.session[PASSED] = user.pk


def is_demonstration(request: HttpRequest) -> bool:
    """Whether the demonstration's accounts may do without: on one's own machine alone, and where settings allow it."""
    address = address_of(request)
    host = request.get_host().rpartition(":")[0] or request.get_host()
    here = address is not None and address.is_loopback and _is_loopback(host.strip("[]"))
    return settings.DEMO_WITHOUT_SECOND_FACTOR and here


class RequiredFactorMiddleware:
    """Leads to the second factor; on citizens' pages, who has not passed it is nobody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Only staff have a session; for everybody else nothing is read."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES and _is_held_back(request):
            if is_at_a_desk(request):
                return _lead(request)
            open_as_nobody(request)
        return self.get_response(request)


def _is_held_back(request: HttpRequest) -> bool:
    """Whether somebody has signed in but not passed: to a desk comes only who has no need to. To his own account comes
    who has no factor yet; who has one shows it first, else an old session could add another to it."""
    user = request.user
    if is_leaving(request) or not user.is_authenticated or request.session.get(PASSED) == user.pk:
        return False
    if request.path.startswith(OWN):
        return not request.path.startswith(CONFIRMING) and is_mfa_enabled(user, FACTORS)
    return is_required(user) and not (user.get_username() in DEMO and is_demonstration(request))


def _lead(request: HttpRequest) -> HttpResponse:
    """To the factor that there is, or to setting one up."""
    note_held(request)
    wanted = request.get_full_path() if request.method == "GET" else reverse("account_login")
    if is_mfa_enabled(request.user, FACTORS):
        return redirect(f"{reverse('mfa_reauthenticate')}?{urlencode({'next': wanted})}")
    request.session[WANTED] = wanted
    return redirect("mfa_index")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
