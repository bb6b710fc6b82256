"""What one press changed, as the log keeps it: of each row its values before and after."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db.models import Model

from audit.listening.rows import CHANGED, CREATED, DELETED
from audit.models import LogRow
from audit.reading.kept import JOINED, NOW, SECRET, UNDER, WAS, WAY

#: What the log calls a change of a row.
ACTIONS = (CREATED, CHANGED, DELETED)
#: So far apart in the log two rows of one press are at most: others write in between.
_APART = 500


@dataclass(slots=True)
class Turn:
    """One row: what its columns said before and after, empty where it was not there; what was joined with it, and what
    its secret fields are called. `rows` are the rows of the log, the oldest first."""

    model: type[Model]
    key: str
    name: str
    under: str = ""
    was_there: bool = True
    is_there: bool = True
    was: dict[str, Any] = field(default_factory=dict)
    now: dict[str, Any] = field(default_factory=dict)
    secret: set[str] = field(default_factory=set)
    joined: dict[str, dict[str, set[Any]]] = field(default_factory=dict)
    rows: list[LogRow] = field(default_factory=list)

    @property
    def action(self) -> str:
        """The right that the change took."""
        if self.was_there and self.is_there:
            return "change"
        return "delete" if self.was_there else "add"

    @property
    def last(self) -> int:
        """The number of the log's last row of it."""
        return self.rows[-1].number


def has_values(row: LogRow) -> bool:
    """Whether the log keeps more of a change than its words, and its kind is still there."""
    return row.action in ACTIONS and bool(row.said.keys() & {NOW, WAS, JOINED}) and row.kind in _kinds()


def _kinds() -> set[str]:
    return {model._meta.label_lower for model in apps.get_models()}


def press_of(row: LogRow) -> Sequence[Turn]:
    """All that was done with one press, what came last first; of what a command did the one row."""
    mark = row.said.get(WAY)
    if row.command or not mark:
        return turns([row])
    before, after = _onward(row, mark, -1), _onward(row, mark, 1)
    return turns([*reversed(before), row, *after])


def _onward(row: LogRow, mark: str, step: int) -> list[LogRow]:
    """The rows of a press before or after one, outward from it, however many there are."""
    found: list[LogRow] = []
    at = row.number
    while rows := _marked(row, mark, at, at + step * _APART):
        found += sorted(rows, key=lambda each: step * each.number)
        at = found[-1].number
    return found


def _marked(row: LogRow, mark: str, start: int, end: int) -> list[LogRow]:
    """Of the rows from one number to another, without the first, those that bear the mark."""
    span = LogRow.objects.filter(number__range=sorted((start, end)), action__in=ACTIONS, actor=row.actor)
    return [each for each in span.exclude(pk=start) if each.said.get(WAY) == mark]


def turns(rows: Iterable[LogRow]) -> Sequence[Turn]:
    """Rows of the log, the oldest first, put together by what they are about; without what came and went again."""
    found: dict[tuple[str, str], Turn] = {}
    for row in filter(has_values, rows):
        turn = found.pop((row.kind, row.key), None) or _begun(row)
        found[row.kind, row.key] = _with(turn, row)
    return [turn for turn in reversed(found.values()) if turn.was_there or turn.is_there]


def _begun(row: LogRow) -> Turn:
    model = apps.get_model(row.kind)
    return Turn(model, row.key, row.name, str(row.said.get(UNDER, "")), was_there=row.action != CREATED)


def _with(turn: Turn, row: LogRow) -> Turn:
    said = row.said
    turn.was = {**(said.get(WAS) or {}), **turn.was} if turn.was_there else {}
    turn.now |= said.get(NOW) or {}
    turn.is_there = row.action != DELETED
    turn.secret |= set(said.get(SECRET, ()))
    turn.rows.append(row)
    for name, sides in (said.get(JOINED) or {}).items():
        _join(turn.joined.setdefault(name, {"came": set(), "left": set()}), sides)
    return turn


def _join(sides: dict[str, set[Any]], more: dict[str, list[Any]]) -> None:
    came, left = set(more.get("came", ())), set(more.get("left", ()))
    sides["came"] = (sides["came"] - left) | (came - sides["left"])
    sides["left"] = (sides["left"] - came) | (left - sides["came"])
