"""What every feed of the portal shares, so that readers take each for itself and know an entry again (RFC 4287)."""

from datetime import datetime, time
from uuid import UUID, uuid5

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from wagtail.models import Page

from pages.models.home import HomePage
from pages.models.settings import PortalSettings
from pages.published import published

#: Atom asks for a day; what has none must not get a new one at every visit.
LONG_AGO = timezone.make_aware(datetime.combine(datetime(2000, 1, 1), time.min))


class _SteadyAtom(Atom1Feed):
    """Atom whose `updated` tells of the entries alone: an empty feed was not changed just now."""

    def latest_post_date(self) -> datetime:
        """When the latest entry changed."""
        dates = (item[name] for item in self.items for name in ("updateddate", "pubdate") if item[name])
        return max(dates, default=LONG_AGO)


class PortalFeed(Feed):
    """A feed of pages of one kind; a subclass says `title`, `subtitle`, `items` and on which page they are listed.

    Ids are made of what never changes, so that neither a new slug nor a new domain makes old entries new ones: an
    entry's of its page's own identity (`translation_key`), the feed's of the home page's and `name`.
    """

    feed_type = _SteadyAtom
    name: str
    #: The type of the page that lists the same for people.
    listed_on: type[Page]

    def get_object(self, request: HttpRequest) -> Page | None:
        """The page that lists the same."""
        return published(self.listed_on.objects).first()

    def link(self, listing: Page | None) -> str:
        """Where people read the same list."""
        return (listing and listing.get_url()) or "/"

    def feed_guid(self) -> str:
        """The feed's id."""
        home = HomePage.objects.order_by("pk").values_list("translation_key", flat=True).first()
        return uuid5(home or UUID(int=0), self.name).urn

    def author_name(self) -> str:
        """The portal."""
        return PortalSettings.load().site_name

    def item_guid(self, item: Page) -> str:
        """The entry's id."""
        return item.translation_key.urn

    def item_link(self, item: Page) -> str:
        """The page's address."""
        return item.get_url() or "/"
