"""Notes on a page where its procedure is handed in, in the short texts that lists ask the database for."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from procedures_catalog.facts.agencies.counters_part import deciding_names, taken_by
from procedures_catalog.facts.agencies.filing import filings_of
from procedures_catalog.facts.agencies.found_under import found_by, levels_found
from procedures_catalog.facts.record import ProcedureRecord


def note_where(page: Any, record: ProcedureRecord, receiving: Sequence[str]) -> None:
    """Gives the page, known only as something with these attributes, what its record and receiving agencies say."""
    page.found_under, page.taken_at = where_texts(record, receiving)


def filing_levels(page: Any, on: date) -> frozenset[str]:
    """The levels at which it is handed in on a day: what people are told of its level, wherever they read of it."""
    return levels_found(page.found_under, page.present_levels(on))


def where_texts(record: ProcedureRecord, receiving: Sequence[str]) -> tuple[str, str]:
    """Under which levels it is found, and what centres have to do with it."""
    filings = filings_of(record, receiving)
    return found_by(filings), taken_by(filings, deciding_names(record))
