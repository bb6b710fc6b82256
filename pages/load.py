"""Writes pages from plain data (a demonstration, a first day); the files are read by a floor above."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils.html import format_html
from wagtail.models import Page, Site

from pages.models import ContentPage, HomePage, NewsIndexPage, NewsPage, PopularPage, PortalSettings
from pages.put import change, publish, put_page

HOME_SLUG = "trang-chu"
NEWS_SLUG = "tin-tuc"

Row = Mapping[str, Any]


@transaction.atomic
def ensure_home(title: str) -> HomePage:
    """The home page, made if there is none; the default site's root instead of Wagtail's welcome."""
    home = HomePage.objects.first() or _new_home(title)
    _ensure_site(home)
    _remove_welcome()
    return home


def ensure_site_address() -> None:
    """Gives the default site the address that the settings say, so that a page's own address is the public one.

    Wagtail writes `localhost` into a new database, and knows nothing of PORTAL_BASE_URL.
    """
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    site = Site.objects.filter(is_default_site=True).first()
    if site is not None and change(site, {"hostname": address.hostname, "port": port}):
        site.save()


def ensure_news_index(home: HomePage, title: str = "Tin tức") -> NewsIndexPage:
    """The list of news below the home page, made if there is none, and in the menu."""
    if not NewsIndexPage.objects.child_of(home).exists():
        put_page(home, NewsIndexPage, NEWS_SLUG, {"title": title, "show_in_menus": True})
    return NewsIndexPage.objects.child_of(home).first()


def load_settings(data: Row) -> int:
    """Writes the main site's names and contacts: field of PortalSettings → value. 1 when any changed, else 0."""
    settings = PortalSettings.of_site(Site.objects.get(is_default_site=True))
    changed = change(settings, data)
    if changed:
        settings.save()
    return int(changed)


def _ensure_site(home: HomePage) -> None:
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True, hostname="localhost")
    if site.root_page_id != home.pk:
        site.root_page = home
        site.save()
    ensure_site_address()


@transaction.atomic
def load_pages(home: HomePage, data: Row) -> int:
    """Writes the home page's own words and the pages of guidance. How many were written.

    `data["home"]`: title, tagline. `data["pages"]`: rows of slug, title, summary, show_in_menus, in_footer,
    body (stream data).
    """
    changed = change(home, data.get("home", {}))
    if changed:
        publish(home)
    return int(changed) + sum(_put_content(home, row) for row in data.get("pages", ()))


@transaction.atomic
def load_news(index: NewsIndexPage, rows: Iterable[Row]) -> int:
    """Writes news: rows of slug, title, date (ISO), summary, paragraphs (plain). How many were written."""
    return sum(_put_news(index, row) for row in rows)


def set_popular(home: HomePage, pages: Iterable[Page]) -> int:
    """Makes these the pages that many look for, in this order. How many there are now."""
    home = HomePage.objects.get(pk=home.pk)
    home.popular_pages.set([PopularPage(page_id=page.pk, sort_order=place) for place, page in enumerate(pages)])
    publish(home)
    return home.popular_pages.count()


def _new_home(title: str) -> HomePage:
    root = Page.get_first_root_node()
    put_page(root, HomePage, HOME_SLUG, {"title": title})
    return HomePage.objects.child_of(root).get(slug=HOME_SLUG)


def _remove_welcome() -> None:
    """Wagtail's own first page is a plain, empty Page; nobody can make another."""
    for page in Page.objects.exact_type(Page).filter(depth=2, numchild=0):
        page.delete()


def _put_content(home: HomePage, row: Row) -> bool:
    return put_page(home, ContentPage, row["slug"], {name: row[name] for name in row if name != "slug"})


def _put_news(index: NewsIndexPage, row: Row) -> bool:
    values = {
        "title": row["title"],
        "date": date.fromisoformat(row["date"]),
        "summary": row["summary"],
        "body": [_paragraph(text) for text in row["paragraphs"]],
    }
    return put_page(index, NewsPage, row["slug"], values)


def _paragraph(text: str) -> dict[str, str]:
    return {"type": "paragraph", "value": format_html("<p>{}</p>", text)}
