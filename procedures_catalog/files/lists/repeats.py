"""Rows of one code in a list: which stand beside each other, which repeat, which contradict."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from procedures_catalog.facts.codes import parse_code
from procedures_catalog.files.issues import ReadRow, RowIssue
from procedures_catalog.files.lists.columns import Columns
from procedures_catalog.files.lists.row import Row
from procedures_catalog.files.lists.unfit import Unfit

_LEVEL_NOTE = re.compile(r"\s*\((?:nộp tại|cấp) [^()]*\)\s*$", re.IGNORECASE)
#: What rows of one procedure at several levels may say each in its own way.
_OF_ITS_LEVEL = {"levels", "name", "executing"}
#: Columns that are fields of the record by the same name, each one text.
_TEXTS = {"name", "sector", "decision_number", "online_level"}


@dataclass(frozen=True, slots=True)
class _Said:
    """What a row that was read said, kept small: each column as a number that stands for its text."""

    place: str
    levels: tuple[str, ...]
    columns: dict[str, int]
    bare_name: int

    def says_the_same(self, other: "_Said") -> bool:
        return self.levels == other.levels and not self.differing(other)

    def differing(self, other: "_Said") -> list[str]:
        """The columns that both have, in which they differ; tables of one file need not have the same."""
        return [key for key, value in self.columns.items() if other.columns.get(key, value) != value]

    def differs_in_level_only(self, other: "_Said") -> bool:
        """Other levels, and all else the same up to a level in brackets after the name."""
        rest = set(self.differing(other)) - _OF_ITS_LEVEL
        return self.levels != other.levels and not rest and self.bare_name == other.bare_name


class Kept:
    """The rows that were read so far, of all tables of a file, by the base of their code; what was said of columns."""

    def __init__(self) -> None:
        self._rows: dict[str, list[_Said]] = {}
        self._told: set[RowIssue] = set()

    def new_remarks(self, remarks: Sequence[RowIssue]) -> list[RowIssue]:
        """Those that no earlier table gave rise to: twenty sheets of one kind say a thing once."""
        new = [remark for remark in remarks if remark not in self._told]
        self._told.update(new)
        return new

    def checked(self, read: ReadRow, row: Row, columns: Columns) -> ReadRow:
        """The row again when it may stand beside those of the same code; else raises Unfit."""
        said = _said(read, row, columns)
        if not read.record.code:
            return self._checked_by_name(read, said)
        before = self._rows.setdefault(parse_code(read.record.code).base, [])
        for other in before:
            if said.says_the_same(other):
                raise Unfit("code", read.record.code, f"trùng với {other.place}, bỏ qua")
        if rival := next((other for other in before if not said.differs_in_level_only(other)), None):
            raise Unfit("code", read.record.code, _rivalry(said, rival, columns))
        before.append(said)
        return read

    def _checked_by_name(self, read: ReadRow, said: _Said) -> ReadRow:
        """The same of a row without a code; those of one name that differ may be several procedures."""
        before = self._rows.setdefault(f"\0{read.record.name}", [])
        if other := next((other for other in before if said.says_the_same(other)), None):
            raise Unfit("name", read.record.name, f"không có mã, trùng với {other.place}, bỏ qua")
        before.append(said)
        return read


def _said(read: ReadRow, row: Row, columns: Columns) -> _Said:
    keys = [key for key in columns.places if key != "code"]
    bare_name = _LEVEL_NOTE.sub("", read.record.name)
    texts = {key: hash(_plain(_meant(key, read, row, columns))) for key in keys}
    return _Said(read.place(), read.record.levels, texts, hash(_plain(bare_name)))


def _meant(key: str, read: ReadRow, row: Row, columns: Columns) -> str:
    """What a cell was read as, for two cells that are read as the same say the same."""
    return str(getattr(read.record, key)) if key in _TEXTS else columns.text(row, key)


def _plain(text: str) -> str:
    """The text as its words are, whatever the case of its letters and the marks at its end."""
    return text.casefold().rstrip(" .;,")


def _rivalry(said: _Said, rival: _Said, columns: Columns) -> str:
    names = [f"“{columns.headers[key]}”" for key in said.differing(rival)] or ["cấp thực hiện"]
    return f"cùng mã với {rival.place} nhưng khác {', '.join(names)}; giữ {rival.place}"
