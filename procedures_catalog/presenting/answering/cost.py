"""“Bao nhiêu tiền”: the fee in a line, and what it will be."""

from collections.abc import Sequence

from procedures_catalog.facts.fees import summary
from procedures_catalog.facts.fees.dated import channels_on, next_change, with_following
from procedures_catalog.facts.record import Channel, ProcedureRecord
from procedures_catalog.presenting.answering.answer import Answer
from vietnamese.days import written


def cost_answer(record: ProcedureRecord, local: bool) -> Answer:
    """How much it costs; `local` says whether the province's layer gives the channels."""
    said = summary.summary(record.channels, record.steps, record.name)
    label = "mở bảng" if said.endswith("bảng phí") else "bảng phí"
    coming = _coming_fee(record.channels)
    return Answer("fee", "Bao nhiêu tiền", said, coming, "#cach-nop", label, local, summary.is_known(said))


def _coming_fee(channels: Sequence[Channel]) -> str:
    """What the fee will be once the next announced amount begins: "Từ ngày 01/01/2027: 20.000 đồng."; "" for none."""
    day = next_change(list(map(with_following, channels)))
    return f"Từ ngày {written(day)}: {summary.summary(channels_on(channels, day))}." if day else ""
