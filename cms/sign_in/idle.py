"""A session ends when nobody has worked for a while, by role, and after a working day in any case.

When somebody last worked is told by a signed cookie, not by the session, so that no click has to be written to the
database. What browsers send by themselves (an open form tells every ten seconds that it is open) is no work.
"""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from cms.models import Editor
from cms.sign_in.work import kind_of_work, who

COOKIE = "phien-lam-viec"
BEGAN, IDLE = "signed_in_at", "idle_minutes"  # in the session
JUST_BEGUN = 300  # seconds
#: Addresses that a screen of Wagtail asks for without anybody doing anything.
BY_ITSELF = {"wagtailadmin_editing_sessions:ping", "wagtailadmin_editing_sessions:release"}
#: What our own scripts send where they ask by themselves.
BY_ITSELF_HEADER = "X-By-Itself"
STAFF = ("/quan-tri/", "/ban/", "/phien/", "/tai-khoan/")
ENDED = "Phiên làm việc đã kết thúc vì lâu không có thao tác. Đăng nhập lại để trở về đúng trang này."

GetResponse = Callable[[HttpRequest], HttpResponse]


def begin(request: HttpRequest, user: Editor) -> None:
    """Somebody has signed in."""
    request.session[BEGAN] = _now()
    request.session[IDLE] = settings.SESSION_IDLE_MINUTES[kind_of_work(user)]


def has_just_begun(request: HttpRequest) -> bool:
    """Whether somebody has signed in within the last minutes."""
    return _now() - request.session.get(BEGAN, 0) < JUST_BEGUN


class IdleMiddleware:
    """Signs out who was away for too long, and notes who works."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Only staff have a session; for everybody else nothing is read."""
        is_staff = settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated
        if is_staff:
            _follow_role(request)
        if is_staff and _is_over(request):
            _end(request)
        response = self.get_response(request)
        if (is_staff or hasattr(request, "signed_in_as")) and request.user.is_authenticated and is_work(request):
            _note_work(request, response)
        return response


@csrf_exempt  # it changes nothing but how long the session lasts, and browsers send no session from other sites
@require_POST
def stay(request: HttpRequest) -> HttpResponse:
    """Somebody works on a screen without sending it: 204, or 403 when the session is over."""
    return HttpResponse(status=204) if request.user.is_authenticated else HttpResponseForbidden()


def _follow_role(request: HttpRequest) -> None:
    """A role that was given or taken while the session is open changes how long it lasts, at the next screen of staff;
    those ask for rights anyway, and readers' pages for none."""
    if not request.path.startswith(STAFF) or IDLE not in request.session:
        return
    minutes = settings.SESSION_IDLE_MINUTES[kind_of_work(who(request))]
    if request.session[IDLE] != minutes:
        request.session[IDLE] = minutes


def _is_over(request: HttpRequest) -> bool:
    began = request.session.get(BEGAN, 0)
    seen = max(began, _last_work(request))
    too_long_away = _now() - seen > request.session.get(IDLE, 0) * 60
    return too_long_away or _now() - began > settings.SESSION_COOKIE_AGE


def _end(request: HttpRequest) -> None:
    try:
        request.session.flush()
    except DatabaseError:  # it cannot be deleted now; the next request ends it again
        request.session.clear()
        request.session.modified = False
    request.user = AnonymousUser()
    if request.path.startswith(STAFF) and request.method == "GET":
        messages.info(request, ENDED)


def is_work(request: HttpRequest) -> bool:
    """Whether somebody did something, rather than a screen by itself."""
    match = request.resolver_match
    return BY_ITSELF_HEADER not in request.headers and not (match and match.view_name in BY_ITSELF)


def _note_work(request: HttpRequest, response: HttpResponse) -> None:
    """The cookie: when, how many minutes that is good for, and when the session ends in any case; scripts read it."""
    ends = request.session.get(BEGAN, 0) + settings.SESSION_COOKIE_AGE
    value = _signer(request).sign(f"{_now()}.{request.session.get(IDLE, 0)}.{ends}")
    response.set_cookie(COOKIE, value, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax")


def _last_work(request: HttpRequest) -> int:
    """Seconds since 1970; 0 without a cookie of this very session."""
    try:
        return int(_signer(request).unsign(request.COOKIES.get(COOKIE, "")).partition(".")[0])
    except (signing.BadSignature, ValueError):
        return 0


def _signer(request: HttpRequest) -> signing.Signer:
    return signing.Signer(salt=f"cms.sign_in.idle.{request.session.session_key}")


def _now() -> int:
    return int(timezone.now().timestamp())
