"""Wagtail's rules about pages, narrowed to the part of the portal in which somebody works: what it lists, what it lets
somebody do, what it offers to choose, and what it calls a page."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.models import Page, PagePermissionTester, PageQuerySet, PageViewRestriction
from wagtail.permission_policies.pages import PagePermissionPolicy

from cms.access.walls.part import Part, part_of
from cms.access.walls.wrapping import wrap
from pages.desk.permissions import LeafPermissionTester
from pages.desk.walled import close_by
from pages.published import is_published

#: What stands in the place of the name of a page that is not public, where a form holds its number.
NAMELESS = "(trang chưa công bố của cơ quan khác)"

#: The request that is being answered at the desk: it says who looks.
_looking: ContextVar[HttpRequest | None] = ContextVar("looking", default=None)
_CLOSED_PATHS = "all_page_view_restriction_paths"


def connect() -> None:
    """Lets Wagtail ask: no setting names its policy of pages, nor what a page is called at the desk."""
    close_by(is_closed)
    wrap(PagePermissionPolicy, "instances_user_has_any_permission_for", _only_own)
    wrap(PagePermissionPolicy, "explorable_instances", _with_ways)
    wrap(PagePermissionPolicy, "user_has_any_permission_for_instance", _if_own)
    wrap(Page, "permissions_for_user", _by_kind)
    wrap(Page, "get_admin_display_title", _unless_hidden)


@contextmanager
def looking(request: HttpRequest) -> Iterator[None]:
    """While this lasts pages are called what whoever asks may know."""
    token = _looking.set(request)
    try:
        yield
    finally:
        _looking.reset(token)


def looking_person() -> Any:
    """Who looks at the desk just now; None where nobody does."""
    request = _looking.get()
    return request and request.user


def _is_public(page: Page) -> bool:
    """Whether everybody may read the page. One query for all pages of a request together."""
    return page.live and not page.path.startswith(tuple(_restricted(_looking.get())))


def _restricted(request: Any) -> Iterable[str]:
    """The paths of closed pages, under the name by which Wagtail's own tag keeps them with the request."""
    if not hasattr(request, _CLOSED_PATHS):
        paths = PageViewRestriction.objects.order_by().values_list("page__path", flat=True)
        setattr(request, _CLOSED_PATHS, tuple(paths))
    return getattr(request, _CLOSED_PATHS)


def _by_kind(asked: Callable[[Page, Any], PagePermissionTester]) -> Callable[[Page, Any], PagePermissionTester]:
    """Each kind's own rules, which Wagtail looks for; ours for a kind that has none (the root)."""

    def permissions_for_user(page: Page, user: Any) -> PagePermissionTester:
        tester = asked(page, user)
        return tester if isinstance(tester, LeafPermissionTester) else LeafPermissionTester(user, page)

    return permissions_for_user


def is_closed(user: Any, page: Page) -> bool:
    """Whether a page belongs to no agency for which somebody works."""
    return not part_of(user).owns(page)


def seen_by(part: Part) -> Q:
    """The condition for pages that may be named: those of the part, and what everybody may read."""
    return part.pages() | is_published()


def choosable(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """For `construct_page_chooser_queryset`: pages that may be named."""
    part = part_of(request.user)
    return pages if part.is_whole else pages.filter(seen_by(part))


def _only_own(asked: Any) -> Any:
    def answered(policy: PagePermissionPolicy, user: Any, actions: Any) -> QuerySet[Page]:
        part, pages = part_of(user), asked(policy, user, actions)
        return pages if part.is_whole else pages.filter(part.pages())

    return answered


def _with_ways(asked: Any) -> Any:
    """With the pages on which rights were given: one's own stand below them."""

    def answered(policy: PagePermissionPolicy, user: Any) -> QuerySet[Page]:
        pages = asked(policy, user)
        if part_of(user).is_whole:
            return pages
        given = {right.page_id for right in policy.get_cached_permissions_for_user(user)}
        return pages | Page.objects.filter(pk__in=given)

    return answered


def _if_own(asked: Any) -> Any:
    def answered(policy: PagePermissionPolicy, user: Any, actions: Any, instance: Page) -> bool:
        return asked(policy, user, actions, instance) and not is_closed(user, instance)

    return answered


def _unless_hidden(asked: Any) -> Any:
    """Of another agency's page the name that the public reads, and none where it reads none."""

    def answered(page: Page) -> str:
        person = looking_person()
        if person is None or not is_closed(person, page):
            return asked(page)
        return page.title if _is_public(page) else NAMELESS

    return answered
