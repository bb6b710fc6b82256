"""What a page shows is gathered for one day: levels, law, layer and fees of that day, and one thing to do next."""

import datetime

import pytest

from procedures_catalog.models import ProcedureAgency, ProcedureLevel, ProcedurePage
from procedures_catalog.page_context import forms_of, procedure_context
from procedures_catalog.presenting.papers import Offered
from procedures_catalog.store.public import find_procedure
from tests.clock import today
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
DAY = datetime.timedelta(days=1)


def context(page: ProcedurePage, on: datetime.date | None = None) -> dict:
    return procedure_context(find_procedure(page.slug), "https://portal.example", "1022", on or today())


def test_a_level_that_ends_tomorrow_is_told_today_and_not_tomorrow():
    page = published("1.100001", **{"Cơ quan thực hiện": "Không có thông tin"})
    ProcedureAgency.objects.filter(page=page).delete()
    ProcedureLevel.objects.filter(page=page).update(valid_to=today() + DAY)
    ProcedureLevel.objects.create(page=page, level="province", valid_from=today() + DAY)
    assert context(page)["levels"] == ["Cấp xã"]
    assert context(page, today() + DAY)["levels"] == ["Cấp tỉnh"]


def test_the_provinces_text_stands_in_its_place_on_its_days_alone():
    page = published("1.100001")
    own = {"value": "Nhà Gió", "decision": "7/QĐ-UBND", "valid_from": today() + DAY, "valid_to": None}
    page.overlay = [("receiving_address", own)]
    page.save_revision().publish()
    before, after = context(page), context(page, today() + DAY)
    assert (before["receiving_address"], before["overlay_notes"]) == ([], [])
    assert [note["text"] for note in before["overlay_coming"]] == ["Nhà Gió"]
    assert (after["receiving_address"], after["overlay_coming"]) == (["Nhà Gió"], [])
    assert [answer.local for answer in after["answers"] if answer.key == "where"] == [True]


@pytest.mark.parametrize(
    ("level", "url", "label"),
    [
        ("full", "https://nop.example/dieu", "Nộp trực tuyến tại nop.example"),
        ("partial", "https://nop.example/dieu", "Nộp trực tuyến tại nop.example"),
        ("information", "https://nop.example/dieu", "Xem nơi nộp hồ sơ"),
        ("full", "", "Tìm mã 1.100001 trên Cổng Dịch vụ công quốc gia"),
    ],
)
def test_the_one_thing_to_do_next_is_filing_online_where_that_is_possible(level, url, label):
    page = published("1.100001")
    ProcedurePage.objects.filter(pk=page.pk).update(online_level=level, filing_url=url)
    assert context(page)["action"]["label"] == label


def test_receiving_agencies_are_told_by_their_role_though_no_record_has_them():
    page = published("1.100001")
    ProcedureAgency.objects.create(page=page, role="receiving", name="Một cửa Diều")
    groups = {group["label"]: [item["name"] for item in group["items"]] for group in context(page)["agency_groups"]}
    assert groups["Cơ quan tiếp nhận"] == ["Một cửa Diều"]
    assert groups["Cơ quan thực hiện"] == ["Ủy ban nhân dân cấp xã"]


def test_its_code_leads_to_the_permanent_address():
    page = published("1.100001")
    shown = context(page)
    assert shown["short_url"] == f"https://portal.example/q/{page.identity.short_code}"
    assert shown["short_url"] in shown["share"]["sms_url"] or page.identity.short_code in shown["share"]["sms_url"]


def test_no_forms_are_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert forms_of([], today()) == Offered()
