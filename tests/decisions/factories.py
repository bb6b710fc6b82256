"""A decision, its lines, and a small catalogue for tests."""

from typing import Any

from decisions.models import Decision, DecisionLine
from tests.procedures_catalog.factories import bring, national_row, page_of

NAME, OTHER = "Cấp giấy phép thả diều", "Gia hạn giấy phép bơi qua hồ"
CODE, OTHER_CODE = "1.000001", "1.000002"
TABLE = f"Loại\tMã TTHC\tTên TTHC\nsửa đổi\t{CODE}\t{NAME}\nbãi bỏ\t\t{OTHER}\n"


def two_procedures() -> None:
    """Published ones, on nobody's shelf."""
    bring(*[national_row(code, **{"Tên thủ tục": name}) for code, name in ((CODE, NAME), (OTHER_CODE, OTHER))])


def decision(**facts: Any) -> Decision:
    """One of the whole portal, unless told otherwise."""
    return Decision.objects.create(**{"summary": "Công bố việc thả diều", **facts})


def line(of: Decision, **facts: Any) -> DecisionLine:
    """An amended procedure that is known."""
    said = {"place": of.lines.count() + 1, "kind": "amended", "code": CODE, "name": NAME, **facts}
    return DecisionLine.objects.create(decision=of, **said)


def identity_of(code: str) -> int:
    """The identity of a procedure of the catalogue."""
    return page_of(code).identity_id
