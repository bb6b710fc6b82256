"""Times calls one after the other and says the median and the 95th percentile."""

from collections.abc import Callable, Iterable
from time import perf_counter
from typing import Any


def times(call: Callable[[str], Any], texts: Iterable[str]) -> dict[str, float]:
    """Milliseconds of a call with each of the texts: {"median", "p95", "max"}. The first one is made twice."""
    asked = list(texts)
    call(asked[0])
    measured = sorted(_milliseconds(call, text) for text in asked)
    return {
        "median": round(measured[len(measured) // 2], 2),
        "p95": round(measured[int(len(measured) * 0.95)], 2),
        "max": round(measured[-1], 2),
    }


def _milliseconds(call: Callable[[str], Any], text: str) -> float:
    begun = perf_counter()
    call(text)
    return (perf_counter() - begun) * 1000
