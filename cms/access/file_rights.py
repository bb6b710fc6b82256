"""Which group may do what with which images and documents: a role of the whole portal with all, a role of an agency
with those in the agency's own collection and in those below it; what all share is everybody's to choose."""

from collections.abc import Iterable, Iterator

from django.contrib.auth.models import Permission
from wagtail.models import Collection, GroupCollectionPermission

from agencies.models import Role, RoleGroup
from cms.access.collections import collection_of, shared_collection
from cms.access.table import TABLE

FILES = (("wagtaildocs", "document"), ("wagtailimages", "image"))


def put_file_rights_right(roles: Iterable[RoleGroup]) -> None:
    """Gives these groups their rights over files, and takes those that are theirs no more; run again, it changes
    nothing."""
    rows = list(roles)
    rights, shared = _rights(), shared_collection().pk
    wanted = {(row.group_id, place, right) for row in rows for place, right in _of(row, rights, shared)}
    held = {
        (each.group_id, each.collection_id, each.permission_id): each
        for each in GroupCollectionPermission.objects.filter(group__in=[row.group_id for row in rows])
    }
    for key in held.keys() - wanted:
        held[key].delete()
    for group, place, right in sorted(wanted - held.keys()):
        GroupCollectionPermission(group_id=group, collection_id=place, permission_id=right).save()


def _of(row: RoleGroup, rights: dict[str, list[int]], shared: int) -> Iterator[tuple[int, int]]:
    """Collection and right."""
    may = TABLE[Role(row.role)]
    yield from ((shared, right) for action in may.shared for right in rights[action])
    if may.files:
        own = collection_of(row.agency) if row.agency else Collection.get_first_root_node()
        yield from ((own.pk, right) for action in may.files for right in rights[action])


def _rights() -> dict[str, list[int]]:
    """Action → the rights by which images and documents know it."""
    found: dict[str, list[int]] = {}
    for application, model in FILES:
        names = {f"{action}_{model}": action for action in ("add", "change", "choose")}
        rows = Permission.objects.filter(content_type__app_label=application, codename__in=names)
        for codename, right in rows.values_list("codename", "pk"):
            found.setdefault(names[codename], []).append(right)
    return found
