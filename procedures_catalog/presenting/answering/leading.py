"""Which of several results leads: the one that the procedure's name names, and no side result before it."""

import re
from collections.abc import Sequence

from procedures_catalog.facts.dossier.marks import bare
from vietnamese.fold import words

#: So many first words of a result say what it is.
_TELLING = 10
#: A later result leads where so much of it stands in the name, and so much more than of the first.
_NAMED, _MORE = 0.5, 0.3
#: What stops, cancels or gives back; it leads only where the name begins with that.
_STOPS = re.compile(
    r"(?:quyet dinh|thong bao|van ban|giay|tien)\b.{0,25}?\b"
    r"(?:thoi (?:huong|tra)|tam dung|tam dinh chi|dinh chi|huy|cham dut|thu hoi|hoan tra|bai bo)\b|tien hoan tra\b"
)
_ABOUT_STOPPING = re.compile(
    r"(?:\w+ ){0,6}?(?:thoi|tam dung|tam ngung|ngung|dinh chi|huy|cham dut|thu hoi|hoan|xoa|bai bo|giai the"
    r"|bao mat)\b"
)
#: A letter that says nothing but that there is an answer, or will be; and what happens if.
_REPLIES = re.compile(
    r"(?:giay|phieu) (?:hen|bien nhan|tiep nhan)\b|neu \w|(?:van ban|cong van) (?:tra loi|thong bao ket qua|phan hoi)\b"
    r"|thong bao (?:ve )?(?:viec )?ket qua giai quyet\b"
)

#: What one may get into one's hands; what an office does is no result that leads.
_DOCUMENT = re.compile(
    r"(?:giay|quyet dinh|van ban|the|so|bang|chung (?:chi|nhan|thu)|thong bao|phieu|ban"
    r"|xac nhan|cong van|bien ban|hop dong"
    r"|ho chieu|tem|bien so|trich luc|ket qua|to|danh sach|bao cao|tien|nghi quyet|y kien|tin chi|ma so|tai khoan)\b"
)
_NOTICE = re.compile(r"thong bao\b")
_LIMITED = re.compile(r" (?:doi voi|truong hop|trong truong hop|ban hanh|theo mau)\b|[(;]")
#: Of an examination one gets its result, a certificate only who passes; of several procedures in one, several things.
_IN_ORDER = re.compile(r"(?:thu tuc |nhom |cac )*(?:phuc khao|dang ky (?:du )?thi|lien thong)\b")
_MONEY = re.compile(r"tien (?!hoan)")


def leading_first(results: Sequence[str], name: str) -> tuple[str, ...]:
    """The results with the leading one first, the rest in their order; `name` is the official name."""
    if len(results) < 2 or not name:
        return tuple(results)
    told = set(words(name))
    about_stopping = bool(_ABOUT_STOPPING.match(bare(name).split(",")[0]))
    ranks = [(_is_side(result, name, about_stopping), _share(result, told)) for result in results]
    best = max(range(len(results)), key=lambda at: (not ranks[at][0], ranks[at][1], -at))
    if not _beats(ranks[best], ranks[0]) or _stays(results[0], results[best], name):
        best = 0
    return (results[best], *results[:best], *results[best + 1 :])


def is_document(result: str) -> bool:
    """Whether a result is named after a thing that one may hold, and not after what an office does."""
    return bool(_DOCUMENT.match(_called(result)))


def _is_side(result: str, name: str, about_stopping: bool) -> bool:
    text = bare(result)
    stops = not about_stopping and bool(_STOPS.match(text)) and not _begins_as_named(text, name)
    return stops or bool(_REPLIES.match(text))


def _begins_as_named(text: str, name: str) -> bool:
    begin = words(text)[:4]
    return len(begin) == 4 and " ".join(begin) in " ".join(words(name))


def _share(result: str, told: set[str]) -> float:
    """How much of what a result is called stands in the name."""
    telling = words(_LIMITED.split(_called(result))[0])[:_TELLING]
    return sum(word in told for word in telling) / len(telling) if telling else 0.0


def _stays(first: str, other: str, name: str) -> bool:
    """Whether the first one leads whatever the words say: it is money, or begins as the name calls it; the other is no
    document; or both are notices, of which the words tell little."""
    old, new = _called(first), _called(other)
    if _IN_ORDER.match(bare(name)) or _MONEY.match(old) or _begins_as_named(old, name):
        return True
    if _REPLIES.match(old) or _STOPS.match(old):
        return False
    return not is_document(other) or bool(_NOTICE.match(old) and _NOTICE.match(new))


def _called(result: str) -> str:
    return re.sub(r"^mau (?:so \d+ )?", "", bare(result))


def _beats(one: tuple[bool, float], first: tuple[bool, float]) -> bool:
    if one[0] != first[0]:
        return first[0]
    return one[1] >= _NAMED and one[1] - first[1] >= _MORE
