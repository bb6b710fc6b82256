"""Rows that go on with the one above: cells that are merged downwards, names that are broken over lines.

A row goes on where its code is merged with that above, or where it has neither code nor number of its own and its name
begins in the middle of a sentence, or it has no name and names only levels and agencies.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from procedures_catalog.files.lists.beginnings import begins_agency
from procedures_catalog.files.lists.bodies import is_known_agency
from procedures_catalog.files.lists.columns import Columns
from procedures_catalog.files.lists.headings import is_numbering
from procedures_catalog.files.lists.level_words import levels_in
from procedures_catalog.files.lists.marks import marked
from procedures_catalog.files.lists.row import Cell, Row, cell_text
from procedures_catalog.files.lists.standing.sections import is_section
from vietnamese.fold import fold
from vietnamese.spelling import squeeze

#: Rows that may be one.
_MOST = 20
#: A name that ends so is not at its end.
_OPEN_END = re.compile(
    r"(?:[,;:/-]|\b(?:và|của|cho|hoặc|về|theo|tại|với|trong|các|từ|đến|do|bởi|giấy|cấp|là|khi|có|được|không))$",
    re.IGNORECASE,
)
#: With such words no name and no sector of the national list begins, but for one; within names they are frequent.
_INSIDE = ("Giấy ", "Nhà nước", "Ủy ban", "UBND", "Chứng chỉ", "Việt Nam", "Nghị định", "Thông tư", "Hội đồng")
_CUT = "tên có thể bị ngắt: dòng {} bên dưới chỉ có “{}”; hãy ghi tên trên một dòng"
#: How what stands below a table begins: sums, remarks, signatures; folded.
_BELOW = re.compile(
    r"\W*(?:nguoi lap|tong (?:cong|so)|cong\b|ghi chu|luu y|noi nhan|danh sach nay|danh muc nay|chu tich|giam doc"
    r"|(?:kt|tm|tl|tuq)\b|(?:da )?ky\b|ngay \d|\w+, ngay )"
)


def whole_rows(rows: Iterator[Row], columns: Callable[[], Columns]) -> Iterator[Row]:
    """The rows, those that go on joined to the one above; `columns` are those that hold for the row last given out."""
    whole: Row | None = None
    for row in rows:
        if whole is not None and _goes_on(whole, row, columns()):
            whole = _joined(whole, row, columns())
            continue
        if whole is not None:
            yield _doubted(whole, row, columns())
        whole = row
    if whole is not None:
        yield whole


def _goes_on(whole: Row, row: Row, columns: Columns) -> bool:
    if (
        whole.fault
        or row.fault
        or _BELOW.match(fold(_own(row, columns.places["name"])[:50]))
        or len(whole.joined) >= _MOST
        or not re.search(r"\d", columns.text(whole, "code"))
    ):
        return False
    name = _own(row, columns.places["name"])
    if columns.places["code"] in row.covered:
        return not name or _is_rest(columns.text(whole, "name"), name)
    if columns.text(row, "code") or _number(row, columns):
        return False
    if name:
        return _is_rest(columns.text(whole, "name"), name)
    is_next = row.number == (whole.joined or (whole.number,))[-1] + 1
    return is_next and bool(_number(whole, columns)) and _names_places_only(row, columns)


def _doubted(whole: Row, row: Row, columns: Columns) -> Row:
    """The row, at fault where the next may be the rest of its name and nobody can tell: in a table whose rows have
    numbers it has nothing but a text where names stand, and is no title of a section."""
    name, begun = _own(row, columns.places["name"]), columns.text(whole, "name")
    alone = name and not any(_own(row, at) for at in range(len(row.cells)) if at != columns.places["name"])
    follows = row.number == (whole.joined or (whole.number,))[-1] + 1 and bool(_number(whole, columns))
    is_title = (
        bool(_BELOW.match(fold(name[:50])))
        or is_section(row)
        or (len(name) > 5 and name.isupper() and not begun.isupper())
    )
    if not (alone and follows and re.search(r"\d", columns.text(whole, "code"))) or is_title or whole.fault:
        return whole
    return replace(whole, fault=_CUT.format(row.number, name[:80]))


def _own(row: Row, place: int) -> str:
    """What a row itself has at a place, on one line."""
    return squeeze(cell_text(row.cells[place])) if place < len(row.cells) and place not in row.covered else ""


def _number(row: Row, columns: Columns) -> str:
    """What stands in the column that counts the rows; one without a heading is none."""
    places = [at for at, heading in enumerate(columns.line) if heading != "" and is_numbering(str(heading))]
    return next((text for at in places if (text := _own(row, at))), "")


def _is_rest(begun: str, name: str) -> bool:
    """Whether a text goes on with a name that was begun."""
    is_open = bool(_OPEN_END.search(begun)) or begun.count("(") > begun.count(")")
    are_capitals = begun.isupper() and len(name) > 1 and name[:2].isupper()
    return (
        name[:1].islower()
        or name[:1] in "(,;“"
        or name[:1].isdigit()
        or is_open
        or name.startswith(_INSIDE)
        or are_capitals
    )


def _names_places_only(row: Row, columns: Columns) -> bool:
    """Whether all that a row itself says of the record are levels and agencies; a signature is none."""
    own = {key: _own(row, at) for key, at in columns.places.items()}
    said = [own.pop(key, "") for key in ("levels", "executing")]
    known = all(levels_in(text) or is_known_agency(text) for text in said if text)
    marks = marked(row, columns.marks)
    return not any(own.values()) and known and not marks.strange and (any(said) or bool(marks.levels))


def _joined(whole: Row, row: Row, columns: Columns) -> Row:
    key_at = {place: key for key, place in columns.places.items()}
    size = max(len(whole.cells), len(row.cells))
    cells = [_both(_cell(whole, at), _cell(row, at), at in row.covered, key_at.get(at, "")) for at in range(size)]
    return replace(whole, cells=tuple(cells), joined=(*whole.joined, row.number))


def _cell(row: Row, at: int) -> Cell:
    return row.cells[at] if at < len(row.cells) else ""


def _both(first: Cell, more: Cell, is_covered: bool, key: str) -> Cell:
    """A cell with what goes on with it; levels and agencies stand in a line each, broken words on one."""
    if more == "" or is_covered or more == first:
        return first
    if first == "" or key == "code":
        return more if first == "" else first
    text = cell_text(more)
    begins = key in ("levels", "executing") and (levels_in(text) or begins_agency(fold(text)))
    return f"{cell_text(first)}{chr(10) if begins else ' '}{text}"
