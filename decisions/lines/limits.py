"""Time limits as decisions write them: “2,5 ngày làm việc kể từ ngày nhận hồ sơ”, “Không thực hiện cắt giảm”."""

import re
from dataclasses import dataclass

from procedures_catalog.facts.times.lengths import Length, lengths_in
from vietnamese.fold import words
from vietnamese.spelling import squeeze

_MOST = frozenset(["toi da", "khong qua", "cham nhat", "cham nhat la"])
_BEFORE = _MOST | {"", "trong", "trong thoi han"}
_NOT_CUT = re.compile(r"\bkhong(?: thuc hien| co)? (?:cat giam|rut ngan)\b|\bgiu nguyen\b")


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit: its sentence, and the length where it is that one alone. `is_at_most`: “tối đa …”, which the sentence
    says too."""

    text: str
    length: Length | None = None
    is_at_most: bool = False

    def __str__(self) -> str:
        return self.length.text if self.length else self.text


def is_not_cut(text: str) -> bool:
    """Whether a cell says that nothing is cut."""
    return bool(_NOT_CUT.search(" ".join(words(text))))


def read_limit(text: str) -> Limit | None:
    """The limit of a cell; None where it is empty. Its length only where the cell begins with one and names no other:
    of “5 ngày; trường hợp xác minh 10 ngày” the sentence alone is kept."""
    said = squeeze(text)
    if not said:
        return None
    found = lengths_in([said.lstrip("-+* ")])
    before = " ".join(words(found[0].before)) if found else ""
    if len(found) != 1 or before not in _BEFORE:
        return Limit(said)
    return Limit(said, found[0], before in _MOST)
