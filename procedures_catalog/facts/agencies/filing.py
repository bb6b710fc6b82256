"""Filing: where a procedure is handed in, from what its record names; the one rule for page, paper, scan and lists."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from procedures_catalog.facts.agencies.judging import judge
from procedures_catalog.facts.agencies.kinds import ABROAD, AT_CENTRES, IN_SOCIETY, SILENT, Judged
from procedures_catalog.facts.agencies.spoken import centre, offices
from procedures_catalog.facts.agencies.stated_place import stated_place
from procedures_catalog.facts.record import ProcedureRecord
from vietnamese.fold import fold

#: Levels that have one-stop centres, the nearest first.
CENTRES = ("commune", "province")
#: Level of an agency → the key of vocabulary.LEVELS under which people look for it.
_FOUND_UNDER = {"commune": "commune", "province": "province", "central": "ministry"}
#: Offices that are looked for from near to far.
_NEAREST = ("commune", "province", "district", "region", "", "central")


@dataclass(frozen=True, slots=True)
class Filing:
    """Where a procedure is handed in.

    `offices` are the places in plain words, () where nothing is known; `is_stated` says that the record gives an
    address, `is_certain` is False where only its sector or level tells. `centres` are the levels (of CENTRES) whose
    one-stop centre takes the papers, `levels` the keys of vocabulary.LEVELS at which an office of it is.
    """

    offices: tuple[str, ...] = ()
    centres: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    is_stated: bool = False
    is_certain: bool = True


def filing_of(record: ProcedureRecord, levels: Collection[str] | None = None, receiving: Iterable[str] = ()) -> Filing:
    """Where it is handed in: at the stated address, else where the agencies that receive, carry out or decide it take
    papers, else where its sector or its level usually does.

    `levels` are the keys of vocabulary.LEVELS in force, the record's own where not given; `receiving` names the
    agencies that the desk says receive, which no national list has.
    """
    at = frozenset(record.levels if levels is None else levels)
    named = _filing_with(_speaking(receiving) or _speaking(record.executing) or _speaking(record.competent), at)
    place = stated_place(record.receiving_address)
    if place:
        return _stated(place, record.receiving_address, named, at)
    return _with_desk(named, record) if named else _by_sector(record.sector) or _by_level(at)


def _speaking(names: Iterable[str]) -> tuple[str, ...]:
    """The names that say something of a place: not those of nobody, nor of a government of no level that there is."""
    return tuple(name for name in names if _says_where(judge(name)))


def _says_where(judged: Judged) -> bool:
    if judged.kind in AT_CENTRES:
        return judged.level in CENTRES or judged == Judged("centre")
    return judged.kind not in SILENT


# --- By the agencies ------------------------------------------------------------------------------


def _filing_with(names: Sequence[str], at: frozenset[str]) -> Filing | None:
    if not names:
        return None
    judged = {name: judge(name) for name in names}
    through = _centres(judged.values(), at)
    own = [name for name in names if judged[name].kind not in AT_CENTRES]
    own.sort(key=lambda name: _NEAREST.index(judged[name].level))
    centres = [centre(_ordered(through), ", " if own else " hoặc ")] if through else []
    found = set[str]().union(*(_found_under(judged[name]) for name in own))
    return Filing((*centres, *offices(own)), frozenset(through), frozenset(through | found))


def _centres(judged: Iterable[Judged], at: frozenset[str]) -> set[str]:
    """The levels whose centres take papers for these agencies: theirs, and the one at which the procedure is carried
    out; a land office takes them itself, and so do the centres for it."""
    governing = [each for each in judged if each.kind in AT_CENTRES or each.kind == "land"]
    own = {each.level for each in governing if each.kind != "land" or not at & set(CENTRES)}
    return (own | at) & set(CENTRES) if governing else set()


def _found_under(judged: Judged) -> set[str]:
    if judged.kind == ABROAD:
        return set()
    far = judged.kind in IN_SOCIETY and judged.level != "commune"
    return {"other" if far else _FOUND_UNDER.get(judged.level, "other")}


def _ordered(levels: Collection[str]) -> list[str]:
    return [level for level in CENTRES if level in levels]


# --- By the stated address ------------------------------------------------------------------------

_LEVEL = r"(?:cap |cac )*(?:tinh|thanh pho|tp|xa(?! hoi)|phuong|dac khu|cap)\b"
_AT_CENTRE = re.compile(
    r"(?:hanh chinh cong|pvhcc|phuc vu hcc|mot cua|tiep nhan va tra ket qua|uy ban nhan dan|ubnd)"
    r"[ (]*(?:(?:cua|thuoc|tren dia ban|uy ban nhan dan|ubnd)[ (]*)*"
    rf"(?P<levels>{_LEVEL}(?:(?: *[,/] *| hoac | va ){_LEVEL})*)"
)


def _stated(place: str, address: str, named: Filing | None, at: frozenset[str]) -> Filing:
    judged = judge(place)
    # Centres that a list names after an agency with a counter of its own are another way, not this place.
    of_centres = judged.kind in AT_CENTRES | {"land", "other"} or bool(_AT_CENTRE.search(fold(place)))
    through = _centres_in(address) if of_centres else set()
    if not through and judged.kind in AT_CENTRES:
        through = set(CENTRES) & ({judged.level} if judged.level else at)
        levels = through if judged.level in CENTRES else through | at
        return Filing((place,), frozenset(through), frozenset(levels), is_stated=True)
    if not through and judged.kind == "other":  # an address without a name: of the agency that the record names
        return Filing((_addressed(place, named),), frozenset(), named.levels if named else at, is_stated=True)
    return Filing((place,), frozenset(through), frozenset(through or _found_under(judged)), is_stated=True)


def _centres_in(address: str) -> set[str]:
    return {level for found in _AT_CENTRE.finditer(fold(address)) for level in _levels_in(found["levels"])}


def _levels_in(words: str) -> set[str]:
    if words.endswith("cac cap"):
        return set(CENTRES)
    return {_level_of(word.strip()) for word in re.split(r"[,/]| hoac | va ", words)}


def _level_of(words: str) -> str:
    return "commune" if words.endswith(("xa", "phuong", "dac khu")) else "province"


def _addressed(place: str, named: Filing | None) -> str:
    """The address with the agency's name before it, where the record names just one that has an address of its own."""
    if named and len(named.offices) == 1 and not named.centres and re.match(r"(?:so )?\d", fold(place)):
        return f"{named.offices[0]}, {place}"
    return place


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
    return Filing((office,), levels=frozenset(_found_under(judge(office))), is_certain=False) if office else None


def _by_level(at: frozenset[str]) -> Filing:
    through = frozenset(at & set(CENTRES))
    if through:
        return Filing((centre(_ordered(through)),), through, at, is_certain=False)
    if "ministry" in at:
        return Filing(("bộ phận một cửa của bộ, ngành",), frozenset(), at, is_certain=False)
    return Filing(levels=at)


# --- A desk at the commune's centre ---------------------------------------------------------------

_AT_THE_COMMUNE_TOO = re.compile(r"hoac[^.;]{0,40}(?:mot cua|trung tam phuc vu hanh chinh cong)[^.;]{0,30}cap xa")


def _with_desk(named: Filing, record: ProcedureRecord) -> Filing:
    """The commune's one-stop counter beside an agency of the commune, where the record's own words say so."""
    if named.centres or "commune" not in named.levels or not _AT_THE_COMMUNE_TOO.search(fold(_words(record))):
        return named
    places = (named.offices[0], "bộ phận một cửa cấp xã", *named.offices[1:])
    return Filing(places, frozenset({"commune"}), named.levels)


def _words(record: ProcedureRecord) -> str:
    notes = (note for channel in record.channels for note in channel.notes)
    return "\n".join([*notes, *(f"{step.name} {step.text}" for step in record.steps)])
