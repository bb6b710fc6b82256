"""What the portal holds that can be found: published public pages, forms and agencies, as entries for the index."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q, QuerySet
from wagtail.models import Page, Site, get_page_models

from agencies.models import Agency
from consequences.keys import agency_key
from consequences.keys import numbers as numbers_of
from pages.entry import SearchEntry
from pages.kept import kept
from pages.published import published
from procedures_catalog.feed.form_entries import count_forms, form_entries
from procedures_catalog.feed.library_entries import count_library, library_entries
from procedures_catalog.feed.search_entries import procedure_entries
from procedures_catalog.models import ProcedurePage

PORTION = 500  # ids in one query

#: Page type → what makes entries of many of its pages at once, faster than asking one after the other.
BULK: Mapping[type[Page], Callable[[date, Iterable[int] | None], Iterator[SearchEntry]]] = {
    ProcedurePage: procedure_entries
}


def entries_for(keys: Iterable[str], on: date) -> Iterator[SearchEntry]:
    """The entries of those keys that may be found, as they are on a day; a few queries for each page type among
    them."""
    wanted = list(keys)
    yield from _page_entries(numbers_of(wanted, "page"), on)
    yield from form_entries(on, numbers_of(wanted, "form"))
    yield from library_entries(on, numbers_of(wanted, "library"))
    yield from _agency_entries(numbers_of(wanted, "agency"), on)


def all_entries(on: date) -> Iterator[SearchEntry]:
    """Everything that may be found, as it is on a day."""
    yield from _page_entries(None, on)
    yield from form_entries(on)
    yield from library_entries(on)
    yield from _agency_entries(None, on)


def numbers(on: date) -> Mapping[str, int]:
    """Kind → how many entries `all_entries` makes of it, without making them. Five queries; forms, which are counted
    by reading procedures and the library, are counted once after each change."""
    counted = kept({"search.forms": partial(count_forms, on), "search.library": partial(count_library, on)}, on)
    return {**_numbers_of_pages(), "form": sum(counted.values()), "agency": Agency.objects.count()}


def _numbers_of_pages() -> Mapping[str, int]:
    types = {content_type.pk: kind.search_kind for kind, content_type in _content_types().items()}
    pages = published(Page.objects).filter(_under_a_site(), content_type__in=types)
    counted = dict(pages.order_by().values_list("content_type").annotate(Count("pk")))
    return {kind: sum(counted.get(pk, 0) for pk, other in types.items() if other == kind) for kind in types.values()}


def _content_types() -> Mapping[type[Page], ContentType]:
    types = _page_types()
    found = ContentType.objects.get_for_models(*types)
    return {kind: found[kind] for kind in types}


def _under_a_site() -> Q:
    """Nobody could open what stands elsewhere."""
    roots = [Q(path__startswith=path) for path in Site.objects.values_list("root_page__path", flat=True)]
    return Q(*roots, _connector=Q.OR) if roots else Q(pk__in=[])


def _page_types() -> list[type[Page]]:
    return [page_type for page_type in get_page_models() if getattr(page_type, "search_kind", "")]


def _page_entries(ids: list[int] | None, on: date) -> Iterator[SearchEntry]:
    for page_type in _page_types():
        yield from _entries_of(page_type, ids, on)


def _entries_of(page_type: type[Page], ids: list[int] | None, on: date) -> Iterator[SearchEntry]:
    for portion in _portions(_public_ids(page_type, ids)):
        if page_type in BULK:
            yield from BULK[page_type](on, portion)
        else:
            pages = page_type.objects.filter(pk__in=portion).select_related("agency")
            yield from filter(None, (page.search_entry(on) for page in pages))


def _public_ids(page_type: type[Page], ids: list[int] | None) -> list[int]:
    """Ids of that very type that are published and not under a view restriction."""
    public = published(page_type.objects.exact_type(page_type))
    if ids is None:
        return list(public.values_list("pk", flat=True))
    return [pk for portion in _portions(ids) for pk in public.filter(pk__in=portion).values_list("pk", flat=True)]


def _portions(ids: list[int]) -> Iterator[list[int]]:
    return (ids[start : start + PORTION] for start in range(0, len(ids), PORTION))


def _agency_entries(ids: list[int] | None, on: date) -> Iterator[SearchEntry]:
    portions = [Agency.objects.all()] if ids is None else map(_agencies, _portions(ids))
    return (_agency_entry(agency, on) for portion in portions for agency in portion)


def _agencies(ids: list[int]) -> QuerySet[Agency]:
    return Agency.objects.filter(pk__in=ids)


def _agency_entry(agency: Agency, on: date) -> SearchEntry:
    body = (agency.address, agency.phone, agency.email, agency.opening_hours, agency.note)
    return SearchEntry(
        key=agency_key(agency.pk),
        kind="agency",
        title=agency.name,
        url=agency.get_absolute_url(),
        names=(agency.short_name,) if agency.short_name else (),
        codes=(agency.identifier,) if agency.identifier else (),
        body="\n".join(filter(None, body)),
        facets={"agency": (agency.slug,)},
        is_current=agency.is_in_force(on),
    )
