"""The way to the province's server for accounts and back, by allauth."""

import logging
from collections.abc import Callable

from allauth.socialaccount.providers.openid_connect import views
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils.http import urlencode
from requests import RequestException

from cms.sign_in.province.answers import provider_is_down

_logger = logging.getLogger(__name__)


def enter(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Leads there. Of what the address asks only `next` is heard: nobody ties a foreign account to himself."""
    wanted = request.GET.get("next")
    request.GET = QueryDict(urlencode({"next": wanted}) if wanted else "")
    return _answered(views.login, request, provider_id)


def come_back(request: HttpRequest, provider_id: str) -> HttpResponse:
    """With what the server says."""
    return _answered(views.callback, request, provider_id)


def _answered(view: Callable[..., HttpResponse], request: HttpRequest, provider_id: str) -> HttpResponse:
    if not settings.OIDC_URL:
        raise Http404
    try:
        return view(request, provider_id)
    except (RequestException, KeyError):  # it does not answer, or not as such a server does
        _logger.warning("Máy chủ tài khoản của tỉnh không trả lời.", exc_info=True)
        return provider_is_down(request)
