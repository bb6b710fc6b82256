"""The desk's front page: where somebody who writes for an agency begins something new, and finds what it has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Value
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from legal_documents.models import DocumentShelfPage
from pages.models import NewsShelfPage
from procedures_catalog.models import ProcedureShelfPage

SECOND = 240  # below what waits for a review
#: Kind of shelf → what is begun there, and what is found.
KINDS = (
    (ProcedureShelfPage, "Thêm thủ tục", "Thủ tục của đơn vị"),
    (NewsShelfPage, "Viết tin", "Tin của đơn vị"),
    (DocumentShelfPage, "Thêm văn bản", "Văn bản của đơn vị"),
)


@dataclass(frozen=True, slots=True)
class Way:
    """To one shelf: the words and the address for something new, and for what is there."""

    new: str
    add_url: str
    all: str
    list_url: str


def ways_of(user: Any) -> list[Way]:
    """To the shelves of the agency that somebody works for, as far as he may add to them. One query."""
    return list(_ways(_shelves(user))) if user.agency_id and _may_add(user) else []


def _may_add(user: Any) -> bool:
    return bool(page_permission_policy.user_has_permission(user, "add"))


def _shelves(user: Any) -> dict[int, int]:
    """Place among the kinds → the shelf."""
    mine = page_permission_policy.instances_user_has_permission_for(user, "add")
    rows = [
        kind.objects.filter(agency=user.agency_id, pk__in=mine).order_by().annotate(place=Value(place))
        for place, (kind, *_) in enumerate(KINDS)
    ]
    first, *others = [each.values_list("place", "pk") for each in rows]
    return dict(first.union(*others))


def _ways(shelves: dict[int, int]) -> Iterator[Way]:
    for place, (_, new, every) in enumerate(KINDS):
        if shelf := shelves.get(place):
            add, explore = ("wagtailadmin_pages:add_subpage", "wagtailadmin_explore")
            yield Way(new, reverse(add, args=[shelf]), every, reverse(explore, args=[shelf]))


class OwnShelvesPanel(Component):
    """Buttons for something new, links to what is there."""

    name = "own_shelves"
    template_name = "cms/desk/own_shelves.html"
    order = SECOND

    def __init__(self, ways: list[Way]) -> None:
        self.ways = ways

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The ways."""
        return {"ways": self.ways}


def put_own_shelves(request: HttpRequest, panels: list[Component]) -> None:
    """Adds the panel for whoever has a shelf to write on."""
    if ways := ways_of(request.user):
        panels.append(OwnShelvesPanel(ways))
