"""Who may have an uploaded file: everybody while a page that everybody may read uses it, else those who keep it.

A file has no state of its own. It follows the pages that use it, as Wagtail's index of references knows them, and that
index is made of what is published: what a draft adds stays closed, what is taken down is closed again at once. A closed
collection is a rule of its own: whoever passes its restriction may have what is in it.
"""

from collections.abc import Iterable
from typing import TypeAlias

from django.http import HttpRequest
from wagtail.documents import permissions as document_permissions
from wagtail.documents.models import AbstractDocument
from wagtail.images import permissions as image_permissions
from wagtail.images.models import AbstractImage
from wagtail.models import BaseViewRestriction

from pages.published import published
from pages.referring import pages_with

#: What makes somebody one who keeps files; seeing a file in a list takes any of these.
KEEPING = ("add", "change", "delete", "choose")
#: Closed pages of which it is asked whether the visitor may read them.
MOST_CLOSED_PAGES = 20

File: TypeAlias = AbstractDocument | AbstractImage


def may_have(request: HttpRequest, file: File) -> bool:
    """Whether this visitor may have the file. At most one query more than there are closed pages that use it."""
    if _keeps(request, file):
        return True
    closed = list(file.collection.get_view_restrictions())
    return _passes(request, closed) if closed else _is_used_for(request, file)


def _keeps(request: HttpRequest, file: File) -> bool:
    """Whether the visitor works at the desk and may see the file there."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return False
    kept = document_permissions if isinstance(file, AbstractDocument) else image_permissions
    return kept.permission_policy.user_has_any_permission_for_instance(request.user, KEEPING, file)


def _is_used_for(request: HttpRequest, file: File) -> bool:
    """Whether a page that this visitor may read uses it: one for everybody, or one whose restrictions he passes."""
    pages = pages_with(file)
    if published(pages).exists():
        return True
    return any(_passes(request, page.get_view_restrictions()) for page in pages.live()[:MOST_CLOSED_PAGES])


def _passes(request: HttpRequest, restrictions: Iterable[BaseViewRestriction]) -> bool:
    return all(restriction.accept_request(request) for restriction in restrictions)
