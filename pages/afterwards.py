"""What one person makes public at once is looked at by another afterwards. Each floor says of its own things who may
look, where the change is seen and how it is taken back; the desk's front page asks for it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet

from pages.models.emergency import EmergencyPublication, Kind


class CannotTakeBackError(Exception):
    """What was changed cannot become again what it was; its sentence says to people why."""


@dataclass(frozen=True, slots=True)
class Looking:
    """How a thing of some kind is looked at.

    `may_look(row, user)` says whether somebody answers for it, `where(row)` is the address at which the change is seen.
    `take_back(row, user, moment)` makes it what it was before and raises CannotTakeBackError; None where another
    screen does that. `rows()` reads such things for a list with all that `may_look` and `where` need of them.
    """

    may_look: Callable[[Any, Any], bool]
    where: Callable[[Any], str]
    take_back: Callable[[Any, Any, datetime], None] | None = None
    rows: Callable[[], QuerySet] | None = None


_kinds: dict[type[Model], Looking] = {}


def looked_at_afterwards(model: type[Model], looking: Looking) -> None:
    """A floor says how its rows of a model are looked at; said twice the last counts."""
    _kinds[model] = looking


def looking_at(row: Any) -> Looking | None:
    """How a thing is looked at; None where nobody said so, as of pages and rows that are published."""
    return _kinds.get(type(row))


def rows_to_look_at() -> list[QuerySet]:
    """For `GenericPrefetch`: how things are read whose kinds need more than their own row."""
    return [looking.rows() for looking in _kinds.values() if looking.rows]


def tell_of_change(row: Model, title: str, changed: str, by: int | None, moment: datetime, kind: Kind) -> None:
    """Puts a change that one account (its number) made before everybody: what it is called and what became of what."""
    EmergencyPublication.objects.create(
        content_type=ContentType.objects.get_for_model(type(row)),
        object_id=str(row.pk),
        kind=kind,
        title=title[:255],
        reason=changed,
        by_id=by,
        at=moment,
    )
