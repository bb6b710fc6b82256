"""Who holds addresses that lead out of the portal: said by each floor of its own rows, asked by the night and the
desk."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet
from wagtail.permissions import page_permission_policy

#: The rows of what everybody may read that hold an address, as values: `leads_to` (the address), `row` (its id),
#: `shown` (what the row is called). For a person only those that are his to mend; for None all.
Rows = Callable[[Any], QuerySet[Any, Any]]


@dataclass(frozen=True, slots=True)
class Source:
    """Rows of one kind: what they are called, where they are read, and the address of the form where one is mended."""

    name: str
    rows: Rows
    form: Callable[[int], str]


_sources: dict[str, Source] = {}


def say_addresses(name: str, rows: Rows, form: Callable[[int], str]) -> None:
    """A floor says where it holds addresses; said twice it counts once."""
    _sources[name] = Source(name, rows, form)


def sources() -> list[Source]:
    """All that was said."""
    return list(_sources.values())


def owned(rows: QuerySet[Any], person: Any, path: str = "agency") -> QuerySet[Any]:
    """Those that somebody sees to: of his agency or nobody's; all for who belongs to no agency, or for nobody in
    particular."""
    agency = person and person.agency_id
    return rows.filter(**{path: agency}) | rows.filter(**{f"{path}__isnull": True}) if agency else rows


def open_to(person: Any) -> Q:
    """The condition for pages that somebody may work on at the desk; every page for nobody in particular."""
    if person is None:
        return Q()
    mine = page_permission_policy.instances_user_has_any_permission_for(person, {"add", "change", "publish"})
    return Q(pk__in=mine.values("pk"))


def has_right(person: Any, action: str, model: type[Model]) -> bool:
    """Whether somebody may do this with rows of a model; nobody in particular may."""
    return person is None or person.has_perm(f"{model._meta.app_label}.{action}_{model._meta.model_name}")
