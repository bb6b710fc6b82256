"""Host names that the portal answers for besides its own: those that old papers carry."""

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port


def home_of(request: HttpRequest) -> str:
    """What an address of the portal begins with for this request: "" on a host of its own, the whole address where an
    old host was asked, so that one redirect is enough."""
    host, _port = split_domain_port(request.get_host())
    return settings.WAGTAILADMIN_BASE_URL if host in settings.LEGACY_HOSTS else ""
