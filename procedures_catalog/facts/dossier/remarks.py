"""Which rows of a dossier are no paper to bring: headings, remarks, "không có", and what the office prints itself."""

import re

from procedures_catalog.facts.record import RequiredDocument

_CONDITION = r"(?:(?:rieng|trong|mot so|cac|moi) )*(?:truong hop|neu|doi voi|khi)\b"
#: "Mục I. Thành phần hồ sơ bao gồm": the number of a chapter before a heading.
_CHAPTER = re.compile(r"(?:muc|phan) (?:[ivx]+|\d{1,2})\W+")
_REMARK = re.compile(
    r"(?:luu y|ghi chu|chu y)\b|so (?:luong|bo) ho so\b|so luong:|\d+ bo\b.{0,12}$"
    r"|(?:cac )?(?:thanh phan|ho so|giay to|tai lieu)\b[^:]{0,60}\b(?:gom|sau(?: day)?)\W*$"
    r"|ho so (?!gom\b)[^;]{0,600}\bgom\W*$"
    r"|(?:cac )?thanh phan ho so(?: \(\w+\))?:?$"
    r"|(?:trong|tu) lan de nghi\b|(?:nguoi|doanh nghiep|to chuc|co quan|ung vien)\b.{0,160}\bchiu trach nhiem\b"
    r"|moi thay doi\b|(?:trong truong hop can thiet, )?co quan, to chuc cap\b"
    r"|co quan (?:giai quyet|co tham quyen|tiep nhan)\b.{0,60}\bkhai thac, su dung thong tin\b"
)
#: "Trường hợp thuê nhà ở:", "Đối với thương nhân mới, hồ sơ gồm:": the heading of the rows of a case.
_HEADING_OF_SOME = re.compile(rf"{_CONDITION}(?:.*\bho so\b[^,;:]*\bgom\W*$|[^,;:]{{3,120}}(?<!ho so):\W*$)")
_ASKS = re.compile(r"\b(?:nop|phai co|bo sung|kem|cung cap|xuat trinh|giay|van ban|ban sao|tai lieu)\b")
_NOTHING_ASKED = re.compile(
    rf"{_CONDITION}[^:]{{0,400}}\b(?:khong (?:phai|can|yeu cau)|duoc mien) (?:\w+ ){{0,2}}?(?:nop|xuat trinh|gui)\b"
    r"(?!.*\b(?:phai co|kem theo|bo sung|nop them)\b)"
)
_SETS = re.compile(r"so (?:luong )?(?:bo )?ho so\b.{0,20}\d|so luong: .{0,20}\bbo\b")
_NONE = re.compile(r"(?:khong|khong (?:co|yeu cau|phai nop)(?: (?:giay to|ho so))?)\W*$")
_UNSETTLED = re.compile(r"(?:khong|chua)(?: co)? quy dinh(?: cu the)?\W*$")
#: What the office makes of its own data while it takes in the dossier.
_OFFICE = re.compile(
    r".*(?:\bcan bo (?:tiep nhan )?in (?:ra |san )?(?:de|cho)\b|\bin trong qua trinh (?:thu|tiep) nhan"
    r"|\bduoc tao lap khi trich xuat\b)"
)
_COUNTED = r"(?:(?:\d{1,2}|mot|hai)(?: \(\w+\))? )?(?:cac (?:loai )?)?"
_NAMES_A_PAPER = re.compile(
    rf"(?:thanh phan ho so \d+: |(?:xuat )?trinh (?:[^:]{{3,30}}: )?)?{_COUNTED}"
    r"(?:ba[no] (?:sao|chinh|goc|chup|khai|ke|thuyet|in|dang ky|ve|cam ket|dich)\b|van (?:ban|bang|don|tai don)\b"
    r"|giay (?!to\b)|giay to,? (?:tai lieu|chung minh|co gia tri|khac|ve|xac nhan|lien quan)\b"
    r"|don\b(?! vi)|to (?:khai|trinh)\b|hop dong\b|bao cao\b|quyet dinh\b|nghi quyet\b|danh (?:sach|muc)\b|tai lieu\b"
    r"|bang (?:ke|diem|tong|tot)\b|phieu\b|ly lich\b|so yeu\b|chung (?:tu|chi|thu|nhan)\b|hoa don\b|so do\b"
    r"|phuong an\b|de an\b|du (?:thao|an|toan)\b|thiet ke\b|thuyet minh\b|anh\b|ho chieu\b|the can cuoc\b|bien ban\b"
    r"|cong van\b|ke hoach\b|cam ket\b|giai trinh\b|ho so nang luc\b)"
)
_HEADING = re.compile(r".*(?::|\bgom|\bsau(?: day)?)\W*$")
#: What is said about papers, and asks for none.
_ABOUT_PAPERS = re.compile(
    r".*\b(?:phai (?:duoc|the hien|neu|bang|kem|gui|dam bao|ghi|do)|co the|duoc (?:lap|su dung|tao lap)|neu tren"
    r"|co gia tri (?:su dung )?trong thoi han|la (?:\d )?ban|khong (?:phai|yeu cau|ap dung)|chi ap dung)\b"
)
_AMOUNT = re.compile(r".*\b0?\d(?: \(\w+\))? ban (?:chinh|sao|chup)\b")


def is_remark(paper: RequiredDocument, text: str) -> bool:
    """Whether a row asks for nothing; `text` is its name as marks.bare gives it. A row whose number nobody published
    is a paper where it plainly names one."""
    if len(re.findall(r"[^\W\d_]", text)) <= 1 or says_none(text) or says_unsettled(text) or _OFFICE.match(text):
        return True
    if not (paper.originals or paper.copies) and not _is_named(text):
        return True
    text = _CHAPTER.sub("", text, count=1)
    return bool(_REMARK.match(text) or _NOTHING_ASKED.match(text)) or _is_heading_of_some(text)


def says_none(text: str) -> bool:
    """Whether a row says that nothing is to be brought ("Không có")."""
    return bool(_NONE.match(text))


def says_how_many_sets(text: str) -> bool:
    """Whether a row says in how many sets the whole dossier is handed in ("Số lượng hồ sơ: 01 bộ")."""
    return bool(_SETS.match(text))


def says_unsettled(text: str) -> bool:
    """Whether a row says that nothing is laid down ("Không quy định")."""
    return bool(_UNSETTLED.match(text))


def _is_named(text: str) -> bool:
    if not _NAMES_A_PAPER.match(text) or _HEADING.match(text):
        return False
    return bool(_AMOUNT.match(text)) or not _ABOUT_PAPERS.match(text)


def _is_heading_of_some(text: str) -> bool:
    found = _HEADING_OF_SOME.match(text)
    return found is not None and (text.rstrip(" :.").endswith("gom") or not _ASKS.search(text))
