"""Rows of procedures that have no national code yet: what their cell says instead, and that they are no titles."""

from procedures_catalog.files.lists.columns import Columns
from procedures_catalog.files.lists.row import Row
from procedures_catalog.files.lists.standing.sections import names_what_follows
from vietnamese.fold import words
from vietnamese.plain_signs import labels

#: Words with which a cell says that there is none yet; one of the first must be among them.
_NONE = labels("chua khong moi cho dang")
_AROUND = labels("co duoc cap cong bo ma so tthc thu tuc hanh chinh quoc gia ban sung xin tam day nay dvc")
UNSAID = (
    "không có mã thủ tục, và ngoài tên không ghi gì khác; nếu là thủ tục chưa có mã quốc gia, hãy ghi “chưa có mã” vào "
    "ô mã"
)
READ_SO = "không có mã quốc gia, nhận là thủ tục chưa có mã; cổng gọi bằng mã tạm"


def says_none(text: str) -> bool:
    """Whether a cell of codes says that there is none: nothing, a dash, “chưa có mã”, “mới”."""
    said = set(words(text))
    return not said or (said <= _NONE | _AROUND and bool(said & _NONE))


def is_told(row: Row, columns: Columns) -> bool:
    """Whether a row without a code is surely a procedure: its cell says so, or it tells more than a name, which is not
    the title of a section."""
    others = columns.places.keys() - {"code", "name"}
    if columns.text(row, "code"):
        return True
    return any(columns.text(row, key) for key in others) and not names_what_follows(columns.text(row, "name"))
