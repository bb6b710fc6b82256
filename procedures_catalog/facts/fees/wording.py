"""A fee in the words that a payer reads: a number only where one is known, "không thu" only where words say so."""

from collections.abc import Mapping

from procedures_catalog.facts.fees.contradicted import sum_of_note
from procedures_catalog.facts.fees.kinds import LABELS, Kind, kind_of, plain
from procedures_catalog.facts.fees.national import squeeze
from procedures_catalog.facts.record import Fee
from vietnamese.days import written_iso
from vietnamese.whole_numbers import write_whole

BY_COUNCIL = "Theo nghị quyết của HĐND tỉnh"
BY_COUNCIL_OR_STATE = "Theo quy định của trung ương hoặc nghị quyết của HĐND tỉnh"
NOT_SET = "Không quy định mức thu"
#: What a note says instead of an amount is shown in its own words up to this length.
LONGEST_WORDS = 60
_TEXTS: Mapping[Kind, str] = {
    Kind.UNSTATED: "Chưa công bố",
    Kind.FREE: "Không thu",
    Kind.PARTLY_FREE: "Có khoản được miễn",
    Kind.EXEMPT: "Có trường hợp được miễn",
    Kind.NOT_SET: NOT_SET,
    Kind.COUNCIL: BY_COUNCIL,
    Kind.COUNCIL_OR_STATE: BY_COUNCIL_OR_STATE,
    Kind.RULE: "Theo mức được quy định",
    Kind.IN_WORDS: "Theo ghi chú",
    Kind.CONTRADICTED: "Chưa rõ",
    Kind.UNCLEAR: "Chưa rõ",
}
_IN_OWN_WORDS = (Kind.PARTLY_FREE, Kind.EXEMPT, Kind.IN_WORDS)


def money(amount: int) -> str:
    """1234567 → "1.234.567 đồng"."""
    return f"{write_whole(amount)} đồng"


def fee_text(fee: Fee) -> str:
    """The amount, or what is known instead of one; that an amount is over or still to come is said with it."""
    kind = kind_of(fee)
    if kind is Kind.CONTRADICTED:
        return contradiction(fee)
    if kind is not Kind.AMOUNT:
        return _own_words(fee, kind) or _TEXTS[kind]
    said = money(fee.amount or 0)
    if fee.noted and fee.noted.kind == "later":
        return f"Từ ngày {written_iso(fee.noted.day)}: {said}"
    return f"{said} (đã hết hạn)" if fee.noted and fee.noted.kind == "over" else said


def contradiction(fee: Fee) -> str:
    """An amount and the other one that its note names, both told: nobody knows which of them holds."""
    return f"Chưa rõ: ghi {money(fee.amount or 0)}, ghi chú nêu {sum_of_note(fee)}"


def fee_note(fee: Fee) -> str:
    """What stands beside the text; empty where the note is the text already or says nothing."""
    kind, note = kind_of(fee), squeeze(fee.note or fee.wording)
    if fee.amount is None and kind is Kind.UNCLEAR:
        return f"dữ liệu gốc ghi “{note[:LONGEST_WORDS]}”"
    if _own_words(fee, kind) or plain(note) in LABELS or (kind is Kind.FREE and len(plain(note)) <= len("không có")):
        note = ""
    if kind is Kind.AMOUNT and (other := sum_of_note(fee)):
        return f"ghi chú nêu {other}: {note}"
    source = f"dữ liệu gốc ghi “{fee.amount}”" if kind is Kind.UNCLEAR and fee.amount else ""
    return "; ".join(filter(None, (note.strip(" |"), source)))


def tidy(note: str) -> str:
    """A note without the signs around it."""
    words = squeeze(note).strip(" -+*.;:|")
    is_bracketed = words.startswith("(") and words.endswith(")") and words.count("(") == 1
    return words[1:-1].strip(" .;") if is_bracketed else words


def is_due(fee: Fee) -> bool:
    """Whether its note does not say that it is over, or still to come, on the day that it was taken for."""
    return not (fee.noted and fee.noted.kind in ("over", "later"))


def is_certain(fee: Fee) -> bool:
    """Whether its text is an amount that is due, or says that nothing is."""
    return kind_of(fee) is Kind.FREE or (kind_of(fee) is Kind.AMOUNT and is_due(fee))


def _own_words(fee: Fee, kind: Kind) -> str:
    """What the note says instead of an amount, where it is short; "" where something else is to be said."""
    words = tidy(fee.note or fee.wording)
    is_whole = fee.amount is None and kind is Kind.RULE
    return words if is_whole or (kind in _IN_OWN_WORDS and len(words) <= LONGEST_WORDS) else ""
