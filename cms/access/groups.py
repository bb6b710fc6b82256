"""The group of those who have one role for one agency: made when it is first given, with the rights of the table."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.db.models import Q

from agencies.models import Agency, Role, RoleGroup
from cms.access.file_rights import put_file_rights_right
from cms.access.page_rights import put_page_rights_right
from cms.access.table import TABLE

#: Roles of what is nobody's alone: no agency can give them.
OF_THE_PORTAL = frozenset({Role.KEEPER})
WHOLE_PORTAL = "toàn cổng"
_LONGEST = 150


def group_of(role: Role, agency: Agency | None) -> Group:
    """The group, with its rights, made where there is none; None is the whole portal. ValidationError for a role that
    an agency cannot give."""
    if agency and role in OF_THE_PORTAL:
        raise ValidationError(f"Vai trò “{role.label}” là của toàn cổng, không của riêng cơ quan nào.")
    held = RoleGroup.objects.filter(role=role, agency=agency).select_related("group").first()
    return held.group if held else _made(role, agency)


def put_rights_right(roles: Iterable[RoleGroup]) -> None:
    """Gives these groups what the table says, and takes what it does not say; run again, it changes nothing."""
    held = list(roles)
    known = _permissions({name for role in TABLE.values() for name in role.everywhere})
    for row in held:
        row.group.permissions.set([known[name] for name in sorted(TABLE[Role(row.role)].everywhere)])
    if held:
        put_page_rights_right(held)
        put_file_rights_right(held)


def name_of(role: Role, agency: Agency | None) -> str:
    """What its group is called: "Soạn thảo – Sở Gió"."""
    return f"{role.label} – {agency.name if agency else WHOLE_PORTAL}"[:_LONGEST]


def _made(role: Role, agency: Agency | None) -> Group:
    group = Group.objects.create(name=_free_name(name_of(role, agency)))
    put_rights_right([RoleGroup.objects.create(group=group, role=role, agency=agency)])
    return group


def _free_name(wanted: str) -> str:
    """Agencies of different years may have one name."""
    taken = set(Group.objects.filter(name__startswith=wanted[: _LONGEST - 5]).values_list("name", flat=True))
    numbered = (f"{wanted[: _LONGEST - 5]} ({number})" for number in range(2, len(taken) + 3))
    return next(name for name in (wanted, *numbered) if name not in taken)


def _permissions(names: set[str]) -> dict[str, Permission]:
    """ "app.codename" → the right."""
    wanted = Q(pk=None)
    for name in names:
        application, _, codename = name.partition(".")
        wanted |= Q(content_type__app_label=application, codename=codename)
    found = Permission.objects.filter(wanted).select_related("content_type")
    return {f"{each.content_type.app_label}.{each.codename}": each for each in found}
