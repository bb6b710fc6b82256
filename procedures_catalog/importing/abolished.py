"""Names what lists call abolished: none of it is taken, and what the catalogue has of it stays as it is."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from agencies.models.dated import not_ended
from procedures_catalog.facts.codes import parse_code
from procedures_catalog.files.issues import Refused
from procedures_catalog.importing.judging.questions import Question, about_abolished
from procedures_catalog.importing.judging.report import Abolished, Report
from procedures_catalog.importing.plan import Plan
from procedures_catalog.models import ProcedurePage

_ABSENT, _CODELESS = "cổng không có thủ tục này", "không có mã nên không đối chiếu được với cổng"


def tell_abolished(plans: Sequence[Plan], report: Report, on: date) -> None:
    """Adds to the report each row that a list calls abolished, with what the catalogue has of its code on a day, and
    asks where another row of the files has the same code."""
    held = _held({_base(row) for plan in plans for row in plan.ended}, on)
    for plan in plans:
        report.abolished += [
            (plan.file, _told(row, held.get(_base(row), _ABSENT if _base(row) else _CODELESS))) for row in plan.ended
        ]
    report.questions += _taken_too(plans)


def _base(row: Refused) -> str:
    """What its code is looked up by; "" where the cell says that there is none."""
    base = parse_code(row.complaint.code).base
    return base if any(map(str.isdigit, base)) else ""


def _told(row: Refused, held: str) -> Abolished:
    said = row.complaint
    return Abolished(said.row, _base(row), said.name, said.reason, held, said.sheet)


def _held(bases: set[str], on: date) -> dict[str, str]:
    """What the catalogue has of these codes, in words."""
    pages = ProcedurePage.objects.filter(code_base__in=bases - {""})
    current = set(pages.filter(not_ended(on)).values_list("code_base", flat=True))
    return {
        base: _in_words(live, base in current, title)
        for base, live, title in pages.values_list("code_base", "live", "title")
    }


def _in_words(is_live: bool, is_current: bool, title: str) -> str:
    if not is_current:
        return f"cổng đã ghi ngày hết hiệu lực: “{title}”"
    return f"cổng đang công bố, chưa đổi gì: “{title}”" if is_live else f"cổng có nhưng không công bố: “{title}”"


def _taken_too(plans: Sequence[Plan]) -> Iterator[tuple[str, Question]]:
    """The questions about codes that one row abolishes and another names as in force."""
    taken = defaultdict[str, str](str)
    for plan in plans:
        taken |= {row.base(): f"{plan.file} {row.place()}" for row in plan.accepted()}
    for plan in plans:
        for row in plan.ended:
            if _base(row) and (place := taken[_base(row)]):
                said = row.complaint
                yield plan.file, about_abolished(said.code, said.name, said.place(), place)
