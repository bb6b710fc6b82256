"""The document that issued a form, where it stands beside the form's number and only words of reference between."""

import re
from dataclasses import dataclass

from legal_documents.facts.numbers import number_key
from vietnamese.spelling import squeeze

_STROKES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-") | {"∕": "/", "⁄": "/", "／": "/"})

_KIND = r"(?:nghị\ (?:định|đính|quyết)|thông\ tư|quyết\ định|luật|pháp\ lệnh|TTLT|NĐ|TT|QĐ|NQ)(?:\ liên\ tịch)?"
_DOCUMENT = re.compile(
    rf"""(?P<kind>(?:(?:{_KIND}|số)\s*)*)[:.]?\s*
    (?P<document>[0-9]{{1,6}}(?:\.[0-9]{{1,3}})?[A-Za-z]?\ ?/\ ?[0-9]{{4}}\ ?/
      \ ?[^\W\d_]{{1,12}}[0-9]{{0,2}}(?:\ ?-\ ?[A-ZĐ][A-ZĐƯa-zđ0-9]{{1,14}}(?![^\W_])|/[A-ZĐ]{{2,12}})*)""",
    re.VERBOSE | re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"(?:phụ\s+)?(?:phụ\s*lục|phục lục)(?:\s*số)?(?:\s*(?P<appendix>[IVX]+(?:[-.][0-9]{1,2})*[A-Za-z]?(?![^\W_])"
    r"|[0-9]{1,2}(?:\.[0-9]{1,2})*[A-Za-z]?(?![^\W_])(?:/[A-ZĐ-]{2,}(?![^\W_]))?|[A-Z](?![^\W_])))?",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:mục|phần|danh mục|chương)\s*(?P<section>[IVX]+(?![^\W_])|[0-9]{1,2}(?![^\W_])|[A-Z](?![^\W_]))", re.IGNORECASE
)
#: Whom a form is for, said beside its number without brackets.
_FOR_WHOM = (
    r"(?:dành cho|đối với|áp dụng cho)\s+(?:(?!mẫu)[^;,()]){1,80}?"
    r"(?=\s*(?:[;,()]|(?:tại|ban hành|kèm|theo|quy định|phụ lục|mục|mẫu)(?![^\W_])))"
)
#: The next paper of a row, up to its form: "theo Mẫu số 05 và bản thông tin theo Mẫu số 06 Phụ lục … Nghị quyết …".
_NEXT_PAPER = r"(?:,|và|hoặc)\s+(?:[“”\"]*[^\W\d_]+[“”\"]*\s+){1,20}?theo\s+(?=mẫu\s+(?:số\s+)?[^\s,;]*[0-9])"
#: What only leads on to the document. "này" is missing: "Nghị định này" says of which only where it was copied from.
_LEADS_ON = re.compile(
    rf"\s+|{_NEXT_PAPER}|{_FOR_WHOM}"
    r"|\((?:đối với|dành cho|trường hợp|nếu|bản|[0-9]+ bản)[^()]{0,90}\)|[,;:.()\[\]“”\"'-]"
    r"|(?:khoản|điều|điểm)\s+[0-9a-zđ]{1,3}(?![^\W_])"
    r"|(?:ban\s*hành|banhafnh|kèm|kem|đính|theo|tại|thuộc|của|trong|quy định|qui định|được|và|hoặc|các|biểu|mẫu|số|cả"
    r"|danh mục|quy chế|về|ở|như|bằng tiếng việt|bản chính|một số điều|tương ứng với biện pháp bảo đảm được"
    r"|đăng ký thay đổi|xóa đăng ký|hàng hóa (?:nhập|xuất) khẩu|tờ khai|nếu có)(?![^\W_])",
    re.IGNORECASE,
)
_LONGEST_WAY = 260


@dataclass(frozen=True, slots=True)
class Issued:
    """Where a form stands: `document` is the number as written, `document_key` the key of all its spellings, "" where
    the text does not say; `appendix` and `section` of it, "" where it has none."""

    document: str = ""
    document_key: str = ""
    appendix: str = ""
    section: str = ""


def plain(text: str) -> str:
    """The text as this module reads it: on one line, with one kind of dash and stroke."""
    return squeeze(text).translate(_STROKES)


def issued_beside(text: str, start: int, mentions: re.Pattern[str]) -> Issued:
    """Whatever is said between a form's number that ends at `start` and the document, over further `mentions` of forms.

    `text` is `plain`. Without a document nothing but the appendix is known.
    """
    place, appendix, section = start, "", ""
    end = min(len(text), start + _LONGEST_WAY)
    while place < end:
        if found := _DOCUMENT.match(text, place):
            if _contradicts(found["kind"], found["document"]):
                break
            return Issued(_tidy(found["document"]), number_key(found["document"]), appendix, section)
        found = _APPENDIX.match(text, place) or _SECTION.match(text, place)
        if found:
            said = found.groupdict()
            appendix, section = appendix or said.get("appendix") or "", section or said.get("section") or ""
        found = found or mentions.match(text, place) or _LEADS_ON.match(text, place)
        if not found or found.end() == place:
            break
        place = found.end()
    return Issued("", "", appendix, section)


#: The word for a kind of document → how its numbers are signed.
_SIGNS = {"nghị định": "NĐ", "nghị quyết": "NQ", "thông tư": "TT", "quyết định": "QĐ"}


def _contradicts(kind: str, document: str) -> bool:
    """Whether the number is that of another kind than the word before it says: "Nghị quyết số 66.18/2026/TT-BCT"."""
    signs = {sign for word, sign in _SIGNS.items() if word in kind.lower()}
    signed = re.match(r"[^\W\d_]{2}", document.rpartition("/")[2].strip().upper())
    return len(signs) == 1 and signed is not None and signed[0] in set(_SIGNS.values()) - signs


def _tidy(document: str) -> str:
    """ "31 /2018/ NĐ - CP" as "31/2018/NĐ-CP"."""
    return re.sub(r"\s+", "", document)
