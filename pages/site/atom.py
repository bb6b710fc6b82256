"""What every feed of the portal shares, so that readers take each for itself and know an entry again (RFC 4287)."""

from datetime import date, datetime, time
from uuid import UUID, uuid5

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from wagtail.models import Page, Site

from pages.models.settings import PortalSettings
from pages.published import published

#: Atom asks for a day; what has none must not get a new one at every visit.
LONG_AGO = timezone.make_aware(datetime.combine(date(2000, 1, 1), time.min))


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

    def feed_guid(self, listing: Page | None) -> str:
        """The feed's id."""
        site = _site_of(listing)
        return uuid5(site.root_page.translation_key if site else UUID(int=0), self.name).urn

    def author_name(self, listing: Page | None) -> str:
        """The portal, as the site calls it where the same is listed."""
        return PortalSettings.of_site(_site_of(listing)).site_name

    def item_guid(self, item: Page) -> str:
        """The entry's id."""
        return item.translation_key.urn

    def item_link(self, item: Page) -> str:
        """The page's address."""
        return item.get_url() or "/"


def _site_of(listing: Page | None) -> Site | None:
    """The site of a page that lists, else the main one."""
    own = listing.get_site() if listing else None
    return own or Site.objects.select_related("root_page").filter(is_default_site=True).first()
