"""Whether the rows of a table are in force: by their cells, the section, the titles above, the sheet's name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from procedures_catalog.files.lists.columns import Columns
from procedures_catalog.files.lists.headings import claim
from procedures_catalog.files.lists.row import Row, cell_text
from procedures_catalog.files.lists.standing.abolished import (
    State,
    cell_ends,
    is_of_the_whole_decision,
    name_ends,
    says_something,
    state_of,
    tells_states,
    title_state,
)
from procedures_catalog.files.lists.standing.sections import Sections, is_section, style_of, title_of
from vietnamese.spelling import squeeze

_ENDED = "{} nói là đã bãi bỏ, hết hiệu lực hoặc bị thay thế; không nhập như thủ tục đang áp dụng"
_UNCLEAR = (
    "{} nói cả thủ tục bị bãi bỏ lẫn thủ tục khác, không rõ dòng này thuộc loại nào nên không nhập; hãy tách bảng, "
    "thêm dòng tiêu đề mục hoặc cột “Loại”"
)
_CONTRADICTS = "{} trái với {}, không rõ dòng này có bị bãi bỏ không nên không nhập"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a row is not read as in force; `ended`: the list says so, else nobody can tell."""

    reason: str
    ended: bool


@dataclass(frozen=True, slots=True)
class _Source:
    """What one place says of all rows of a table, and how a message calls it."""

    state: State
    called: str


class Standing:
    """What is said of the rows of a table beside what each says of itself."""

    def __init__(self, sheet: str, above: Sequence[Row], sections: Sections) -> None:
        self._sections = sections
        self._sheet = _Source(state_of(sheet), f"tên trang tính “{sheet}”")
        self._title = _title_in([row for row in above if not _enters(row, sections)])

    def judged(self, row: Row, columns: Columns) -> Verdict | None:
        """Why the row is not to be read as in force; None where nothing speaks against it."""
        if why := next(_told_by_row(row, columns), ""):
            return Verdict(_ENDED.format(why), True)
        verdict = self._of_table()
        says_now = verdict and not verdict.ended and any(_now_told(row, columns))
        return None if says_now else verdict

    def _of_table(self) -> Verdict | None:
        section = self._sections.of_state()
        said = _Source(section.state, f"mục “{section.title[:80]}” ({section.where})") if section else _Source("", "")
        sources = [source for source in (said, self._title, self._sheet) if source.state]
        if not sources:
            return None
        first, others = sources[0], sources[1:]
        if first.state == "both" and first is self._title and self._sheet.state in ("ended", "now"):
            first, others = self._sheet, []
        if first.state == "ended":
            return Verdict(_ENDED.format(first.called), True)
        if first.state == "both":
            return Verdict(_UNCLEAR.format(first.called), False)
        against = next((other for other in others if other.state == "ended"), None)
        return Verdict(_CONTRADICTS.format(first.called, against.called), False) if against else None


# --- The titles above -----------------------------------------------------------------------------


def _enters(row: Row, sections: Sections) -> bool:
    """Whether a row above the headings is a numbered section; it is entered then."""
    if not (is_section(row) and style_of(title_of(row))):
        return False
    sections.enter(row)
    return True


def _title_in(rows: Sequence[Row]) -> _Source:
    """What the titles say together; those about the whole decision only where no other says anything."""
    texts = [cell for row in rows for cell in row.cells if isinstance(cell, str) and title_state(cell)]
    own = [text for text in texts if not is_of_the_whole_decision(text)] or texts
    states = set(map(title_state, own))
    state: State = "" if not states else states.pop() if len(states) == 1 else "both"
    return _Source(state, f"tiêu đề “{squeeze(own[-1])[:120] if own else ''}”")


# --- What a row says of itself --------------------------------------------------------------------


def _told_by_row(row: Row, columns: Columns) -> Iterator[str]:
    """How messages call the cells that say that their row has ended."""
    code, name = columns.text(row, "code"), columns.text(row, "name")
    if name_ends(name):
        yield "ghi chú sau tên"
    for heading in (columns.headers["name"], columns.headers["code"]):
        if state_of(heading) == "ended":
            yield f"tên cột “{heading}”"
    for heading, text in _beside(row, columns):
        if _is_of_another(heading):
            continue
        if says_something(text) if state_of(heading) == "ended" else _cell_says(heading, text, code):
            yield f"cột “{heading}” ghi “{squeeze(text)[:80]}”,"


def _is_of_another(heading: str) -> bool:
    """Whether a column names the procedures that those of the rows replace: “Mã TTHC bị thay thế” beside “Mã TTHC”."""
    said = claim(heading)
    return said is not None and said.key in ("code", "name")


def _cell_says(heading: str, text: str, code: str) -> bool:
    return cell_ends(text, code[:8], tells_states=tells_states(heading))


def _now_told(row: Row, columns: Columns) -> Iterator[bool]:
    for heading, text in _beside(row, columns):
        yield tells_states(heading) and state_of(text) == "now"


def _beside(row: Row, columns: Columns) -> Iterator[tuple[str, str]]:
    """The heading and the text of each cell of a row that is none of what a record takes."""
    taken = {place for key, place in columns.places.items() if key != "decision_number"}
    for place, cell in enumerate(row.cells):
        if place not in taken and cell != "":
            heading = squeeze(str(columns.line[place])) if place < len(columns.line) else ""
            yield heading, cell_text(cell)
