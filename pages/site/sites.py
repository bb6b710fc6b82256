"""Which site a request came to, and what that site says of itself; kept, so that no reader costs a query for it."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast
from uuid import uuid4

from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest
from django.http.request import split_domain_port
from wagtail.models import Site

from consequences.registry import touched
from consequences.touched import Touched
from pages.models.settings import PortalSettings

CACHE_KEY = "pages.site"
CACHE_SECONDS = 60
#: The settings of all sites as they were read last, kept for the day on which nothing can be read.
_LAST_READ: list[PortalSettings] = []


def portal_of(request: HttpRequest) -> PortalSettings:
    """The settings of the site that a request came to, with their `site` and its `root_page`; without a site where
    there is none. A query when nothing is kept."""
    every = for_a_minute("sites", _settings_of_every_site)
    _LAST_READ[:] = every
    return _asked_at(request, every) or PortalSettings()


def portal_known(request: HttpRequest) -> PortalSettings:
    """What `portal_of` said last in this process, for when the database can no longer be asked; where nobody asked
    before, the defaults, which name no telephone."""
    return _asked_at(request, _LAST_READ) or PortalSettings()


def _asked_at(request: HttpRequest, every: list[PortalSettings]) -> PortalSettings | None:
    # An unknown name is the main site's; whether it may be asked for is decided elsewhere.
    host, _ = split_domain_port(request._get_raw_host())  # type: ignore[attr-defined]
    return site_at(every, host, request.get_port())


def site_at(every: list[PortalSettings], host: str, port: str) -> PortalSettings | None:
    """The settings of the site at an address, chosen as Wagtail chooses (`Site.find_for_request`): the very address;
    the main site for its own name on any port; the only site of that name; else the main one."""
    named = [each for each in every if each.site.hostname == host]
    main = next((each for each in every if each.site.is_default_site), None)
    exact = next((each for each in named if str(each.site.port) == port), None)
    if exact is not None or main in named:
        return exact or main
    return named[0] if len(named) == 1 else main


def for_a_minute(name: str, gather: Callable[[], Any]) -> Any:
    """What `gather` gives, kept for a minute under a name, or until the frame is touched; never None."""
    stamp = cast(str, cache.get_or_set(CACHE_KEY, lambda: uuid4().hex, CACHE_SECONDS))
    return cache.get_or_set(f"{CACHE_KEY}.{stamp}.{name}", gather, CACHE_SECONDS)


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    touched.connect(_forget, dispatch_uid="pages.site.sites")


def _forget(what: Touched, **_kwargs: Any) -> None:
    """Drops what is kept of all sites: now, and after the commit, since another request may keep the old meanwhile."""
    if what.frame:
        cache.delete(CACHE_KEY)
        transaction.on_commit(partial(cache.delete, CACHE_KEY))


def _settings_of_every_site() -> list[PortalSettings]:
    """One query."""
    return [_settings_of(site) for site in Site.objects.select_related("portalsettings", "root_page").order_by("pk")]


def _settings_of(site: Site) -> PortalSettings:
    settings = getattr(site, "portalsettings", None) or PortalSettings()
    settings.site = site
    return settings
