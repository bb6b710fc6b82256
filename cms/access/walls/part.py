"""The part of the portal in which somebody works: the pages of the agencies that a role was given for."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import Case, Exists, OuterRef, Q, When
from django.db.models.functions import Left, Length
from django.utils.functional import cached_property
from wagtail.models import Page

from agencies.models.role import EDITING_ROLES
from agencies.reach import Agencies, agencies_of
from cms.access.many_shelves import below
from pages.models.base import BasePage
from pages.models.shelf import shelf_kinds
from pages.shelves.keepers import is_shelf_of

#: So many pages on no shelf are told by their numbers; of more a database is told how to find them.
FEW = 500
_KEPT = "_part_of_the_portal"


class Part:
    """The pages of some agencies. What stands on an agency's shelf is that agency's, every other page the one's that it
    names; a page that names none belongs to the whole portal."""

    def __init__(self, agencies: Agencies) -> None:
        self.agencies = agencies

    @property
    def is_whole(self) -> bool:
        """Whether nothing lies behind a wall."""
        return self.agencies.is_all

    def owns(self, page: Page) -> bool:
        """Whether the page belongs to it, as the database has it; what is not saved yet belongs where it is to stand.
        One query for all pages together."""
        if self.is_whole:
            return True
        shelves, named = self._own
        return page.path.startswith(shelves) or page.pk in named

    def pages(self) -> Q:
        """The condition for pages that belong to it. One query, the first time."""
        if self.is_whole:
            return Q()
        shelves, named = self._own
        rest = [Q(pk__in=named)] if len(named) <= FEW else self._named()
        return Q(below(shelves), *rest, _connector=Q.OR)

    @cached_property
    def _own(self) -> tuple[tuple[str, ...], frozenset[int]]:
        """The paths of the shelves, and the pages that stand on none."""
        shelf = is_shelf_of(self.agencies)
        pages = Page.objects.order_by().filter(Q(shelf, *self._named(), _connector=Q.OR))
        told = pages.annotate(is_shelf=Case(When(shelf, then=True), default=False))
        found = list(told.values_list("pk", "path", "is_shelf"))
        named = frozenset(pk for pk, _, is_shelf in found if not is_shelf)
        return tuple(path for _, path, is_shelf in found if is_shelf), named

    def _named(self) -> Iterator[Q]:
        """Of each kind the pages that name one of the agencies and stand on no agency's shelf."""
        for kind in _kinds():
            pages = self.agencies.narrow(kind._default_manager.order_by())
            yield Q(pk__in=pages.exclude(_on_a_shelf()).values("pk"))


def _on_a_shelf() -> Q:
    """The condition for pages on the shelf of some agency."""
    above = Left(OuterRef("path"), Length(OuterRef("path")) - Page.steplen)
    shelves = (kind._default_manager.exclude(agency=None).filter(path=above) for kind in shelf_kinds())
    return Q(*(Exists(each) for each in shelves), _connector=Q.OR)


def _kinds() -> list[type[BasePage]]:
    return [model for model in apps.get_models() if issubclass(model, BasePage)]


def part_of(user: Any) -> Part:
    """The part in which an account works; kept with the account, so for one request. Who writes for one agency sees no
    other's drafts because he is an officer or keeps accounts elsewhere."""
    part = getattr(user, _KEPT, None)
    if part is None:
        part = Part(agencies_of(user, EDITING_ROLES) or agencies_of(user))
        setattr(user, _KEPT, part)
    return part
