"""Filing: where a procedure is handed in, from what its record names; the one rule for page, paper, scan and lists."""

import dataclasses
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache

from procedures_catalog.facts.agencies.by_names import CENTRES, Filing, filing_with, found_under, speaking
from procedures_catalog.facts.agencies.elsewhere import of_each_province
from procedures_catalog.facts.agencies.judging import judge
from procedures_catalog.facts.agencies.kinds import AT_CENTRES, Judged
from procedures_catalog.facts.agencies.levels_said import levels_said, names_a_centre
from procedures_catalog.facts.agencies.merged import former_agencies, of_today
from procedures_catalog.facts.agencies.received import received
from procedures_catalog.facts.agencies.spoken import centre
from procedures_catalog.facts.agencies.stated_place import stated_places
from procedures_catalog.facts.agencies.told import Told, told
from procedures_catalog.facts.agencies.weighing import weighed
from procedures_catalog.facts.record import ProcedureRecord
from vietnamese.fold import fold

__all__ = ["Filing", "Filings", "filing_of", "filings_of"]

#: Levels that may be in force → where a procedure is handed in then.
Filings = Callable[[frozenset[str]], Filing]


def filing_of(record: ProcedureRecord, levels: Collection[str] | None = None, receiving: Iterable[str] = ()) -> Filing:
    """Where it is handed in: at the stated address, else where the agencies that receive, carry out or decide it take
    papers, else where its sector or its level usually does.

    `levels` are the keys of vocabulary.LEVELS in force, the record's own where not given; `receiving` names the
    agencies that the desk says receive, which no national list has.
    """
    return filings_of(record, receiving)(frozenset(record.levels if levels is None else levels))


def filings_of(record: ProcedureRecord, receiving: Iterable[str] = ()) -> Filings:
    """The same for whatever levels may be in force: the record's own words are read once for all of them."""
    names = speaking(receiving) or of_each_province(_named(record), record)
    said = told(record)
    stated = tuple(each for each in stated_places(record.receiving_address) if judge(each).level != "district")
    is_overruled = _is_overruled(stated, said, record.levels)
    places = () if is_overruled else stated

    @cache
    def at_levels(at: frozenset[str]) -> Filing:
        if places:
            return _of_today(_stated(places, record.receiving_address, filing_with(names, at), at))
        found = weighed(names, said, at) or received(record, at) or _by_sector(record.sector) or _by_level(at)
        return _of_today(dataclasses.replace(found, is_told=found.is_told or is_overruled))

    return at_levels


def _of_today(filing: Filing) -> Filing:
    offices = tuple(map(of_today, filing.offices))
    return dataclasses.replace(filing, offices=offices, former=former_agencies(filing.offices))


def _named(record: ProcedureRecord) -> tuple[str, ...]:
    return speaking(record.executing) or speaking(record.competent)


# --- By the stated address ------------------------------------------------------------------------


def _is_overruled(places: Sequence[str], said: Sequence[Told], levels: Collection[str]) -> bool:
    """Whether the address is a central agency alone, the procedure is no ministry's, and its steps tell an office in
    the province or the commune."""
    is_far = len(places) == 1 and judge(places[0]).level == "central" and " hoặc " not in places[0]
    is_near = bool(said) and judge(said[0].places[0]).level in CENTRES
    return is_far and is_near and "ministry" not in levels


def _stated(places: Sequence[str], address: str, named: Filing | None, at: frozenset[str]) -> Filing:
    """At the first place, or one of the others: these are other ways, which say nothing of the first."""
    first = _stated_at(places[0], address, named, at)
    others = places[1:]
    levels = first.levels.union(*map(_levels_of, others))
    said = (_beside(place) if first.centres else place for place in others)
    return dataclasses.replace(first, offices=tuple(dict.fromkeys((*first.offices, *said))), levels=levels)


def _levels_of(place: str) -> set[str]:
    judged = judge(place)
    return levels_said(place) or ({judged.level} & set(CENTRES) if judged.kind in AT_CENTRES else found_under(judged))


def _beside(place: str) -> str:
    """Another place in a word behind a centre, where it is a centre, too."""
    levels = levels_said(place)
    if not levels or judge(place).kind != "centre":
        return place
    return "trung tâm các cấp" if len(levels) > 1 else f"trung tâm cấp {'xã' if levels == {'commune'} else 'tỉnh'}"


def _stated_at(place: str, address: str, named: Filing | None, at: frozenset[str]) -> Filing:
    judged = judge(place)
    # Centres that a list names after an agency with a counter of its own are another way, not this place.
    of_centres = judged.kind in AT_CENTRES | {"land", "other"} or names_a_centre(place)
    through = levels_said(address) if of_centres else set()
    if not through and judged.kind in AT_CENTRES:
        through = set(CENTRES) & ({judged.level} if judged.level else at)
        levels = through if judged.level in CENTRES else through | at
        return Filing((_of_whom(place, named),), frozenset(through), frozenset(levels), is_stated=True)
    if not through and judged.kind == "other":  # an address without a name: of the agency that the record names
        return Filing(_addressed(place, named), frozenset(), named.levels if named else at, is_stated=True)
    return Filing((place,), frozenset(through), frozenset(through or found_under(judged)), is_stated=True)


def _addressed(place: str, named: Filing | None) -> tuple[str, ...]:
    """The address with the agency's name before it, where the record names just one that has an address of its own;
    both where it names one of which there are many and no address is that of all."""
    office = _only_office(named)
    if not office or not re.match(r"(?:so )?\d", fold(place)):
        return (place,)
    return (office, place) if judge(office).level == "region" else (f"{office}, {place}",)


_COUNTER_OF_NOBODY = re.compile(r"^((?:Bộ phận|Văn phòng)\b[^,(–;]*?)(?=\s*(?:[,(–;]|\btại\b|$))")


def _of_whom(place: str, named: Filing | None) -> str:
    """A counter that its own words leave nobody's, with the name of the one agency that the record names."""
    office = _only_office(named)
    if not office or judge(place) != Judged("centre"):
        return place
    return _COUNTER_OF_NOBODY.sub(rf"\1, {office}", place)


def _only_office(named: Filing | None) -> str:
    return named.offices[0] if named and len(named.offices) == 1 and not named.centres else ""


# --- By sector and level --------------------------------------------------------------------------

#: Sectors of which all procedures that name an agency name one of a kind with counters of its own: where one names
#: none, the centre of its level is the least likely place.
_OFFICES_OF_SECTORS = {
    "thue": "Cơ quan Thuế",
    "hai quan": "Cơ quan Hải quan",
    "bao hiem xa hoi": "Cơ quan Bảo hiểm xã hội",
    "kho bac nha nuoc": "Kho bạc Nhà nước",
    "thi hanh an dan su": "Cơ quan thi hành án dân sự",
    "dang ky, quan ly cu tru": "Công an cấp xã",
    "cap, quan ly can cuoc": "Cơ quan Công an",
}


def _by_sector(sector: str) -> Filing | None:
    office = _OFFICES_OF_SECTORS.get(fold(sector).strip())
    return Filing((office,), levels=frozenset(found_under(judge(office))), is_certain=False) if office else None


def _by_level(at: frozenset[str]) -> Filing:
    through = frozenset(at & set(CENTRES))
    if through:
        return Filing((centre([level for level in CENTRES if level in through]),), through, at, is_certain=False)
    if "ministry" in at:
        return Filing(("bộ phận một cửa của bộ, ngành",), frozenset(), at, is_certain=False)
    return Filing(levels=at)
