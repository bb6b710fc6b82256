"""All that looks wrong about a record and is taken as it stands: told, never changed."""

from collections.abc import Iterator

from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.importing.judging.broken_names import broken_parts
from procedures_catalog.importing.judging.doubtful_fees import doubtful_fees


def doubts(record: ProcedureRecord) -> Iterator[tuple[str, str, str]]:
    """Each as field, what the source writes, and what is wrong with it."""
    yield from (("Phí, lệ phí", value, reason) for value, reason in doubtful_fees(record))
    yield from ((label, "�", "có chữ không đọc được ở nguồn") for label in broken_parts(record))
