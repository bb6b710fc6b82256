"""The shelves of news."""

from audit.things import belongs
from pages.models import NewsIndexPage, NewsPage, NewsShelfPage
from pages.shelves.arranging import arrange_by_agency
from pages.shelves.keepers import keeper_on
from pages.shelves.shelves import Shelves
from pages.turns import Turns


def connect() -> None:
    """Says whose a piece of news is in the log."""
    belongs(NewsPage, lambda page: keeper_on(NewsShelfPage, page) or page.agency_id)


def news_shelves() -> Shelves:
    """They stay locked until the caller's transaction ends."""
    return Shelves(NewsIndexPage, NewsShelfPage)


def arrange_news(turns: Turns) -> int:
    """Puts what names an agency onto that agency's shelf; how many were moved."""
    return arrange_by_agency(turns, NewsIndexPage.objects.get(), NewsPage.objects.all(), news_shelves)
