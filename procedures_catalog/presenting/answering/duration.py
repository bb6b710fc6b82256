"""“Bao lâu”: the time limit in a line."""

from procedures_catalog.facts import time_limits
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.presenting.answering.answer import Answer


def duration_answer(record: ProcedureRecord, local: bool) -> Answer:
    """How long it takes; `local` says whether the province's layer gives the channels."""
    said = time_limits.summary(record.channels)
    return Answer("time", "Bao lâu", said, local=local, known=said != time_limits.UNSTATED)
