"""Of which agencies somebody sees what is not published: those that a role was given for, and all below them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from agencies.models import Agency
from agencies.models.role import WORKING_ROLES, RoleGroup

Rows = TypeVar("Rows", bound=QuerySet[Any])
_KEPT = "_agencies_by_role"


@dataclass(frozen=True, slots=True)
class Agencies:
    """A part of the registry, by ids, or the whole of it. What belongs to no agency is in the whole alone."""

    ids: frozenset[int] = frozenset()
    is_all: bool = False

    def __contains__(self, agency: int | None) -> bool:
        return self.is_all or agency in self.ids

    def __bool__(self) -> bool:
        return self.is_all or bool(self.ids)

    def narrow(self, rows: Rows, column: str = "agency") -> Rows:
        """Those of the rows that belong to these agencies by a column (its name, also across tables)."""
        return rows if self.is_all else rows.filter(self.condition(column))

    def condition(self, column: str = "agency") -> Q:
        """The same as a condition."""
        return Q() if self.is_all else Q(**{f"{column}__in": self.ids})


NONE, ALL = Agencies(), Agencies(is_all=True)


def agencies_of(user: Any, roles: Collection[str] = WORKING_ROLES) -> Agencies:
    """The agencies for which an account has one of these roles, with all that stand under them in the registry; all for
    a superuser and for a role of the whole portal, none for who is not signed in or was disabled.

    At most two queries, however many agencies there are, and only the first time in a request: what was read is kept
    with the account.
    """
    if not getattr(user, "is_active", False):
        return NONE
    if user.is_superuser:
        return ALL
    given = {agency for role, agency in _given(user) if role in roles}
    return ALL if None in given else with_below({agency for agency in given if agency is not None}, _parents(user))


def with_below(agencies: Collection[int], parents: Mapping[int, int | None]) -> Agencies:
    """These agencies and whatever stands under them; `parents`: agency → its superior."""
    chosen = set(agencies)
    return Agencies(frozenset(each for each in parents if not chosen.isdisjoint(line_of(each, parents))))


def line_of(agency: int, parents: Mapping[int, int | None]) -> list[int]:
    """The agency, its superior, and so on up; a circle, which the desk refuses, ends where it began."""
    line: list[int] = []
    at: int | None = agency
    while at is not None and at not in line:
        line.append(at)
        at = parents.get(at)
    return line


def parents_of_all() -> dict[int, int | None]:
    """Agency → its superior, of the whole registry. One query."""
    return dict(Agency.objects.order_by().values_list("pk", "parent_id"))


def accounts_for(agency: int | None, roles: Collection[str]) -> QuerySet[Any]:
    """The accounts in use that have one of these roles for an agency, for a superior of it or for the whole portal; by
    name. One query, and one for the registry."""
    line = line_of(agency, parents_of_all()) if agency else []
    groups = RoleGroup.objects.filter(Q(agency__in=line) | Q(agency=None), role__in=roles)
    found = get_user_model().objects.filter(is_active=True, groups__role_group__in=groups)
    return found.distinct().order_by("last_name", "first_name", "username")


def forget(user: Any) -> None:
    """Lets an account that stays in memory be asked anew after its roles were changed."""
    setattr(user, _KEPT, None)


def _given(user: Any) -> list[tuple[str, int | None]]:
    return _kept(user)[0]


def _parents(user: Any) -> dict[int, int | None]:
    return _kept(user)[1]


def _kept(user: Any) -> tuple[list[tuple[str, int | None]], dict[int, int | None]]:
    kept = getattr(user, _KEPT, None)
    if kept is None:
        rows = RoleGroup.objects.filter(group__user=user.pk).values_list("role", "agency")
        given: list[tuple[str, int | None]] = list(rows)
        kept = given, parents_of_all() if any(agency for _, agency in given) else {}
        setattr(user, _KEPT, kept)
    return kept
