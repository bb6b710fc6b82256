"""Who and where: agencies and units, on the days that matter to them."""

from datetime import date
from typing import Any

from agencies.models import AdministrativeUnit, Agency
from tests.old_portal.doors import get, heading

#: Beside the days on which units and agencies began and ended.
DAYS = [date.fromisoformat(day) for day in ("2020-01-01", "2025-06-30", "2025-07-01", "2026-01-31", "2026-02-01")]


def agencies() -> dict[str, Any]:
    """Address of an agency → what its page is headed, and on which days it was there."""
    return {f"/co-quan/{row.slug}/": [row.name, row.phone, *_days(row)] for row in Agency.objects.order_by("slug")}


def doors() -> dict[str, Any]:
    """Pages of agencies that ended or came after others, and of one that goes on."""
    ended = Agency.objects.exclude(valid_to=None, next_steps=None, previous_steps=None).order_by("slug").distinct()
    paths = [f"/co-quan/{slug}/" for slug in ["so-tu-phap", *ended.values_list("slug", flat=True)]]
    answers = {path: get(path) for path in paths}
    return {path: [answer.status_code, heading(answer)] for path, answer in answers.items()}


def units() -> dict[str, Any]:
    """Code and first day of a unit → its name, on which days it was there, what came of it and by which decision."""
    return {f"{row.code} {row.valid_from}": _unit(row) for row in AdministrativeUnit.objects.order_by("pk")}


def _unit(row: AdministrativeUnit) -> list[Any]:
    steps = row.next_steps.order_by("date", "successor__code")
    became = [[step.successor and step.successor.code, step.kind, step.date, step.decision] for step in steps]
    return [row.name, row.parent and row.parent.code, _days(row), became]


def _days(row: Any) -> list[str]:
    return [str(day) for day in DAYS if row.is_in_force(day)]


QUESTIONS = {"agencies": agencies, "doors of agencies": doors, "units": units}
