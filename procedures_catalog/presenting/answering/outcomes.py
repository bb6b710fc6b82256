"""Outcomes: which results of a procedure grant what was asked for, and which refuse it, return it, or call for more."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from procedures_catalog.facts.dossier.marks import bare
from procedures_catalog.presenting.answering.leading import is_document, leading_first
from vietnamese.fold import fold, words


class Outcomes(NamedTuple):
    """The results in the order in which readers want them: what one gets, then what one may get instead."""

    grants: tuple[str, ...]
    refusals: tuple[str, ...]


def outcomes(results: Sequence[str], name: str = "") -> Outcomes:
    """The results by what they mean for the applicant; of what one gets, what the official `name` names leads.

    A list whose items the national text joined with commas behind a refusal ("Văn bản từ chối, Giấy phép …"), or before
    list signs (";, - Văn bản …"), is taken apart; else every text stays whole.
    """
    pieces = [piece for text in _rejoined(results, name) for piece in _pieces(text.strip())]
    grants = [piece for piece in pieces if not is_refusal(piece)]
    return Outcomes(leading_first(grants, name), tuple(piece for piece in pieces if is_refusal(piece)))


def _rejoined(results: Sequence[str], name: str) -> list[str]:
    """The results, of which "Quyết định thu hồi giấy phép" and "Giấy chứng nhận …" are one where the name says "Thu hồi
    giấy phép, giấy chứng nhận …", and "Quyết định … chi nhánh" and "Văn phòng đại diện …" likewise."""
    told, joined = " ".join(words(name)), list(results[:1])
    for result in results[1:]:
        seam = " ".join((*words(joined[-1])[-2:], *words(result)[:3]))
        is_whole = is_document(result) and not _TAKES_BACK.match(fold(joined[-1]))
        if bare(joined[-1]).startswith("quyet dinh") and seam in told and not is_whole:
            joined[-1] = f"{joined[-1]}, {result}"
        else:
            joined.append(result)
    return joined


_MARKS = re.compile(r"^[-+*•–.,;:\"“”()\s]+|^(?:\d+|[a-z])[.)]\s+")
_TAKES_BACK = re.compile(r"\W*quyet dinh (?:thu hoi|huy)\b")
_A_PAPER = r"(?:[Vv]ăn bản|[Tt]hông báo|[Gg]iấy|[Qq]uyết định) "
_JOINED = re.compile(rf"\n+|[,;]\s+(?=[-+]?\)?\s*[A-ZĐÂÊÔƠƯÁÀẢÃẠÝ])|,?\s*\b[Hh]oặc\s+(?={_A_PAPER})|,\s+(?={_A_PAPER})")

#: A comma before a list sign: ";, - Văn bản …", ", .văn bản …".
_LISTED = re.compile(r";,\s+(?=\w)|[.;]?,\s+(?=[-+•]\)?\s*\w|\.{1,3}[^\W\d])")


def _pieces(text: str) -> Iterator[str]:
    if not text:
        return
    parts = (_JOINED if is_refusal(text) else _LISTED).split(text)
    yield from (part.strip() for part in parts if part.strip(" -+*•.,;"))


# --- Judging --------------------------------------------------------------------------------------

# A result is a paper with a purpose: "văn bản" + words that only connect + what it says. The purpose decides; a refusal
# that is named after a grant ("văn bản chấp thuận hoặc từ chối") leaves the grant in the first place.
_PAPER = r"(?:hoac )?(?:van ban|cong van|thong bao|quyet dinh|phieu|thu|giay thong bao|ket qua|co quan [^,;]{1,40}?)"
_CONNECTING = (
    r"(?:\W|\b(?:thong bao|tra loi|hoi dap|phan hoi|bang van ban|bang|van ban|dien tu|ve viec|viec|ve|gui|lai|rang|la|"
    r"neu ro|neu|ro|co|noi dung|ket qua|cu the|ly do|giai thich|phai|can|ra|cua|do|neu ro ly do|"
    r"cho (?:to chuc|ca nhan|co so|nguoi|ngan hang|doanh nghiep|chu du an|cong ty)[^,;()]{0,60}?|"
    r"cua (?:bo|so|co quan|tong cuc|cuc|uy ban|ubnd|chu tich)[^,;()]{0,60}?|"
    r"ho so|quyet dinh|khoan nop thua|don|de nghi)\b)*?"
)
_REFUSES = (
    r"\W*\b(?:tu choi(?! (?:nhan|di san|quoc tich))"
    r"|khong (?:chap thuan|chap nhan|cap\b|cap phep|phe duyet|dong y|xac nhan|du dieu kien|dap ung|sua doi|cho phep"
    r"|cong nhan|dat\b|tiep nhan|thong nhat|hop le|phu hop|giai quyet|thu ly|gia han|bo nhiem|mien nhiem"
    r"|thuoc doi tuong|duoc (?:mien|hoan|tra|giam|gia han|cap|chap thuan|xoa|khoanh))"
    r"|chua (?:du|dat|hoan thanh|dap ung|hop le)"
    r"|(?:ly do|vi sao) (?:\w+ ){0,2}?(?:tu choi|khong|chua)"
    r"|tra (?:lai )?ho so)\b"
)
_MEND = "(?:giai trinh|sua doi|bo sung|hoan thien|chinh sua)"
_CORRECTS = (
    rf"\W*\b(?:(?:yeu cau|huong dan|de nghi|can|phai|ve viec) )*{_MEND}(?:(?:,| va|,? hoac) ?{_MEND})* "
    r"(?:ho so|thong tin, tai lieu|cua co quan dang ky)"
)
_OF_THE_REFUSED = (
    r"(?:hoac )?(?:van ban|cong van|thong bao)\b"
    r"(?!(?:(?!truong hop|doi voi).){0,40}?(?<!khong )\b"
    r"(?:chap thuan|xac nhan|dong y|cong nhan|cho phep|phe duyet|cap)\b)"
    r"[^;]{0,90}?(?:\btruong hop|\bdoi voi ho so)\b[^,;]{0,70}?\b(?:khong|chua) (?!con\b)"
    r"|van ban tra loi[^,;]{0,80}\((?:neu|truong hop) khong\b"
)
_REFUSAL = re.compile(
    rf"(?P<before>{_PAPER}{_CONNECTING})(?:{_REFUSES}|{_CORRECTS})|{_OF_THE_REFUSED}|truong hop (?:tu choi|khong)\b"
    rf"|(?:co quan [^,;]{{1,40}} )?thong bao (?:bang van ban )?(?:va |, )?(?:neu ro|giai thich) ly do\W*$"
    rf"|(?:van ban )?thong bao ve viec [^;()]{{3,40}} (?<!hoac )khong dap ung\b"
    rf"|tu choi\b(?! (?:nhan|di san))|[^,;]{{0,25}}thong bao (?:\([^)]*\) ve viec )?tu choi"
)
_GRANTS = re.compile(
    r"\b(?:chap thuan|chap nhan|xac nhan|dong y|cho phep|phe duyet|cong nhan|cap(?! (?:xa|tinh|bo)\b))\b"
)


def is_refusal(text: str) -> bool:
    """Whether a result refuses, returns the dossier, or calls for corrections, and grants nothing."""
    bare = " ".join(fold(text).split())
    while marks := _MARKS.match(bare):
        bare = bare[marks.end() :]
    found = _REFUSAL.match(bare)
    return found is not None and not _GRANTS.search(found["before"] or "")
