"""“Bao lâu”: the time limit in a line."""

from procedures_catalog.facts import time_limits
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answering.answer import Answer


def duration_answer(record: ProcedureRecord, local: bool) -> Answer:
    """How long it takes; `local` says whether the province's layer gives the channels. Where only the table can tell,
    the answer leads to it."""
    said = time_limits.summary(record.channels)
    href, label = ("#cach-nop", "bảng thời hạn") if said == time_limits.SEE_TABLE else ("", "")
    return Answer("time", "Bao lâu", said, "", href, label, local, said != time_limits.UNSTATED)
