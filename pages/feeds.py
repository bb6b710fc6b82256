"""The feed of news, for readers that fetch it and for other sites."""

from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed

from pages.models.news import NewsPage, latest_news
from vietnamese.spelling import squeeze

ITEMS = 20


class NewsFeed(Feed):
    """Atom (RFC 4287) of the latest news."""

    feed_type = Atom1Feed
    title = "Tin tức, thông báo"
    link = "/"
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

    def item_link(self, item: NewsPage) -> str:
        """The page's address."""
        return item.get_url() or "/"

    def item_pubdate(self, item: NewsPage) -> datetime:
        """Midnight of its day."""
        return timezone.make_aware(datetime.combine(item.date, time.min))

    def item_updateddate(self, item: NewsPage) -> datetime:
        """When its text last changed."""
        return item.last_published_at or self.item_pubdate(item)
