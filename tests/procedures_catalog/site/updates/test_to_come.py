"""What is approved for a later day can be found: in lists, on the page of that day."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from procedures_catalog.facts.dated.difference import ENDS, Ending
from procedures_catalog.facts.record import Channel, TimeLimit
from procedures_catalog.models import ChangeSet, ProcedurePage
from tests.clock import today
from tests.procedures_catalog.dated.sets import make_set
from tests.procedures_catalog.factories import published
from vietnamese.days import written

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
DAY = today() + timedelta(days=90)
MARK = f"Sắp thay đổi từ {written(DAY)}"


def approved(*rows: object) -> ChangeSet:
    """A set that waits for its day."""
    made = make_set(DAY, *rows)  # type: ignore[arg-type]
    ChangeSet.objects.filter(pk=made.pk).update(state="approved")
    return made


@pytest.fixture
def page() -> ProcedurePage:
    """A procedure that will take two days."""
    page = published(**{"Tên thủ tục": "Cấp thẻ thả diều"})
    approved((page, "channels", (Channel("direct", TimeLimit("2", "working_day")),)))
    return page


def read(client, address: str, **asked: str) -> str:
    """The page as people read it."""
    return " ".join(unescape(client.get(address, asked).content.decode()).split())


def test_a_list_marks_what_changes_until_its_day(client, page):
    other = published("1.100002", **{"Tên thủ tục": "Cấp thẻ sáo"})
    eve = (DAY - timedelta(days=1)).isoformat()
    assert read(client, reverse("catalogue")).count(MARK) == 1
    assert MARK in read(client, reverse("catalogue"), ngay=eve)
    assert MARK not in read(client, reverse("catalogue"), ngay=DAY.isoformat())
    assert other.title in read(client, reverse("catalogue"))


def test_the_mark_costs_one_query_however_many_procedures(client, page):
    def queries() -> int:
        client.get(reverse("catalogue"))
        with CaptureQueriesContext(connection) as sent:
            client.get(reverse("catalogue"))
        return len(sent)

    one = queries()
    for number in range(2, 5):
        more = published(f"1.10000{number}")
        approved((more, "conditions", "Có diều."))
    assert queries() == one


def test_the_page_of_the_day_says_what_will_change_and_today_leads_there(client, page):
    other = published("1.100002", **{"Tên thủ tục": "Cấp thẻ sáo"})
    approved((other, ENDS, Ending("9/QĐ-UBND")))
    text = read(client, "/cap-nhat/", ngay=DAY.isoformat())
    assert "sẽ có 2 thủ tục thay đổi" in text
    assert "Sẽ thay đổi – " in text
    assert "→ 2 ngày làm việc" in text
    assert "sẽ bãi bỏ" in text
    assert f'href="{page.get_url()}"' in text
    assert f"/cap-nhat/?ngay={DAY.isoformat()}" in read(client, "/cap-nhat/")
    assert "chưa có thay đổi nào được duyệt" in read(client, "/cap-nhat/", ngay=(DAY + timedelta(days=1)).isoformat())


def test_what_is_closed_or_not_approved_is_not_told_before(client, page):
    make_set(DAY, (published("1.100002"), "conditions", "Có dây."))
    ProcedurePage.objects.filter(pk=page.pk).update(live=False)
    assert "chưa có thay đổi nào được duyệt" in read(client, "/cap-nhat/", ngay=DAY.isoformat())
    assert "Sắp tới" not in read(client, "/cap-nhat/")


def test_every_page_leads_to_the_changes_also_where_nothing_changed(client, portal):
    assert 'href="/cap-nhat/"' in client.get("/").content.decode()
