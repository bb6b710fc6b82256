"""Says at the desk in words why something cannot be deleted, wherever Wagtail itself would end in an error."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

GetResponse = Callable[[HttpRequest], HttpResponse]
MOST_NAMED = 3


class RefusalsMiddleware:
    """Turns what the database refuses, because something else needs it, into a message on the screen before."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answers as usual."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """The message; for a script, which asks for no page, as JSON with 409."""
        desk = reverse("wagtailadmin_home")
        if not isinstance(fault, ProtectedError | RestrictedError) or not request.path.startswith(desk):
            return None
        text = _sentence(fault)
        if request.headers.get("X-Requested-With") == "XMLHttpRequest" or "/multiple/" in request.path:
            return JsonResponse({"success": False, "error_message": text}, status=409)
        messages.error(request, text)
        return HttpResponseRedirect(back_from(request, desk))


def _sentence(fault: ProtectedError | RestrictedError) -> str:
    held = list(fault.protected_objects if isinstance(fault, ProtectedError) else fault.restricted_objects)
    names = [f"“{thing}”" for thing in held[:MOST_NAMED]]
    more = f" và {len(held) - MOST_NAMED} chỗ khác" if len(held) > MOST_NAMED else ""
    return f"Không xóa được vì đang được dùng ở {', '.join(names)}{more}. Hãy bỏ ở đó trước."


def back_from(request: HttpRequest, otherwise: str) -> str:
    """The screen from which it was asked, if that is one of ours and not the very screen that fails."""
    before = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(before, request.get_host(), request.is_secure())
    return before if is_ours and before != request.build_absolute_uri() else otherwise
