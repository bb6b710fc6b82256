"""What notes of channels and steps say of the fee where the table of fees says nothing."""

import re
from collections.abc import Iterator, Sequence

from procedures_catalog.facts.fees.kinds import Kind, kind_of
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
_TOLD = (Kind.FREE, Kind.COUNCIL, Kind.COUNCIL_OR_STATE, Kind.RULE, Kind.NOT_SET)


def fees_beside(channels: Sequence[Channel], steps: Sequence[Step]) -> tuple[Fee, ...]:
    """The fees, in words alone, that notes and steps tell for sure; () where they tell none."""
    fees = (Fee(None, said) for line in _lines(channels, steps) for said in _said_in(line))
    return tuple(dict.fromkeys(fee for fee in fees if kind_of(fee) in _TOLD))


def _lines(channels: Sequence[Channel], steps: Sequence[Step]) -> Iterator[str]:
    notes = (note for channel in channels for note in channel.notes)
    texts = (text for step in steps for text in (step.name, step.text))
    return (" ".join(line.split()) for text in (*notes, *texts) for line in text.split("\n"))


def _said_in(line: str) -> Iterator[str]:
    if labelled := _LABELLED.fullmatch(line):
        yield labelled["said"]
        return
    yield from (match["said"] for pattern in (_NOTHING_DUE, _NOT_SET, _DUE) for match in pattern.finditer(line))
