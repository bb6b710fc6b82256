"""The counters of all communes, and which are near."""

from agencies.models import CommonDay, CounterDay
from posting.place.counters import counters, nearest
from tests.clock import today
from tests.posting.factories import commune, counter_of


def _counters():
    return counters(today())


def test_each_commune_in_force_has_its_counter_or_none(db):
    first, second = commune(1), commune(2)
    counter_of(first, address="Số 1, đường Gió")
    held = _counters()
    assert held[first.code].counter["address"] == "Số 1, đường Gió"
    assert held[second.code].counter is None


def test_they_are_kept_until_something_changes(db, django_assert_num_queries):
    agency = counter_of(commune(1))
    _counters()
    with django_assert_num_queries(1):
        _counters()
    agency.phone = "0200 111 222"
    agency.save()
    (held,) = _counters().values()
    assert "0200 111 222" in str(held.counter["phone"])


def test_days_that_differ_are_of_the_day_and_renew_them(db, django_assert_num_queries):
    agency = counter_of(commune(1))
    assert _counters()["T0001"].counter["today"]["text"] == ""
    CommonDay.objects.create(begins=today(), kind="closed", reason="Ngày hội diều")
    assert "nghỉ: Ngày hội diều" in _counters()["T0001"].counter["today"]["text"]
    CounterDay.objects.create(agency=agency, begins=today(), kind="open", hours="8h-11h")
    assert "): 8:00–11:00" in _counters()["T0001"].counter["today"]["text"]
    with django_assert_num_queries(1):
        _counters()


def test_the_nearest_come_first_with_their_kilometres(db):
    for number, latitude in enumerate(["16.0", "16.5", "16.1", "17.9"]):
        counter_of(commune(number), latitude=latitude, longitude="107.0")
    held = _counters()
    found = nearest(held["T0000"], held, 2)
    assert [(each.name, kilometres) for each, kilometres in found] == [("Xã Diều 2", 11), ("Xã Diều 1", 56)]


def test_nothing_is_near_where_it_is_not_known_where_one_stands(db):
    counter_of(commune(1))
    counter_of(commune(2), latitude="16.0", longitude="107.0")
    held = _counters()
    assert nearest(held["T0001"], held, 3) == ()
    assert nearest(held["T0002"], held, 3) == ()
