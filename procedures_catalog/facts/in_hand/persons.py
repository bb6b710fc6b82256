"""Numbers that are somebody's: of a dossier, of papers, of a telephone. They are recognised and never kept."""

import re

from procedures_catalog.facts.in_hand.spelling import labels, rest_of

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


def has_dossier(text: str) -> bool:
    """Whether the number of a dossier stands somewhere in a plain text, also in an address that looks one up."""
    return bool(_DOSSIER.search(text) or _DOSSIER_PARAMETER.search(text))


def is_telephone(text: str) -> bool:
    """Whether a plain text is a telephone number and nothing else but a label."""
    return bool(_TELEPHONE.fullmatch("".join(rest_of(text, _TELEPHONE_LABELS))))


def is_identity(text: str) -> bool:
    """Whether a plain text is the number of somebody's papers and nothing else but a label."""
    return bool(_IDENTITY.fullmatch("".join(rest_of(text, _IDENTITY_LABELS))))
