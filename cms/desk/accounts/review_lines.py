"""The lines of “Rà soát tài khoản”: each account with what is stored, what somebody has sent, what is missing; and what
a form remembers of the review that it was opened with, so that none writes over another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from agencies.day import local_day
from cms.access.deputies.telling import roles_in_words, with_deputies
from cms.access.review.deciding import Choice, open_review, with_factor
from cms.access.review.waiting import due_on, last_finished, to_review
from cms.desk.rows.guard import opened_as
from cms.models import Decision, Editor

WHY = "Hãy ghi lý do vào ô ghi chú."
STALE = (
    "Chưa lưu: trong lúc bạn sửa, lần rà soát này đã được lưu ở nơi khác (cửa sổ khác, hoặc người khác). Dưới đây là "
    "những gì đang được lưu; chỗ nào khác với bạn vừa chọn thì ghi ngay bên dưới, hãy xem rồi chọn lại."
)
_LONGEST = 500


@dataclass(slots=True)
class Line:
    """An account on the list, the day on which it is due; `refused` is what a stale form said of it."""

    editor: Editor
    roles: str
    has_factor: bool
    due: date
    waits: bool
    decision: str = ""
    remark: str = ""
    fault: str = ""
    refused: str = ""

    @property
    def is_missing(self) -> bool:
        """Whether the review cannot be finished for this line."""
        return bool(self.fault or (self.waits and not self.decision))


def stored_lines(user: Any, moment: datetime) -> list[Line]:
    """All that he keeps but himself, by agency and name; with what his open review says."""
    rows = with_deputies(to_review(user).select_related("agency"))
    editors = list(rows.order_by("agency__name", "first_name", "last_name", "username"))
    safe = with_factor(editor.pk for editor in editors)
    return _with_decided([_line(each, each.pk in safe, local_day(moment)) for each in editors], user)


def _line(editor: Any, has_factor: bool, today: date) -> Line:
    due = due_on(editor.reviewed_at)
    return Line(editor, roles_in_words(editor), has_factor, due, waits=due <= today)


def _with_decided(lines: list[Line], user: Any) -> list[Line]:
    review = open_review(user)
    decided = {row.editor_id: row for row in review.accounts.all()} if review else {}
    for line in lines:
        if row := decided.get(line.editor.pk):
            line.decision, line.remark = row.decision, row.remark
    return lines


def known_of(user: Any, lines: list[Line]) -> str:
    """What a form remembers of what is stored, as the desk's other forms do: each decision, and the last review. A line
    with a fault is not stored."""
    kept = (line for line in lines if line.decision and not line.fault)
    told = {str(line.editor.pk): ("", f"{line.decision} {line.remark}") for line in kept}
    return opened_as({"last": ("", str(last_finished(user)))} | told)


def filled(line: Line, given: Mapping[str, str]) -> Line:
    """The line as somebody has sent it."""
    line.decision, line.remark = _said(line, given)
    if line.decision in (Decision.TAKE, Decision.DISABLE) and not line.remark:
        line.fault = WHY
    return line


def beside(line: Line, given: Mapping[str, str]) -> Line:
    """The line as it is stored, with what was refused where it says another thing."""
    decision, remark = _said(line, given)
    if (decision, remark) != (line.decision, line.remark):
        chosen = Decision(decision).label if decision else "Chưa quyết định"
        line.refused = "; ".join(filter(None, [chosen, remark]))
    return line


def _said(line: Line, given: Mapping[str, str]) -> tuple[str, str]:
    decision = given.get(f"decision-{line.editor.pk}", "")
    remark = " ".join(given.get(f"remark-{line.editor.pk}", "").split())[:_LONGEST]
    return decision if decision in Decision.values else "", remark


def choices(lines: list[Line]) -> Iterator[Choice]:
    """What can be kept of them."""
    for line in lines:
        if line.decision and not line.fault:
            yield Choice(line.editor.pk, Decision(line.decision), line.remark)
