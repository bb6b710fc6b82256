"""All that looks wrong about a record and is taken as it stands: told, never changed."""

from collections.abc import Iterator

from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.time_limits import format_time_limit, is_possible
from procedures_catalog.importing.judging.broken_names import broken_parts
from procedures_catalog.importing.judging.doubtful_fees import doubtful_fees


def doubts(record: ProcedureRecord) -> Iterator[tuple[str, str, str]]:
    """Each as field, what the source writes, and what is wrong with it."""
    yield from (("Phí, lệ phí", value, reason) for value, reason in doubtful_fees(record))
    limits = dict.fromkeys(channel.time_limit for channel in record.channels)
    broken = (format_time_limit(limit) for limit in limits if not is_possible(limit))
    yield from (("Thời hạn giải quyết", text, "không phải một thời hạn có thể có, hiện là chưa rõ") for text in broken)
    yield from ((label, "�", "có chữ không đọc được ở nguồn") for label in broken_parts(record))
