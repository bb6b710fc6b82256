"""What is to be said of a decision's appendices: of the files, as they were read; of the lines, as they stand."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from decisions.lines.counting import Counted, miscounted, of_fees
from decisions.lines.kinds import Kind
from decisions.models import Decision, DecisionLine
from vietnamese.fold import fold


def kept_counts(counted: Iterable[Counted], lines: Sequence[DecisionLine]) -> list[dict[str, Any]]:
    """The numbers of an appendix as a decision keeps them: each with its lines, by place and row, which no other line
    has both of."""
    return [
        {
            "title": each.title,
            "said": each.said,
            "lines": [[lines[at].place, lines[at].row] for at in each.lines],
            "kind": each.kind or "",
            "sector": each.sector,
            "may_have_more": each.may_have_more,
        }
        for each in counted
    ]


def remarks_of(decision: Decision, lines: Sequence[DecisionLine]) -> list[str]:
    """All of them, in sentences; `lines` are those that stand. No query."""
    wrong = (said for kept in decision.counted for said in _miscounted(kept, lines))
    return [*decision.remarks, *wrong, *of_fees([line.note for line in lines])]


def _miscounted(kept: Mapping[str, Any], lines: Sequence[DecisionLine]) -> Iterator[str]:
    own = {(place, row) for place, row in kept["lines"]}
    counted = Counted(kept["title"], kept["said"], (), may_have_more=kept["may_have_more"])
    yield from miscounted(counted, sum((line.place, line.row) in own or _is_added(line, kept) for line in lines))


def _is_added(line: DecisionLine, kept: Mapping[str, Any]) -> bool:
    """Whether a line that was typed in belongs below the title: it is of the kind and the sector that hold there."""
    is_of_kind = not kept["kind"] or line.kind_said is Kind(kept["kind"])
    is_of_sector = not kept["sector"] or fold(line.sector) == fold(kept["sector"])
    return not line.row and is_of_kind and is_of_sector
