"""What looks wrong about the fees of a record and who keeps the source could mend: told, never changed."""

from collections.abc import Iterator

from procedures_catalog.facts.fees.amounts import Sum, sums_in
from procedures_catalog.facts.fees.kinds import LEAST, has_impossible_number, is_doubtful, lacks_thousands
from procedures_catalog.facts.fees.national import squeeze
from procedures_catalog.facts.record import Fee, ProcedureRecord

_NO_SUM = "không phải một số tiền có thể có, hiện là chưa rõ"


def doubtful_fees(record: ProcedureRecord) -> Iterator[tuple[str, str]]:
    """Each doubtful fee once, however many channels have it: what the source writes, and what is wrong with it."""
    written = [fee for channel in record.channels for fee in channel.fees]
    broken = (squeeze(fee.note or fee.wording) for fee in written if fee.amount is None and has_impossible_number(fee))
    yield from ((text, _NO_SUM) for text in dict.fromkeys(broken))
    for amount, note in dict.fromkeys((fee.amount, squeeze(fee.note)) for fee in written):
        if reason := _reason(Fee(amount, note)):
            yield f"{amount} VNĐ ({note})", reason


def _reason(fee: Fee) -> str:
    amount = fee.amount or 0
    if amount and has_impossible_number(fee):
        return _NO_SUM
    if not is_doubtful(fee):
        return ""
    named = sums_in(fee.note)
    if Sum(amount * 1_000) in named:
        return "số tiền trái với ghi chú, có thể thiếu 000"
    if any(one.is_foreign for one in named):
        return "có thể là USD, không phải đồng"
    if lacks_thousands(amount) and not named:
        return "lẻ dưới 500 đồng, có thể thiếu 000"
    if amount < LEAST:
        return f"dưới {LEAST:,} đồng, có thể thiếu 000 hoặc là USD".replace(",", ".", 1)
    return "số tiền trái với ghi chú"
