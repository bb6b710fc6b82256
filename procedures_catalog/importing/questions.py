"""What makes an import look wrong, so that a person is asked before anything is written: all thresholds stand here."""

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass

from procedures_catalog.record import ProcedureRecord
from vietnamese.fold import fold

#: A new name that keeps less than this share of the old one's words has destroyed it.
KEPT_OF_A_NAME = 0.5
#: A list without this share of what is held, or more, shows a catalogue that has shrunk.
SHRUNK = 0.3
#: A list that does not say what it is counts as whole when it names this share of what is held …
WHOLE_SHARE = 0.5
#: … and at least so many procedures are held; before that a portal is only being filled.
WHOLE_FROM = 100
#: Parts that nobody can do without; others, such as who carries it out, many national records lack.
PARTS: Mapping[str, str] = {
    "steps": "Trình tự thực hiện",
    "results": "Kết quả thực hiện",
    "channels": "Cách thức thực hiện",
    "cases": "Thành phần hồ sơ",
}

#: What `--accept` may name → what it accepts.
REASONS: Mapping[str, str] = {
    "name": "tên thủ tục bị thay gần hết hoặc bị xóa",
    "emptied": "một phần của thủ tục bị để trống",
    "vanished": "mã thủ tục đang có không còn trong danh sách đầy đủ",
    "shrunk": f"danh sách đầy đủ thiếu từ {SHRUNK:.0%} số thủ tục đang có".replace("%", " %"),
}


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that looks wrong: `reason` is a key of REASONS; code and name are empty when it is the whole list."""

    reason: str
    code: str
    name: str
    text: str


def about_change(before: ProcedureRecord, after: ProcedureRecord) -> list[Question]:
    """The questions about one procedure that changes."""
    asked = []
    if kept_share(before.name, after.name) < KEPT_OF_A_NAME:
        asked.append(Question("name", before.code, before.name, f"tên mới là “{after.name}”"))
    for part, label in PARTS.items():
        if _says_something(before, part) and not _says_something(after, part):
            asked.append(Question("emptied", before.code, before.name, f"“{label}” sẽ để trống"))
    return asked


def about_list(held: Mapping[str, str], named: Set[str], known: Set[str]) -> list[Question]:
    """The questions about a whole list that names these codes; `held` maps codes to names, `known` are codes that an
    earlier whole list already lacked and somebody accepted."""
    gone = held.keys() - named
    text = "không còn trong danh sách; trang vẫn được giữ như đang có"
    asked = [Question("vanished", code, held[code], text) for code in sorted(gone - known)]
    if held and len(gone) >= SHRUNK * len(held) and gone - known:
        asked.append(Question("shrunk", "", "", f"danh sách thiếu {len(gone)} trong {len(held)} thủ tục đang có"))
    return asked


def is_whole(held: Set[str], named: Set[str]) -> bool:
    """Whether a list of these codes is to be taken for a whole one when nobody said which it is."""
    return len(held) >= WHOLE_FROM and len(held & named) >= WHOLE_SHARE * len(held)


def kept_share(before: str, after: str) -> float:
    """How much of a name's words another name keeps, from 0 to 1; marks and letter case do not matter."""
    old, new = Counter(fold(before).split()), Counter(fold(after).split())
    return (old & new).total() / old.total() if old else 1.0


def _says_something(record: ProcedureRecord, part: str) -> bool:
    return any(case.papers for case in record.cases) if part == "cases" else bool(getattr(record, part))
