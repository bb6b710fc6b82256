"""What the one-stop centres have to do with a procedure – decide it, receive it, send people on – as a short text that
the database can be asked for, so that a counter's list says what the procedure's own page does.

Like where it is found (`found_under.py`) it depends on the levels that hold on a day, here on two of them alone: the
commune's and the province's. The text has a letter for each of their four states, first for the communes' centres, then
for the province's.
"""

from collections.abc import Collection, Iterable
from typing import Literal

from procedures_catalog.facts.agencies.by_names import speaking
from procedures_catalog.facts.agencies.filing import Filing, Filings, filings_of
from procedures_catalog.facts.agencies.judging import judge
from procedures_catalog.facts.agencies.kinds import AT_CENTRES
from procedures_catalog.facts.record import ProcedureRecord

#: "" where nothing is known.
Part = Literal["decides", "receives", "elsewhere", ""]
PARTS: tuple[Part, ...] = ("decides", "receives", "elsewhere", "")

#: Levels held, in the order of the letters: the place of a letter is 1 for the commune's and 2 for the province's.
STATES: tuple[tuple[str, ...], ...] = ((), ("commune",), ("province",), ("commune", "province"))
#: A commune's centre decides it, receives it for others, or takes it where the record leaves open who decides. The
#: province's centre takes it, and so do the communes' where they take what that does, for others to decide or (rare) to
#: decide it themselves. Another office in each commune takes it, also beside the province's centre; others do; nothing
#: is known.
DECIDES, RECEIVES, TAKES, FOR_PROVINCE, DECIDES_FOR_PROVINCE = "D", "R", "A", "S", "T"
NEAR, NEAR_AND_PROVINCE, ELSEWHERE, UNKNOWN = "N", "M", "E", "U"
#: All of a procedure that is handed in within a commune, at its centre or elsewhere.
IN_COMMUNES = frozenset({DECIDES, RECEIVES, TAKES, FOR_PROVINCE, DECIDES_FOR_PROVINCE, NEAR, NEAR_AND_PROVINCE})
#: The province's centre takes it, or does not.
TAKEN, NOT_TAKEN = "1", "0"


def commune_part(filing: Filing, deciding: Collection[str], takes_provincial: bool) -> Part:
    """The part of a commune's centre in a procedure.

    `deciding` names the agencies that decide or, where none is named, carry out. `takes_provincial` says whether the
    commune's centre receives what the province's centre does, wherever in the province the applicant lives (Decree
    118/2025/NĐ-CP).
    """
    if not filing.offices:
        return ""
    if "commune" in filing.centres or (takes_provincial and "province" in filing.centres):
        return "decides" if deciding and all(map(is_commune, deciding)) else "receives"
    return "elsewhere"


def deciding_names(record: ProcedureRecord) -> tuple[str, ...]:
    """The agencies that decide or, where none is named, carry out, and the communes among those that carry out."""
    deciding = record.competent or record.executing
    return tuple(dict.fromkeys((*deciding, *filter(is_commune, record.executing))))


def leaves_open(deciding: Collection[str]) -> bool:
    """Whether these names (as of `deciding_names`) do not tell that others than the commune decide: none is of an
    agency that there is, or one is the commune's."""
    named = [name for name in deciding if speaking([name]) or judge(name).kind == "leader"]
    return not named or any(map(is_commune, named))


def is_commune(name: str) -> bool:
    """Whether an agency is the government of communes: its committee, its centre, a division of it."""
    agency = judge(name)
    return agency.kind in AT_CENTRES and agency.level == "commune"


def taken_at(record: ProcedureRecord, receiving: Iterable[str] = ()) -> str:
    """The eight letters of a record."""
    return taken_by(filings_of(record, receiving), deciding_names(record))


def taken_by(filings: Filings, deciding: Collection[str]) -> str:
    """The same of a record of which it is known where it is handed in at any levels; `deciding` as of
    `deciding_names`."""
    states = [filings(frozenset(state)) for state in STATES]
    communes = [_letter(filing, deciding) for filing in states]
    return "".join(communes + [TAKEN if "province" in filing.centres else NOT_TAKEN for filing in states])


def _letter(filing: Filing, deciding: Collection[str]) -> str:
    part = commune_part(filing, deciding, takes_provincial=False)
    near = "commune" in filing.levels
    if part == "elsewhere" and "province" in filing.centres:
        decides = commune_part(filing, deciding, takes_provincial=True) == "decides"
        return DECIDES_FOR_PROVINCE if decides else NEAR_AND_PROVINCE if near else FOR_PROVINCE
    receives = TAKES if leaves_open(deciding) else RECEIVES
    letters = {"decides": DECIDES, "receives": receives, "elsewhere": NEAR if near else ELSEWHERE, "": UNKNOWN}
    return letters[part]


def commune_letter(text: str, levels: Collection[str]) -> str:
    """What the text says of communes' centres while these levels hold; "" where nothing is noted."""
    state = ("commune" in levels) + 2 * ("province" in levels)
    return text[state : state + 1]


def letters_of(part: Part, takes_provincial: bool) -> frozenset[str]:
    """The letters of all that has this part on a day on which communes take what the province's centre does, or not."""
    decided, received = {DECIDES}, {RECEIVES, TAKES}
    through = {FOR_PROVINCE, NEAR_AND_PROVINCE}
    if takes_provincial:
        decided, received, through = decided | {DECIDES_FOR_PROVINCE}, received | through, set()
    else:
        through |= {DECIDES_FOR_PROVINCE}
    found = {"decides": decided, "receives": received, "elsewhere": {NEAR, ELSEWHERE} | through, "": {UNKNOWN}}
    return frozenset(found[part])
