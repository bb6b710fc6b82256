"""A decision as it stands today: its lines held against the catalogue, what they change, and all that is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from decisions.changing.planning import Plan, plan
from decisions.matching import Matched
from decisions.models import Decision, DecisionLine
from decisions.taking_in import held_against

NO_DAY = "chưa ghi ngày có hiệu lực"
NO_NUMBER = "chưa ghi số, ký hiệu"
NO_LINES = "chưa có dòng nào"


@dataclass(frozen=True, slots=True)
class Standing:
    """The lines with what they mean and ask, what they change, and what the decision itself lacks."""

    rows: Sequence[tuple[DecisionLine, Matched]]
    plan: Plan
    lacks: Sequence[str]

    @property
    def asking(self) -> list[tuple[DecisionLine, Matched]]:
        """The lines that ask something."""
        return [row for row in self.rows if row[1].line.asks]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is asked any more, so that it can be handed in."""
        return not self.lacks and not self.asking


def standing_of(decision: Decision, on: date) -> Standing:
    """All of it, asked on a day. The queries do not grow with the lines, but for drafts that are read. Of what was
    applied nothing is asked any more, and what it changed its set tells: the catalogue says it already."""
    lines = list(decision.lines.select_related("confirmed_by", "source"))
    rows = list(zip(lines, held_against(decision, lines), strict=True))
    if is_over(decision):
        return Standing([(line, _unasked(matched)) for line, matched in rows], Plan(on), ())
    made = plan(decision, rows, on) if decision.is_public else Plan(on)
    return Standing(_with_asks(rows, made), made, _lacks(decision, lines, on))


def is_over(decision: Decision) -> bool:
    """Whether its set was applied, and stands."""
    return decision.changes is not None and decision.changes.state == "applied"


def _unasked(matched: Matched) -> Matched:
    return replace(matched, line=replace(matched.line, asks=()), may_be=())


def _with_asks(rows: Sequence[tuple[DecisionLine, Matched]], made: Plan) -> list[tuple[DecisionLine, Matched]]:
    return [(line, _asking(matched, made.asks.get(line.pk, ()))) for line, matched in rows]


def _asking(matched: Matched, asks: Sequence[str]) -> Matched:
    return replace(matched, line=replace(matched.line, asks=(*matched.line.asks, *asks))) if asks else matched


def _lacks(decision: Decision, lines: Sequence[DecisionLine], on: date) -> list[str]:
    lacking = {NO_NUMBER: not decision.number, NO_DAY: not decision.effective_on, NO_LINES: not lines}
    of_day = decision.asks_of_day(on)
    return [*(why for why, lacks in lacking.items() if lacks), *([of_day] if of_day else [])]
