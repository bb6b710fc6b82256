"""What a row of a dossier is: a paper that everybody brings, one that only some bring, or a remark."""

import re
from typing import NamedTuple

from procedures_catalog.facts.dossier.labels import How
from procedures_catalog.facts.dossier.marks import bare
from procedures_catalog.facts.record import RequiredDocument


class Row(NamedTuple):
    """A row and what its own words say. `is_note` asks for nothing; `form` is what the applicant fills in: on "paper",
    on a "screen" ("Mẫu hộ tịch điện tử tương tác …"), or "" for any other paper."""

    paper: RequiredDocument
    is_note: bool
    is_conditional: bool
    form: str
    how: How


_CONDITION = r"(?:(?:rieng|trong|mot so|cac|moi) )*(?:truong hop|neu|doi voi|khi)\b"
_PAPER_FORM = re.compile(
    r"(?:\d+ )?(?:to khai|don\b|phieu|ban khai|giay de nghi|van ban de nghi|cong van|bieu mau|mau (?:so|don|to))"
)
_SCREEN_FORM = re.compile(r"(?:bieu )?mau (?:ho tich )?dien tu tuong tac\b|bieu mau dien tu\b")
_BEGINS = re.compile(_CONDITION)
#: "Hợp đồng ủy thác (nếu có)", unless more than one paper stands before it.
_IF_ANY = re.compile(r"(?!.*(?:[;:]|\bva\b)).{1,160}\bneu co\W*$")
#: "Danh sách hành khách trong trường hợp tàu chở hành khách", "Danh sách hành khách (đối với tàu khách)": nothing
#: before the condition but the one paper. How one files is no condition: there is a paper by either way.
_CLAUSE = re.compile(
    r"(?P<paper>[^;:,]{3,110}?) (?:(?:trong truong hop|\(?doi voi truong hop|\((?:trong )?truong hop|\(neu) "
    r"(?!(?:nop|gui)(?: ho so| don)? (?:truc|qua|tren|bang|duoi)|ho so nop |co\b|ro |tren|tai )|\(doi voi [^()]+\)\W*$)"
)
_MORE_THAN_ONE = re.compile(r"\b(?:hoac|khong ap dung)\b|\btru$")
_NOTHING_ASKED = re.compile(
    rf"{_CONDITION}[^:]{{0,400}}\b(?:khong (?:phai|can|yeu cau)|duoc mien) (?:\w+ ){{0,2}}?(?:nop|xuat trinh|gui)\b"
    r"(?!.*\b(?:phai co|kem theo|bo sung|nop them)\b)"
)
_REMARK = re.compile(
    r"(?:luu y|ghi chu|chu y)\b|so (?:luong|bo) ho so\b|so luong:|\d+ bo\b.{0,12}$"
    r"|(?:cac )?(?:thanh phan|ho so|giay to|tai lieu)\b[^:]{0,60}\b(?:gom|sau(?: day)?)\W*$"
    r"|(?:cac )?thanh phan ho so(?: \(\w+\))?:?$"
)
_SHOWN = re.compile(
    r"(?:nguoi [^;:,]{0,60} )?xuat trinh\b|(?:cac )?(?:giay to|thanh phan ho so)(?: phai)? xuat trinh\b"
    r"|.*\(xuat trinh\)|ban chinh (?!.*\b(?:nop|hoac|ban sao|kem)\b).*de doi chieu\W*$"
)
_SUBMITTED = re.compile(r"nop\b|(?:cac )?(?:giay to|thanh phan ho so)(?: phai)? nop\b")


def judge_paper(paper: RequiredDocument) -> Row:
    """What a row is by its own words; where they do not say what is done with it, `how` is ""."""
    text = bare(paper.name)
    form = "screen" if _SCREEN_FORM.match(text) else "paper" if _PAPER_FORM.match(text) else ""
    return Row(paper, _is_note(paper, text), _is_conditional(text, form), form, _how(text))


def _is_note(paper: RequiredDocument, text: str) -> bool:
    asked = bool(paper.originals or paper.copies) and len(re.findall(r"[^\W\d_]", text)) > 1
    return not asked or bool(_REMARK.match(text) or _NOTHING_ASKED.match(text))


def _is_conditional(text: str, form: str) -> bool:
    """A form is never so for a clause after its name: "(nếu nộp trực tiếp)" says by which way everybody fills it in."""
    if _BEGINS.match(text) or _IF_ANY.match(text):
        return True
    clause = None if form else _CLAUSE.match(text)
    return clause is not None and not _MORE_THAN_ONE.search(clause["paper"])


def _how(text: str) -> How:
    if _SHOWN.match(text):
        return "show"
    return "submit" if _SUBMITTED.match(text) else ""
