"""What is told of the fee is what the record's words say: free for everybody, an amount, a council's resolution."""

import re
from collections.abc import Iterator, Mapping

from procedures_catalog.facts.record import Channel, Fee
from tests.truth.kinds import Kind, Told

_LABELS = {"direct": "trực tiếp", "postal": "bưu chính", "online": "trực tuyến"}
#: What says of a fee that there is none; nothing else does.
_NO_FEE = re.compile(r"miễn|không thu|không phải nộp|^[-\s]*(không|không có|0)[\s.]*$", re.IGNORECASE)
#: What keeps others paying, or something else to be paid.
_CONDITION = re.compile(
    r"đối với|cho người|cho trẻ|trường hợp|\bkhi\b|nếu|trừ\b|hội đồng nhân dân|HĐND|\d ?(đồng|đ\b|vnđ)|USD|bằng 0,",
    re.IGNORECASE,
)
_TOLD_FREE = re.compile(r"không thu(?: phí)?(?: \(([^)]*)\))?(?=$|;)", re.IGNORECASE)
_TOLD_SMALL = re.compile(r"(?<![\d.,/])\d{1,3}(?: –| đồng)")
_COUNCIL = re.compile(r"hội đồng nhân dân|HĐND", re.IGNORECASE)
_MONEY = re.compile(r"(?<![\d.,])(\d{1,3}(?:[.,]\d{3})+)\s*(?:đồng|đ\b|vnđ|vnd)", re.IGNORECASE)
_FOREIGN = re.compile(r"\d\s*(?:USD|EUR|\$)", re.IGNORECASE)
_UNTIL = re.compile(r"đến (?:hết )?(?:ngày )?\d|\d đến \d|trở đi", re.IGNORECASE)


def _fees(told: Told) -> Iterator[Fee]:
    for channel in told.record.channels:
        yield from channel.fees


def _note(fee: Fee) -> str:
    return " ".join((fee.note or fee.wording).split())


def _unpriced(told: Told) -> list[str]:
    """The notes of the fees that have no amount, or 0."""
    return [_note(fee) for fee in _fees(told) if not fee.amount]


def _told_free(told: Told) -> list[Channel]:
    """The channels of which the answer says that nothing is due."""
    found = list(_TOLD_FREE.finditer(told.answers["fee"].text))
    named = [channel for match in found for channel in (match[1] or ", ".join(_LABELS.values())).split(", ")]
    return [channel for channel in told.record.channels if _LABELS[channel.channel] in named and channel.fees]


def _is_free_without_words(told: Told) -> bool:
    return any(not _NO_FEE.search(_note(fee)) for channel in _told_free(told) for fee in channel.fees)


def _is_free_though_conditional(told: Told) -> bool:
    return any(_CONDITION.search(_note(fee)) for channel in _told_free(told) for fee in channel.fees)


def _is_told_small(told: Told) -> bool:
    return bool(_TOLD_SMALL.search(told.answers["fee"].text))


def _is_contradicted(told: Told) -> bool:
    """An amount is told although its note names another one, or another currency, and no days for that – and no other
    fee of the record bears it out."""
    priced = [fee for fee in _fees(told) if fee.amount]
    borne_out = {fee.amount for fee in priced if not _differs(fee)}
    against = {fee.amount for fee in priced} - borne_out
    return any(
        re.search(rf"(?<![\d.]){_dotted(amount)} đồng", told.answers["fee"].text) for amount in against if amount
    )


def _differs(fee: Fee) -> bool:
    note = _note(fee)
    named = [int(re.sub(r"\D", "", found)) for found in _MONEY.findall(note)]
    if not (named or _FOREIGN.search(note)) or _UNTIL.search(note):
        return False
    return _dotted(fee.amount or 0) not in note and fee.amount != sum(named)


def _dotted(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def _is_council_unsaid(told: Told) -> bool:
    return any(map(_COUNCIL.search, _unpriced(told))) and "HĐND" not in told.answers["fee"].text


def _is_long(told: Told) -> bool:
    return len(told.answers["fee"].text) > 90


def _knows_out_of_nothing(told: Told) -> bool:
    """The fee is said to be known where the record has neither an amount nor a word about one."""
    return told.answers["fee"].known and not any(fee.amount or _note(fee).strip("| ") for fee in _fees(told))


FEE_KINDS: Mapping[str, Kind] = {
    "free_without_words": Kind("nothing is due, though no word of the record says so", _is_free_without_words),
    "free_though_conditional": Kind("nothing is due, though some pay or something is due", _is_free_though_conditional),
    "amounts_under_1000": Kind("a fee below 1,000 đồng", _is_told_small),
    "amount_contradicted_by_note": Kind("an amount though its note names another", _is_contradicted),
    "council_not_said": Kind("the council sets the fee, and nobody is told", _is_council_unsaid),
    "long_fee_lines": Kind("a fee in more than 90 characters", _is_long),
    "fee_out_of_nothing": Kind("a fee is known though the record has none", _knows_out_of_nothing),
}
