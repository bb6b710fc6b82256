"""Which of the amounts of a channel are several dues, all of them to be paid, and not one due by cases.

A fee for the work ("phí") and a charge of the state ("lệ phí") are two dues, and so are an entry in a register and a
publication; two amounts of one name are cases of it. Only what notes name at their beginning counts.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from procedures_catalog.facts.fees.national import squeeze
from procedures_catalog.facts.record import Fee
from vietnamese.spelling import exact

_NAMED = re.compile(r"\W*(?P<due>lệ phí|phí)(?!\w)\s*(?P<what>đăng bạ|công bố)?")
_LABEL = re.compile(r"\W*(?:lệ )?phí(?!\w)[^:;.(\d]{0,90}(?=:)", re.IGNORECASE)


def name_of(fee: Fee) -> str:
    """What a fee is for ("lệ phí", "phí", "công bố"), by the beginning of its note; "" where that does not say it."""
    found = _NAMED.match(exact(squeeze(fee.note or fee.wording)))
    return (found["what"] or found["due"]) if found else ""


def label_of(note: str) -> str:
    """What a note calls the fee before it tells its sum ("Lệ phí đăng bạ: …"); "" where it does not."""
    found = _LABEL.match(squeeze(note))
    return found[0].strip(" -+*") if found else ""


def dues_in(fees: Sequence[Fee]) -> Mapping[str, set[int]]:
    """Name → the amounts of it in đồng, where the fees are several dues; {} where they are none, or not all named."""
    amounts: dict[str, set[int]] = {}
    for fee in fees:
        amounts.setdefault(name_of(fee), set()).add(fee.amount or 0)
    return amounts if len(amounts) > 1 and "" not in amounts else {}


def is_another_due(fee: Fee, others: Iterable[Fee]) -> bool:
    """Whether a fee is none of the dues of the others: of another name than each."""
    name, names = name_of(fee), {name_of(other) for other in others}
    return bool(name) and "" not in names and name not in names
