"""Rows between the procedures that only name what follows: “I. LĨNH VỰC HỘ TỊCH”, “B. Thủ tục hành chính cấp xã”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from procedures_catalog.files.issues import Told, complain, place
from procedures_catalog.files.lists.row import Row
from procedures_catalog.files.lists.standing.abolished import State, is_of_the_whole_decision, title_state
from vietnamese.fold import fold, words
from vietnamese.spelling import squeeze

_NUMBER = re.compile(r"[ivx]{1,5}|[a-h]|\d{1,2}")
_OF = "(?:thuoc|cap|duoc|moi|sua|bi|dung chung|ap dung|noi bo|lien thong)"
_TITLE = re.compile(
    rf"(?:(?:{_NUMBER.pattern}) )?(?:linh vuc|danh muc|nhom|(?:phan|muc|phu luc) (?:[ivx]{{1,5}}|\d{{1,2}})"
    rf"|(?:thu tuc hanh chinh|tthc) {_OF})\b"
)


_STYLES = re.compile(
    r"\W*(?:(?P<word>phan|phu luc|muc|bieu)\b|(?P<roman>[ivx]{1,5})[ .)/:-]|(?P<letter>[a-h])[ .)/:-]"
    r"|(?P<digits>\d{1,2}(?:\.\d{1,2})*)[ .)/:-])"
)


def is_section(row: Row) -> bool:
    """Whether a row has nothing but the title of a section, and perhaps its number."""
    said = [" ".join(words(str(cell))) for cell in row.cells]
    texts = [text for text in said if text]
    if len(texts) == 2 and _NUMBER.fullmatch(texts[0]):
        texts = texts[1:]
    return len(texts) == 1 and bool(_TITLE.match(texts[0]) or title_state(title_of(row)) in ("ended", "both"))


def names_what_follows(text: str) -> bool:
    """Whether a text is the title of a section rather than the name of a procedure."""
    return bool(_TITLE.match(" ".join(words(text))))


def title_of(row: Row) -> str:
    """The row's texts on one line."""
    return squeeze(" ".join(map(str, row.cells)))


def style_of(title: str) -> str:
    """How a title is numbered: “A.” and “B.” alike, “I.” and “II.” alike; "" where it is not."""
    found = _STYLES.match(fold(title))
    if not found:
        return ""
    if found["digits"]:
        return f"digits {found['digits'].count('.')}"
    return found["word"] or found.lastgroup or ""


@dataclass(frozen=True, slots=True)
class Section:
    """A title that others may stand below; `state` is what it says of its rows, `where` its place in the file."""

    style: str
    state: State
    title: str
    where: str


class Sections:
    """Which sections a row stands in, and how many titles there were, so that what was left out is told.

    A title ends the last one that is numbered in its way, and all below that. One without a number that says what its
    rows are ends all: nobody can tell what it stands below.
    """

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._open: list[Section] = []

    def holds(self, row: Row) -> bool:
        """Whether the row is one; it is kept then."""
        if not is_section(row):
            return False
        self._rows.append(row)
        self.enter(row)
        return True

    def enter(self, row: Row) -> None:
        """The rows that follow stand below this one."""
        title = title_of(row)
        style, state = style_of(title), title_state(title)
        if is_of_the_whole_decision(title) or not (style or state):
            return
        at = next((at for at, each in enumerate(self._open) if each.style == style), len(self._open)) if style else 0
        self._open[at:] = [Section(style, state, title, place(row.number, row.sheet))]

    def of_state(self) -> Section | None:
        """The innermost section that says whether its rows are in force."""
        return next((section for section in reversed(self._open) if section.state), None)

    def told(self) -> Iterator[Told]:
        """One remark for all of them, with the first."""
        if self._rows:
            first = self._rows[0]
            title = title_of(first)
            where = place(first.number, first.sheet)
            reason = f"{len(self._rows)} dòng chỉ là tiêu đề mục nên không đọc, đầu tiên ở {where}: “{title[:100]}”"
            yield Told(complain(0, "", title, reason, sheet=first.sheet))
