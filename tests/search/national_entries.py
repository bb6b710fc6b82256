"""The real procedures as entries for an index, without a database."""

from collections.abc import Iterator
from pathlib import Path

from pages.entry import SearchEntry
from procedures_catalog.facts.in_hand.decisions import decision_keys
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.searchable import searchable_text
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.files.read_national import read_national
from vietnamese.slug import slug


def national_entries(shared_data: Path) -> Iterator[SearchEntry]:
    """An entry for each procedure of the national file."""
    for row in read_national(shared_data / "procedures" / "national-2026-07.jsonl.gz"):
        if isinstance(row, ReadRow):
            yield _entry(row.row, row.record)


def _entry(number: int, record: ProcedureRecord) -> SearchEntry:
    return SearchEntry(
        key=f"page:{number}",
        kind="procedure",
        title=record.name,
        url=f"/thu-tuc/{number}/",
        codes=(record.code, *decision_keys(record.decision_number)),
        body=searchable_text(record),
        facets={"level": record.levels, "sector": (slug(record.sector),), "online": (record.online_level,)},
        rank=float("commune" in record.levels),
    )
