"""`make bench-places`: of 300 names as people write them, how many lead to the right communes, one JSON line a kind.

Two seeds: one to develop with, one held out. Ends with 1 when a goal is missed.
"""

import sys
import time
from collections import defaultdict
from random import Random

from tests.bench.places.asking import KINDS, Asked, asked, asked_of_what_is_not_known
from tests.bench.places.judging import RIGHT, WRONG_SILENTLY, Verdict, judged
from tests.bench.places.lands import Land, lands
from tests.bench.say import say
from tests.parts import SHARED_DATA

SEEDS = {"development": 14, "held_out": 2026}
GOAL = 0.97


def main() -> int:
    """Asks, judges, says."""
    every = list(lands(SHARED_DATA / "units"))
    seeds = {name: int(seed) for name, seed in zip(SEEDS, sys.argv[1:], strict=False)} or SEEDS
    return max([_said(name, seed, every) for name, seed in seeds.items()])


def questions(every: list[Land], seed: int) -> list[Asked]:
    """One of each kind for each province."""
    random = Random(seed)  # noqa: S311 - names to try, no secrets
    return [one for land in every for one in asked(land, random)]


def unknown(every: list[Land], seed: int) -> list[Asked]:
    """Of each province the name of a commune that its list does not hold, with its superiors."""
    random = Random(seed)  # noqa: S311
    return [one for land in every for one in asked_of_what_is_not_known(land, random)]


def _said(name: str, seed: int, every: list[Land]) -> int:
    begun = time.perf_counter()
    verdicts = [judged(one) for one in questions(every, seed)]
    seconds = time.perf_counter() - begun
    by_kind = defaultdict(list)
    for verdict in verdicts:
        by_kind[verdict.asked.kind].append(verdict)
    for kind in KINDS:
        _say(f"places_{kind}", name, by_kind[kind])
    _say("places_right", name, verdicts, milliseconds_each=round(seconds / len(verdicts) * 1000, 1))
    wrong = [one for one in verdicts if one.what == WRONG_SILENTLY]
    say("places_wrong_silently", len(wrong), "0", seed=name, first=_told(wrong))
    lost = [one for one in map(judged, unknown(every, seed)) if one.what == WRONG_SILENTLY]
    say("places_not_in_the_list_wrong_silently", len(lost), "0", seed=name, names=len(every), first=_told(lost))
    return int(bool(wrong or lost) or _share(verdicts) < GOAL)


def _say(figure: str, name: str, verdicts: list[Verdict], **more: float) -> None:
    others = _told([one for one in verdicts if one.what != RIGHT])
    one = sum(verdict.communes == 1 for verdict in verdicts if verdict.what == RIGHT)
    say(figure, _share(verdicts), f">= {GOAL}", seed=name, names=len(verdicts), at_once=one, others=others, **more)


def _told(verdicts: list[Verdict]) -> list[str]:
    return [one.told for one in verdicts[:10]]


def _share(verdicts: list[Verdict]) -> float:
    return sum(one.what == RIGHT for one in verdicts) / len(verdicts)


if __name__ == "__main__":
    sys.exit(main())
