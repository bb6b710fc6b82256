"""What a line of a publishing decision does to a procedure, as decisions write it (Thông tư 02/2017/TT-VPCP; cutting of
time limits and moving between levels since 2021 and 2025)."""

import re
from collections.abc import Mapping
from enum import StrEnum

from vietnamese.fold import words


class Kind(StrEnum):
    """What happens to the procedure."""

    NEW = "new"
    AMENDED = "amended"
    REPLACED = "replaced"
    ABOLISHED = "abolished"
    MOVED = "moved"
    CUT = "cut"
    AGAIN = "again"


LABELS: Mapping[Kind, str] = {
    Kind.NEW: "mới ban hành",
    Kind.AMENDED: "sửa đổi, bổ sung",
    Kind.REPLACED: "thay thế",
    Kind.ABOLISHED: "bãi bỏ",
    Kind.MOVED: "chuyển cấp giải quyết",
    Kind.CUT: "cắt giảm thời hạn, phí",
    Kind.AGAIN: "công bố lại, chuẩn hóa",
}
#: Words of folded text → the kind that they say.
_SAID: tuple[tuple[re.Pattern[str], Kind], ...] = tuple(
    (re.compile(rf"\b(?:{pattern})\b"), kind)
    for pattern, kind in (
        (r"bai bo|huy bo|het hieu luc", Kind.ABOLISHED),
        (r"thay the", Kind.REPLACED),
        (r"sua doi|bo sung", Kind.AMENDED),
        (r"moi ban hanh|ban hanh moi|moi|cong bo moi", Kind.NEW),
        (r"chuyen cap|phan cap|phan quyen|dieu chinh cap", Kind.MOVED),
        (r"cat giam|rut ngan|don gian hoa", Kind.CUT),
        (r"chuan hoa|cong bo lai|giu nguyen|dinh chinh", Kind.AGAIN),
    )
)
#: What refuses a kind that is named: “không thực hiện cắt giảm”.
_NOT = re.compile(r"\bkhong (?:thuc hien |phai |co )?(?:cat giam|rut ngan|thay the|sua doi|bai bo)\b")


def kinds_in(text: str) -> frozenset[Kind]:
    """All kinds that a text names, of a cell or of a heading over lines; none for “Không thực hiện cắt giảm”."""
    folded = _NOT.sub(" ", " ".join(words(text)))
    return frozenset(kind for pattern, kind in _SAID if pattern.search(folded))


def kind_in(text: str) -> Kind | None:
    """The kind that a text names, where it is one alone: a heading over everything (“sửa đổi, bổ sung và bãi bỏ”) says
    none."""
    found = kinds_in(text)
    return next(iter(found)) if len(found) == 1 else None
