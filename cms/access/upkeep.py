"""Brings rights to what the table and the registry say: after an update, after an agency was renamed or has got another
superior."""

from django.db import transaction

from agencies.models import Role, RoleGroup
from cms.access.carrying_over import carry_over
from cms.access.collections import follow_the_registry
from cms.access.groups import group_of, name_of, put_rights_right
from cms.access.workflows import ensure_workflow_of_all, put_workflows_right


@transaction.atomic
def ensure_access() -> None:
    """The groups of the whole portal, in the stead of those of a former version, and what every group may do. Run
    again, it changes nothing."""
    for role in Role:
        group_of(role, None)
    carry_over()
    ensure_workflow_of_all()
    follow_agencies()


def follow_agencies() -> None:
    """Names, collections, rights and workflows as the registry stands now."""
    follow_the_registry()
    roles = list(RoleGroup.objects.select_related("group", "agency"))
    for row in roles:
        _name(row)
    put_rights_right(roles)
    put_workflows_right()


def _name(row: RoleGroup) -> None:
    """An agency's new name; one that stands behind a number, or that an administrator has typed, is left alone."""
    wanted = name_of(Role(row.role), row.agency)
    is_taken = type(row.group).objects.exclude(pk=row.group_id).filter(name=wanted).exists()
    if row.group.name != wanted and not is_taken:
        row.group.name = wanted
        row.group.save()
