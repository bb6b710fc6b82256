"""Asks a person to look where zeros were put back to a code and the portal knows the procedure of that code by other
words: the code may have had other digits."""

from collections.abc import Iterator

from procedures_catalog.facts.codes import REPAIRS
from procedures_catalog.files.issues import ReadRow, RowIssue, complain
from procedures_catalog.files.lists.code_cell import ZEROS_PUT_BACK
from vietnamese.fold import words

_REASONS = (REPAIRS["lost_zeros"], ZEROS_PUT_BACK)
#: Of the words of the shorter name, so many must stand in the other.
_SHARED = 0.5


def doubtful_codes(row: ReadRow, held_name: str) -> Iterator[RowIssue]:
    """The doubt about a row whose procedure the portal holds by a name, if there is one."""
    mended = any(issue.reason.startswith(_REASONS) for issue in row.repairs)
    if mended and not _is_same(row.record.name, held_name):
        said = row.record
        reason = f"mã được thêm lại chữ số 0, nhưng cổng gọi thủ tục mang mã này là “{held_name[:150]}”; hãy đối chiếu"
        yield complain(row.row, "Mã thủ tục", said.name, reason, code=said.code, name=said.name, sheet=row.sheet)


def _is_same(one: str, other: str) -> bool:
    short, long = sorted((set(words(one)), set(words(other))), key=len)
    return not short or len(short & long) / len(short) >= _SHARED
