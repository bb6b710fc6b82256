"""Which group may do what with which pages: a role of the whole portal with all below the home page, a role of an
agency with what stands on its shelves and on those of whatever stands under it."""

from collections.abc import Iterable, Mapping

from django.contrib.auth.models import Permission
from wagtail.models import GroupPagePermission, Site

from agencies.models import Role, RoleGroup
from agencies.reach import parents_of_all, with_below
from cms.access.table import TABLE
from pages.models.shelf import shelf_kinds


def put_page_rights_right(roles: Iterable[RoleGroup]) -> None:
    """Gives these groups their rights over pages, and takes those that are theirs no more; row by row, so that the log
    tells of each. Run again, it changes nothing."""
    rows = list(roles)
    pages, rights = _pages_of(rows), _page_rights()
    wanted = {
        (row.group_id, page, rights[right]) for row in rows for page in pages[row.pk] for right in _may_do(row.role)
    }
    held = {
        (each.group_id, each.page_id, each.permission_id): each
        for each in GroupPagePermission.objects.filter(group__in=[row.group_id for row in rows])
    }
    for key in held.keys() - wanted:
        held[key].delete()
    for group, page, right in sorted(wanted - held.keys()):
        GroupPagePermission(group_id=group, page_id=page, permission_id=right).save()


def _may_do(role: str) -> tuple[str, ...]:
    return TABLE[Role(role)].pages


def _pages_of(roles: Iterable[RoleGroup]) -> dict[int, list[int]]:
    """Role → the pages that it holds for."""
    shelves, parents, home = (
        shelves_of_agencies(),
        parents_of_all(),
        Site.objects.get(is_default_site=True).root_page_id,
    )
    return {row.pk: _below(row.agency_id, shelves, parents) if row.agency_id else [home] for row in roles}


def _below(agency: int, shelves: Mapping[int, list[int]], parents: Mapping[int, int | None]) -> list[int]:
    return [shelf for each in with_below({agency}, parents).ids for shelf in shelves.get(each, ())]


def shelves_of_agencies() -> dict[int, list[int]]:
    """Agency → its shelves. One query for each kind of shelf."""
    found: dict[int, list[int]] = {}
    for kind in shelf_kinds():
        for shelf, agency in kind._default_manager.exclude(agency=None).values_list("pk", "agency"):
            found.setdefault(agency, []).append(shelf)
    return found


def _page_rights() -> dict[str, int]:
    rows = Permission.objects.filter(content_type__app_label="wagtailcore", content_type__model="page")
    return dict(rows.values_list("codename", "pk"))
