"""Days that differ, as the desk keeps them and as a counter's page shows them."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from agencies.models import Agency, CommonDay, CounterDay
from agencies.site import present
from agencies.site.agency_page import agency_page
from cms.models import Editor
from consequences.registry import touches
from consequences.touched import Touched
from tests.cms.desk.form import opened_with
from vietnamese.days import day_after

pytestmark = pytest.mark.django_db
TUESDAY = date(2026, 11, 24)
WEEK = "Thứ Hai – Thứ Sáu: 7:30–11:30, 13:30–17:00"


def counter(number: int = 1) -> Agency:
    return Agency.objects.create(name=f"Một cửa Diều {number}", kind="counter", opening_hours=WEEK)


def common(**fields) -> CommonDay:
    return CommonDay(**{"begins": TUESDAY, "kind": "closed", "reason": "Ngày Văn hóa Việt Nam"} | fields)


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"ends": date(2026, 11, 20)}, "ends", "Phải từ ngày bắt đầu (24/11/2026) trở đi."),
        ({"ends": date(2029, 1, 1)}, "ends", "Dài quá một năm; xin sửa giờ làm việc hằng tuần của quầy."),
        ({"hours": "7:30–11:30"}, "hours", "Chỉ ghi giờ khi chọn “Làm việc”; nếu không, xin để trống."),
        ({"kind": "open"}, "hours", "Ghi giờ làm việc, hoặc ngày mà ngày này làm bù."),
        ({"kind": "open", "hours": "cả ngày"}, "hours", "Không đọc được giờ; viết như 7:30–11:30, 13:30–17:00."),
        ({"kind": "note", "reason": ""}, "reason", "Ghi nội dung cần báo."),
        ({"instead_of": TUESDAY}, "instead_of", "Chỉ ghi khi chọn “Làm việc” và không ghi giờ."),
    ],
)
def test_what_does_not_go_together_is_refused_in_words(fields, field, message):
    with pytest.raises(ValidationError) as caught:
        common(**fields).full_clean()
    assert caught.value.message_dict == {field: [message]}


def test_without_a_last_day_it_is_one_day():
    row = common()
    row.full_clean()
    assert row.ends == day_after(TUESDAY)


def test_two_rows_of_all_counters_never_decide_the_same_day():
    common(ends=date(2026, 11, 27)).save()
    with pytest.raises(ValidationError, match="Trùng ngày với dòng “24/11/2026: Ngày Văn hóa Việt Nam”"):
        common(begins=date(2026, 11, 26)).full_clean()
    common(begins=date(2026, 11, 27)).full_clean()
    common(kind="note", reason="Gửi xe ở cổng sau").full_clean()


def test_what_is_shown_of_counters_takes_two_queries_however_many(django_assert_num_queries):
    counters = [counter(number) for number in range(5)]
    common().save()
    CounterDay.objects.create(agency=counters[0], begins=TUESDAY, kind="open", hours="8h-11h")
    with django_assert_num_queries(2):
        shown = present.counters(counters, TUESDAY)
    assert [each["today"]["is_open"] for each in shown] == [True, False, False, False, False]
    assert shown[0]["today"]["text"] == "Hôm nay (thứ Ba 24/11): 8:00–11:00"
    assert shown[1]["today"]["reason"] == "Ngày Văn hóa Việt Nam"
    (before,) = present.counters(counters[1:2], date(2026, 11, 20))
    assert [each.text for each in before["coming"]] == ["Thứ Ba 24/11: nghỉ – Ngày Văn hóa Việt Nam"]


def test_no_paper_shows_a_day_that_differs():
    own = CounterDay.objects.create(agency=counter(), begins=TUESDAY, kind="closed")
    row = common()
    row.save()
    page = own.agency.get_absolute_url()
    assert touches(CounterDay, [own.pk]) == touches(CommonDay, [row.pk]) == Touched.of(pages=[page])


def test_a_counter_that_is_no_more_has_no_today():
    gone = counter()
    gone.valid_to = TUESDAY
    assert present.counter(gone, TUESDAY)["today"] is None
    assert agency_page(gone, TUESDAY)["counters"][0]["coming"] == ()


# --- At the desk ----------------------------------------------------------------------------------


@pytest.fixture
def desk(client, portal):
    """Somebody who may edit agencies."""
    client.force_login(Editor.objects.create_superuser("dieu"))
    return client


def form(*rows: dict[str, str], initial: int = 0) -> dict[str, str]:
    """The form of an agency with these days."""
    sent = {"name": "Một cửa Diều 1", "kind": "counter", "order": "0", "slug": "dieu", "opening_hours": WEEK}
    sent |= {f"next_steps-{key}": "0" for key in ("TOTAL_FORMS", "INITIAL_FORMS")}
    sent |= {"special_days-TOTAL_FORMS": str(len(rows)), "special_days-INITIAL_FORMS": str(initial)}
    return sent | {
        f"special_days-{place}-{name}": value for place, row in enumerate(rows) for name, value in row.items()
    }


def test_rows_of_a_counter_are_kept_and_two_for_one_day_are_refused(desk):
    agency = counter()
    address = reverse(Agency.snippet_viewset.get_url_name("edit"), args=[agency.pk])
    opened = opened_with(desk, address)
    closed = {"begins": "24/11/2026", "ends": "25/11/2026", "kind": "closed", "reason": "Sửa nhà"}
    worked = {"begins": "25/11/2026", "kind": "open", "hours": "7:30–11:30"}
    refused = desk.post(address, opened | form(closed, worked))
    assert "Trùng ngày với dòng “24/11/2026: Sửa nhà”; mỗi ngày chỉ một dòng." in refused.content.decode()
    assert not agency.special_days.exists()
    assert desk.post(address, opened | form(closed, worked | {"begins": "26/11/2026"})).status_code == 302
    assert [(row.begins.day, row.ends.day) for row in agency.special_days.all()] == [(24, 26), (26, 27)]


def test_a_day_for_all_is_one_row(desk):
    address = reverse(CommonDay.snippet_viewset.get_url_name("add"))
    assert desk.post(address, {"begins": "24/11/2026", "kind": "closed", "reason": "Nghỉ lễ"}).status_code == 302
    assert str(CommonDay.objects.get()) == "24/11/2026: Nghỉ lễ"
    assert "24/11/2026" in desk.get(reverse(CommonDay.snippet_viewset.get_url_name("list"))).content.decode()
