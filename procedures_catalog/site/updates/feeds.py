"""Feeds of what changed in procedures: of all, of a sector, of an agency, of one procedure."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid5

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode

from agencies.day import asked_on
from agencies.models import Agency
from pages.published import published
from pages.site.atom import PortalFeed
from procedures_catalog.models import ProcedureAgency, ProcedureIndexPage, ProcedurePage, PublishedVersion, Sector
from procedures_catalog.presenting.note_lines import in_one_line
from procedures_catalog.versions.notes.reading import ANNOUNCED, Told, lately, told
from vietnamese.spelling import squeeze

ITEMS = 30


@dataclass(frozen=True, slots=True)
class Scope:
    """Of what a feed is: the page of the catalogue (None: there is none), the feed's name for its id, its title, where
    people read of the same, and the versions that it tells of, the latest first."""

    listing: ProcedureIndexPage | None
    name: str
    title: str
    link: str
    versions: QuerySet[PublishedVersion]


def _listing() -> ProcedureIndexPage | None:
    return published(ProcedureIndexPage.objects).first()


def _of_all(request: HttpRequest) -> Scope:
    versions = lately(ProcedurePage.objects.all(), asked_on(request))
    return Scope(_listing(), "thu-tuc", "Thay đổi của thủ tục hành chính", reverse("updates"), versions)


def _of_sector(request: HttpRequest, slug: str) -> Scope:
    sector = get_object_or_404(Sector, slug=slug)
    versions = lately(ProcedurePage.objects.filter(sector=sector), asked_on(request))
    link = f"{reverse('catalogue')}?{urlencode({'linh-vuc': sector.slug})}"
    return Scope(_listing(), f"linh-vuc/{sector.pk}", f"Thay đổi của thủ tục lĩnh vực {sector.name}", link, versions)


def _of_agency(request: HttpRequest, slug: str) -> Scope:
    """Of the procedures in which the agency has a part."""
    agency = get_object_or_404(Agency, slug=slug)
    concerned = ProcedureAgency.objects.filter(registered=agency).values("page")
    versions = lately(ProcedurePage.objects.filter(pk__in=concerned), asked_on(request))
    link, title = agency.get_absolute_url(), f"Thay đổi của thủ tục: {agency.name}"
    return Scope(_listing(), f"co-quan/{agency.pk}", title, link, versions)


def _of_procedure(_request: HttpRequest, slug: str) -> Scope:
    """All of its life, however long ago."""
    pages = published(ProcedurePage.objects.filter(slug=slug)).only("title", "twin_note", "url_path", "identity")
    if (page := pages.first()) is None:
        raise Http404
    versions = PublishedVersion.objects.filter(identity=page.identity_id, **ANNOUNCED).order_by("-number")
    name, title = f"thu-tuc/{page.identity_id}", f"Thay đổi: {page.told_name}"
    return Scope(_listing(), name, title, f"{page.get_url()}#lich-su", versions)


class ChangesFeed(PortalFeed):
    """Atom (RFC 4287) of the latest changes that are told of: the procedure, and what changed. Nine queries."""

    subtitle = "Mỗi mục nói một thủ tục đã thay đổi gì"

    def __init__(self, scope: Callable[..., Scope]) -> None:
        super().__init__()
        self.get_object = scope  # type: ignore[method-assign]  # called as a method would be, without the feed

    def title(self, scope: Scope) -> str:
        """Of what it is."""
        return squeeze(scope.title)

    def link(self, scope: Scope) -> str:
        """Where people read of the same."""
        return scope.link

    def feed_guid(self, scope: Scope) -> str:
        """Made of what the feed is of, which no slug changes."""
        return self.guid_of(scope.listing, scope.name)

    def author_name(self, scope: Scope) -> str:
        """The portal."""
        return super().author_name(scope.listing)

    def items(self, scope: Scope) -> list[Told]:
        """The latest ones."""
        return told(scope.versions, 0, ITEMS)

    def item_title(self, item: Told) -> str:
        """The procedure's name."""
        return squeeze(item.page.told_name)

    def item_description(self, item: Told) -> str:
        """What changed."""
        return squeeze(in_one_line(item.text))

    def item_guid(self, item: Told) -> str:
        """Of this change of this procedure, in every feed the same."""
        return uuid5(item.page.translation_key, f"ban-{item.number}").urn

    def item_link(self, item: Told) -> str:
        """Its line in the procedure's history."""
        return f"{item.page.get_url()}#ban-{item.number}"

    def item_pubdate(self, item: Told) -> datetime:
        """When it was published."""
        return item.noted_at

    def item_updateddate(self, item: Told) -> datetime:
        """When its note was last corrected."""
        return item.updated_at

    def item_categories(self, item: Told) -> list[str]:
        """Its sector."""
        return [squeeze(item.page.sector.name)] if item.page.sector else []


def feeds() -> dict[str, Any]:
    """Name of an address → its feed."""
    scopes: dict[str, Callable[..., Scope]] = {
        "changes_feed": _of_all,
        "sector_changes_feed": _of_sector,
        "agency_changes_feed": _of_agency,
        "procedure_changes_feed": _of_procedure,
    }
    return {name: ChangesFeed(scope) for name, scope in scopes.items()}
