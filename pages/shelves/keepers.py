"""Whose a page is that may stand on a shelf: the agency's whose shelf it is."""

from typing import Any

from django.db.models import Q
from wagtail.models import Page

from agencies.reach import Agencies
from pages.models.shelf import ShelfPage, shelf_kinds


def keeper_on(kind: type[ShelfPage], page: Any) -> int | None:
    """The agency of the shelf of this kind on which the page stands, None where it stands on none or on a common one.
    One query."""
    above = page.path[: -page.steplen]
    return kind._default_manager.filter(path=above).values_list("agency", flat=True).first()


def shelves_of(agencies: Agencies) -> tuple[str, ...]:
    """The paths of the shelves of these agencies, of every kind. One query."""
    return tuple(Page.objects.order_by().filter(is_shelf_of(agencies)).values_list("path", flat=True))


def is_shelf_of(agencies: Agencies) -> Q:
    """The condition for the shelves of these agencies themselves."""
    kinds = (agencies.narrow(kind._default_manager.order_by()) for kind in shelf_kinds())
    return Q(*(Q(pk__in=kind.values("pk")) for kind in kinds), _connector=Q.OR)


def kept_by(agencies: Agencies, page: str = "") -> Q:
    """The condition for pages on the shelves of these agencies, on a table that leads to them: `page` is the way there,
    such as "identity__page__". Its query is that of `shelves_of`."""
    if agencies.is_all:
        return Q()
    on_a_shelf = (Q(**{f"{page}path__startswith": path}) for path in shelves_of(agencies))
    return Q(Q(pk__in=()), *on_a_shelf, _connector=Q.OR)
