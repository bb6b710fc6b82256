"""Where papers are handed in for agencies, by their names: at their own office, or at the centre of their level."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from procedures_catalog.facts.agencies.judging import judge
from procedures_catalog.facts.agencies.kinds import ABROAD, AT_CENTRES, IN_SOCIETY, SILENT, Judged
from procedures_catalog.facts.agencies.spoken import centre, offices
from procedures_catalog.facts.scope.provinces import provinces_of_agencies

#: Levels that have one-stop centres, the nearest first.
CENTRES = ("commune", "province")
#: Level of an agency → the key of vocabulary.LEVELS under which people look for it.
_FOUND_UNDER = {"commune": "commune", "province": "province", "central": "ministry"}
#: Offices that are looked for from near to far.
_NEAREST = ("commune", "province", "district", "region", "", "central")


@dataclass(frozen=True, slots=True)
class Filing:
    """Where a procedure is handed in.

    `offices` are the places in plain words, () where nothing is known, and `former` the agencies that the record names
    for them though others took them over; `is_stated` says that the record gives an address, `is_certain` is False
    where only its sector or level tells, `is_told` says that its steps or notes do. `centres` are the levels (of
    CENTRES) whose one-stop centre takes the papers, `levels` the keys of vocabulary.LEVELS at which an office of it is.
    """

    offices: tuple[str, ...] = ()
    centres: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    is_stated: bool = False
    is_certain: bool = True
    is_told: bool = False
    former: tuple[str, ...] = ()


def speaking(names: Iterable[str]) -> tuple[str, ...]:
    """The names that say something of a place: not those of nobody, nor of a government of no level that there is."""
    return tuple(name for name in names if _says_where(judge(name)))


def _says_where(judged: Judged) -> bool:
    if judged.kind in AT_CENTRES:
        return judged.level in CENTRES or judged == Judged("centre")
    return judged.kind not in SILENT


def filing_with(names: Sequence[str], at: frozenset[str]) -> Filing | None:
    """Where these agencies take papers, `at` being the levels of the procedure; None without names."""
    if not names:
        return None
    return filing_at(_centres(map(judge, names), at), own_offices(names))


def filing_at(through: Collection[str], own: Sequence[str]) -> Filing:
    """The centres of these levels and these offices of their own, as a filing."""
    centres = [centre(_ordered(through), ", " if own else " hoặc ")] if through else []
    found = set[str]().union(*(found_under(judge(name)) for name in own))
    return Filing((*centres, *offices(own)), frozenset(through), frozenset({*through, *found}))


def own_offices(names: Iterable[str]) -> list[str]:
    """The agencies with counters of their own, from near to far."""
    own = [name for name in names if judge(name).kind not in AT_CENTRES]
    return sorted(own, key=lambda name: (_is_far(name), _NEAREST.index(judge(name).level)))


def _is_far(name: str) -> bool:
    """Whether it is a ministry's office in one province: near for that province alone."""
    return judge(name).kind == "ministry" and bool(provinces_of_agencies([name]))


def _centres(judged: Iterable[Judged], at: frozenset[str]) -> set[str]:
    """The levels whose centres take papers for these agencies: theirs, and the one at which the procedure is carried
    out; a land office takes them itself, and so do the centres for it."""
    governing = [each for each in judged if each.kind in AT_CENTRES or each.kind == "land"]
    own = {each.level for each in governing if each.kind != "land" or not at & set(CENTRES)}
    return (own | at) & set(CENTRES) if governing else set()


def found_under(judged: Judged) -> set[str]:
    """The level under which people look for an office of such an agency; none abroad."""
    if judged.kind == ABROAD:
        return set()
    far = judged.kind in IN_SOCIETY and judged.level != "commune"
    return {"other" if far else _FOUND_UNDER.get(judged.level, "other")}


def _ordered(levels: Collection[str]) -> list[str]:
    return [level for level in CENTRES if level in levels]
