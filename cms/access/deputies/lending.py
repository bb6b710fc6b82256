"""The rights of deputies, as rows of who is in which group: Wagtail's rights, reviews and letters know groups only.

A deputy has, on the days of it, those of the roles that the absent one has himself at that moment, and nothing else of
his. What he has of his own stays his own, whatever is lent besides.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet

from cms.access.remembered import asked_anew
from cms.models import DeputisedRole, Deputising, Editor

#: Who was disabled because nobody signs in while he is away may be stood in for; who was for another reason may not.
_THERE = Q(deputising__absent__is_active=True) | Q(deputising__absent__unused_at__isnull=False)
_RUNNING = Q(deputising__begun_at__isnull=False, deputising__over_at=None) & _THERE


@transaction.atomic
def level(deputy: Editor) -> None:
    """Gives him what is lent to him now, and takes what is lent no more; run again, it changes nothing."""
    held, should = _held(deputy), _should(deputy)
    present = set(deputy.groups.values_list("pk", flat=True))
    own = present - held
    rows = DeputisedRole.objects.filter(deputising__deputy=deputy)
    rows.filter(is_lent=True).exclude(pk__in=should.keys()).update(is_lent=False)
    rows.filter(pk__in=[row for row, group in should.items() if group not in own]).update(is_lent=True)
    wanted = set(should.values())
    if gone := held - wanted:
        deputy.groups.remove(*gone)
    if come := wanted - present:
        deputy.groups.add(*come)
    if gone or come:
        asked_anew(deputy)


def level_deputies_of(absent: Iterable[int] | None) -> None:
    """After these accounts have got or lost a role, or were disabled: nobody has more for another than that one has.
    None: whose they are is not known."""
    running = Deputising.objects.filter(begun_at__isnull=False, over_at=None)
    if absent is not None:
        running = running.filter(absent__in=list(absent))
    for deputy in Editor.objects.filter(pk__in=running.values("deputy")):
        level(deputy)


def lent_to(editor: Editor) -> QuerySet[DeputisedRole]:
    """The roles that he has at this moment because he stands in for somebody."""
    return DeputisedRole.objects.filter(deputising__deputy=editor, is_lent=True)


def keep_as_own(editor: Editor, group: int) -> None:
    """A role that was lent to him is given to him himself."""
    lent_to(editor).filter(group=group).update(is_lent=False)


def _held(deputy: Editor) -> set[int]:
    return set(lent_to(deputy).values_list("group", flat=True))


def _should(deputy: Editor) -> dict[int, int]:
    """Row → its group, where the absent one is in it himself: what is lent to him goes no further."""
    rows = DeputisedRole.objects.filter(_RUNNING, deputising__deputy=deputy).select_related("deputising__absent")
    return {row.pk: row.group_id for row in rows if row.group_id in _own(row.deputising.absent)}


def _own(editor: Editor) -> set[int]:
    return set(editor.groups.values_list("pk", flat=True)) - _held(editor)
