"""An amount beside a note that names another: nobody knows which of them holds, so neither is told alone.

An editor who changes the number of a copied fee leaves the old one in its note; the national list has such rows too.
"""

import re

from procedures_catalog.facts.fees.amounts import Sum, first_sum, sums_in
from procedures_catalog.facts.fees.kinds import Kind, is_apart_from, kind_of
from procedures_catalog.facts.fees.national import squeeze
from procedures_catalog.facts.record import Fee
from vietnamese.whole_numbers import write_whole

#: What may stand before the sum with which a note opens: "Phí thẩm định: 550.000 đồng", not a condition of its own.
_OPENING = re.compile(r"[\W\d_]*(?:(?:mức|lệ|phí|thu|là)\b[\W_]*)*")


def sum_of_note(fee: Fee) -> str:
    """The sum of a note that stands against the amount beside it ("550.000 đồng"), "một số tiền khác" where it names
    several; "" where nothing does."""
    note = squeeze(fee.note or fee.wording)
    if not fee.amount or not is_apart_from(fee.amount, note):
        return ""
    return _told({one for one in sums_in(note) if not one.is_limit})


def asked_about(fee: Fee) -> str:
    """The same for an editor who types the amount: also where the note opens with another sum, whatever it says
    further on, or says that nothing is due. A document that sets the amount leaves the note free, but for that sum."""
    note = squeeze(fee.note)
    if not fee.amount or not note:
        return ""
    opening = _opening(note)
    if opening and not _could_be(fee.amount, opening):
        return _told({opening})
    if fee.legal_basis:
        return ""
    return sum_of_note(fee) or ("không thu" if kind_of(Fee(None, note)) is Kind.FREE else "")


def opening_sum(note: str) -> str:
    """The sum with which a note opens, as people read it; "" where it opens with none."""
    opening = _opening(squeeze(note))
    return _told({opening}) if opening else ""


def _opening(note: str) -> Sum | None:
    before, first = first_sum(note)
    return first if _OPENING.fullmatch(before) else None


def _could_be(amount: int, named: Sum) -> bool:
    """Whether it is the very number, in thousands or in another currency, or its half, which holds for some."""
    return amount in (named.value, named.value // 1_000, named.value * 2) or (
        named.is_foreign and amount == named.value * 1_000
    )


def _told(named: set[Sum]) -> str:
    only = named.pop() if len(named) == 1 else None
    return f"{write_whole(only.value)} đồng" if only and only.value > 0 and not only.is_foreign else "một số tiền khác"
