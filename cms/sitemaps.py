"""sitemap.xml (https://www.sitemaps.org/protocol.html): the address of everything that anybody may read, for search
engines, with the day on which it last said something else."""

import re
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, NamedTuple, cast

from django.contrib.sitemaps import Sitemap, views
from django.core.cache import cache
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_safe
from wagtail.models import Page

from agencies.models import Agency
from legal_documents.models import LegalDocumentPage
from pages.models.shelf import shelf_kinds
from pages.published import published
from pages.site.sites import portal_of
from procedures_catalog.models import LibraryForm, ProcedurePage, PublishedVersion

#: A file takes no more, says the protocol; then there is a second one.
MOST_IN_A_FILE = 50_000
#: A search engine that comes within the hour reads what was made for the one before.
KEPT_SECONDS = 3600
#: The one way to write the number of a file; every other would be made and kept again.
_PAGE = re.compile(r"[1-9][0-9]{0,2}")


class Entry(NamedTuple):
    """An address without its host, and when what stands there last changed; None for unknown."""

    path: str
    changed: datetime | None


class Section(Sitemap):
    """The addresses of one kind."""

    limit = MOST_IN_A_FILE

    def __init__(self, gather: Callable[[], Iterable[Entry]]) -> None:
        self._gather = gather

    @cached_property
    def _entries(self) -> list[Entry]:
        return list(self._gather())

    def items(self) -> list[Entry]:
        """The addresses."""
        return self._entries

    def location(self, item: Entry) -> str:
        """Without the host."""
        return item.path

    def lastmod(self, item: Entry) -> datetime | None:
        """When it last changed."""
        return item.changed


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The list of files, one or more for each section."""
    return _kept(request, "", lambda: views.index(request, _sections(request), sitemap_url_name="sitemap"))


@require_safe
def sitemap(request: HttpRequest, section: str) -> HttpResponse:
    """The file of a section; 404 for one that there is not."""
    return _kept(request, section, lambda: views.sitemap(request, _sections(request), section))


def _kept(request: HttpRequest, section: str, make: Callable[[], Any]) -> HttpResponse:
    """Kept by what an answer depends on; what else may be asked makes no other one."""
    page = request.GET.get("p", "1")
    if not _PAGE.fullmatch(page):
        raise Http404
    key = f"cms.sitemap.{request.scheme}.{request.get_host()}.{section}.{page}"
    content = cache.get_or_set(key, lambda: make().render().content, KEPT_SECONDS)
    return HttpResponse(cast(bytes, content), content_type="application/xml")


def _sections(request: HttpRequest) -> dict[str, type[Sitemap[Any]] | Sitemap[Any]]:
    """By the name that stands in the address of its file; on each site its own pages."""
    site = portal_of(request).site
    root = site.root_page.url_path if site else "/"
    return {
        "thu-tuc": Section(lambda: _on_site(_procedures(), root)),
        "van-ban": Section(lambda: _on_site(_dated(LegalDocumentPage.objects), root)),
        "trang": Section(lambda: _on_site(_dated(_others()), root)),
        "co-quan": Section(_agencies),
        "bieu-mau": Section(_forms),
    }


def _procedures() -> QuerySet:
    """By when citizens were last shown something else: an import that changed nothing is no change."""
    versions = PublishedVersion.objects.filter(identity=OuterRef("identity"), is_current=True)
    pages = published(ProcedurePage.objects.all()).annotate(noted_at=Subquery(versions.values("noted_at")[:1]))
    return pages.values_list("url_path", "noted_at")


def _dated(pages: Any) -> QuerySet:
    return published(pages.all()).values_list("url_path", "last_published_at")


def _others() -> QuerySet:
    return Page.objects.filter(depth__gt=1).not_exact_type(ProcedurePage, LegalDocumentPage, *shelf_kinds())


def _on_site(rows: QuerySet, root: str) -> Iterable[Entry]:
    """The pages below a site's home page, of which that is one."""
    for url_path, changed in rows.filter(url_path__startswith=root).order_by("pk"):
        yield Entry(f"/{url_path[len(root) :]}", changed)


def _agencies() -> Iterable[Entry]:
    yield Entry(reverse("agencies"), None)
    for slug in Agency.objects.order_by("pk").values_list("slug", flat=True):
        yield Entry(reverse("agency", args=[slug]), None)


def _forms() -> Iterable[Entry]:
    yield Entry(reverse("forms"), None)
    for key in LibraryForm.objects.public().order_by("pk").values_list("key", flat=True):
        yield Entry(reverse("form", args=[key]), None)
