"""Reads an appendix: rows of a table → lines, each with what a person still has to say about it."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from decisions.lines.columns import Columns, columns_from, find_columns, is_kind_column
from decisions.lines.counting import FEE, Counted, counted_cells, miscounted, of_fees, short
from decisions.lines.headings import Headings, heading_in, sector_in
from decisions.lines.kinds import Kind, kind_in
from decisions.lines.limits import Limit, is_not_cut, read_limit
from procedures_catalog.facts.codes import parse_code
from procedures_catalog.files.lists.row import Row, cell_text
from procedures_catalog.files.lists.standing.sections import title_of
from procedures_catalog.files.lists.two_lines import Ahead
from vietnamese.spelling import squeeze
from vietnamese.torn import joined

NO_KIND = "chưa rõ thủ tục này mới, sửa đổi, thay thế hay bãi bỏ"
_CODE = re.compile(r"\d\.\d{6}\b")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it says of one procedure. `row` as the reader counts; `code` is the base that it is looked up by,
    "" for none; `kind_written` what stands for a kind, in its cell or above it, where that is none that is known;
    `replaces` the codes of those that it takes the place of; `repairs` what was torn and how it was joined,
    `name_written` the name where it was mended, `code_written` what stands for a code and is none; `asks` what a person
    has to say, in Vietnamese."""

    row: int
    kind: Kind | None
    code: str
    name: str
    kind_written: str = ""
    sector: str = ""
    level: str = ""
    executing: str = ""
    competent: str = ""
    laws: str = ""
    before: Limit | None = None
    after: Limit | None = None
    is_not_cut: bool = False
    note: str = ""
    replaces: tuple[str, ...] = ()
    repairs: tuple[tuple[str, str], ...] = ()
    name_written: str = ""
    code_written: str = ""
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appendix:
    """The lines in their order, and the numbers that the table says of them."""

    lines: tuple[Line, ...]
    counted: tuple[Counted, ...] = ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be said of the table as it was read."""
        wrong = (said for each in self.counted for said in miscounted(each, len(each.lines)))
        return (*wrong, *of_fees([line.note for line in self.lines]))


def read_appendix(rows: Iterable[Row], known: Collection[str]) -> Appendix:
    """The lines of a table; `known` are the syllables by which torn ones are joined (`vietnamese.torn`). Raises
    `columns.NoHeadings`."""
    ahead = Ahead(iter(rows))
    columns, above = find_columns(ahead)
    headings = Headings(title_of(row) for row in above)
    lines: list[Line] = []
    sectors: list[str] = []
    for table in _tables(columns, ahead):
        own = list(_lines(table, headings, known, len(lines)))
        sectors += _beside(own, table, "sector")
        lines += own
    return Appendix(tuple(lines), (*headings.counted(len(lines)), *counted_cells(sectors)))


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows below one line of headings."""

    columns: Columns
    rows: list[Row]


def _tables(columns: Columns, rows: Ahead) -> Iterator[_Table]:
    """The table cut where its headings are repeated on the next page, or another table begins with its own."""
    own: list[Row] = []
    for row in rows:
        if found := columns_from(row, rows):
            yield _Table(columns, own)
            columns, own = found, []
        else:
            own.append(row)
    yield _Table(columns, own)


def _lines(table: _Table, headings: Headings, known: Collection[str], before: int) -> Iterator[Line]:
    columns, count = table.columns, before
    tells_kinds = is_kind_column([columns.text(row, "kind") for row in table.rows])
    for row in table.rows:
        if title := heading_in(row, has_code=parse_code(columns.text(row, "code")).is_national):
            headings.enter(title, title_of(row), count)
        elif columns.text(row, "name") and not _is_numbers(row):
            yield _line(row, columns, headings, known, tells_kinds)
            count += 1


def _is_numbers(row: Row) -> bool:
    """A row that numbers the columns: (1) (2) (3)."""
    return all(re.fullmatch(r"\(?\d{1,2}\)?", squeeze(cell_text(cell))) for cell in row.cells if cell != "")


def _beside(lines: Iterable[Line], table: _Table, key: str) -> list[str]:
    """What stands beside the lines in a column; "" for each where there is none."""
    read = {line.row for line in lines}
    return [table.columns.text(row, key) for row in table.rows if row.number in read]


def _note(row: Row, columns: Columns) -> str:
    fee, note = columns.text(row, "fee"), columns.text(row, "note")
    return ". ".join(filter(None, (f"{FEE}{fee}" if fee else "", note)))


def _line(row: Row, columns: Columns, headings: Headings, known: Collection[str], tells_kinds: bool) -> Line:
    written = columns.text(row, "name")
    name = joined(written, known)
    after = joined(columns.text(row, "after"), known)
    before = joined(columns.text(row, "before"), known)
    kind = kind_in(columns.text(row, "kind")) if tells_kinds else headings.kind
    code_written = columns.text(row, "code")
    code, asks = line_code(code_written)
    return Line(
        row=row.number,
        kind=kind,
        code=code,
        name=name.text,
        kind_written="" if kind else columns.text(row, "kind") or headings.title,
        sector=sector_in(columns.text(row, "sector")) or headings.sector,
        level=columns.text(row, "levels"),
        executing=columns.text(row, "executing"),
        competent=columns.text(row, "competent"),
        laws=columns.text(row, "laws"),
        before=read_limit(before.text),
        after=None if is_not_cut(after.text) else read_limit(after.text),
        is_not_cut=is_not_cut(after.text),
        note=_note(row, columns),
        replaces=codes_in(columns.text(row, "replaces")),
        repairs=(*name.joined, *before.joined, *after.joined),
        name_written=written if name.joined else "",
        code_written="" if code else code_written,
        asks=(*unsaid(kind), *asks),
    )


def unsaid(kind: Kind | None) -> tuple[str, ...]:
    """What is to be asked where nobody has said the kind."""
    return (NO_KIND,) if kind is None else ()


def line_code(text: str) -> tuple[str, tuple[str, ...]]:
    """The base of a code as it is written, and what is to be asked of it."""
    code = parse_code(text)
    if not text or code.is_national:
        return (code.base if text else ""), ()
    return "", (f"“{short(text)}” không phải mã thủ tục quốc gia",)


def codes_in(text: str) -> tuple[str, ...]:
    """The codes of a cell that may name several, in their order."""
    return tuple(dict.fromkeys(parse_code(found).base for found in _CODE.findall(text)))
