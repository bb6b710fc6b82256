"""What stands around every page: the province's name and telephone, the menus; kept for a minute."""

from functools import partial
from typing import Any, cast

from django.core.cache import cache
from django.db import transaction
from django.db.models import F, Model, Q, QuerySet
from django.db.models.functions import Left, Length
from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction, Site

from pages.models.settings import PortalSettings
from pages.published import published
from vietnamese.telephone import numbers, pieces

CACHE_KEY = "pages.site.chrome"
CACHE_SECONDS = 60

#: Addresses that are no pages of the tree.
FIXED_NAV = ({"label": "Cơ quan", "url": "/co-quan/"},)

_STEP = Page.steplen  # a child's path is its parent's and this many characters


def chrome(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `portal` with province_name, site_name, hotline, hotline_pieces, hotline_numbers, email,
    address, feedback_url, is_demo, nav [{label, url, current}] and footer_nav [{label, url}].

    Two queries when nothing is cached, none otherwise; nothing for the desk, which has its own frame.
    """
    if request.path.startswith(reverse("wagtailadmin_home")):
        return {}
    kept = cast(dict[str, Any], cache.get_or_set(CACHE_KEY, _collected, CACHE_SECONDS))  # never None: it collects
    return {"portal": {**kept, "nav": [_with_current(entry, request.path) for entry in kept["nav"]]}}


def forget(**_kwargs: Any) -> None:
    """Drops what is kept: now, and after the commit, since another request may keep the old meanwhile."""
    cache.delete(CACHE_KEY)
    transaction.on_commit(partial(cache.delete, CACHE_KEY))


def forget_if_shown(instance: Model, **_kwargs: Any) -> None:
    """Receiver for saved and deleted rows of any model: pages, who may read them, sites, the portal's settings."""
    if isinstance(instance, Page | PageViewRestriction | Site | PortalSettings):
        forget()


def _with_current(entry: dict[str, str], path: str) -> dict[str, Any]:
    return {**entry, "current": path.startswith(entry["url"])}


def _collected() -> dict[str, Any]:
    """Everything but what depends on the request. Two queries."""
    menu = list(_menu_pages().values("title", "slug", "show_in_menus", "in_footer"))
    nav = [_link(page) for page in menu if page["show_in_menus"]]
    footer = [_link(page) for page in menu if page["in_footer"]]
    return {**_settings(), "nav": [*nav, *FIXED_NAV], "footer_nav": footer}


def _settings() -> dict[str, Any]:
    settings = PortalSettings.objects.first() or PortalSettings()
    names = ("province_name", "site_name", "hotline", "email", "address", "feedback_url", "is_demo")
    return {name: getattr(settings, name) for name in names} | {
        "hotline_pieces": pieces(settings.hotline),
        "hotline_numbers": numbers(settings.hotline),
    }


def _menu_pages() -> QuerySet[Page]:
    """The live public children of the default site's home page that stand in a menu, in tree order."""
    home = Site.objects.filter(is_default_site=True).values("root_page__path")
    return (
        published(Page.objects)
        .alias(parent_path=Left("path", Length("path") - _STEP))
        .annotate(in_footer=F("contentpage__in_footer"))
        .filter(Q(show_in_menus=True) | Q(in_footer=True), parent_path__in=home)
        .order_by("path")
    )


def _link(page: dict[str, Any]) -> dict[str, str]:
    return {"label": page["title"], "url": reverse("wagtail_serve", args=[f"{page['slug']}/"])}
