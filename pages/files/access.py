"""Who may have an uploaded file: everybody while a page that everybody may read uses it, else those who keep it.

A file has no state of its own. It follows the pages that use it, as Wagtail's index of references knows them, and that
index is made of what is published: what a draft adds stays closed, what is taken down is closed again at once. A floor
above may know other things that everybody may have, no pages (`also_public`). A closed collection is a rule of its own:
whoever passes its restriction may have what is in it.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeAlias

from django.http import HttpRequest
from wagtail.documents import permissions as document_permissions
from wagtail.documents.models import AbstractDocument
from wagtail.images import permissions as image_permissions
from wagtail.images.models import AbstractImage
from wagtail.models import BaseViewRestriction

from agencies.day import day_of
from pages.published import published
from pages.referring import pages_with

#: What makes somebody one who keeps files; seeing a file in a list takes any of these.
KEEPING = ("add", "change", "delete", "choose")
#: Closed pages of which it is asked whether the visitor may read them.
MOST_CLOSED_PAGES = 20

File: TypeAlias = AbstractDocument | AbstractImage
#: Whether something that is no page offers a file to everybody on a day.
Offers: TypeAlias = Callable[[File, date], bool]
#: Whether a visitor was shown a draft that uses a file.
Shows: TypeAlias = Callable[[HttpRequest, File], bool]

_offers: list[Offers] = []
_shows: list[Shows] = []


def also_public(offers: Offers) -> None:
    """A floor above says what else offers files; said twice it counts once."""
    if offers not in _offers:
        _offers.append(offers)


def also_shown(shows: Shows) -> None:
    """A room above says to whom else a file is shown, before it is public; said twice it counts once."""
    if shows not in _shows:
        _shows.append(shows)


def may_have(request: HttpRequest, file: File) -> bool:
    """Whether this visitor may have the file. At most two queries more than there are closed pages that use it."""
    if keeps(request, file):
        return True
    closed = list(file.collection.get_view_restrictions())
    return _passes(request, closed) if closed else _is_used_for(request, file)


def keeps(request: HttpRequest, file: File) -> bool:
    """Whether the visitor works at the desk and may see the file there."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return False
    kept = document_permissions if isinstance(file, AbstractDocument) else image_permissions
    return kept.permission_policy.user_has_any_permission_for_instance(request.user, KEEPING, file)


def _is_used_for(request: HttpRequest, file: File) -> bool:
    """Whether a page that this visitor may read uses it: one for everybody, or one whose restrictions he passes; or
    whether something else offers it, or a draft that uses it was shown to him."""
    pages = pages_with(file)
    if published(pages).exists() or any(offers(file, day_of(request)) for offers in _offers):
        return True
    if any(_passes(request, page.get_view_restrictions()) for page in pages.live()[:MOST_CLOSED_PAGES]):
        return True
    return any(shows(request, file) for shows in _shows)


def _passes(request: HttpRequest, restrictions: Iterable[BaseViewRestriction]) -> bool:
    return all(restriction.accept_request(request) for restriction in restrictions)
