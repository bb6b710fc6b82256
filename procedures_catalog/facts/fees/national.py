"""Fees as the national list writes them ("50000 VNĐ (mỗi bản)"): read into amounts with notes, and written back."""

import re
from collections.abc import Iterable, Sequence

from procedures_catalog.facts.record import Fee

NOTHING_STATED = "Không có thông tin"
_ITEM = re.compile(r"(\d{1,15}) VNĐ \((.*)\)", re.DOTALL)
_JOIN = " | "


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
