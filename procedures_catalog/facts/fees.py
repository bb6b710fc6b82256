"""Fees: from the national wording ("50000 VNĐ (mỗi bản)") to an amount with a note, and what a payer reads."""

import re
from collections.abc import Iterable, Sequence

from procedures_catalog.facts.record import Channel, Fee
from vietnamese.fold import fold
from vietnamese.whole_numbers import write_whole

NOTHING_STATED = "Không có thông tin"
#: The answer where no fee is stated.
UNSTATED = "Chưa công bố mức phí"
_ITEM = re.compile(r"(\d{1,15}) VNĐ \((.*)\)", re.DOTALL)
_JOIN = " | "
_FREE = re.compile(
    r"mien (phi|le phi|thu|nop)|khong thu|khong phai nop|khong mat (phi|le phi)|khong (co|phat sinh)? ?(phi|le phi)"
)
# An exemption for some payers, or an amount in the note: then others pay.
_NOT_ALL = re.compile(r"muc thu|\d ?(d|dong|vnd)\b|(cho|doi voi) (nguoi|ho|truong hop|doi tuong|to chuc|ca nhan)")
_FREE_WHOLE = {"khong", "khong co", "khong quy dinh", "mien phi", "khong thu phi", "mien", "0"}


def squeeze(text: str) -> str:
    """White space made single; enough for texts that were cleaned when they were read."""
    return " ".join(text.split())


def parse_fee(item: str) -> Fee:
    """One fee as the national list writes it; `wording` is kept when amount and note do not give it back."""
    match = _ITEM.fullmatch(item.strip())
    if match is None:
        return Fee(None, item.strip())
    fee = Fee(int(match[1]), match[2])
    return fee if squeeze(_format_fee(fee)) == squeeze(item) else Fee(fee.amount, fee.note, wording=item)


def parse_fees(entries: Sequence[str]) -> tuple[Fee, ...]:
    """The fees of one channel: usually one entry that joins up to 36 fees with " | "."""
    if [squeeze(entry).casefold() for entry in entries] == [NOTHING_STATED.casefold()]:
        return ()
    return tuple(fee for number, entry in enumerate(entries) for fee in _parse_entry(entry, apart=number > 0))


def _parse_entry(entry: str, *, apart: bool) -> Iterable[Fee]:
    parts = [parse_fee(part) for part in entry.split(_JOIN)]
    if squeeze(_JOIN.join(map(_format_fee, parts))) != squeeze(entry):
        parts = [Fee(None, "", wording=entry)]
    first, *rest = parts
    return (Fee(first.amount, first.note, first.wording, apart), *rest)


def format_fees(fees: Sequence[Fee]) -> list[str]:
    """The entries of the national list that say these fees."""
    if not fees:
        return [NOTHING_STATED]
    entries: list[list[str]] = []
    for fee in fees:
        if fee.apart or not entries:
            entries.append([])
        entries[-1].append(_format_fee(fee))
    return [_JOIN.join(entry) for entry in entries]


def _format_fee(fee: Fee) -> str:
    """One fee in the national wording; a kept wording counts only while amount and note still agree with it."""
    if fee.wording and _agrees(fee):
        return fee.wording
    return fee.note if fee.amount is None else f"{fee.amount} VNĐ ({fee.note})"


def _agrees(fee: Fee) -> bool:
    match = _ITEM.fullmatch(fee.wording.strip())
    if match is None:
        return fee.amount is None and not fee.note
    return fee.amount == int(match[1]) and fee.note == match[2]


# --- What a payer reads ---------------------------------------------------------------------------


def money(amount: int) -> str:
    """1234567 → "1.234.567 đồng"."""
    return f"{write_whole(amount)} đồng"


def is_free(fee: Fee) -> bool:
    """Whether nothing is due for certain. "0 VNĐ (theo quy định …)" is not: there a fee may well be due."""
    if fee.amount != 0:
        return False
    note = fold(squeeze(fee.note)).strip(" .()-")
    return not note or note in _FREE_WHOLE or bool(_FREE.match(note) and not _NOT_ALL.search(note))


def fee_text(fee: Fee) -> str:
    """The amount in words that never call free what is only decided elsewhere."""
    if fee.amount:
        return money(fee.amount)
    if is_free(fee):
        return "Không thu"
    if fee.amount == 0:
        return "Theo mức được quy định"
    return squeeze(fee.note or fee.wording) or "Chưa công bố"


def fee_note(fee: Fee) -> str:
    """What stands beside the amount; empty where the note is the whole text already or says nothing."""
    note = squeeze(fee.note)
    return "" if fee.amount is None or fold(note).strip(" .") in _FREE_WHOLE else note


def summary(channels: Sequence[Channel]) -> str:
    """How much, in one line, naming the channel wherever channels differ; that there are notes is said once."""
    by_channel: dict[str, str] = {}
    for channel in channels:
        fees = [*by_channel.get(channel.channel, "").split(";;"), _summary_of(channel.fees)]
        by_channel[channel.channel] = ";;".join(dict.fromkeys(filter(None, fees)))
    said = {key: _merge(text.split(";;")) for key, text in by_channel.items()}
    joined = _join_channels({key: text.removesuffix(_NOTED) for key, text in said.items()})
    return joined + _NOTED if any(text.endswith(_NOTED) for text in said.values()) else joined


def _summary_of(fees: Sequence[Fee]) -> str:
    amounts = sorted({fee.amount for fee in fees if fee.amount})
    if not fees or all(not squeeze(fee.note + fee.wording) and fee.amount is None for fee in fees):
        return UNSTATED
    if not amounts:
        return "Không thu phí" if all(map(is_free, fees)) else "Có thể phải nộp phí, theo mức được quy định"
    if any(map(is_free, fees)):
        return f"Không thu hoặc đến {money(amounts[-1])}, tùy trường hợp"
    if len(amounts) > 1:
        return f"{money(amounts[0]).removesuffix(' đồng')} – {money(amounts[-1])}, tùy trường hợp"
    more = "" if all(fee.amount for fee in fees) else ", có khoản theo mức được quy định"
    said = _noted(amounts[0], [fee for fee in fees if fee.amount])
    return said.removesuffix(_NOTED) + more + _NOTED if said.endswith(_NOTED) else said + more


# A longer note is a rule of its own: the line, which leaves room for the other answers on a telephone, only says that
# there is one.
_LONGEST_NOTE = 30
_NOTED = ", có ghi chú"


def _noted(amount: int, fees: Sequence[Fee]) -> str:
    """The amount with what it is for ("mỗi bản sao"), without which it reads as the price of the whole."""
    notes = {fee_note(fee).strip(" .;") for fee in fees}
    note = next(iter(notes)) if len(notes) == 1 else ""
    if notes == {""}:
        return money(amount)
    if not note or len(note) > _LONGEST_NOTE:
        return money(amount) + _NOTED
    if note.startswith("/"):
        return money(amount) + note
    if note.startswith(money(amount)):
        return note
    return f"{money(amount)} ({note.removeprefix('(').removesuffix(')') if note[0] == '(' else note})"


def _merge(texts: Sequence[str]) -> str:
    return texts[0] if len(texts) == 1 else "Tùy trường hợp, xem bảng phí"


_LABELS = {"direct": "trực tiếp", "postal": "bưu chính", "online": "trực tuyến"}


def _join_channels(texts: dict[str, str]) -> str:
    if not texts:
        return UNSTATED
    if len(set(texts.values())) == 1:
        return next(iter(texts.values()))
    groups: dict[str, list[str]] = {}
    for channel, text in texts.items():
        groups.setdefault(text, []).append(_LABELS.get(channel, channel))
    return "; ".join(_in_channels(text, ", ".join(channels)) for text, channels in groups.items())


def _in_channels(text: str, channels: str) -> str:
    """A note and the channels share one pair of brackets."""
    return f"{text[:-1]}; {channels})" if text.endswith(")") else f"{text} ({channels})"
