"""What every feed of the portal shares, so that readers take each for itself and know an entry again (RFC 4287)."""

from datetime import date, datetime, time
from typing import Any, cast
from uuid import UUID, uuid5

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.decorators.http import condition
from wagtail.models import Page, Site

from agencies.day import asked_on
from pages.kept import kept_key
from pages.models.settings import PortalSettings
from pages.published import published

#: Atom asks for a day; what has none must not get a new one at every visit.
LONG_AGO = timezone.make_aware(datetime.combine(date(2000, 1, 1), time.min))


class _SteadyAtom(Atom1Feed):
    """Atom whose `updated` tells of the entries alone: an empty feed was not changed just now. What entries say is
    plain text; Django calls it HTML."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """An entry, whose description readers show sign by sign."""
        super().add_item_elements(handler, {**item, "description": escape(item["description"])})

    def latest_post_date(self) -> datetime:
        """When the latest entry changed."""
        dates = (item[name] for item in self.items for name in ("updateddate", "pubdate") if item[name])
        return max(dates, default=LONG_AGO)


def _stamp(request: HttpRequest, *_args: Any, **_kwargs: Any) -> str:
    """Another one after any change of what the public sees, on another day, and on another site."""
    return f'"{kept_key(asked_on(request))}.{request.get_host()}"'


#: Answers 304 to whoever has what the address says as it stands, for one query.
unless_known = condition(etag_func=_stamp)


class PortalFeed(Feed):
    """A feed of pages of one kind; a subclass says `title`, `subtitle`, `items` and on which page they are listed.

    Ids are made of what never changes, so that neither a new slug nor a new domain makes old entries new ones: an
    entry's of its page's own identity (`translation_key`), the feed's of the home page's and `name`.
    """

    feed_type = _SteadyAtom
    name: str
    #: The type of the page that lists the same for people.
    listed_on: type[Page]

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The feed; 304 for whoever has it as it stands, for one query."""
        return cast(HttpResponse, unless_known(super().__call__)(request, *args, **kwargs))

    def get_object(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> Any:
        """The page that lists the same."""
        return published(self.listed_on.objects).first()

    def link(self, listing: Any) -> str:
        """Where people read the same list."""
        return (listing and listing.get_url()) or "/"

    def feed_guid(self, listing: Any) -> str:
        """The feed's id."""
        return self.guid_of(listing, self.name)

    def guid_of(self, listing: Page | None, name: str) -> str:
        """An id of what never changes: the home page's identity, and a name."""
        site = _site_of(listing)
        return uuid5(site.root_page.translation_key if site else UUID(int=0), name).urn

    def author_name(self, listing: Any) -> str:
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
