"""Wagtail's policy of pages for who has rights on many shelves: it puts a condition for each right, of which a database
takes a thousand at most; here all shelves are one condition."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Left
from django.db.models.lookups import In
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

#: So many ranges of paths are read by the index of paths; of more each page is looked at once.
FEW = 12
_EXPLORED = {"add", "change", "publish", "lock", "unlock", "bulk_delete"}


def connect() -> None:
    """Before anybody puts something around these methods. What they answer is the same."""
    PagePermissionPolicy.instances_user_has_any_permission_for = instances
    PagePermissionPolicy.explorable_instances = explorable


def instances(policy: PagePermissionPolicy, user: Any, actions: Collection[str]) -> QuerySet[Page]:
    """The pages with which somebody may do any of these; who may only add may change his own."""
    every = policy._base_queryset_for_user(user)
    if every is not None:
        return every
    codenames = policy._get_permission_codenames(actions)
    rights = [(right.permission.codename, right.page.path) for right in policy.get_cached_permissions_for_user(user)]
    found = below(path for codename, path in rights if codename in codenames)
    if "change" in actions and "add" not in actions:
        found |= below(path for codename, path in rights if codename == "add_page") & Q(owner=user)
    return policy.model._default_manager.filter(found)


def explorable(policy: PagePermissionPolicy, user: Any) -> QuerySet[Page]:
    """Those and the way to them, from where all ways meet."""
    every = policy._base_queryset_for_user(user)
    if every is not None:
        return every
    given = [right.page for right in policy.get_cached_permissions_for_user(user)]
    above = {page.path[:length] for page in given for length in range(page.steplen, len(page.path), page.steplen)}
    found = policy.instances_user_has_any_permission_for(user, _EXPLORED)
    meeting = _meeting([page.path[: -page.steplen] for page in given])
    return (found | policy.model._default_manager.filter(path__in=above)).filter(path__startswith=meeting)


def _meeting(ways: Collection[str]) -> str:
    """The path of the lowest page that all these ways have in common; "" where there is none. No query."""
    first, last = min(ways, default=""), max(ways, default="")
    steps = range(0, len(first) + 1, Page.steplen)
    return first[: max(length for length in steps if last.startswith(first[:length]))]


def below(paths: Iterable[str]) -> Q:
    """The condition for the pages with these paths and all below them; for none where there is no path."""
    lowest = _without_nested(sorted(set(paths)))
    if len(lowest) <= FEW:
        ranges = [Q(path__startswith=path) for path in lowest]
        return Q(*ranges, _connector=Q.OR) if ranges else Q(pk__in=())
    lengths = sorted({len(path) for path in lowest})
    kinds = [Q(In(Left(F("path"), length), [path for path in lowest if len(path) == length])) for length in lengths]
    return Q(*kinds, _connector=Q.OR)


def _without_nested(paths: Iterable[str]) -> list[str]:
    """Sorted paths without those that stand below another one."""
    lowest: list[str] = []
    for path in paths:
        if not (lowest and path.startswith(lowest[-1])):
            lowest.append(path)
    return lowest
