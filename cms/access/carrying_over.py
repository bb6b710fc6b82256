"""The groups of portals from before roles had agencies: whoever was in one has the roles that it stood for, for the
whole portal, and the group goes."""

from django.contrib.auth.models import Group
from wagtail.models import CollectionViewRestriction, GroupApprovalTask, PageViewRestriction

from agencies.models import Role
from cms.access.groups import group_of

#: Reviewers checked and published, and kept the words and forms that are nobody's alone.
MEANT = {
    "Biên tập viên": (Role.WRITER,),
    "Người duyệt": (Role.CHECKER, Role.PUBLISHER, Role.KEEPER),
    "Cán bộ một cửa": (Role.OFFICER,),
}


def carry_over() -> None:
    """Run again, it changes nothing: the groups are gone."""
    for name, roles in MEANT.items():
        for old in Group.objects.filter(name=name, role_group=None):
            _carry(old, [group_of(role, None) for role in roles])


def _carry(old: Group, groups: list[Group]) -> None:
    for editor in old.user_set.all():
        editor.groups.add(*groups)
    for asked in (GroupApprovalTask, PageViewRestriction, CollectionViewRestriction):
        for row in asked.objects.filter(groups=old):
            row.groups.add(*groups)
    old.delete()
