"""Rows between the procedures that only name what follows: “I. LĨNH VỰC HỘ TỊCH”, “B. Thủ tục hành chính cấp xã”."""

import re
from collections.abc import Iterator

from procedures_catalog.files.issues import Told, complain, place
from procedures_catalog.files.lists.row import Row
from vietnamese.fold import words
from vietnamese.spelling import squeeze

_NUMBER = re.compile(r"[ivx]{1,5}|[a-h]|\d{1,2}")
_OF = "(?:thuoc|cap|duoc|moi|sua|bi|dung chung|ap dung|noi bo|lien thong)"
_TITLE = re.compile(
    rf"(?:(?:{_NUMBER.pattern}) )?(?:linh vuc|danh muc|nhom|(?:phan|muc|phu luc) (?:[ivx]{{1,5}}|\d{{1,2}})"
    rf"|(?:thu tuc hanh chinh|tthc) {_OF})\b"
)


def is_section(row: Row) -> bool:
    """Whether a row has nothing but the title of a section, and perhaps its number."""
    said = [" ".join(words(str(cell))) for cell in row.cells]
    texts = [text for text in said if text]
    if len(texts) == 2 and _NUMBER.fullmatch(texts[0]):
        texts = texts[1:]
    return len(texts) == 1 and bool(_TITLE.match(texts[0]))


class Sections:
    """Counts them, so that what was left out is told."""

    def __init__(self) -> None:
        self._rows: list[Row] = []

    def holds(self, row: Row) -> bool:
        """Whether the row is one; it is kept then."""
        if not is_section(row):
            return False
        self._rows.append(row)
        return True

    def told(self) -> Iterator[Told]:
        """One remark for all of them, with the first."""
        if self._rows:
            first = self._rows[0]
            title = squeeze(" ".join(map(str, first.cells)))
            where = place(first.number, first.sheet)
            reason = f"{len(self._rows)} dòng chỉ là tiêu đề mục nên không đọc, đầu tiên ở {where}: “{title[:100]}”"
            yield Told(complain(0, "", title, reason, sheet=first.sheet))
