"""One request, one moment: its day in the province, however long it takes and however often it is asked."""

import datetime

import pytest
from django.test import RequestFactory
from django.utils import timezone

from agencies.day import (
    FIRST,
    LAST,
    UnclearDayError,
    another_day,
    asked_at,
    asked_on,
    day_of,
    local_day,
    take_day,
    with_day,
)

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


# --- Another day ----------------------------------------------------------------------------------


def _asked(**data: str):
    return RequestFactory().get("/", data)


def test_a_door_that_takes_no_day_speaks_of_today_whatever_the_address_says():
    request = _asked(ngay="2027-02-28")
    assert (day_of(request), another_day(request)) == (asked_on(request), None)


def test_a_door_that_takes_the_day_speaks_of_it_and_still_acts_today():
    request = _asked(ngay="28/02/2027")
    take_day(request)
    assert day_of(request) == another_day(request) == datetime.date(2027, 2, 28) != asked_on(request)


@pytest.mark.parametrize("day", [FIRST - datetime.timedelta(days=1), LAST + datetime.timedelta(days=1)])
def test_a_day_beyond_those_that_can_be_told_of_is_refused_with_both_bounds(day):
    with pytest.raises(UnclearDayError, match="01/01/2000 đến hết 31/12/2099"):
        take_day(_asked(ngay=day.isoformat()))


@pytest.mark.parametrize(
    ("address", "of_that_day"),
    [
        ("/thu-tuc/a/", "/thu-tuc/a/?ngay=2027-02-28"),
        ("/thu-tuc/?cap=commune", "/thu-tuc/?cap=commune&ngay=2027-02-28"),
        ("/thu-tuc/a/#noi-nop", "/thu-tuc/a/?ngay=2027-02-28#noi-nop"),
        ("", ""),
    ],
)
def test_an_address_keeps_the_day(address, of_that_day):
    assert with_day(address, datetime.date(2027, 2, 28)) == of_that_day
    assert with_day(address, None) == address
