"""What notes of channels and steps say of the fee where the table of fees says nothing."""

import re
from collections.abc import Iterator, Sequence

from procedures_catalog.facts.fees.amounts import sums_in
from procedures_catalog.facts.fees.kinds import LEAST, Kind, kind_of
from procedures_catalog.facts.record import Channel, Fee, Step

#: "Phí : Thông tư số …", "Lệ phí: theo quy định …", on a line of its own.
_LABELLED = re.compile(
    r"(?:Mô tả:)?[\s\-+*]*(?:Phí, lệ phí|Lệ phí|Phí)(?: [^.;:]{1,30})?\s*:\s*(?P<said>\S.*)", re.IGNORECASE
)
_NOTHING_DUE = re.compile(
    r"(?:tổ chức|cá nhân|người [^.;\n]{0,40})\s+"
    r"(?P<said>không phải nộp (?:phí|lệ phí)(?:(?: hoặc| và|,) ?(?:phí|lệ phí))?)"
    r"(?: đối với việc [^.;\n]*)?[.;]?$",
    re.IGNORECASE,
)
_NOT_SET = re.compile(
    r"(?P<said>không quy định(?: [^.;\n]{0,30},)? ?(?:mức )?(?:phí, lệ phí|phí|lệ phí))[.;]?$", re.IGNORECASE
)
_DUE = re.compile(r"nộp phí (?P<said>theo quy định của pháp luật về phí)", re.IGNORECASE)
#: Of a rate of certain days: `dated` tells it.
_OF_DAYS = re.compile(r"đến hết|từ ngày \d|[%×]|\dx")
_TOLD = (Kind.FREE, Kind.COUNCIL, Kind.COUNCIL_OR_STATE, Kind.RULE, Kind.NOT_SET)


def fees_beside(channels: Sequence[Channel], steps: Sequence[Step]) -> tuple[Fee, ...]:
    """The fees, in words alone, that notes and steps tell for sure; () where they tell none, or a sum, too."""
    fees = [Fee(None, said) for line in _lines(channels, steps) for said in _said_in(line)]
    if any(kind_of(fee) is Kind.IN_WORDS for fee in fees):  # a sum is due beside what is free
        return ()
    return tuple(dict.fromkeys(fee for fee in fees if kind_of(fee) in _TOLD))


def fees_with_noted(channel: Channel) -> tuple[Fee, ...]:
    """The fees of a channel with those that its notes list beside the one amount of its table: each sum where they list
    that amount among others, a case a line, and in words what they name besides ("Lệ phí: 100.000 đồng")."""
    amounts = {fee.amount for fee in channel.fees}
    if len(amounts) != 1 or any(kind_of(fee) is not Kind.AMOUNT for fee in channel.fees):
        return channel.fees
    lines = [line for line in _lines((channel,), ()) if sums_in(line) and not _OF_DAYS.search(line)]
    others = [line for line in lines if _LABELLED.fullmatch(line) and not amounts & _values(line)]
    cases = [found for line in lines if line not in others and len(found := _values(line)) == 1]
    listed = set[int]().union(*cases)
    by_case = sorted(listed - amounts) if amounts <= listed else []
    return (*channel.fees, *map(Fee, by_case), *(Fee(None, line) for line in others))


def _values(line: str) -> set[int]:
    sums = sums_in(line)
    return {one.value for one in sums if one.value >= LEAST and not (one.is_foreign or one.is_limit)}


def _lines(channels: Sequence[Channel], steps: Sequence[Step]) -> Iterator[str]:
    notes = (note for channel in channels for note in channel.notes)
    texts = (text for step in steps for text in (step.name, step.text))
    return (" ".join(line.split()) for text in (*notes, *texts) for line in text.split("\n"))


def _said_in(line: str) -> Iterator[str]:
    if labelled := _LABELLED.fullmatch(line):
        yield labelled["said"]
        return
    yield from (match["said"] for pattern in (_NOTHING_DUE, _NOT_SET, _DUE) for match in pattern.finditer(line))
