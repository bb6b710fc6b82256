"""Gives somebody a role, and takes it: for an agency with all that stand under it, or for the whole portal. What is
taken is gone with the next request, also in sessions that are open: rights are read anew for each."""

from datetime import datetime

from django.db import transaction

from agencies.models import Agency, Role, RoleGroup
from cms.access.deputies.days import of_interest, stop
from cms.access.deputies.lending import keep_as_own, lent_to
from cms.access.groups import group_of
from cms.access.remembered import asked_anew
from cms.access.shelves import ensure_shelves
from cms.access.table import TABLE
from cms.models import Editor


@transaction.atomic
def give(editor: Editor, role: Role, agency: Agency | None = None) -> None:
    """None is the whole portal. An agency that gets an author, a checker or a publisher gets its shelves; who worked
    for no agency works for this one. Run again, it changes nothing. ValidationError for a role that no agency gives."""
    group = group_of(role, agency)
    if agency and TABLE[role].pages:
        ensure_shelves(agency)
    editor.groups.add(group)
    keep_as_own(editor, group.pk)
    if agency and editor.agency_id is None:
        editor.agency = agency
        editor.save(update_fields=["agency"])
    asked_anew(editor)


def take(editor: Editor, role: Role, agency: Agency | None = None) -> bool:
    """Whether he had it of his own; what he has for somebody else ends with its day."""
    lent = lent_to(editor).values("group")
    held = editor.groups.filter(role_group__role=role, role_group__agency=agency).exclude(pk__in=lent).first()
    if held:
        editor.groups.remove(held)
        asked_anew(editor)
    return held is not None


@transaction.atomic
def take_all(editor: Editor, moment: datetime) -> None:
    """Every role, group and right of his own, what he does for others, and what others do for him; a superuser remains
    one."""
    for deputising in of_interest(editor):
        stop(deputising, moment)
    editor.groups.clear()
    editor.user_permissions.clear()
    asked_anew(editor)


def roles_of(editor: Editor) -> list[tuple[Role, Agency | None]]:
    """His own roles in the order from author to keeper, with the agency of each, None for the whole portal. One
    query."""
    lent = lent_to(editor).values("group")
    rows = RoleGroup.objects.filter(group__user=editor).exclude(group__in=lent).select_related("agency")
    order = list(Role)
    found = [(Role(row.role), row.agency) for row in rows]
    return sorted(found, key=lambda each: (order.index(each[0]), each[1].name if each[1] else ""))
