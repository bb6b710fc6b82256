"""What is told of the fee is what the record's words say: free for everybody, an amount, a council's resolution."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from procedures_catalog.facts.fees.dated import channels_on
from procedures_catalog.facts.record import Channel, Fee
from procedures_catalog.presenting.answering.cost import cost_answer
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
#: Neither of two sums is told as what is due.
_BOTH_TOLD = re.compile(r"Chưa rõ: ghi [\d.]+ đồng, ghi chú nêu ")
_FOREIGN = re.compile(r"\d\s*(?:USD|EUR|\$)", re.IGNORECASE)
_UNTIL = re.compile(r"đến (?:hết )?(?:ngày )?\d|\d đến \d|trở đi", re.IGNORECASE)
_OF_A_FEE = re.compile(r"\bphí\b", re.IGNORECASE)
#: A day on which a circular halves many rates.
_HALVED = date(2026, 7, 31)


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
    """… unless the condition is what the procedure is for."""
    some = [_note(fee) for channel in _told_free(told) for fee in channel.fees if _CONDITION.search(_note(fee))]
    return bool(some) and not _names_all(some, told.record.name)


def _names_all(notes: Sequence[str], name: str) -> bool:
    found = [re.match(r"Không thu lệ phí[\w ]* đối với ([\w ]+?) theo [^;:-]*$", note.strip(" -.")) for note in notes]
    return all(match and match[1].lower() in name.lower() for match in found)


def _is_told_small(told: Told) -> bool:
    return bool(_TOLD_SMALL.search(told.answers["fee"].text))


def _is_contradicted(told: Told) -> bool:
    """An amount is told although its note names another one, or another currency, and no days for that – and no other
    fee of the record bears it out."""
    priced = [fee for fee in _fees(told) if fee.amount]
    borne_out = {fee.amount for fee in priced if not _differs(fee)}
    against = {fee.amount for fee in priced} - borne_out
    text = _BOTH_TOLD.sub("", told.answers["fee"].text)
    return any(re.search(rf"(?<![\d.]){_dotted(amount)} đồng", text) for amount in against if amount)


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
    said = any(fee.amount or _note(fee).strip("| ") for fee in _fees(told))
    return told.answers["fee"].known and not said and not _OF_A_FEE.search(_beside(told))


def _beside(told: Told) -> str:
    """The notes of the channels and the steps."""
    notes = [note for channel in told.record.channels for note in channel.notes]
    return "\n".join([*notes, *(text for step in told.record.steps for text in (step.name, step.text))])


def _is_said_beside(told: Told) -> bool:
    """The fee is said to be unknown, and a line of its own among notes or steps says by which rule, or that none is."""
    said = re.search(
        r"(?im)^(?:mô tả:)?[\s*+-]*(?:lệ )?phí[^.;:\n]{0,30}: *(?:thông tư|theo|\d)|không phải nộp (?:lệ )?phí",
        _beside(told),
    )
    return not told.answers["fee"].known and bool(said)


def _tells_a_lapsed_rate(told: Told) -> bool:
    """The most that is told, on a day on which rates are halved, has its half beside it with the days of that."""
    due = tuple(channels_on(told.record.channels, _HALVED))
    text = cost_answer(replace(told.record, channels=due), local=False).text
    range_ = re.search(r"– (\d{1,3}(?:\.\d{3})+) đồng", text)
    most = int(range_[1].replace(".", "")) if range_ else 0
    fees = [fee for channel in due for fee in channel.fees if fee.amount]
    half = [fee for fee in fees if (fee.amount or 0) * 2 == most and "31/12/2026" in _note(fee)]
    full = [fee for fee in fees if fee.amount == most]
    return bool(half and full) and not any("31/12/2026" in _note(fee) for fee in full)


def _notes_of_channels(told: Told) -> list[str]:
    return [line for row in told.record.channels for note in row.notes for line in note.splitlines()]


def _keeps_days_of_a_note_back(told: Told) -> bool:
    """A note of a channel gives a rate that ends with 2026, and nothing is told of that end on a day before it."""
    due = tuple(channels_on(told.record.channels, _HALVED))
    text = cost_answer(replace(told.record, channels=due), local=False).text
    said = any(
        _MONEY.search(line) and re.search(r"đến hết (?:ngày )?31/12/2026", line) for line in _notes_of_channels(told)
    )
    return said and any(fee.amount for fee in _fees(told)) and "31/12/2026" not in text


def _keeps_cases_of_a_note_back(told: Told) -> bool:
    """One amount, and notes of the channel list it among others, a line each."""
    lines = [line for line in _notes_of_channels(told) if not re.search("lệ phí:|từ ngày|đến hết", line.lower())]
    sums = {found[0] for line in lines if len(found := _MONEY.findall(line)) == 1}
    text = told.answers["fee"].text
    return len(sums) > 1 and bool(re.match(r"[\d.]+ đồng", text)) and text.split()[0] in sums and "khác" not in text


def _says_a_note_of_no_words(told: Told) -> bool:
    """A footnote's sign in brackets, a currency or a sum twice, "theo ghi chú" before a mere sum."""
    text = told.answers["fee"].text
    twice = re.search(r"(?<![\d.])([\d.]+) đồng \(\D{0,6}\1", text)
    bare = re.search(r"Theo ghi chú: \S+ ?(?:đồng|đ|vnđ|usd)?\s*/ *\w+$", text, re.IGNORECASE)
    return bool(twice or bare or re.search(r"\(\W*\d?\W*\)|\(đồng\b", text))


def _is_council_before_freedom(told: Told) -> bool:
    """Who comes in time pays nothing, and that is not said."""
    free = any(re.search("miễn[^.;]*đúng (?:thời )?hạn", note, re.IGNORECASE) for note in map(_note, _fees(told)))
    return free and not told.answers["fee"].text.startswith("Miễn nếu đúng hạn")


def _is_free_for_all(told: Told) -> bool:
    """ "Some pay nothing", where these are the ones for whom the procedure is."""
    notes = list(map(_note, _fees(told)))
    return bool(notes) and _names_all(notes, told.record.name) and "được miễn" in told.answers["fee"].text


FEE_KINDS: Mapping[str, Kind] = {
    "free_without_words": Kind("nothing is due, though no word of the record says so", _is_free_without_words),
    "free_though_conditional": Kind("nothing is due, though some pay or something is due", _is_free_though_conditional),
    "amounts_under_1000": Kind("a fee below 1,000 đồng", _is_told_small),
    "amount_contradicted_by_note": Kind("an amount though its note names another", _is_contradicted),
    "council_not_said": Kind("the council sets the fee, and nobody is told", _is_council_unsaid),
    "long_fee_lines": Kind("a fee in more than 90 characters", _is_long),
    "lapsed_full_rate": Kind("a full rate is told while its half holds", _tells_a_lapsed_rate),
    "fee_said_beside": Kind("a fee is unknown, and a note or a step says it", _is_said_beside),
    "days_in_a_note_kept_back": Kind("a rate that ends, in a note, told without its end", _keeps_days_of_a_note_back),
    "cases_in_notes_kept_back": Kind("one amount of several that notes list by case", _keeps_cases_of_a_note_back),
    "note_of_no_words": Kind("a note that is a sign, a currency, or the sum again", _says_a_note_of_no_words),
    "free_in_time_unsaid": Kind(
        "free for who comes in time, and the council is told first", _is_council_before_freedom
    ),
    "exempt_are_all": Kind("some pay nothing, and the procedure is for them alone", _is_free_for_all),
    "fee_out_of_nothing": Kind("a fee is known though the record has none", _knows_out_of_nothing),
}
