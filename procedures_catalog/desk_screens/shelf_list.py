"""The shelves that stand above the desk's list of procedures, each with its number of them."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from procedures_catalog.models import ProcedureIndexPage, ProcedurePage, ProcedureShelfPage
from vietnamese.order import sort_key


def shelves_below(parent: Page, mine: QuerySet[Page]) -> list[dict[str, Any]]:
    """Name, number of procedures and address of each shelf of the catalogue among the pages that somebody may open;
    none below a shelf. One query."""
    if not isinstance(parent, ProcedureIndexPage):
        return []
    shelves = ProcedureShelfPage.objects.child_of(parent).filter(pk__in=mine.values("pk")).only("title", "numchild")
    found = [
        {"name": shelf.title, "count": shelf.numchild, "url": reverse("wagtailadmin_explore", args=[shelf.pk])}
        for shelf in shelves
    ]
    return sorted(found, key=lambda shelf: sort_key(shelf["name"]))


def address_of_new(user: Any) -> str | None:
    """The screen that asks for the shelf of a new procedure, None for who may add to none."""
    kind = ProcedurePage._meta
    may_add = page_permission_policy.user_has_permission(user, "add")
    return reverse("wagtailadmin_pages:choose_parent", args=[kind.app_label, kind.model_name]) if may_add else None


def table_of_owners(user: Any) -> str | None:
    """The address of the table that says which agency owns what, None for who may not change it."""
    may_change = user.has_perm("procedures_catalog.change_ownerrule")
    return reverse("wagtailsnippets_procedures_catalog_ownerrule:list") if may_change else None


def list_of_procedures(user: Any) -> str | None:
    """The address of the desk's list of all procedures that somebody may open: the catalogue's, or his one shelf's."""
    catalogue = ProcedureIndexPage.objects.first()
    if catalogue is None:
        return None
    root = page_permission_policy.explorable_root_instance(user)
    below = root is not None and root.path.startswith(catalogue.path)
    return reverse("wagtailadmin_explore", args=[root.pk if below else catalogue.pk])
