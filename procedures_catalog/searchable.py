"""The words of a procedure in which people's questions are looked for."""

from collections.abc import Iterator

from procedures_catalog.record import ProcedureRecord


def searchable_text(record: ProcedureRecord) -> str:
    """All that a procedure says besides its names, what people ask about most standing first."""
    return "\n".join(filter(None, _texts(record)))


def _texts(record: ProcedureRecord) -> Iterator[str]:
    yield record.keywords
    yield record.field
    yield from record.results
    for case in record.cases:
        yield case.name or ""
        yield from (paper.name for paper in case.papers)
    yield from record.executing
    yield record.conditions
    for step in record.steps:
        yield f"{step.name} {step.text}"
    yield from (basis.number or basis.title for basis in record.legal_bases)
