"""Outcomes: which results of a procedure grant what was asked for, and which refuse it, return it, or call for more."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vietnamese.fold import fold


class Outcomes(NamedTuple):
    """The results in the order in which readers want them: what one gets, then what one may get instead."""

    grants: tuple[str, ...]
    refusals: tuple[str, ...]


def outcomes(results: Sequence[str]) -> Outcomes:
    """The results by what they mean for the applicant. A list whose items the national text joined with commas behind
    a refusal ("Văn bản từ chối, Giấy phép …") is taken apart; else every text stays whole."""
    pieces = [piece for text in results for piece in _pieces(text.strip())]
    return Outcomes(
        tuple(piece for piece in pieces if not is_refusal(piece)), tuple(piece for piece in pieces if is_refusal(piece))
    )


_MARKS = re.compile(r"^[-+*•–.,;:\"“”()\s]+|^(?:\d+|[a-z])[.)]\s+")
_A_PAPER = r"(?:[Vv]ăn bản|[Tt]hông báo|[Gg]iấy|[Qq]uyết định) "
_JOINED = re.compile(rf"\n+|[,;]\s+(?=[-+]?\s*[A-ZĐÂÊÔƠƯÁÀẢÃẠÝ])|,?\s*\b[Hh]oặc\s+(?={_A_PAPER})|,\s+(?={_A_PAPER})")


def _pieces(text: str) -> Iterator[str]:
    if not text:
        return
    parts = _JOINED.split(text) if is_refusal(text) else [text]
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
    r"[^;]{0,90}?(?:\btruong hop|\bdoi voi ho so)\b[^,;]{0,70}?\b(?:khong|chua) (?!con)"
    r"|van ban tra loi[^,;]{0,80}\((?:neu|truong hop) khong\b"
)
_REFUSAL = re.compile(
    rf"(?P<before>{_PAPER}{_CONNECTING})(?:{_REFUSES}|{_CORRECTS})|{_OF_THE_REFUSED}|truong hop (?:tu choi|khong)\b"
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
