"""What is known of a fee: an amount, that nothing is due, who sets it – or that nothing is known, whatever the number.

A national record writes 0 where it states nothing, leaves out thousands ("20" beside "20.000 đồng/tờ khai") and puts
dollars where đồng belong. So nothing is free but by words, and no number holds against its own note.
"""

import re
from enum import Enum, auto
from functools import lru_cache

from procedures_catalog.facts.fees.amounts import Sum, sums_in
from procedures_catalog.facts.fees.national import squeeze
from procedures_catalog.facts.fees.noted_days import dates_another_sum
from procedures_catalog.facts.record import Fee
from vietnamese.spelling import exact

#: No fee of the state is smaller: of the 366 numbers below it in the national list (July 2026, all read) none is one.
LEAST = 1_000
#: Below this no fee was found in the national list (July 2026) that is not a multiple of `_STEP`, but for one without
#: its thousands ("1250" beside sister procedures of 1.250.000).
_SMALL, _STEP = 10_000, 500
#: Nor is one greater; the greatest number of the list is 17.5 thousand million.
MOST = 1_000_000_000_000
#: The list's own way to write an amount with what is none in front ("-50000 VNĐ ()"): in the list there is no such one.
_NO_AMOUNT = re.compile(r"\s*\S{0,80}\s*VNĐ\s*\(")


class Kind(Enum):
    """What is known of one fee."""

    UNSTATED = auto()  # nothing
    FREE = auto()  # nothing is due, whoever pays
    PARTLY_FREE = auto()  # nothing is due of this, but of something else beside it
    EXEMPT = auto()  # some pay nothing; what others pay is not said
    NOT_SET = auto()  # no rule sets one
    COUNCIL = auto()  # the province's council sets it
    COUNCIL_OR_STATE = auto()  # the council, or the ministry
    RULE = auto()  # a rule elsewhere sets it
    IN_WORDS = auto()  # its note names sums, and there is no number, or none that could be one of đồng
    CONTRADICTED = auto()  # its number and its note name other sums, and nobody knows which of them holds
    AMOUNT = auto()  # its number
    UNCLEAR = auto()  # its number cannot be one in đồng, and the note does not say what is


_COUNCIL = re.compile(r"hội đồng nhân dân|hđnd")
_OR_COUNCIL = re.compile(r"hoặc (?:của )?(?:hội đồng nhân dân|hđnd)")
_RULE = re.compile(
    r"\b(?:theo|heo|quy định|quyu định|thông tư|nghị định|nghị quyết|quyết định|luật|biểu|văn bản"
    r"|nộp|chi phí|giá|có thu|tra cứu)\b|%"
)
_LAW = re.compile(r"\b(?:quy định|thông tư|luật|biểu)\b")
_FREE_WHOLE = re.compile(r"không(?: có)?|0(?: đồng| đ| vnđ)?|miễn")
_NOT_SET = re.compile(r"(?:không|chưa)(?: được| có)* quy định|chưa có$")
#: What a note begins with that says nothing of its own: list signs, "Phí :", the currency of the number before it.
_BEFORE = re.compile(r"(?:[-+*|.:()\s]|(?:lệ )?phí\s*:|đồng\b)+")
#: Notes that only name what is paid or in what.
LABELS = ("", "phí", "lệ phí", "phí, lệ phí", "phí/lệ phí", "đồng")

# --- Free, for all or for some --------------------------------------------------------------------

# Read with its marks: without them "trừ" is "trú" and "giảm" is "giám".
_CLAUSES = re.compile(r";|\.(?!\d)|\s[-+*]\s")
_NO_FEE = re.compile(r"(?:được )?(?:miễn|không thu|không phải nộp|không mất)\b")
_NOTHING_MORE = re.compile(r"không thu thêm\b")
_FOR_SOME = re.compile(
    r"\b(?:cho|đối với|khi|nếu|trường hợp|trừ|ngoài|riêng|từ ngày|kể từ|đến hết|đến ngày|đúng hạn|giảm)\b|%"
)
_DUE = re.compile(r"\b(?:phí|tiền|mức|thu|nộp|giá)\b")
_NOT_DUE = re.compile(
    r"\b(?:không|chưa) (?:được )?(?:quy định )?(?:mức )?(?:thu|phải nộp)(?: tiền)?\b"
    r"|\b(?:không|chưa) được quy định tại biểu phí, lệ phí\b"
)
_POSTAGE = re.compile(r"\bcước\b")
_EXEMPT = re.compile(r"(?:^|[.;:(+*-]\s*)(?:miễn|không thu)\b|\bđược miễn\b|\bmiễn (?:cho|đối với)\b")


def kind_of(fee: Fee) -> Kind:
    """What is known of a fee, whatever the day. A number that a resolution is named for is taken as it stands."""
    if fee.amount and fee.legal_basis:
        return Kind.AMOUNT
    if has_impossible_number(fee):
        return Kind.UNCLEAR
    return _kind(fee.amount, squeeze(fee.note or fee.wording))


def has_impossible_number(fee: Fee) -> bool:
    """Whether what stands in place of the amount is no sum that there could be."""
    if fee.amount is None:
        return bool(_NO_AMOUNT.match(fee.note or fee.wording))
    return fee.amount > MOST


def lacks_thousands(amount: int) -> bool:
    """Whether a number that could be a fee is written as none is, as if its thousands were left out."""
    return LEAST <= amount < _SMALL and amount % _STEP > 0


def is_doubtful(fee: Fee) -> bool:
    """Whether the source gives a number that cannot be told."""
    return bool(fee.amount) and kind_of(fee) is not Kind.AMOUNT


def exempts(fee: Fee) -> bool:
    """Whether its note says that some pay nothing."""
    return bool(_EXEMPT.search(plain(fee.note or fee.wording)))


def is_set_by_council(fee: Fee) -> bool:
    """Whether its note names the province's council, whatever number stands beside it."""
    return bool(_COUNCIL.search(plain(fee.note)))


def plain(note: str) -> str:
    """A note in small letters, without the signs around it."""
    small = exact(squeeze(note))
    found = _BEFORE.match(small)
    return small[found.end() if found else 0 :].rstrip(" .;:|)-")


@lru_cache(maxsize=8_192)
def _kind(amount: int | None, note: str) -> Kind:
    return _kind_of_amount(amount, note) if amount else _kind_of_words(plain(note), note)


def _kind_of_words(small: str, note: str) -> Kind:
    if small in LABELS or _FREE_WHOLE.fullmatch(small):
        return Kind.UNSTATED if small in LABELS else Kind.FREE
    if _COUNCIL.search(small):
        return Kind.COUNCIL_OR_STATE if _OR_COUNCIL.search(small) else Kind.COUNCIL
    if sums_in(note):
        return Kind.IN_WORDS
    if _NOT_SET.match(small):
        return Kind.NOT_SET
    if _NO_FEE.match(small) or _EXEMPT.search(small):
        return _kind_of_freedom(small)
    return Kind.RULE if _RULE.search(small) else Kind.UNSTATED


def _kind_of_freedom(small: str) -> Kind:
    """For all only where it begins with saying so, names no payers and no case, and nothing after it is to be paid."""
    first, *others = _CLAUSES.split(small)
    if not _NO_FEE.match(first) or _FOR_SOME.search(first):
        return Kind.EXEMPT
    if _NOTHING_MORE.match(first) or any(map(_keeps_something_due, others)):
        return Kind.PARTLY_FREE
    return Kind.FREE


def _keeps_something_due(clause: str) -> bool:
    """Whether what follows a "không thu" takes some of it back; postage is no fee."""
    if _POSTAGE.search(clause):
        return False
    return bool(_FOR_SOME.search(clause) or _DUE.search(_NOT_DUE.sub("", clause)))


# --- A number beside its note ---------------------------------------------------------------------


def _kind_of_amount(amount: int, note: str) -> Kind:
    named = sums_in(note)
    dong = [one.value for one in named if not one.is_foreign]
    if amount in (*dong, sum(dong)):
        return Kind.AMOUNT
    if amount >= LEAST and is_apart_from(amount, note):
        return Kind.CONTRADICTED
    if any(not one.is_limit for one in named) and not _is_dated(amount, note):
        return Kind.IN_WORDS
    said = _kind_of_words(plain(note), note)
    if lacks_thousands(amount):
        return Kind.UNCLEAR
    if amount >= LEAST:
        return Kind.UNCLEAR if said is Kind.FREE and _NO_FEE.match(plain(note)) else Kind.AMOUNT
    is_set = said in (Kind.COUNCIL, Kind.COUNCIL_OR_STATE) or (said is Kind.RULE and bool(_LAW.search(plain(note))))
    return said if is_set else Kind.UNCLEAR


def is_apart_from(amount: int, note: str) -> bool:
    """Whether a note names sums of which none is the amount, nor all together, nor one of certain days beside it."""
    named = sums_in(note)
    dong = [one.value for one in named if not one.is_foreign]
    if amount in (*dong, sum(dong)) or all(one.is_limit for one in named):
        return False
    return not (any(_is_shortened(amount, one) for one in named) or _is_dated(amount, note))


def _is_dated(amount: int, note: str) -> bool:
    return amount >= LEAST and dates_another_sum(amount, note)


def _is_shortened(amount: int, named: Sum) -> bool:
    """Whether the number is that of the note without its thousands, or in another currency."""
    return named.value == amount * 1_000 or (named.is_foreign and named.value in (amount, amount // 1_000))
