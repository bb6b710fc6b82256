"""“Nộp ở đâu”: the place that the record states, else the offices of the agencies that it names, else what is usual at
its level, said as such."""

import re
from collections.abc import Sequence

from procedures_catalog.facts.agencies.filing import Filing
from procedures_catalog.facts.naming import short_name
from procedures_catalog.presenting.answering.answer import LONGEST_ANSWER, UNKNOWN, Answer

_MOST_OFFICES = 3
_MORE = "nơi khác"
#: Where the address begins behind a name that is long enough to say where.
_ADDRESS = re.compile(r"(?i)(?<=.{15})\s*[,.(:–-]?\s*(?:(?:tại )?địa chỉ\b|\(|[,–-]\s*số \d|:| (?:số )?\d).*$")


def where_answer(filing: Filing, local: bool) -> Answer:
    """Where to hand it in; `local` says whether the province's layer gives the place."""
    place, detail = place_of(filing), _detail(filing)
    return Answer("where", "Nộp ở đâu", place or UNKNOWN["where"], detail, "#noi-nop", "chi tiết", local, bool(place))


def place_of(filing: Filing) -> str:
    """The place as the page says it, in a line; "" where nothing is known."""
    return offices_of(filing) if filing.is_certain else f"Thường là {offices_of(filing)}"


def offices_of(filing: Filing) -> str:
    """The offices alone, in a line of LONGEST_ANSWER characters at most."""
    return _joined(filing.offices)


def _detail(filing: Filing) -> str:
    if filing.is_stated or not filing.offices:
        return ""
    if not filing.is_certain:
        return "Cơ quan nhận hồ sơ chưa công bố."
    return f"{'Tùy trường hợp; đ' if len(filing.offices) > 1 else 'Đ'}ịa chỉ cụ thể chưa công bố."


def _joined(offices: Sequence[str]) -> str:
    """All of them, or as many as fit, said to be more."""
    for number in range(min(len(offices), _MOST_OFFICES), 0, -1):
        shown = [*offices[:number], *([_MORE] if number < len(offices) else [])]
        text = " hoặc ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
        if len(text) <= LONGEST_ANSWER:
            return text
    return short_name(_ADDRESS.sub("", offices[0]), LONGEST_ANSWER) if offices else ""
