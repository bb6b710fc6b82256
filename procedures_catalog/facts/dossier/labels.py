"""What a "trường hợp" of the national list is by its name: a case, a section of one dossier, or a note.

The list calls by one word the alternatives of a dossier ("Đối với cá nhân"), its parts ("Giấy tờ phải nộp", "Giấy tờ
phải xuất trình", "Phần hồ sơ hành chính"), and remarks on it ("Lưu ý"). Whoever counts parts as alternatives brings one
half. The rules were read off all the 2,886 names of `cases/case-labels.tsv`; what no rule can see is in `_EXCEPTIONS`.
"""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple

from procedures_catalog.facts.dossier.marks import bare

Kind = Literal["case", "section", "note"]
#: What the applicant does with the papers: hands them in, shows them, or has no part in them, for the office writes
#: them; "" where nothing says it.
How = Literal["", "submit", "show", "office"]
#: Whether everybody needs them (""), who is concerned ("if"), or only at a later step ("later").
When = Literal["", "if", "later"]


class Label(NamedTuple):
    """What a name means. A case is one of several dossiers; the papers of all sections belong to one."""

    kind: Kind
    how: How = ""
    when: When = ""


_PAPERS = r"(?:cac )?(?:loai )?(?:giay to|chung tu|tai lieu|thanh phan ho so|ho so)(?: phai)*(?: can)?"
_LIMITED = r"(?=.*\b(?:doi voi|truong hop|khi (?:xuat canh|nhap canh|co yeu cau)))"
_ALL = r"(?:(?:cac )?thanh phan(?:,? so luong)? ho so|ho so|bao gom)(?: chung)?(?: bao)?(?:,? ?(?:bao )?gom)?"
_OFFICE = r"(?:so|uy ban|ubnd|chu tich|co quan|bo|cuc|phong|hoi dong)\b[^,;]{0,120}?"
_ELSEWHERE = (
    r"khai thac, su dung duoc thong tin|khong quy dinh la ban chinh|nop (?:ho so )?qua he thong dang ky truc tuyen"
)
_WHO = r"nguoi co tham quyen ky .*\bco the|truong hop(?: nguoi| .*\bcho nguoi)?"

_IF, _OFFICES, _LATER = Label("section", "", "if"), Label("section", "office"), Label("section", "submit", "later")
#: In the order in which they are asked.
_RULES: tuple[tuple[str, Label], ...] = (
    # --- Notes
    (r"(?:luu y|ghi chu|chu y|chu thich)\b", Label("note")),
    (r"(?:so )?luong (?:ho so|cua tung)\b|thoi han cung cap\b", Label("note")),
    (r"quy dinh ve (?:mien|giam)|cac tai lieu (?:duoc mien|thay the)", Label("note")),
    (r"nguoi uy quyen va nguoi duoc uy quyen\b", Label("note")),
    (rf"truong hop (?:{_ELSEWHERE})", Label("note")),
    (r"truong hop (?:cac )?(?:giay to|ho so) .*(?:do co quan|dich|noi dung tuong tu)", Label("note")),
    (r"doi voi truong hop quy dinh .* thi trong don\b", Label("note")),
    (r"(?!doi voi|truong hop).*\b(?:gom cac (?:thong tin|noi dung)|trong do neu ro)(?: sau)?\W*$", Label("note")),
    (r"(?:cac )?tai lieu quy dinh tai diem .*\bla mot trong cac tai lieu sau\W*$", Label("note")),
    (r"doi voi du an .*\bde xuat du an (?:dau tu )?gom\W*$", Label("note")),
    # --- What the office writes and passes on
    (rf"(?:thanh phan )?ho so (?:cua )?{_OFFICE}\b(?:trinh|gui|lay y kien|chuyen)\b", _OFFICES),
    (r"(?:doi voi )?ho so trinh\b|(?:thanh phan )?ho so (?:cua )?(?:ubnd|uy ban) cap", _OFFICES),
    (r"ho so .*\bchuyen (?:den|bao hiem)\b|phieu (?:\w+ )?duoc tao lap\b|phong/to che do\b", _OFFICES),
    (rf"(?:{_OFFICE}|truong hop ho so thuoc tham quyen .*)\btham dinh, trinh\b", _OFFICES),
    # --- What only some bring beside the rest
    (rf"(?:{_WHO}) uy quyen\b|truong hop .*\buy quyen (?:cho .*)?(?:thuc hien|nop)\b", _IF),
    (r"truong hop (?:dang ky .*tren moi truong dien tu|chua co tai khoan dinh danh|da co so dinh danh)", _IF),
    (r"truong hop (?:nop ho so dang ky kinh doanh .*bang ban giay|(?:chua thuc hien )?viec ket noi)", _IF),
    (r"truong hop nop ho so truc tiep tai\b|giay to chung minh du dieu kien duoc mien\b", _IF),
    (r"(?:ngoai|tuy tung truong hop)\b(?!.*\btrong tung truong hop)", _IF),
    (r".*(?:(?<!doi),|\bnop|\bcan) bo sung(?: them)?\W*$|.*\bbo sung them(?: truoc moi dot chao ban)?\W*$", _IF),
    (r"[^:]*\b(?:phai co them|can co them|ho so con co|nop them|can bo sung (?:them|cac tai lieu))\b", _IF),
    (r".*\bbo sung thanh phan ho so\W*$|.*\bngoai (?:cac )?(?:giay to|tai lieu) (?:quy dinh|neu)\b", _IF),
    (r"truong hop dang ky chao ban them co phieu .*\bthap hon menh gia\W*$", _IF),
    (r"truong hop .*\bthi ho so .*\bphai (?:co|kem)\b", _IF),
    # --- A later step
    (r"hoan thien sau\b|ho so nop lai sau\b|ho so bao cao ket qua\b|truong hop thong bao da hoan tat\b", _LATER),
    # --- Parts by what is done with them; a limit makes a part of some ("Giấy tờ phải nộp đối với tàu biển")
    (rf"{_PAPERS} nop (?!lai|lan dau|cac lan){_LIMITED}", Label("case", "submit")),
    (rf"{_PAPERS} xuat trinh\b{_LIMITED}", Label("section", "show", "if")),
    (rf"{_PAPERS} nop\b(?! lai| lan dau| cac lan| cho)|(?:cac )?giay to gui\b", Label("section", "submit")),
    (r"thanh phan ho so khai bao\b", Label("section", "submit")),
    (rf"{_PAPERS} xuat trinh\b|xuat trinh\b|khi nop ho so (?:truc tiep )?can xuat trinh\b", Label("section", "show")),
    # --- Other parts
    (rf"(?:{_ALL})?\W*$", Label("section")),
    (
        r"phan ho so\b|ho so nang luc\b|mau don, to khai\W*$|ho so khac\W*$|ho so dang ky thuong nhan\b",
        Label("section"),
    ),
    (r"tai lieu, giay to giai trinh .*\btruong hop neu tren\b", Label("section")),
    (r"(?:ho so|giay to) (?:cua nguoi|doi voi nguoi duoc cu)\b", Label("section")),
    (r"(?:phieu nay|cong dan ke khai|phieu de nghi .*phieu nay)\b.*\btruc tuyen", Label("section", "submit", "if")),
    (r"(?:trong phieu|don(?: de nghi\b|\W*$)|ban khai|mot trong cac giay to|minh chung)\b", Label("section")),
    (r"(?:giay to|tai lieu) chung minh (?:dap ung|nguoi lao dong|thuoc doi tuong|viec)\b", Label("section")),
)
_CASE = Label("case")
#: Whole names that say something else than the rules see.
_EXCEPTIONS: Mapping[str, Label] = {
    # Papers of import; the next two names are those of export.
    "1. Chứng từ phải nộp": Label("case", "submit"),
    # One of three uses of the sea; the other two are named.
    "1.3.1. Thành phần hồ sơ:": _CASE,
    # What every offer needs; the other names of both dossiers say what is needed besides.
    "Thành phần hồ sơ đăng ký chào bán thêm cổ phiếu ra công chúng của công ty đại chúng": Label("section"),
    "4 Thành phần, số lượng hồ sơ đăng ký chào bán cổ phiếu riêng lẻ của công ty đại chúng": Label("section"),
}
_COMPILED = tuple((re.compile(pattern), label) for pattern, label in _RULES)


def judge_label(name: str | None) -> Label:
    """What a name means; a dossier without one is a part that everybody needs."""
    squeezed = " ".join((name or "").split())
    if exception := _EXCEPTIONS.get(squeezed):
        return exception
    text = bare(squeezed)
    return next((label for pattern, label in _COMPILED if pattern.match(text)), _CASE)
