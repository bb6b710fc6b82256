"""What a gate of ours refuses in a sentence is told in that sentence, wherever at the desk it was tried; Wagtail would
say of any of them that somebody may not open the screen."""

import sys
from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from wagtail.admin import auth

from cms.refusals.for_scripts import CODE, wants_data
from cms.refusals.needed import back_from
from cms.refusals.typed import DENIED
from pages.four_eyes.gate import RefusedError

Denied = Callable[[HttpRequest], HttpResponse]


def connect() -> None:
    """Into Wagtail's one answer to whatever a screen refuses, which no setting names; twice changes nothing."""
    if not hasattr(auth.permission_denied, "__wrapped__"):
        auth.permission_denied = _in_words(auth.permission_denied)


def _in_words(own: Denied) -> Denied:
    @wraps(own)
    def denied(request: HttpRequest) -> HttpResponse:
        """The sentence on the screen before; Wagtail's answer to what has none."""
        fault = sys.exc_info()[1]
        if not isinstance(fault, RefusedError):
            setattr(request, DENIED, True)
            return own(request)
        if wants_data(request):
            told = {"success": False, "error_code": CODE, "error_message": str(fault)}
            return JsonResponse(told, status=403)
        messages.error(request, str(fault))
        return HttpResponseRedirect(back_from(request, reverse("wagtailadmin_home")))

    return denied
