"""Who pays a fee, and when: whoever asks for more, everybody, or nobody of those for whom a procedure is."""

import re

from procedures_catalog.facts.fees.kinds import Kind, kind_of, plain
from procedures_catalog.facts.record import Fee
from vietnamese.spelling import exact

_ON_REQUEST = re.compile(r"\b(?:nếu|khi) (?:người [^.;,()]{0,30} )?(?:có )?(?:yêu cầu|nhu cầu)\b")
_IN_TIME = re.compile(r"\b(?:miễn|không thu)\b[^.;:]*\bđúng (?:thời )?hạn\b")
_DUE = re.compile(r"có thu\b|phải nộp\b")
#: Nobody of these pays: "không thu lệ phí đăng ký đối với tổ hợp tác theo quy định tại …".
_NOT_THESE = re.compile(
    r"(?:không thu|miễn) (?:lệ )?phí(?: [^.;,()]{0,20})? (?:đối với|cho) (?P<who>[^.;,()]{3,40}?)"
    r"(?: theo quy định (?:tại|của) [^;:-]*)?"
)


def is_on_request(fee: Fee) -> bool:
    """Whether it is only due of whoever asks for something more: a copy of what one receives anyway."""
    return bool(_ON_REQUEST.search(_words(fee)))


def is_of_a_copy(fee: Fee) -> bool:
    """Whether it is that of a copy, for whoever asks for one."""
    return is_on_request(fee) and "bản sao" in _words(fee)


def is_free_in_time(fee: Fee) -> bool:
    """Whether its note says that nothing is due of those who come in time."""
    return bool(_IN_TIME.search(_words(fee)))


def says_that_it_is_due(fee: Fee) -> bool:
    """Whether its note begins with saying that something is due."""
    return bool(_DUE.match(_words(fee)))


def keeps_only_requests(fee: Fee) -> bool:
    """Whether all that its note keeps due, behind what is free, is due on request."""
    _, *others = re.split(r";|\.(?!\d)", _words(fee))
    return bool(others) and all(_ON_REQUEST.search(clause) for clause in others if clause.strip())


def is_for_all_here(fee: Fee, name: str) -> bool:
    """Whether those who pay nothing are those for whom a procedure of this name is."""
    match = _NOT_THESE.fullmatch(_words(fee)) if kind_of(fee) is Kind.EXEMPT else None
    return match is not None and match["who"] in exact(name)


def _words(fee: Fee) -> str:
    return plain(fee.note or fee.wording)
