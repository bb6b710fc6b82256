"""What a change of a page, a file or a setting touches on this floor, and where its pages show agencies."""

from collections.abc import Iterable, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction, Site

from agencies.models import Agency
from consequences.keys import form_key, page_key
from consequences.registry import say, touches
from consequences.rows import listen
from consequences.touched import Touched
from pages.addresses import addresses, parent_path
from pages.models import ContentPage, HomePage, NewsIndexPage, NewsPage, PortalSettings
from pages.referring import pages_with_any

#: What has a page stand around others: in a menu, at the foot, as the root of a site.
_IN_FRAMES = ("show_in_menus", "contentpage__in_footer", "sites_rooted_here")


def connect() -> None:
    """Says it, and listens to the rows; twice changes nothing."""
    say(Page, pages)
    say(HomePage, homes)
    say(NewsPage, news)
    say(NewsIndexPage, news_index)
    say(PageViewRestriction, restrictions)
    say(PortalSettings, portal_settings)
    say(Site, everything)
    say(Redirect, redirects)
    say(get_image_model(), images)
    say(get_document_model(), documents)
    say(CollectionViewRestriction, collection_restrictions)
    say(Agency, news_of_agencies, when=["name"])
    say(Agency, entries_of_agencies, when=["slug"])
    listen(PageViewRestriction, PortalSettings, Site, Redirect, CollectionViewRestriction)
    listen(get_image_model(), get_document_model())


# --- Pages ----------------------------------------------------------------------------------------


def pages(ids: Sequence[int]) -> Touched:
    """Pages of any type: themselves, those that lead to them, and the frame where they stand in it."""
    rows = list(Page.objects.filter(pk__in=ids).values_list("pk", "content_type", "url_path", *_IN_FRAMES))
    leading_here = pages_with_any(Page, ids).values_list("url_path", flat=True)
    return Touched.of(
        entries=(page_key(pk) for pk, kind, *_ in rows if _is_findable(kind)),
        pages=addresses([*(path for _, _, path, *_ in rows), *leading_here]),
        frame=any(any(places) for _, _, _, *places in rows),
    )


def _is_findable(content_type: int) -> bool:
    """Whether the finder looks for pages of this type."""
    return bool(getattr(ContentType.objects.get_for_id(content_type).model_class(), "search_kind", ""))


def homes(_ids: Sequence[int]) -> Touched:
    """The home page gathers what is new."""
    return Touched.of(lists=[reverse("home")])


def news(ids: Sequence[int]) -> Touched:
    """Pieces of news: their lists, the home page, the feed."""
    paths = NewsPage.objects.filter(pk__in=ids).values_list("url_path", flat=True)
    lists = addresses(set(map(parent_path, paths)))
    return Touched.of(lists=[*lists, reverse("home")], feeds=_feed())


def news_index(ids: Sequence[int]) -> Touched:
    """A list of news: itself, and the feed, which leads to it."""
    paths = NewsIndexPage.objects.filter(pk__in=ids).values_list("url_path", flat=True)
    return Touched.of(lists=addresses(paths), feeds=_feed())


def restrictions(ids: Sequence[int]) -> Touched:
    """The pages that are closed, and all below them."""
    paths = PageViewRestriction.objects.filter(pk__in=ids).values_list("page__path", flat=True)
    below = Q(*(Q(path__startswith=path) for path in paths), _connector=Q.OR)
    return touches(Page, Page.objects.filter(below).values_list("pk", flat=True)) if paths else Touched()


def redirects(ids: Sequence[int]) -> Touched:
    """The addresses that lead elsewhere."""
    return Touched.of(pages=Redirect.objects.filter(pk__in=ids).values_list("old_path", flat=True))


def _feed() -> Iterable[str]:
    return [reverse("news_feed")]


# --- The portal -----------------------------------------------------------------------------------


def portal_settings(_ids: Sequence[int]) -> Touched:
    """The names and contacts stand around every page, and in the feed of news as its author."""
    return Touched.of(feeds=_feed(), frame=True)


def everything(_ids: Sequence[int]) -> Touched:
    """A site's root decides which pages stand in menus; feeds name the site as their author."""
    return Touched.of(feeds=_feed(), frame=True)


# --- Files ----------------------------------------------------------------------------------------


def images(ids: Sequence[int]) -> Touched:
    """The pages that show them."""
    return Touched.of(pages=addresses(pages_with_any(get_image_model(), ids).values_list("url_path", flat=True)))


def documents(ids: Sequence[int]) -> Touched:
    """The files themselves and the pages that offer them."""
    offering = pages_with_any(get_document_model(), ids).values_list("url_path", flat=True)
    return Touched.of(entries=map(form_key, ids), pages=addresses(offering), files=ids)


def collection_restrictions(ids: Sequence[int]) -> Touched:
    """The files that are closed: those of the collection and of all below."""
    paths = CollectionViewRestriction.objects.filter(pk__in=ids).values_list("collection__path", flat=True)
    inside = Q(*(Q(collection__path__startswith=path) for path in paths), _connector=Q.OR)
    model = get_document_model()
    return touches(model, model.objects.filter(inside).values_list("pk", flat=True)) if paths else Touched()


# --- Agencies -------------------------------------------------------------------------------------


def news_of_agencies(ids: Sequence[int]) -> Touched:
    """News names the agency that it is of."""
    paths = list(NewsPage.objects.filter(agency__in=ids).values_list("url_path", flat=True))
    return Touched.of(pages=addresses(paths), lists=addresses(set(map(parent_path, paths))))


def entries_of_agencies(ids: Sequence[int]) -> Touched:
    """What can be narrowed by its agency is found under that agency's address."""
    owned = (kind.objects.filter(agency__in=ids).values_list("pk", flat=True) for kind in (ContentPage, NewsPage))
    return Touched.of(entries=(page_key(pk) for keys in owned for pk in keys))
