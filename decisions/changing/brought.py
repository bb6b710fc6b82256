"""What a line says of a procedure that it brings, as a record for its draft, and what it does not say of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from decisions.changing.limits import as_time_limit
from decisions.lines.limits import Limit
from decisions.models import DecisionLine
from legal_documents.facts.numbers import find_numbers
from procedures_catalog.facts.record import Channel, LegalBasis, ProcedureRecord, TimeLimit
from procedures_catalog.facts.vocabulary import LEVELS
from procedures_catalog.files.lists.level_words import levels_in
from vietnamese.spelling import squeeze

#: What begins a document in a cell that lists several: a line, a semicolon, a dash or a dot before it.
_NEXT_LAW = re.compile(r"\n|;\s|(?:^|(?<=\s))[-–+•*]\s+")
NOT_SAID, NO_SECTOR = "chưa ghi", "“{0}” không có trong các lĩnh vực của cổng"
NO_LEVEL = "“{0}” không nói rõ cấp nào"


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact of a new procedure that its line leaves open: the field of the line's form, what it is called, and what is
    wrong with it."""

    field: str
    label: str
    why: str


def record_of(line: DecisionLine) -> ProcedureRecord:
    """All that the line says of its procedure, and nothing else: a way of handing in that it does not name is none of
    ours to choose."""
    levels = levels_in(line.level)
    return ProcedureRecord(
        code=line.code,
        name=line.name,
        sector=line.sector,
        levels=tuple(each for each in LEVELS if each in levels),
        executing=_lines(line.executing),
        competent=_lines(line.competent),
        channels=tuple(_channels(line)),
        legal_bases=tuple(_laws(line)),
    )


def gaps_of(line: DecisionLine, *, has_sector: bool) -> list[Gap]:
    """What the draft of a new procedure will lack; `has_sector`: the portal knows the sector that the line names."""
    whys = {
        "sector": _why(line.sector, NO_SECTOR, is_known=has_sector),
        "level": _why(line.level, NO_LEVEL, is_known=bool(levels_in(line.level))),
        "competent": _why(line.competent),
        "before": _why(line.before),
        "laws": "" if line.source_id else _why(line.laws),
    }
    labels = {field.name: str(field.verbose_name) for field in line._meta.fields}
    return [Gap(name, labels[name], why) for name, why in whys.items() if why]


def _why(said: str, unknown: str = "", *, is_known: bool = True) -> str:
    if not said.strip():
        return NOT_SAID
    return "" if is_known else unknown.format(said)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(squeeze, text.split("\n"))))


def _channels(line: DecisionLine) -> Iterator[Channel]:
    """The limits stand at a way of handing in; which one it is, somebody says in the draft."""
    before, after = line.before_limit, None if line.is_not_cut else line.after_limit
    if before or after:
        by_law, cut = (as_time_limit(each) if each else TimeLimit() for each in (before, after))
        yield Channel("", by_law, notes=tuple(_sentences(before, after)), reduced=cut)


def _sentences(*limits: Limit | None) -> Iterator[str]:
    """What a limit says besides its length: from which day it runs, that it is the longest."""
    for limit in limits:
        if limit and limit.length and (limit.length.before.strip() or limit.length.after.strip(" .")):
            yield limit.text


def _laws(line: DecisionLine) -> Iterator[LegalBasis]:
    """The documents that its cell lists, and the one that a person has named beside it, each once."""
    written = [squeeze(each) for each in _NEXT_LAW.split(line.laws)]
    found = [_law(text.strip(" .,;-")) for text in written if text.strip(" .,;-")]
    keys = {key for _, key in found}
    yield from (basis for basis, _ in found)
    if line.source and line.source.number_key not in keys:
        yield LegalBasis(line.source.title, line.source.number)


def _law(text: str) -> tuple[LegalBasis, str]:
    """The basis, and the key of its number; "" for one without."""
    keys = find_numbers(text)
    return LegalBasis(text, _number_in(text) if len(keys) == 1 else None), keys[0] if len(keys) == 1 else ""


def _number_in(text: str) -> str | None:
    """The word of a text that is the number, as it is written there."""
    return next((word.strip(" ,.;()") for word in text.split() if len(find_numbers(word)) == 1), None)
