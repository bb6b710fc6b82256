"""The words of a procedure in which people's questions are looked for."""

from collections.abc import Iterator

from procedures_catalog.facts.record import Channel, ProcedureRecord

MAX_PART = 4_000  # characters of one part: longer ones were measured and found no more


def searchable_text(record: ProcedureRecord) -> str:
    """All that a procedure says besides its names, what people ask about most standing first."""
    return "\n".join(filter(None, _texts(record)))


def _texts(record: ProcedureRecord) -> Iterator[str]:
    yield record.keywords
    yield record.sector
    yield from record.results
    for case in record.cases:
        yield case.name or ""
        yield from (paper.name for paper in case.papers)
    yield record.conditions[:MAX_PART]
    yield (record.description or "")[:MAX_PART]
    yield "\n".join(f"{step.name} {step.text}" for step in record.steps)[:MAX_PART]
    yield from record.applicants
    for channel in record.channels:
        yield from _notes(channel)
    yield from (*record.executing, *record.competent, *record.authorised, *record.cooperating)
    yield record.receiving_address
    yield "\n".join(f"{basis.number or ''} {basis.title}" for basis in record.legal_bases)[:MAX_PART]


def _notes(channel: Channel) -> Iterator[str]:
    yield channel.time_limit.text
    yield from channel.notes
    yield from (fee.note or fee.wording for fee in channel.fees)
