"""What every answer says to browsers besides its content, and which methods the portal knows at all."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.urls import reverse

from vietnamese.somebodys_numbers import asked_without_numbers

GetResponse = Callable[[HttpRequest], HttpResponse]

#: All that the public pages, the desk, the officers' desk and the API use. TRACE would repeat what was sent.
METHODS = ("GET", "HEAD", "POST", "OPTIONS")
#: Nothing of a device is asked for, neither by the portal nor by what might be put into a page.
PERMISSIONS = ", ".join(
    f"{name}=()"
    for name in (
        "accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid",
        "magnetometer", "microphone", "midi", "payment", "serial", "usb",
    )
)  # fmt: skip
#: What other sites may take into their own pages: only what the API says.
_FOR_OTHER_SITES = "/api/"


class HeadersMiddleware:
    """Stands outermost, so that static files and refusals have the headers too."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """405 for a method that nothing here knows."""
        known = request.method in METHODS
        response = self._get_response(request) if known else HttpResponseNotAllowed(METHODS)
        shared = "cross-origin" if request.path.startswith(_FOR_OTHER_SITES) else "same-origin"
        response.headers.setdefault("Cross-Origin-Resource-Policy", shared)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if _holds_somebodys_number(request):
            response.headers["Referrer-Policy"] = "strict-origin"
        return response


def _holds_somebodys_number(request: HttpRequest) -> bool:
    """Whether one was typed into the address: then no page leads on with it, for browsers tell the portal's name alone
    as where they come from, also to the portal itself, whose web server keeps a journal."""
    return any(asked_without_numbers(value)[1] for value in map(str, request.GET.values()))


class PolicyMiddleware(CSPMiddleware):
    """The content security policy of the settings; at the desk, which is Wagtail's own screens, the desk's."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        """What the header is made of."""
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path_info.startswith(reverse("wagtailadmin_home")):
            parts.config = settings.DESK_CONTENT_SECURITY_POLICY
        return parts
