"""The demonstration shows a day on which all are closed and a Saturday that one works, whenever it is loaded."""

import datetime

import pytest

from agencies.models import Agency, CommonDay, CounterDay
from cms.demo.special_days import COUNTER, load_special_days
from vietnamese.days import weekday

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("on", "culture_day"),
    [
        (datetime.date(2026, 11, 24), datetime.date(2026, 11, 24)),
        (datetime.date(2026, 11, 25), datetime.date(2027, 11, 24)),
    ],
)
def test_they_are_still_to_come_and_written_once(on, culture_day):
    Agency.objects.create(name="Quầy", slug=COUNTER, kind="counter")
    assert (load_special_days(on), load_special_days(on)) == (2, 0)
    assert CommonDay.objects.get().begins == culture_day
    worked = CounterDay.objects.get().begins
    assert weekday(worked) == "thứ Bảy"
    assert 7 <= (worked - on).days < 14
