"""Makes pages for tests, each published below its parent."""

from datetime import date
from itertools import count

from wagtail.models import Locale, Page, Site

from pages.load import ensure_home, ensure_news_index
from pages.models import ContentPage, HomePage, NewsIndexPage, NewsPage, PortalSettings
from pages.put import put_page
from tests.planted import planted
from vietnamese.slug import slug

_numbers = count(1)


def make_home(title: str = "Thủ tục hành chính") -> HomePage:
    """The home page of the default site; works with and without the rows that migrations make."""
    if not Page.objects.exists():
        Locale.objects.get_or_create(language_code="vi")
        Page.add_root(title="Root", slug="root")
    if not HomePage.objects.exists():
        planted(("home", title), lambda: ensure_home(title))
    home = ensure_home(title)
    Site.clear_site_root_paths_cache()
    return home


def settled(**values) -> PortalSettings:
    """What the main site says of itself, with these values written down."""
    settings = PortalSettings.of_site(Site.objects.get(is_default_site=True))
    for name, value in values.items():
        setattr(settings, name, value)
    settings.save()
    return settings


def make_content(parent: Page, title: str = "Hướng dẫn", **values) -> ContentPage:
    """A page of guidance."""
    return _made(parent, ContentPage, title, values)


def make_news_index(home: HomePage) -> NewsIndexPage:
    """The list of news."""
    return ensure_news_index(home)


def make_news(index: NewsIndexPage, title: str = "", **values) -> NewsPage:
    """A piece of news."""
    title = title or f"Tin số {next(_numbers)}"
    return _made(index, NewsPage, title, {"date": date(2026, 10, 1), **values})


def _made(parent: Page, page_type: type, title: str, values: dict) -> Page:
    put_page(parent, page_type, slug(title), {"title": title, **values})
    return page_type.objects.child_of(parent).get(slug=slug(title))
