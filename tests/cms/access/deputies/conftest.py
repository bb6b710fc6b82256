"""A department on the last minute of a day, and a clock that tests move."""

import datetime
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.utils import timezone

from agencies.models import Agency
from cms.access.upkeep import ensure_access
from tests.clock import Clock

Set = Callable[[datetime.datetime], datetime.datetime]


@pytest.fixture
def at(monkeypatch) -> Set:
    """Sets the clock."""

    def set_clock(moment: datetime.datetime) -> datetime.datetime:
        cache.clear()
        monkeypatch.setattr(timezone, "now", Clock(moment))
        return moment

    return set_clock


@pytest.fixture
def agency(portal) -> Agency:
    """A department."""
    ensure_access()
    return Agency.objects.create(name="Sở Gió", kind="department")
