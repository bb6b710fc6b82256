"""The number of a form in every spelling: one of its own (CT01, TK1-TS, 03-4/TNDN), or one that only counts the forms
of a document ("Mẫu số 01")."""

import re
from dataclasses import dataclass

from vietnamese.fold import fold
from vietnamese.slug import slug

_CAPITAL = "A-ZĐĂÂÊÔƠƯ"
#: A capital or small letter behind digits: "01a", "05A", but not the "b" of "NA8ban hành".
_COUNT = r"[0-9]{1,4}(?:[A-Za-zđ](?![^\W\d_]))?"
_SIGN = rf"[{_CAPITAL}][{_CAPITAL}0-9]+(?:[-/][{_CAPITAL}0-9]+)*(?![^\W\d_])"
#: "CT01", "CT 01", "CT-01", "TP-CC-02", "BM.NQ-PTNT.05.01", "HQ/2015/NK", "TP/HT-2024-KSSK.1", "TK1-TS", "ĐKX11/79".
LETTERED = (
    rf"(?P<prefix>[{_CAPITAL}]{{1,8}}(?:[-/.][{_CAPITAL}]{{1,8}})*)(?P<gap>\ ?[-/.]?\ ?)"
    rf"(?P<count>{_COUNT}(?:\.[0-9]{{1,2}})*)"
    rf"(?P<tail>(?:[-/](?:{_SIGN}|[{_CAPITAL}](?![\w])|[0-9]{{2,4}}(?![\w])))*(?:\.[0-9]{{1,2}}(?![\w]))?)"
)
#: "01", "1a", "1.1", "03-4/TNDN", "04.1-ĐK-TCT", "01.NT", "04B– HBQP"; "01 ĐKCN" only where its place follows.
COUNTED = (
    r"(?P<number>[0-9]{1,3}(?![0-9])(?:[-.][0-9]{1,2}(?![0-9]))*(?:\.?[A-Za-zđ](?![^\W\d_]))?)"
    rf"(?:\ ?(?P<stroke>[-/.])\ ?(?P<sign>(?:[0-9]{{4}}/)?{_SIGN})"
    rf"|\ ?(?P<hung>[A-ZĐ]{{3,8}}(?:/[A-ZĐ]{{2,8}})?)(?=,?\ (?:[Pp]hụ\ lục|ban\ hành|kèm|quy\ định|tại)(?![^\W_])))?"
)
#: What begins the number of a law, and no form's.
_OF_DOCUMENTS = frozenset({"NĐ", "TT", "QĐ", "NQ", "TTLT", "NQLT", "QCVN", "TCVN", "ISO"})
#: Abbreviations of kinds of papers, with which every ministry begins numbers: "TK02" is a passport's form by one
#: circular and one for an account by a decree. Only the document tells which.
_ANYBODYS = frozenset(
    {
        "BM",  # biểu mẫu
        "PL",  # phụ lục
        "TK",  # tờ khai
        "TB",  # thông báo
        "BB",  # biên bản
        "BC",  # báo cáo
        "BK",  # bảng kê
        "CV",  # công văn
        "DS",  # danh sách
        "ĐĐ",  # đơn đề nghị
        "ĐN",  # đề nghị
        "GP",  # giấy phép
        "HĐ",  # hợp đồng
        "KH",  # kế hoạch
        "MĐ",  # mẫu đơn
        "MS",  # mẫu số
        "QĐ",  # quyết định
        "TT",  # tờ trình
    }
)
_ROMAN = re.compile(r"[IVX]+")  # "Mẫu IV.1.1" counts the forms of a document
_LOCAL = re.compile(r"UBND|HĐND")  # "02a/HD-UBND": each province counts its own
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class FormNumber:
    """A form's number: `written` as it is shown, `key` for all its spellings. `is_own` says that it tells the form
    without the document that issued it."""

    written: str
    key: str
    is_own: bool


def lettered(match: re.Match[str]) -> FormNumber | None:
    """The number that begins with letters, of a match of LETTERED; None for what numbers something else.

    Zeros count ("NA2" is one form, "NA-02" another), strokes and spaces do not.
    """
    prefix, tail = match["prefix"], match["tail"] or ""
    if prefix in _OF_DOCUMENTS:
        return None
    is_own = not _ROMAN.fullmatch(prefix) and (_says_whose(prefix) or len(_LETTER.findall(tail)) > 1)
    gap = match["gap"].strip()
    parted = gap if len(match["count"]) > 3 or re.search(r"[-/.]", prefix) else ""
    return FormNumber(f"{prefix}{gap}{match['count']}{tail}", slug(f"{prefix}{parted}{match['count']}{tail}"), is_own)


def _says_whose(prefix: str) -> bool:
    return len(_LETTER.findall(prefix)) > 1 and prefix not in _ANYBODYS


def counted(match: re.Match[str]) -> FormNumber:
    """The number that begins with digits, of a match of COUNTED: with a sign of three letters or more that is not hung
    on by a dot it is the form's own ("01/TNDN")."""
    plain = _without_zeros(match["number"])
    sign, stroke = match["sign"] or match["hung"] or "", match["stroke"] or ("" if not match["hung"] else " ")
    is_own = stroke in ("/", "-") and len(_LETTER.findall(sign)) > 2 and not _LOCAL.search(sign)
    written = f"{_two_digits(plain)}{stroke}{sign}"
    return FormNumber(written, slug(f"{_letter_kept(plain)} {sign}"), is_own)


def _letter_kept(number: str) -> str:
    """ "01đ" stands behind "01d" in a list of forms: without its stroke it would be the same."""
    return number.replace("đ", "dd")


def _without_zeros(number: str) -> str:
    return re.sub(r"^0+(?=[0-9])", "", number)


def _two_digits(number: str) -> str:
    """As most documents write it: "01", "01a"."""
    return f"0{number}" if re.match(r"[0-9](?![0-9])", number) else number


def appendix_key(appendix: str) -> str:
    """ "06" and "6" are one; "I.3.2" gives "i-3-2"; "" for "Phụ lục" without a number."""
    return slug(_without_zeros(fold(_letter_kept(appendix)))) if appendix else ""
