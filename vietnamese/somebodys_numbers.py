"""Numbers that are somebody's: of a dossier, of papers, of a telephone. They are recognised and never kept."""

import re
from collections.abc import Mapping

from vietnamese.plain_signs import labels, plain, rest_of
from vietnamese.spelling import squeeze

# Thông tư 01/2018/TT-VPCP, Điều 19: V1V2V3.Z1Z2.Y1Y2.MX1X2-YYMMDD-XXXX; since QĐ 20/2020/QĐ-TTg an office's code
# stands the other way round ("H26.16"). Systems write longer numbers of a day, and people lose the hyphens.
_OFFICE = r"(?:[0-9]{3}\s?\.\s?(?:[0-9]{2}\s?\.\s?){1,3})?[A-Z][0-9]{2}(?:\.[0-9]{1,4}){0,5}"
_DAY = r"[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
_BETWEEN = r"\s?[-._/]?\s?"
_DOSSIER = re.compile(rf"(?<![\w.]){_OFFICE}{_BETWEEN}{_DAY}{_BETWEEN}[0-9]{{3,8}}(?![\w]|[.-][0-9])", re.IGNORECASE)
_DOSSIER_PARAMETER = re.compile(
    r"[?&#](?:ma_?ho_?so|so_?ho_?so|ma_?hs|so_?hs|ma_?bien_?nhan)=[^&\s]*[0-9]", re.IGNORECASE
)

_IDENTITY_LABELS = labels(
    "so the cccd cc can cuoc cong dan cmnd cmt cmtnd chung minh nhan thu dinh danh ca ma mst thue bhxh bhyt bao hiem xa"
    " hoi y te ho chieu passport"
)
_TELEPHONE_LABELS = labels("so dien thoai dt sdt tel phone di dong duong day nong hotline goi zalo")
# 12 figures: căn cước; 9: the former chứng minh; 10: insurance; 10 or 13: taxes. A health insurance number has letters
# before its 13 figures, a passport one letter.
_IDENTITY = re.compile(r"[0-9]{9}|[0-9]{10}|[0-9]{12}|[0-9]{13}|[A-Z]{2}[0-9]{13}|[A-Z][0-9]{7,8}", re.IGNORECASE)
_TELEPHONE = re.compile(r"(?:84|0)(?:[35789][0-9]{8}|2[0-9]{8,9})|1[89]00[0-9]{4,6}")

# In a path or among words: figures in a row, however they are parted. No number of a law or a day has nine of them.
_RUN = re.compile(r"[0-9](?:[\s._+()-]{0,2}[0-9])*")
_FEWEST = 9
_PASSPORT = re.compile(r"(?<![^\W_])[A-Z][0-9]{7,8}(?![^\W_])", re.IGNORECASE)
_PROCEDURE = re.compile(r"(?<![0-9])[0-9][.-][0-9]{6}(?:(?:[.-]0{2,3}){3}[.-][A-Z][0-9]{2})?(?![0-9])", re.IGNORECASE)

# Among words: figures in a row with any sign and any space between them; an e-mail address. Codes, whose first figure
# is no 0, stay unless the row goes on behind them; so does a law's number with its year and sign.
_LONG_RUN = re.compile(r"[0-9](?:[\W_]{0,3}[0-9])*")
_MAIL = re.compile(r"(?<!\S)\S*@\S*")
_CODE = re.compile(
    r"((?<![\w.])[1-9][.-][0-9]{6}(?:(?:[.-]0{2,3}){3}[.-][A-Z][0-9]{2})?(?![0-9]|[.-][0-9])"
    r"|(?<![\w./-])[0-9]{1,4}/(?:19|20)[0-9]{2}/[A-ZĐ]{2,6}(?:-[A-ZĐ]{2,9})*(?![\w/-]))",
    re.IGNORECASE,
)
_SPACE_BEFORE = re.compile(r" (?=[,.;:?!](?:\s|$))")

#: What is said of a number that was left out from among words.
AMONG = (
    "Trong câu có dãy giống số giấy tờ, số điện thoại, số hồ sơ hoặc thư điện tử của một người. Cổng đã bỏ dãy ấy, "
    "không giữ và không hiện lại; kết quả là của các chữ còn lại."
)
#: What is said in place of an answer, by the kind of the number; it is not shown again.
TOLD: Mapping[str, str] = {
    "dossier": (
        "Đây giống số của một hồ sơ đã nộp, không phải mã thủ tục. Cổng này không giữ hồ sơ: xin tra tình trạng hồ sơ "
        "trên Cổng Dịch vụ công quốc gia (dichvucong.gov.vn, mục Tra cứu hồ sơ) hoặc hỏi nơi đã tiếp nhận, ghi trên "
        "giấy hẹn trả kết quả."
    ),
    "identity": (
        "Đây giống số giấy tờ của một người, không phải mã thủ tục. Cổng này không tra theo số giấy tờ: xin gõ tên "
        "việc cần làm, ví dụ “cấp lại thẻ căn cước”."
    ),
    "telephone": (
        "Đây giống một số điện thoại. Cổng này không tra theo số điện thoại: xin gõ tên việc cần làm, hoặc tên cơ quan "
        "cần gọi."
    ),
}


def told_of(text: str) -> str:
    """The sentence for a text that is somebody's number, for a box that takes no codes; "" for any other."""
    said = plain(text)
    if has_dossier(said):
        return TOLD["dossier"]
    return TOLD["telephone"] if is_telephone(said) else TOLD["identity"] if is_identity(said) else ""


def asked_without_numbers(text: str) -> tuple[str, str]:
    """What a box that takes no codes may show and look for, and the sentence for what it may not."""
    told = told_of(text)
    return ("", told) if told else without_numbers_among(text)


def without_numbers_among(text: str) -> tuple[str, str]:
    """The words beside what may be somebody's number, "" for none, and what is said of that: rather too often than too
    seldom. A text without such a number as it is, and "". Raises nothing."""
    pieces = _CODE.split(plain(text))
    pieces[::2] = map(_left_out, pieces[::2])
    rest = _SPACE_BEFORE.sub("", squeeze("".join(pieces)))
    if rest == _SPACE_BEFORE.sub("", plain(text)):
        return text, ""
    return (rest if any(map(str.isalnum, rest)) else ""), AMONG


def _left_out(text: str) -> str:
    for number in (_MAIL, _DOSSIER, _PASSPORT):
        text = number.sub(" ", text)
    return _LONG_RUN.sub(lambda run: " " if sum(map(str.isdigit, run[0])) >= _FEWEST else run[0], text)


def may_hold_number(text: str) -> bool:
    """Whether a number that may be somebody's stands anywhere in a text: rather too often than too seldom. The codes of
    procedures, dotted or as addresses write them, are nobody's."""
    rest = _PROCEDURE.sub("*", text)
    long = any(sum(map(str.isdigit, run)) >= _FEWEST for run in _RUN.findall(rest))
    return long or has_dossier(rest) or bool(_PASSPORT.search(rest))


def has_dossier(text: str) -> bool:
    """Whether the number of a dossier stands somewhere in a plain text, also in an address that looks one up."""
    return bool(_DOSSIER.search(text) or _DOSSIER_PARAMETER.search(text))


def is_telephone(text: str) -> bool:
    """Whether a plain text is a telephone number and nothing else but a label."""
    return bool(_TELEPHONE.fullmatch("".join(rest_of(text, _TELEPHONE_LABELS))))


def is_identity(text: str) -> bool:
    """Whether a plain text is the number of somebody's papers and nothing else but a label."""
    return bool(_IDENTITY.fullmatch("".join(rest_of(text, _IDENTITY_LABELS))))
