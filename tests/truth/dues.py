"""Dues that all fall due are no range of cases."""

import re
from collections.abc import Iterable, Mapping

from procedures_catalog.facts.record import Fee
from tests.truth.kinds import Kind, Told

_CHARGE, _FEE = (re.compile(rf"^[-+*\s]*{word}\b(?![-,:/ ]*$)", re.IGNORECASE) for word in ("lệ phí", "phí"))


def _are_several(fees: Iterable[Fee]) -> bool:
    """A “phí” and a “lệ phí”, each of which has one amount, and nothing else."""
    notes = {fee.note: fee.amount for fee in fees if fee.amount}
    charges, works = [n for n in notes if _CHARGE.match(n)], [n for n in notes if _FEE.match(n)]
    return len(notes) == 2 and len(charges) == len(works) == 1


def _tells_dues_as_a_range(told: Told) -> bool:
    rows = [row.fees for row in told.record.channels if row.fees]
    is_sure = bool(rows) and all(map(_are_several, rows))
    return is_sure and "tùy trường hợp" in told.answers["fee"].text and "Gồm" not in told.answers["fee"].text


DUE_KINDS: Mapping[str, Kind] = {
    "dues_as_a_range": Kind("a fee and a charge that are both due, as a range of cases", _tells_dues_as_a_range),
}
