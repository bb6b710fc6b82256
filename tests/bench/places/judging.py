"""Judges what a name leads to by the data: right, a question back that misses, nothing, or wrong without a word."""

from dataclasses import dataclass

from agencies.finding.meaning import meaning
from agencies.finding.reading import NEAR
from tests.bench.places.asking import Asked

RIGHT, MISSED, NOTHING, WRONG_SILENTLY = "right", "missed", "nothing", "wrong silently"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a question; `communes`: how many were shown."""

    asked: Asked
    what: str
    communes: int

    @property
    def told(self) -> str:
        """For the report."""
        return f"{self.asked.land.name}: {self.asked.text} ({self.what}; {', '.join(sorted(self.asked.right))})"


def judged(asked: Asked) -> Verdict:
    """Right where every commune on the ground of the place is shown; silent where nothing is asked back. Where none is
    right, a question back is as much as can be had."""
    found = meaning(asked.text, asked.land.ground).candidates
    shown = {one.today.name for one in found}
    if found and asked.right and asked.right <= shown:
        return Verdict(asked, RIGHT, len(shown))
    if not found:
        return Verdict(asked, NOTHING, 0)
    is_silent = not any(one.how == NEAR for one in found)
    return Verdict(asked, WRONG_SILENTLY if is_silent else MISSED, len(shown))
