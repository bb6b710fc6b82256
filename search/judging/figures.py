"""Figures of answered questions: success among the first, with its standard error, and the time; by kind."""

from collections.abc import Sequence
from math import sqrt
from typing import Any

from search.judging.questions import Answered

CUTS = (1, 3, 10)


def figures(answered: Sequence[Answered]) -> dict[str, Any]:
    """success@k and its standard error, the mean reciprocal rank and the time, for each kind and for all together."""
    kinds = sorted({each.judged.kind for each in answered})
    by_kind = {kind: _figures([each for each in answered if each.judged.kind == kind]) for kind in kinds}
    return {"all": _figures(answered), **by_kind}


def share(part: int, whole: int) -> float:
    """What part of the whole it is, to four places; 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0


def _figures(answered: Sequence[Answered]) -> dict[str, Any]:
    places = [each.place for each in answered]
    times = sorted(each.ms for each in answered)
    count = len(answered) or 1
    return {
        "questions": len(answered),
        **{f"success@{cut}": share(_within(places, cut), len(places)) for cut in CUTS},
        **{f"error@{cut}": _standard_error(_within(places, cut), len(places)) for cut in CUTS},
        "mrr": round(sum(1 / place for place in places if place) / count, 4),
        "ms_median": round(_at(times, 0.5), 2),
        "ms_p95": round(_at(times, 0.95), 2),
    }


def _within(places: Sequence[int], cut: int) -> int:
    return sum(0 < place <= cut for place in places)


def _standard_error(successes: int, count: int) -> float:
    """Of the share of successes; two more of each are added (Agresti and Coull), so that few questions that were all
    answered are not held for certainty."""
    adjusted = (successes + 2) / (count + 4)
    return round(sqrt(adjusted * (1 - adjusted) / (count + 4)), 4)


def _at(ordered: Sequence[float], part: float) -> float:
    """The value below which that part of the values lies; 0 for no values."""
    return ordered[min(int(part * len(ordered)), len(ordered) - 1)] if ordered else 0.0
