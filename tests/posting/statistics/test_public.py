"""The public page: months that are over, without small numbers, and nothing that would give them away."""

import datetime
import re

import pytest
from django.core.cache import cache
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from posting.models import ScanCount
from posting.statistics.figures.hiding import SMALLEST_SHOWN
from posting.statistics.public import MONTHS, shown_months
from tests.clock import today
from tests.posting.statistics.factories import count_scans

TODAY = datetime.date(2026, 11, 22)
ADDRESS = "/thong-ke-quet/"
CELLS = st.lists(st.tuples(st.integers(0, 2), st.integers(1, 12), st.integers(0, 9)), max_size=20)


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    noon = datetime.datetime(2026, 11, 22, 5, tzinfo=datetime.UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: noon)


def text_of(response) -> str:
    """What the page says, without its tags."""
    body = response.content.decode().partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_a_month_says_how_often_each_procedure_was_scanned(client, identities):
    count_scans(identities[0], datetime.date(2026, 10, 1), 7)
    count_scans(identities[0], datetime.date(2026, 10, 31), 6, hour=23)
    count_scans(identities[2], datetime.date(2026, 10, 5), 20)
    text = text_of(client.get(ADDRESS))
    assert "Tháng 10/2026" in text
    assert "Tổng các số được nêu: 33 lượt , 2 thủ tục" in text
    assert "Hộ tịch 13" in text
    assert "Cấp thẻ thả diều số 1.100003 1.100003 20" in text


def test_small_numbers_are_neither_named_nor_added(client, identities):
    count_scans(identities[0], datetime.date(2026, 10, 1), 1213)
    count_scans(identities[1], datetime.date(2026, 10, 1), SMALLEST_SHOWN - 1)
    text = text_of(client.get(ADDRESS))
    assert "1.100002" not in text
    assert "1.213 lượt" in text
    assert "1.217" not in text
    assert "Mỗi thủ tục khác dưới 5" in text


def test_the_present_month_is_not_shown(identities):
    count_scans(identities[0], datetime.date(2026, 11, 1), 100)
    months = shown_months(today())
    assert [month.total for month in months] == [0] * MONTHS
    assert months[0].first == datetime.date(2026, 10, 1)


def everything_shown(client) -> list[str]:
    """All that the page says, of every month."""
    cache.clear()
    months = [f"{month.first:%Y-%m}" for month in shown_months(today())]
    return [client.get(ADDRESS, {"thang": month}).content.decode() for month in months]


@pytest.mark.slow
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cells=CELLS, other=st.integers(0, SMALLEST_SHOWN - 1), which=st.integers(0, 2), month=st.integers(1, 12))
def test_no_hidden_number_can_be_worked_out(client, identities, cells, other, which, month):
    """With any other number in a hidden place the pages are the same, letter by letter: so they say nothing of it."""
    with transaction.atomic():
        sums = {(procedure, month): scans for procedure, month, scans in cells}
        if sums.get((which, month), 0) >= SMALLEST_SHOWN:
            sums[which, month] = 0
        for (procedure, number), scans in (sums | {(which, month): 0}).items():
            day = datetime.date(2025, 12, 15) if number == 12 else datetime.date(2026, number, 15)
            row = count_scans(identities[procedure], day, scans)
            if (procedure, number) == (which, month):
                hidden = row
        ScanCount.objects.filter(pk=hidden.pk).update(scans=sums.get((which, month), 0))
        before = everything_shown(client)
        ScanCount.objects.filter(pk=hidden.pk).update(scans=other)
        assert everything_shown(client) == before
        transaction.set_rollback(True)


def test_a_procedure_that_the_public_may_not_see_is_not_named(client, identities):
    for identity in identities:
        count_scans(identity, datetime.date(2026, 10, 1), 50)
    identities[0].page.unpublish()
    PageViewRestriction.objects.create(page=identities[1].page.page_ptr, restriction_type="login")
    text = text_of(client.get(ADDRESS))
    assert "Tổng các số được nêu: 50 lượt , 1 thủ tục" in text
    assert "1.100003" in text


@pytest.mark.parametrize("asked", ["2026-11", "2019-01", "tháng mười", "9999-99", "x" * 5000, "2026-10\x00", "%"])
def test_a_month_without_numbers_is_answered_with_the_latest(client, identities, asked):
    response = client.get(ADDRESS, {"thang": asked})
    assert response.status_code == 200
    assert "Không có số liệu của tháng được hỏi. Dưới đây là tháng 10/2026." in text_of(response)


def test_a_month_can_be_chosen_and_leafed_through(client, identities):
    count_scans(identities[0], datetime.date(2026, 3, 9), 8)
    response = client.get(ADDRESS, {"thang": "2026-03", "page": "abc"})
    assert "Tháng 03/2026 Tổng các số được nêu: 8 lượt , 1 thủ tục" in text_of(response)


def test_nothing_counted_yet_is_said(client, identities):
    assert "Mỗi thủ tục có dưới 5 lượt quét trong tháng này." in text_of(client.get(ADDRESS))


def test_the_picture_stands_beside_a_table_and_needs_no_script_or_style(client, identities):
    page = client.get(ADDRESS).content.decode()
    svg = page[page.index('<svg class="chart"') : page.index("</figure>")]
    assert 'role="img"' in svg
    assert svg.count("<tr>") == MONTHS + 1
    assert not re.search(r"<style|\sstyle=|<script", svg)


def test_months_already_added_up_are_not_added_up_again(client, identities, django_assert_max_num_queries):
    client.get(ADDRESS)
    with django_assert_max_num_queries(6):  # the frame of the page
        client.get(ADDRESS)
