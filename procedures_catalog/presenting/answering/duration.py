"""“Bao lâu”: the time limit in a line."""

from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.times import summary
from procedures_catalog.facts.times.noted import SEVERAL
from procedures_catalog.presenting.answering.answer import Answer


def duration_answer(record: ProcedureRecord, local: bool) -> Answer:
    """How long it takes; `local` says whether the province's layer gives the channels. Where notes or steps tell more,
    or are what tells it, the answer leads to them."""
    said = summary.summary(record.channels, record.steps)
    href, label = _way(said)
    return Answer("time", "Bao lâu", said, "", href, label, local, said != summary.UNSTATED)


def _way(said: str) -> tuple[str, str]:
    if "các bước" in said:
        return "#cac-buoc", "các bước"
    is_in_table = any(
        word in said.lower()
        for word in ("bảng thời hạn", "ghi chú", SEVERAL, "; có trường hợp", "nộp sau", summary.BY_CHANNEL.lower())
    )
    return ("#cach-nop", "bảng thời hạn") if is_in_table else ("", "")
