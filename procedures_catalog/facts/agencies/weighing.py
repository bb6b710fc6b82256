"""Weighs what a record's own words tell of the place against the agencies that it names.

A place that is told in so many words is nearer to the truth than an agency that may only decide; an address that is
stated is nearer still, and does not come here. Where both may be meant, both are said.
"""

import dataclasses
import re
from collections.abc import Collection, Sequence

from procedures_catalog.facts.agencies.by_names import CENTRES, Filing, filing_at, filing_with, own_offices
from procedures_catalog.facts.agencies.judging import judge
from procedures_catalog.facts.agencies.kinds import AT_CENTRES
from procedures_catalog.facts.agencies.levels_said import levels_said
from procedures_catalog.facts.agencies.spoken import offices
from procedures_catalog.facts.agencies.told import Told, has_address, has_own_house, is_counter, is_public_centre
from vietnamese.fold import fold

#: Kinds that the words may name beside a government's centre; of others they speak in passing, as of taxes to pay.
_BESIDE_CENTRES = frozenset({"ministry", "association", "embassy", "land", "border"})
_MINISTRY = re.compile(r"\bbo (?!phan)[^,(]+")


def weighed(names: Sequence[str], told: Sequence[Told], at: frozenset[str]) -> Filing | None:
    """Where it is handed in by the names of agencies and by what is told; None where neither says it.

    `names` are agencies that say something of a place, `at` the levels of the procedure.
    """
    named = filing_with(names, at)
    if not told:
        return named
    first = told[0].places
    if not named:
        return _told_alone(first, at)
    if any(map(_is_at_a_centre, first)):
        return _with_centres(names, named, told, at)
    return _beside_centre(named, told) if named.centres else _own_or_told(names, named, told)


def _told_alone(places: Sequence[str], at: frozenset[str]) -> Filing | None:
    through, is_open = _levels(places), _is_open(places)
    own = own_offices(places)
    if is_open:
        through |= at & set(CENTRES)
    if not through and not own:
        return None
    filing = _as_told(through, own)
    return dataclasses.replace(filing, levels=filing.levels | at) if is_open else filing


def _as_told(through: Collection[str], own: Sequence[str]) -> Filing:
    filing = filing_at(through, own)
    is_stated = not through and len(own) == 1 and has_address(own[0])
    said = (f"{own[0][:1].upper()}{own[0][1:]}",) if is_stated else filing.offices
    return dataclasses.replace(filing, offices=said, is_told=True, is_stated=is_stated)


# --- The words name a one-stop centre -------------------------------------------------------------


def _with_centres(names: Sequence[str], named: Filing, told: Sequence[Told], at: frozenset[str]) -> Filing:
    first = told[0].places
    through = _levels(first)
    if any(judge(name).kind in AT_CENTRES for name in names):
        return _told_of_government(names, named, told, at)
    if all(judge(name).kind == "land" for name in names):
        return _told_of_land_offices(names, named, told)
    if not through and not any(map(is_public_centre, first)):
        return named  # the counter of the agency itself
    own = [*own_offices(first), *(name for name in own_offices(names) if _stays(name, told, bool(through)))]
    through |= set() if through else at & set(CENTRES)
    filing = filing_at(through, _one_of_a_kind(own))
    if through and not _is_at_a_centre(first[0]):  # in the order in which they are told
        filing = dataclasses.replace(filing, offices=(*filing.offices[1:], filing.offices[0]))
    return dataclasses.replace(filing, is_told=True)


def _told_of_government(names: Sequence[str], named: Filing, told: Sequence[Told], at: frozenset[str]) -> Filing:
    """Committees and departments: their centre and the one that is told; a land office only if it is told, too."""
    through, own = _levels(told[0].places), own_offices(names)
    kept = [name for name in own if judge(name).kind != "land" or _tells(told, "land")]
    more = [place for place in own_offices(told[0].places) if judge(place).kind == "land" and not own]
    if kept == own and not more and through <= named.centres:
        return named
    governing = filing_with([name for name in names if name not in own or name in kept], at) or named
    return filing_at(governing.centres | through, [*kept, *more])


def _told_of_land_offices(names: Sequence[str], named: Filing, told: Sequence[Told]) -> Filing:
    """The centre for them, with themselves if they are told, too; they are of the province wherever it is."""
    through = _levels(told[0].places) or named.centres
    filing = filing_at(through, own_offices(names) if _tells(told, "land") else [])
    return dataclasses.replace(filing, levels=filing.levels | {"province"}, is_told=True)


def _stays(name: str, told: Sequence[Told], is_sure: bool) -> bool:
    """Whether an office that is named stays beside a centre that is told: one that is far only where it is told."""
    judged = judge(name)
    if judged.kind == "council":
        return False
    return not is_sure or judged.level not in ("central", "region") or _tells(told, judged.kind)


def _one_of_a_kind(names: Sequence[str]) -> list[str]:
    """Without names of a kind and level that another has already."""
    return list({judge(name): name for name in reversed(names)}.values())[::-1]


# --- The words name offices only ------------------------------------------------------------------


def _beside_centre(named: Filing, told: Sequence[Told]) -> Filing:
    """Both, where no centre and no government is told anywhere: the words may be of before a centre took it over."""
    own = [place for place in told[0].places if has_own_house(place) or judge(place).kind in _BESIDE_CENTRES]
    if not own or len(named.offices) > 1 or any(map(_is_at_a_centre, _all(told))):
        return named
    both = filing_at(named.centres, own)
    first, *others = offices(own)
    return dataclasses.replace(both, offices=(first, both.offices[0], *others))


def _own_or_told(names: Sequence[str], named: Filing, told: Sequence[Told]) -> Filing:
    own = own_offices(told[0].places)
    kinds, said = {judge(name).kind for name in names}, {judge(place).kind for place in own}
    if said & kinds or said == {"tax"} or _is_cut(own, names):
        return _nearer_than(names, told) or named
    kept = [name for name in own_offices(names) if _tells(told, judge(name).kind)]
    return _as_told((), [*own, *kept])


def _is_cut(places: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a line break cut what is told behind the first words of what is named."""
    return any(fold(name).startswith(fold(place)) for name in names for place in places)


def _nearer_than(names: Sequence[str], told: Sequence[Told]) -> Filing | None:
    """The counter of the central agency that is named, or of the ministry above it, best with its address."""
    if judge(names[0]).level != "central":
        return None
    own = [each.places[0] for each in told if len(each.places) == 1 and _is_of_all(each.places[0], names)]
    nearer = sorted(filter(_says_more, own), key=has_address, reverse=True)
    return _as_told((), nearer[:1]) if nearer else None


def _is_of_all(place: str, names: Sequence[str]) -> bool:
    """Whether it is a place of the one agency that is named, or of the ministry that all of them are of."""
    if len(names) == 1:
        return judge(place) == judge(names[0])
    ministry = _MINISTRY.search(fold(place))
    return ministry is not None and all(ministry[0] in fold(name) for name in names)


def _says_more(place: str) -> bool:
    return is_counter(place) or has_address(place)


# --- What is told ---------------------------------------------------------------------------------


def _is_at_a_centre(place: str) -> bool:
    return judge(place).kind in AT_CENTRES and not has_own_house(place)


def _levels(places: Sequence[str]) -> set[str]:
    judged = {judge(place).level for place in places if _is_at_a_centre(place)} & set(CENTRES)
    return judged.union(*(levels_said(place) for place in places if _is_at_a_centre(place)))


def _is_open(places: Sequence[str]) -> bool:
    """Whether a one-stop counter is told without its level."""
    return any(_is_at_a_centre(place) and not _levels([place]) for place in places)


def _all(told: Sequence[Told]) -> list[str]:
    return [place for each in told for place in each.places]


def _tells(told: Sequence[Told], kind: str) -> bool:
    return any(judge(place).kind == kind for place in _all(told))
