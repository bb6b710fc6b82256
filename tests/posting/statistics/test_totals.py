"""Totals equal the log of scans they were counted from, whatever they are added up by."""

import datetime
from collections import Counter

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agencies.models import AdministrativeUnit, Agency
from posting.models import ScanCount
from posting.statistics.figures.periods import Period, monday
from posting.statistics.totals import GROUPS, Row, by_day, by_hour, by_week, scans_in, totals
from tests.posting.statistics.factories import count_scans, make_paper

pytestmark = pytest.mark.database_differs

FIRST, LAST = datetime.date(2026, 9, 28), datetime.date(2026, 10, 15)
LOG = st.lists(
    st.tuples(
        st.integers(0, 2),  # procedure
        st.integers(-1, 2),  # paper; -1: none
        st.integers(-3, 20),  # days after the first, some of them outside
        st.integers(0, 23),
    ),
    max_size=80,
)


@pytest.fixture
def papers(db):
    """At a counter, in a commune, and nowhere."""
    commune = AdministrativeUnit.objects.create(code="00001", name="Xã Một", kind="commune")
    counter = Agency.objects.create(name="Bộ phận Một cửa Xã Một", kind="counter", unit=commune)
    return [
        make_paper(tag="AAAAAAA", title="Bảng lớn", unit=commune, counter=counter),
        make_paper(tag="BBBBBBB", title="Bảng nhỏ", unit=commune, spot="nhà văn hóa thôn 3"),
        make_paper(tag="CCCCCCC", title="Bảng lẻ"),
    ]


def store(log, identities, papers) -> list[tuple[int, int, datetime.date, int]]:
    """Writes a log as the counter would; returns its entries within the period."""
    entries = [(which, on, FIRST + datetime.timedelta(days=days), hour) for which, on, days, hour in log]
    for (which, on, day, hour), scans in Counter(entries).items():
        count_scans(identities[which], day, scans, hour, papers[on] if on >= 0 else None)
    return [entry for entry in entries if FIRST <= entry[2] <= LAST]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(log=LOG)
def test_all_totals_equal_the_log(identities, papers, log):
    with transaction.atomic():
        entries = store(log, identities, papers)
        period = Period(FIRST, LAST)
        scans = scans_in(period)
        rows = {name: {(row.name, row.detail): row.scans for row in totals(scans, name)} for name in GROUPS}
        assert {detail: n for (_, detail), n in rows["procedure"].items()} == Counter(
            f"1.10000{which + 1}" for which, *_ in entries
        )
        assert {name: n for (name, _), n in rows["sector"].items()} == Counter(
            ("Hộ tịch", "Hộ tịch", "Đất đai")[which] for which, *_ in entries
        )
        assert {name: n for (name, _), n in rows["paper"].items()} == Counter(
            ("Bảng lớn", "Bảng nhỏ", "Bảng lẻ", "Mã không gắn tờ")[on] for _, on, *_ in entries
        )
        assert {name: n for (name, _), n in rows["place"].items()} == Counter(
            ("Bộ phận Một cửa Xã Một", "Xã Một", "Chưa ghi xã, phường", "Mã không gắn tờ")[on] for _, on, *_ in entries
        )
        days = Counter(day for *_, day, _ in entries)
        assert by_day(scans, period) == {day: days[day] for day in period.days()}
        assert by_hour(scans) == {hour: sum(each[3] == hour for each in entries) for hour in range(24)}
        assert by_week(days) == Counter(monday(day) for *_, day, _ in entries)
        assert {sum(each.values()) for each in rows.values()} == {len(entries)}
        transaction.set_rollback(True)


def test_the_most_scanned_comes_first_and_times_stay_in_their_order(identities):
    for identity, scans, hour in zip(identities, (2, 9, 5), (8, 9, 10), strict=True):
        count_scans(identity, FIRST, scans, hour)
    scans = ScanCount.objects.all()
    assert [row.scans for row in totals(scans, "procedure")] == [9, 5, 2]
    assert totals(scans, "hour")[8:11] == [Row("08–09 giờ", "", 2), Row("09–10 giờ", "", 9), Row("10–11 giờ", "", 5)]
    assert totals(scans, "day") == [Row("28/09/2026", "", 16)]
    assert totals(scans, "week") == [Row("28/09/2026 – 04/10/2026", "", 16)]


def test_what_a_paper_is_and_where_it_hangs_is_said(identities, papers):
    count_scans(identities[0], FIRST, paper=papers[1])
    assert totals(ScanCount.objects.all(), "paper") == [Row("Bảng nhỏ", "BBBBBBB · Xã Một · nhà văn hóa thôn 3", 1)]


def test_a_procedure_without_a_page_is_named_by_its_short_code(identities):
    identities[0].page.delete()
    count_scans(identities[0], FIRST)
    assert totals(ScanCount.objects.all(), "procedure") == [Row("Thủ tục đã gỡ khỏi cổng", identities[0].short_code, 1)]


@pytest.mark.parametrize("by", GROUPS)
def test_any_total_is_one_query(identities, by, django_assert_num_queries):
    count_scans(identities[0], FIRST)
    with django_assert_num_queries(1):
        totals(ScanCount.objects.all(), by)
