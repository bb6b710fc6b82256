"""Whose accounts somebody keeps: the portal's administrators everybody's, an agency's administrator those of who works
there and may do nothing elsewhere."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from agencies.models import Role, RoleGroup
from agencies.reach import ALL, NONE, Agencies, agencies_of, parents_of_all, with_below
from cms.access.deputies.lending import lent_to
from cms.models import Editor

KEEP = "cms.change_editor"
#: Who has one of these for the whole portal is kept by the portal's administrators alone.
KEEPING = frozenset({Role.UNIT_ADMIN, Role.KEEPER})
_NUMBERS = "_accounts_kept"


def agencies_administered(user: Any) -> Agencies:
    """The agencies whose accounts somebody keeps, with all that stand under them; all for who was given the right
    itself and no role."""
    return agencies_of(user, {Role.UNIT_ADMIN}) or (ALL if user.has_perm(KEEP) else NONE)


def agencies_entrusted(user: Any) -> Agencies:
    """Those of them that he keeps of his own, whose roles he may give: what is lent to a deputy gives nobody anything
    that would outlast his days."""
    lent = lent_to(user) if getattr(user, "rights_turn_on", None) else None
    if user.is_superuser or lent is None or not lent.filter(group__role_group__role=Role.UNIT_ADMIN).exists():
        return agencies_administered(user)
    own = RoleGroup.objects.filter(group__user=user, role=Role.UNIT_ADMIN).exclude(group__in=lent.values("group"))
    agencies = set(own.values_list("agency", flat=True))
    return ALL if None in agencies else with_below(agencies - {None}, parents_of_all())


class AccountsPolicy(ModelPermissionPolicy):
    """Django's rights over accounts, for those that somebody keeps."""

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Editor) -> bool:
        """Whether he may do one of these with an account."""
        return self.user_has_any_permission(user, actions) and may_keep(user, instance)

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Editor) -> bool:
        """The same of one."""
        return self.user_has_any_permission_for_instance(user, [action], instance)


def accounts_of(user: Any) -> QuerySet[Editor]:
    """The accounts that he keeps, his own among them. An administrator of the portal is kept by another one alone, as
    is who keeps something of the whole portal or has rights that no role gave; an agency's administrator keeps nobody
    who works elsewhere or may do something beyond his agencies; a deputy nobody who keeps accounts himself."""
    if user.is_superuser:
        return Editor.objects.all()
    reach, entrusted = agencies_administered(user), agencies_entrusted(user)
    rows = _narrowed(user, reach)
    return rows if reach == entrusted else rows.exclude(~Q(pk=user.pk) & Q(pk__in=_keeping_beyond(entrusted)))


def _narrowed(user: Any, reach: Agencies) -> QuerySet[Editor]:
    rows = Editor.objects.filter(is_superuser=False)
    if reach.is_all:
        return rows.filter(Q(pk=user.pk) | ~Q(pk__in=_with_more_than_roles()))
    return rows.filter(agency__in=reach.ids, user_permissions=None).exclude(pk__in=_with_more(reach.ids))


def may_keep(user: Any, editor: Editor) -> bool:
    """Whether he keeps this account. One query at most."""
    return user.is_superuser or accounts_of(user).filter(pk=editor.pk).exists()


def numbers_kept(user: Any) -> frozenset[int]:
    """The numbers of the accounts that he keeps, for a list of them: asked once in a request, and kept with him."""
    if _NUMBERS not in user.__dict__:
        user.__dict__[_NUMBERS] = frozenset(accounts_of(user).values_list("pk", flat=True))
    numbers: frozenset[int] = user.__dict__[_NUMBERS]
    return numbers


def _keeping_beyond(entrusted: Agencies) -> QuerySet[Any, Any]:
    """The accounts that keep others, of agencies that are lent to somebody."""
    keeping = RoleGroup.objects.filter(role=Role.UNIT_ADMIN).exclude(entrusted.condition("agency"))
    return Editor.objects.filter(groups__in=keeping.values("group")).values("pk")


def _with_more_than_roles() -> QuerySet[Any, Any]:
    """The accounts that keep something of the whole portal, have a group that is no role's, or a right of their own."""
    keeping = RoleGroup.objects.filter(agency=None, role__in=KEEPING).values("group")
    by_group = Q(groups__in=keeping) | Q(groups__isnull=False, groups__role_group=None)
    return Editor.objects.filter(by_group | Q(user_permissions__isnull=False)).values("pk")


def _with_more(agencies: Iterable[int]) -> QuerySet[Any, Any]:
    """The accounts that may do something beyond these agencies."""
    elsewhere = RoleGroup.objects.filter(~Q(agency__in=list(agencies)) | Q(agency=None)).values("group")
    beyond = Q(groups__in=elsewhere) | Q(groups__isnull=False, groups__role_group=None)
    return Editor.objects.filter(beyond).values("pk")
