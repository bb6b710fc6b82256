"""Notes on a page where its procedure is handed in, in the short texts that lists ask the database for."""

from collections.abc import Sequence
from typing import Any

from procedures_catalog.facts.agencies.counters_part import taken_at
from procedures_catalog.facts.agencies.found_under import found_under
from procedures_catalog.facts.record import ProcedureRecord


def note_where(page: Any, record: ProcedureRecord, receiving: Sequence[str]) -> None:
    """Gives the page, known only as something with these attributes, what its record and receiving agencies say."""
    page.found_under, page.taken_at = found_under(record, receiving), taken_at(record, receiving)
