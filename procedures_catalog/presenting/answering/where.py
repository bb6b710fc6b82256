"""“Nộp ở đâu”: the place that the record states, else the offices of the agencies that it names, else what is usual at
its level, said as such."""

import re
from collections.abc import Mapping, Sequence

from procedures_catalog.facts.agencies.filing import Filing
from procedures_catalog.facts.agencies.known_offices import KnownOffices
from procedures_catalog.facts.naming import short_name
from procedures_catalog.presenting.answering.answer import LONGEST_ANSWER, UNKNOWN, Answer

_MOST_OFFICES = 3
_MORE = "nơi khác"
#: Where the address begins behind a name that is long enough to say where.
_ADDRESS = re.compile(
    r"(?i)(?<=.{15})\s*[,.(:–-]?\s*(?:(?:(?:tại|theo) )?địa (?:chỉ|điểm)\b|\(|[,–-]\s*số \d|:"
    r"| tại (?:tầng|tòa)\b|(?<!cơ sở) (?:số )?\d).*$"
)

_COUNTER = re.compile(
    r"(?i)^(?:bộ phận|văn phòng) tiếp nhận(?: hồ sơ)? và trả kết quả(?: giải quyết)?(?: hồ sơ)?"
    r"(?: thủ tục hành chính| TTHC)?\b"
)


#: What is said of an address that nobody gave.
UNADDRESSED = "địa chỉ cụ thể chưa công bố"
#: Where an address stands that no line holds.
BELOW = "ghi bên dưới"


def where_answer(filing: Filing, local: bool, addressed: str = "") -> Answer:
    """Where to hand it in; `local` says whether the province's layer gives the place, `addressed` what the portal knows
    of the address where the record has none."""
    place, detail = place_of(filing), _detail(filing, addressed)
    return Answer("where", "Nộp ở đâu", place or UNKNOWN["where"], detail, "#noi-nop", "chi tiết", local, bool(place))


def place_of(filing: Filing) -> str:
    """The place as the page says it, in a line; "" where nothing is known."""
    return offices_of(filing) if filing.is_certain else f"Thường là {offices_of(filing)}"


def offices_of(filing: Filing) -> str:
    """The offices alone, in a line of LONGEST_ANSWER characters at most."""
    return _joined(filing.offices)


def addressed_by(filing: Filing, known: KnownOffices, addresses: Mapping[int, str], told: str = BELOW) -> str:
    """What a registry knows of the address of a filing's offices; "" where it knows none. `addresses`: by office's id,
    "" where one has none; `told` says where the line cannot hold them."""
    if not known.tells_of(filing):
        return ""
    found = [office for office in known.some_meant(filing) if addresses[office.id]]
    if known.is_by_commune(filing):
        return "địa chỉ tùy xã, phường" + (f"; cấp tỉnh {told}" if found else "")
    if len(filing.offices) == len(found):
        return addresses[found[0].id] if len(found) == 1 else f"địa chỉ {told}"
    return f"địa chỉ {found[0].name} {told}" if found else ""


def _detail(filing: Filing, addressed: str) -> str:
    if not filing.offices:
        return ""
    if not filing.is_certain:
        return "Cơ quan nhận hồ sơ chưa công bố."
    parts = [
        "theo các bước thực hiện" if filing.is_told else "",
        "tùy trường hợp" if len(filing.offices) > 1 else "",
        f"trước là {', '.join(filing.former)}" if filing.former else "",
        addressed or ("" if filing.is_stated else UNADDRESSED),
    ]
    said = "; ".join(filter(None, parts))
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def _joined(offices: Sequence[str]) -> str:
    """All of them, or as many as fit, said to be more; their addresses give way to their names."""
    short = tuple(map(_short, offices))
    bare = tuple(_ADDRESS.sub("", office) for office in short)
    fitting = (_fitting(names) for names in dict.fromkeys((tuple(offices), short, bare)))
    return next(filter(None, fitting), short_name(bare[0], LONGEST_ANSWER) if offices else "")


def _fitting(offices: Sequence[str]) -> str:
    """As many as a line holds, "" where it does not hold one."""
    for number in range(min(len(offices), _MOST_OFFICES), 0, -1):
        shown = [*offices[:number], *([_MORE] if number < len(offices) else [])]
        text = " hoặc ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
        if len(text) <= LONGEST_ANSWER:
            return text
    return ""


def _short(office: str) -> str:
    """A one-stop counter by the name that everybody calls it by."""
    return _COUNTER.sub("Bộ phận Một cửa", office)
