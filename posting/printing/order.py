"""PrintOrder: what to print, for where, in which shape; refused in plain words before anything is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agencies.models import AdministrativeUnit, Agency
from paper.make import BOARD_COLUMNS
from posting.models.paper import LONGEST_SPOT
from posting.rules.kinds import PAPER_KINDS
from posting.rules.refusal import CannotPrintError, shortened
from posting.rules.selection import Selection

#: Columns of a board when nobody says how many: cells stay wide enough to be read from one metre.
COLUMNS_OF_SIZE: Mapping[str, int] = {"A3": 3, "A2": 4, "A1": 5, "A0": 6}
#: "posted" papers hang on a wall, "handed" ones go home with somebody and are never hung.
PURPOSES = ("posted", "handed")


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """One printing. `kind` is a key of PAPER_KINDS, `size` one of its sizes ("": the first).

    `columns` are a board's, 2 to 6 (0: by size). `unit` is the commune it is for, `counter` the place named on it
    (none: the commune's own). `spot` says where it will hang; with `hang` it hangs from today. Raises CannotPrintError
    for what no printer could do.
    """

    kind: str
    selection: Selection
    unit: AdministrativeUnit | None = None
    counter: Agency | None = None
    spot: str = ""
    size: str = ""
    columns: int = 0
    purpose: str = "posted"
    two_sided: bool = False
    hang: bool = False

    def __post_init__(self) -> None:
        complaint = next(filter(None, (check(self) for check in _CHECKS)), "")
        if complaint:
            raise CannotPrintError(complaint)

    @property
    def paper_size(self) -> str:
        """The size that is printed."""
        return self.size or PAPER_KINDS[self.kind].sizes[0]

    @property
    def paper_columns(self) -> int:
        """The columns of a board."""
        return self.columns or COLUMNS_OF_SIZE[self.paper_size]

    @property
    def kept(self) -> dict[str, Any]:
        """What a paper keeps of its order, besides its own columns, so that it can be printed again."""
        shape = {"columns": self.columns, "two_sided": self.two_sided}
        return self.selection.as_json() | {name: value for name, value in shape.items() if value}

    @classmethod
    def from_wanted(cls, kind: str, wanted: Mapping[str, Any], unit: AdministrativeUnit | None) -> "PrintOrder":
        """The order that a job keeps: "selection", and any of the other names; "counter" is an id. CannotPrintError."""
        return cls(
            kind=kind,
            selection=Selection.from_json(wanted.get("selection") or {}),
            unit=unit,
            counter=_counter(wanted.get("counter")),
            spot=str(wanted.get("spot") or ""),
            size=str(wanted.get("size") or ""),
            columns=_number(wanted.get("columns")),
            purpose=str(wanted.get("purpose") or "posted"),
            two_sided=wanted.get("two_sided") is True,
            hang=wanted.get("hang") is True,
        )


def _counter(key: Any) -> Agency | None:
    if not key:
        return None
    agency = Agency.objects.filter(pk=_number(key)).first()
    if agency is None:
        raise CannotPrintError("Nơi tiếp nhận đã chọn không có trong danh bạ cơ quan.")
    return agency


def _number(value: Any) -> int:
    text = str(value or 0)
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else -1


# --- What is refused ------------------------------------------------------------------------------


def _kind(order: PrintOrder) -> str:
    return "" if order.kind in PAPER_KINDS else f"Không có loại giấy “{shortened(order.kind)}”."


def _size(order: PrintOrder) -> str:
    kind = PAPER_KINDS[order.kind]
    if not order.size or order.size in kind.sizes:
        return ""
    return f"{kind.label} không có khổ {shortened(order.size)}; có: {', '.join(kind.sizes)}."


def _columns(order: PrintOrder) -> str:
    if order.columns in (0, *BOARD_COLUMNS):
        return ""
    return f"Bảng niêm yết có từ {BOARD_COLUMNS[0]} đến {BOARD_COLUMNS[-1]} cột."


def _purpose(order: PrintOrder) -> str:
    if order.purpose not in PURPOSES:
        return f"Không có mục đích in “{shortened(order.purpose)}”."
    return "Tờ đưa cho người dân thì không treo." if order.hang and order.purpose == "handed" else ""


def _spot(order: PrintOrder) -> str:
    if len(order.spot) > LONGEST_SPOT or "\0" in order.spot:
        return f"Chỗ treo dài nhất {LONGEST_SPOT} ký tự."
    if order.hang and not (order.unit or order.counter or order.spot):
        return "Hãy ghi chỗ treo: xã, phường, nơi tiếp nhận hoặc một dòng mô tả."
    return ""


_CHECKS = (_kind, _size, _columns, _purpose, _spot)
