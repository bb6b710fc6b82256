"""The days of deputies: when somebody is made one, when it begins and when it is over, each told by the log.

Nobody has to do anything for it: whoever signs in or works meets his own rights as the day has them
(`door.DeputiesMiddleware`), and every night a command does the same for those who do not come.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q, QuerySet

from agencies.day import local_day
from audit.acting import Acting, Actor, passing
from audit.recording import record
from audit.things import thing
from cms.access.deputies.lending import level
from cms.models import DeputisedRole, Deputising, Editor

MADE, BEGAN, ENDED, STOPPED = "deputy.make", "deputy.begin", "deputy.end", "deputy.stop"
_PORTAL = Actor(name="Cổng thông tin")


@dataclass(frozen=True, slots=True)
class Wish:
    """Who is to have which of whose roles; `ends` is the first day on which he has them no more."""

    absent: Editor
    deputy: Editor
    groups: Sequence[Group]
    begins: date
    ends: date


@transaction.atomic
def make(wish: Wish, by: Editor | None, moment: datetime) -> Deputising:
    """Makes somebody a deputy; what begins today begins at once."""
    made = Deputising.objects.create(
        absent=wish.absent, deputy=wish.deputy, begins=wish.begins, ends=wish.ends, made_by=by, made_at=moment
    )
    DeputisedRole.objects.bulk_create(DeputisedRole(deputising=made, group=group) for group in wish.groups)
    record(MADE, thing(made), details={"roles": [group.name for group in wish.groups]})
    turn(wish.deputy, moment)
    return made


@transaction.atomic
def stop(deputising: Deputising, moment: datetime) -> bool:
    """Ends it before its day, or before it began; whether there was anything to end."""
    if not Deputising.objects.filter(pk=deputising.pk, over_at=None).update(over_at=moment):
        return False
    record(STOPPED, thing(deputising))
    turn(deputising.deputy, moment)
    return True


@transaction.atomic
def turn(deputy: Editor, moment: datetime) -> None:
    """Begins what has begun and ends what is over, of what somebody does for others, and notes the next day on which he
    is to be looked at. Run again, it changes nothing."""
    on, rows = local_day(moment), Deputising.objects.filter(deputy=deputy, over_at=None)
    with passing(Acting(actor=lambda: _PORTAL, command="deputies")):
        _note(rows.filter(ends__lte=on), "over_at", ENDED, moment)
        _note(rows.filter(begun_at=None, begins__lte=on), "begun_at", BEGAN, moment)
        level(deputy)
    deputy.rights_turn_on = _next(deputy)
    Editor.objects.filter(pk=deputy.pk).update(rights_turn_on=deputy.rights_turn_on)


def due(on: date) -> QuerySet[Editor]:
    """Those for whom something begins or ends, or should have."""
    turning = Deputising.objects.filter(Q(begun_at=None, begins__lte=on) | Q(ends__lte=on), over_at=None)
    return Editor.objects.filter(pk__in=turning.values("deputy")).order_by("pk")


def of_interest(editor: Editor) -> QuerySet[Deputising]:
    """What he does for others and others for him, now or later."""
    mine = Deputising.objects.filter(Q(absent=editor) | Q(deputy=editor), over_at=None)
    return mine.select_related("absent", "deputy", "made_by").prefetch_related("roles__group")


def _note(rows: QuerySet[Deputising], column: str, action: str, moment: datetime) -> None:
    """Of two who come at once one notes it."""
    for row in rows.select_related("absent", "deputy"):
        if Deputising.objects.filter(pk=row.pk, **{column: None}).update(**{column: moment}):
            record(action, thing(row), details={"roles": [str(each) for each in row.roles.select_related("group")]})


def _next(deputy: Editor) -> date | None:
    rows = Deputising.objects.filter(deputy=deputy, over_at=None).values_list("begins", "ends", "begun_at")
    return min((ends if begun else begins for begins, ends, begun in rows), default=None)
