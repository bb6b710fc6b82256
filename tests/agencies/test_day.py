"""One request, one moment: its day in the province, however long it takes and however often it is asked."""

import datetime

import pytest
from django.test import RequestFactory
from django.utils import timezone

from agencies.day import asked_at, asked_on, day_of, local_day

BEFORE_MIDNIGHT = datetime.datetime(2026, 11, 28, 16, 59, tzinfo=datetime.UTC)
AFTER_MIDNIGHT = datetime.datetime(2026, 11, 28, 17, 1, tzinfo=datetime.UTC)


@pytest.mark.parametrize(("moment", "day"), [(BEFORE_MIDNIGHT, 28), (AFTER_MIDNIGHT, 29)])
def test_a_day_begins_at_midnight_in_the_province(moment, day, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: moment)
    request = RequestFactory().get("/")
    expected = datetime.date(2026, 11, day)
    assert [local_day(moment), asked_on(request), day_of(request)] == [expected] * 3


def test_a_request_that_goes_on_past_midnight_keeps_the_day_on_which_it_began(monkeypatch):
    moments = iter([BEFORE_MIDNIGHT, AFTER_MIDNIGHT])
    monkeypatch.setattr(timezone, "now", lambda: next(moments))
    request, later = RequestFactory().get("/"), RequestFactory().get("/")
    assert {asked_at(request) for _ in range(3)} == {BEFORE_MIDNIGHT}
    assert asked_on(request) < asked_on(later)
