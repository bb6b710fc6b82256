"""What stands around every page: the province's name and telephone, the menus; kept for a minute, each site's own."""

from functools import partial
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Left, Length
from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page

from pages.models.settings import PortalSettings
from pages.published import published
from pages.site.sites import for_a_minute, portal_of
from vietnamese.telephone import numbers, pieces

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
    settings = portal_of(request)
    shown = for_a_minute(f"chrome.{settings.site_id}", partial(_collected, settings))
    return {"portal": {**shown, "nav": [_with_current(entry, request.path) for entry in shown["nav"]]}}


def _with_current(entry: dict[str, str], path: str) -> dict[str, Any]:
    return {**entry, "current": path.startswith(entry["url"])}


def _collected(settings: PortalSettings) -> dict[str, Any]:
    """Everything but what depends on the request. One query."""
    home = settings.site.root_page.path if settings.site_id else None
    menu = list(_menu_pages(home).values("title", "slug", "show_in_menus", "in_footer"))
    nav = [_link(page) for page in menu if page["show_in_menus"]]
    footer = [_link(page) for page in menu if page["in_footer"]]
    return {**_said_by(settings), "nav": [*nav, *FIXED_NAV], "footer_nav": footer}


def _said_by(settings: PortalSettings) -> dict[str, Any]:
    names = ("province_name", "site_name", "hotline", "email", "address", "feedback_url", "is_demo")
    return {name: getattr(settings, name) for name in names} | {
        "hotline_pieces": pieces(settings.hotline),
        "hotline_numbers": numbers(settings.hotline),
    }


def _menu_pages(home: str | None) -> QuerySet[Page]:
    """The live public children of the page with this path that stand in a menu, in tree order."""
    return (
        published(Page.objects)
        .alias(parent_path=Left("path", Length("path") - _STEP))
        .annotate(in_footer=F("contentpage__in_footer"))
        .filter(Q(show_in_menus=True) | Q(in_footer=True), parent_path=home)
        .order_by("path")
    )


def _link(page: dict[str, Any]) -> dict[str, str]:
    return {"label": page["title"], "url": reverse("wagtail_serve", args=[f"{page['slug']}/"])}
