"""The table of parts: all that a procedure consists of, a row for each fact of its record.

Whatever treats the facts one by one reads this table and names none of them: loading and writing columns, the
province's layer, digests, comparisons, the words to search in, the national file, what a list leaves out, the API, and
the lines about itself on page and sheet. What gives a fact a place of its own (a table of fees, steps with numbers)
names it there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from procedures_catalog.facts import names_list
from procedures_catalog.facts.complete.blanks import BLANKS
from procedures_catalog.facts.parts.shapes import (
    CASES,
    CHANNELS,
    FLAG,
    KEY,
    KEYS,
    LINES,
    LONG_TEXT,
    NAMES,
    OPTIONAL_TEXT,
    PAIRS,
    ROWS,
    STEPS,
    TEXT,
    TEXTS,
    URL,
    Shape,
)
from procedures_catalog.facts.vocabulary import (
    AGENCY_ROLES,
    LEVELS,
    NATIONAL_KINDS,
    NATIONAL_ONLINE_LEVELS,
    ONLINE_LEVELS,
    PARTIAL_REASONS,
    PROCEDURE_KINDS,
)

#: The parts of a page as a comparison tells them, in its order: key → what people read. What only the national list
#: knows comes last.
GROUPS: Mapping[str, str] = {
    "name": "Tên chính thức",
    "code": "Mã thủ tục",
    "sector": "Lĩnh vực",
    "levels": "Cấp thực hiện",
    "kind": "Loại thủ tục",
    "decision": "Quyết định công bố",
    "cases": "Giấy tờ cần mang",
    "channels": "Cách nộp, thời hạn, lệ phí",
    "steps": "Các bước thực hiện",
    "results": "Kết quả nhận được",
    "conditions": "Yêu cầu, điều kiện",
    "receiving_address": "Nơi nộp",
    "agencies": "Cơ quan giải quyết",
    "applicants": "Đối tượng thực hiện",
    "law": "Căn cứ pháp lý",
    "online": "Nộp trực tuyến",
    "blanks": "Phần để trống",
    "everyday_names": "Tên gọi thường ngày",
    "keywords": "Từ khóa (dữ liệu quốc gia)",
    "description": "Mô tả (dữ liệu quốc gia)",
}
#: Groups whose rows tell a reader something by their order.
ORDERED = frozenset({"cases", "channels", "steps", "results", "conditions", "receiving_address"})
#: Groups that the national list knows and no page shows.
UNSHOWN = frozenset({"kind", "keywords", "description"})


@dataclass(frozen=True, slots=True)
class Part:
    """One fact: `name` is its attribute of `ProcedureRecord`. The other columns are said beside them."""

    name: str
    #: How it stands in its column, which has its name unless another is given; ROWS and NAMES have none.
    shape: Shape
    #: Facts are told together in a group, there as a row of this name.
    group: str = ""
    row: str = ""
    column: str = ""
    #: Its key in the national file, and how a list is cut out of its text there.
    national: str = ""
    split: Callable[[str], tuple[str, ...]] | None = None
    #: What people, and what that file, read for a key.
    choices: Mapping[str, str] | None = None
    national_choices: Mapping[str, str] | None = None
    #: Whether the portal adds it to that file, so that the desk may write it of any procedure.
    is_own: bool = False
    #: What the part is called over which the province may lay its own text; "" where it may not.
    over: str = ""
    #: Its name among the lines in which a procedure tells of itself on page and sheet; said there when it is empty.
    line: str = ""
    unstated: str = ""
    #: Another fact and the value that it must have for this one to mean anything.
    only_with: tuple[str, str] | None = None
    #: Its place among the words that questions are looked for in, 0 for none.
    searched: int = 0

    @property
    def key(self) -> str:
        """The key of its group."""
        return self.group or self.name

    @property
    def label(self) -> str:
        """What the official form and the desk call it."""
        return OFFICIAL_LABELS.get(self.name) or self.national or self.name

    @property
    def held_in(self) -> str:
        """The column of the page that holds it; "" where rows of their own do."""
        return "" if self.shape in (ROWS, NAMES) else self.column or self.name

    def said(self, value: Any) -> Any:
        """A value as people read it."""
        return self.choices.get(value, "") if self.choices is not None else value


def _agencies(role: str, **values: Any) -> Part:
    label = AGENCY_ROLES[role]
    return Part(role, NAMES, "agencies", label, national=label, split=names_list.split_agencies, **values)


#: In the order of the national file; then what the portal adds, and what is kept beside the facts.
PARTS: tuple[Part, ...] = (
    Part("code", TEXT, national="Mã thủ tục", line="Mã thủ tục"),
    Part(
        "decision_number",
        TEXT,
        "decision",
        national="Số quyết định",
        line="Quyết định công bố",
        unstated="Chưa công bố",
    ),
    Part("name", TEXT, column="official_name", national="Tên thủ tục", line="Tên chính thức"),
    Part("levels", ROWS, national="Cấp thực hiện", choices=LEVELS),
    Part("kind", KEY, national="Loại thủ tục", choices=PROCEDURE_KINDS, national_choices=NATIONAL_KINDS),
    Part("sector", ROWS, national="Lĩnh vực", line="Lĩnh vực", searched=2),
    Part("steps", STEPS, national="Trình tự thực hiện", over="Trình tự", searched=7),
    Part("applicants", ROWS, national="Đối tượng thực hiện", split=names_list.split_applicants, searched=8),
    _agencies("executing", over="Cơ quan thực hiện", searched=10),
    _agencies("competent", over="Cơ quan có thẩm quyền", searched=11),
    Part("receiving_address", LONG_TEXT, national="Địa chỉ tiếp nhận HS", over="Nơi nộp", searched=14),
    _agencies("authorised", searched=12),
    _agencies("cooperating", searched=13),
    Part(
        "results",
        TEXTS,
        national="Kết quả thực hiện",
        split=names_list.split_results,
        over="Kết quả",
        searched=3,
    ),
    Part("conditions", LONG_TEXT, national="Yêu cầu, điều kiện thực hiện", over="Yêu cầu, điều kiện", searched=5),
    Part("keywords", LONG_TEXT, national="Từ khóa", searched=1),
    Part("description", OPTIONAL_TEXT, national="Mô tả", searched=6),
    Part("channels", CHANNELS, national="Cách thức thực hiện", over="Thời hạn, phí", searched=9),
    Part("cases", CASES, national="Thành phần hồ sơ", over="Thành phần hồ sơ", searched=4),
    Part("legal_bases", ROWS, "law", national="Căn cứ pháp lý", searched=15),
    Part("everyday_names", LINES, national="Tên gọi thường ngày", is_own=True, line="Người dân hay gọi"),
    Part(
        "online_level",
        KEY,
        "online",
        "Mức độ",
        national="Mức độ dịch vụ công",
        choices=ONLINE_LEVELS,
        national_choices=NATIONAL_ONLINE_LEVELS,
        is_own=True,
        line="Dịch vụ công trực tuyến",
    ),
    Part("filing_url", URL, "online", "Địa chỉ nộp", national="Liên kết nộp trực tuyến", is_own=True),
    Part(
        "reason_partial",
        KEY,
        "online",
        "Lý do chỉ trực tuyến một phần",
        national="Lý do trực tuyến một phần",
        choices=PARTIAL_REASONS,
        national_choices=PARTIAL_REASONS,
        is_own=True,
        line="Lý do chỉ trực tuyến một phần",
        unstated="Chưa công bố",
        only_with=("online_level", "partial"),
    ),
    Part(
        "reason_partial_basis",
        TEXT,
        "online",
        "Căn cứ của lý do",
        national="Căn cứ của lý do trực tuyến một phần",
        is_own=True,
        line="Căn cứ của lý do",
        only_with=("online_level", "partial"),
    ),
    Part(
        "blanks",
        KEYS,
        national="Phần để trống",
        choices=BLANKS,
        national_choices=BLANKS,
        is_own=True,
        line="Phần để trống",
    ),
    Part("source_was_nfc", FLAG, national="_nfc"),
    Part("original_wordings", PAIRS),
)
#: Name → what the official form calls it, where that is not what the national file writes.
OFFICIAL_LABELS: Mapping[str, str] = {
    "decision_number": "Quyết định công bố",
    "receiving_address": "Địa chỉ tiếp nhận hồ sơ",
}
BY_NAME: Mapping[str, Part] = {part.name: part for part in PARTS}
#: The facts that columns of a page hold, and these columns.
HELD: tuple[Part, ...] = tuple(part for part in PARTS if part.held_in)
RECORD_COLUMNS: tuple[str, ...] = tuple(part.held_in for part in HELD)
#: Those over which the province may lay its own text.
OVERLAID: Mapping[str, Part] = {part.name: part for part in PARTS if part.over}
#: The roles of agencies that a record names; a fifth receives, which no list has.
ROLES: tuple[str, ...] = tuple(part.name for part in PARTS if part.shape is NAMES)
OWN: tuple[Part, ...] = tuple(part for part in PARTS if part.is_own)


def parts_of(group: str) -> tuple[Part, ...]:
    """The facts that are told together in a group."""
    return tuple(part for part in PARTS if part.key == group)
