"""Page types, one a file."""

from pages.models.content import ContentPage
from pages.models.home import HomePage, PopularPage
from pages.models.news import NewsIndexPage, NewsPage
from pages.models.settings import PortalSettings
from pages.models.stamp import ShownChange

__all__ = ["ContentPage", "HomePage", "NewsIndexPage", "NewsPage", "PopularPage", "PortalSettings", "ShownChange"]
