"""What an import says about a file: rows that were read, mended or refused, each with its reason in Vietnamese."""

from dataclasses import dataclass
from typing import TypeAlias

from procedures_catalog.facts.codes import parse_code
from procedures_catalog.facts.record import ProcedureRecord
from vietnamese.spelling import writable


@dataclass(frozen=True, slots=True)
class RowIssue:
    """One remark. `row` counts as the reader's user counts (line of the file, row of the sheet), 0 for the whole file.

    `value` is what the file says, cut to 200 characters; `reason` is one Vietnamese sentence; `code` and `name` say of
    which procedure, as far as that could be read; `sheet` names the sheet, "" where a file has only one.
    """

    row: int
    field: str
    value: str
    reason: str
    code: str = ""
    name: str = ""
    sheet: str = ""

    def place(self) -> str:
        """Where in the file it is."""
        return place(self.row, self.sheet)


@dataclass(frozen=True, slots=True)
class ReadRow:
    """One row that was understood. `known` names the record's fields that the file speaks of; others are unknown.

    `layer` is "national" for the national text, "local" for a province's own list. A record without a code is one that
    has none yet; `temporary` is the portal's own code that a row names beside the national one, "" for none.
    """

    row: int
    record: ProcedureRecord
    known: frozenset[str]
    layer: str
    repairs: tuple[RowIssue, ...] = ()
    sheet: str = ""
    temporary: str = ""

    def place(self) -> str:
        """Where in the file it stands."""
        return place(self.row, self.sheet)

    def base(self) -> str:
        """What its code is looked up by."""
        return parse_code(self.record.code).base


@dataclass(frozen=True, slots=True)
class Refused:
    """One row that could not be taken, and why. `is_ended`: its list says that the procedure is in force no more."""

    row: int
    complaint: RowIssue
    is_ended: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of the file itself and of no row that was read: a sheet or a column that was left out, rows
    that were hidden."""

    issue: RowIssue


#: What becomes of a file, one after the other.
Outcome: TypeAlias = ReadRow | Refused | Told


class UnreadableFile(Exception):  # noqa: N818 - it names the file, not a fault of the program
    """The whole file cannot be read; the message is a Vietnamese sentence for the person who gave it."""


def place(row: int, sheet: str = "") -> str:
    """A row by its number, with its sheet where a file has several."""
    return f"dòng {row} trang “{sheet}”" if sheet else f"dòng {row}"


def complain(
    row: int, field: str, value: object, reason: str, *, code: object = "", name: object = "", sheet: str = ""
) -> RowIssue:
    """A complaint whose texts are cut to a length that a report can show, and can be written to a file."""
    return RowIssue(row, _cut(field), _cut(value), reason, _cut(code), _cut(name), sheet)


def about(row: ReadRow, field: str, reason: str) -> RowIssue:
    """A complaint about a row that was understood."""
    said = row.record
    return complain(row.row, field, said.code, reason, code=said.code, name=said.name, sheet=row.sheet)


def _cut(value: object) -> str:
    text = writable(str(value))
    return text if len(text) <= 200 else text[:199] + "…"
