"""The feed of news, for readers that fetch it and for other sites."""

from datetime import datetime, time

from django.utils import timezone

from pages.models.news import NewsIndexPage, NewsPage, latest_news
from pages.site.atom import PortalFeed
from vietnamese.spelling import squeeze

ITEMS = 20


class NewsFeed(PortalFeed):
    """Atom (RFC 4287) of the latest news."""

    name = "tin-tuc"
    listed_on = NewsIndexPage
    title = "Tin tức, thông báo"
    subtitle = "Tin mới của cổng thông tin"

    def items(self) -> list[NewsPage]:
        """The latest news."""
        return list(latest_news()[:ITEMS])

    def item_title(self, item: NewsPage) -> str:
        """The title; text pasted from elsewhere may hold characters that XML forbids."""
        return squeeze(item.title)

    def item_description(self, item: NewsPage) -> str:
        """The summary."""
        return squeeze(item.summary)

    def item_pubdate(self, item: NewsPage) -> datetime:
        """Midnight of its day."""
        return timezone.make_aware(datetime.combine(item.date, time.min))

    def item_updateddate(self, item: NewsPage) -> datetime:
        """When its text last changed."""
        return item.last_published_at or self.item_pubdate(item)
