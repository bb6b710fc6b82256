"""Page types, one a file."""

from pages.models.content import ContentPage
from pages.models.emergency import EmergencyPublication
from pages.models.guest import GuestLink, GuestRemark
from pages.models.home import HomePage, PopularPage
from pages.models.link import LinkOnPage, OutgoingLink
from pages.models.news import NewsIndexPage, NewsPage, NewsShelfPage
from pages.models.review import PageReview
from pages.models.settings import PortalSettings
from pages.models.stamp import ShownChange

__all__ = [
    "ContentPage",
    "EmergencyPublication",
    "GuestLink",
    "GuestRemark",
    "HomePage",
    "LinkOnPage",
    "NewsIndexPage",
    "NewsPage",
    "NewsShelfPage",
    "OutgoingLink",
    "PageReview",
    "PopularPage",
    "PortalSettings",
    "ShownChange",
]
