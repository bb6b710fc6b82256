"""The law's clocks for tests, as a migration brings them."""

from datetime import date
from typing import Any

from decisions.models import LegalClock


def clock(key: str, days: int = 5, **facts: Any) -> LegalClock:
    """One that is counted and need not be checked for long."""
    said = {"says": f"Việc {key}", "citation": "Điều 1", "check_on": date(2090, 1, 1), "is_counted": True, **facts}
    return LegalClock.objects.update_or_create(key=key, defaults={"working_days": days, **said})[0]
