"""What lists tell of another agency's published page: as much as the public knows. That it has a newer draft, that one
is scheduled, when somebody last worked on it and who does, is that agency's own."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.views.reports.audit_logging import SiteHistoryReportFilterSet, get_users_for_filter
from wagtail.models import Page, PageLogEntry
from wagtail.permissions import page_permission_policy

from cms.access.walls.pages import is_closed, looking_person
from cms.access.walls.part import part_of
from cms.access.walls.wrapping import wrap

#: What a column shows of each page → what it shows of another agency's.
_PUBLIC = {"latest_revision_created_at": "last_published_at"}


def connect() -> None:
    """Columns and tags ask the page itself; no hook narrows them."""
    wrap(Column, "get_value", _public_value)
    page: Any = Page
    page.status_string = property(_with_public_status(page.status_string.fget))
    for name, numbers in (("owner", _owners), ("edited_by", _editors)):
        listed = PageFilterSet.base_filters[name]
        listed.queryset = _people(listed.queryset, numbers)
    SiteHistoryReportFilterSet.get_users_queryset = _who_did_what_one_sees


def _is_anothers(thing: Any) -> bool:
    person = looking_person()
    return person is not None and isinstance(thing, Page) and is_closed(person, thing)


def _public_value(asked: Any) -> Any:
    def get_value(column: Column, instance: Any) -> Any:
        public = _PUBLIC.get(column.accessor) if isinstance(column.accessor, str) else None
        return getattr(instance, public) if public and _is_anothers(instance) else asked(column, instance)

    return get_value


def _with_public_status(asked: Callable[[Page], str]) -> Callable[[Page], str]:
    """Nobody is shown another agency's page that is not public."""

    def status_string(page: Page) -> str:
        return gettext("live") if page.live and _is_anothers(page) else asked(page)

    return status_string


def _people(asked: Callable[[HttpRequest], QuerySet[Any]], numbers: Callable[[Any], QuerySet[Any]]) -> Any:
    """Whoever worked on pages that one may open, rather than everybody of all agencies."""

    def people(request: HttpRequest) -> QuerySet[Any]:
        if part_of(request.user).is_whole:
            return asked(request)
        return get_user_model().objects.filter(pk__in=numbers(request.user))

    return people


def _who_did_what_one_sees(filters: SiteHistoryReportFilterSet) -> QuerySet[Any]:
    """What Wagtail means and calls by a name that it does not ask; it offers everybody in the whole log."""
    return get_users_for_filter(filters.request.user)


def _owners(user: Any) -> QuerySet[Any]:
    return page_permission_policy.explorable_instances(user).order_by().values("owner")


def _editors(user: Any) -> QuerySet[Any]:
    edits = PageLogEntry.objects.viewable_by_user(user).filter(action="wagtail.edit")
    return edits.order_by().values("user")
