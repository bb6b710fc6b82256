"""A page in hand is brought to what was shown on a former day, whole, and nothing is asked of the database for it."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from procedures_catalog.any_day.brought import bring
from procedures_catalog.models import ProcedureAgency, ProcedureLevel, ProcedurePage
from procedures_catalog.presenting.fingerprints import part_digests
from procedures_catalog.presenting.shown import Shown
from procedures_catalog.store.public import find_procedure
from procedures_catalog.versions.shown_pages import shown_page
from tests.procedures_catalog.factories import bring as import_rows
from tests.procedures_catalog.factories import case, channel, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
THEN, NOTED = date(2026, 5, 1), datetime(2026, 5, 1, 2, tzinfo=UTC)
CODE = "1.100001"


def _found(page: ProcedurePage) -> ProcedurePage:
    found = find_procedure(page.slug)
    assert found
    return found


def _changed_in_every_part() -> ProcedurePage:
    """What the page says afterwards: something else in every part that a list has."""
    import_rows(
        national_row(
            CODE,
            **{
                "Tên thủ tục": "Thu lại thẻ thả diều",
                "Cấp thực hiện": "Cấp Tỉnh",
                "Lĩnh vực": "Gió",
                "Trình tự thực hiện": "  * Bước 1: Trả thẻ\n    Ở quầy khác.",
                "Đối tượng thực hiện": "Doanh nghiệp",
                "Cơ quan thực hiện": "Sở Gió",
                "Cơ quan phối hợp": "Không có thông tin",
                "Kết quả thực hiện": "Biên nhận",
                "Yêu cầu, điều kiện thực hiện": "Có thẻ.",
                "Cách thức thực hiện": [channel(limit="9 WORKING_DAY")],
                "Thành phần hồ sơ": [case(None, ("Thẻ cũ", 1, 0))],
                "Căn cứ pháp lý": [{"ten": "Luật Gió", "so_hieu": "1/2026/QH99"}],
                "Số quyết định": "13/QĐ-BVC",
            },
        )
    )
    return _found(page_of(CODE))


def test_it_says_every_part_as_it_was_shown():
    page = published(CODE)
    ProcedureAgency.objects.create(page=page, role="receiving", name="Một cửa Diều")
    page.overlay = [("receiving_address", {"value": "Nhà Gió", "decision": "7/QĐ-UBND"})]
    page.save_revision().publish()
    then = shown_page(_found(page), THEN)
    now = _changed_in_every_part()
    ProcedurePage.objects.filter(pk=now.pk).update(overlay="[]")
    now = _found(now)
    assert part_digests(shown_page(now, THEN)) != part_digests(then)
    bring(now, then, NOTED, THEN)
    assert shown_page(now, THEN) == then


def test_nothing_is_asked_of_the_database(django_assert_num_queries):
    then = shown_page(_found(published(CODE)), THEN)
    now = _changed_in_every_part()
    with django_assert_num_queries(0):
        bring(now, then, NOTED, THEN)


def test_a_level_that_was_not_in_force_then_is_none_of_that_day():
    page = published(CODE)
    ProcedureLevel.objects.create(page=page, level="district", valid_to=date(2025, 7, 1))
    then = shown_page(_found(page), date(2025, 6, 30))
    now = _found(page)
    bring(now, then, NOTED, date(2025, 6, 30))
    assert set(now.present_levels(date(2025, 6, 30))) == {"commune", "district"}


def test_what_people_say_of_it_today_is_not_said_of_a_former_day():
    page = _found(published(CODE))
    bring(page, shown_page(page, THEN), NOTED, THEN)
    assert page.everyday_said is None


def _of_gone_sector(shown: Shown) -> Any:
    now = _changed_in_every_part()
    bring(now, shown, NOTED, THEN)
    return now.sector


def test_a_sector_that_the_page_has_left_is_named_without_its_address():
    sector = _of_gone_sector(shown_page(_found(published(CODE)), THEN))
    assert (sector.name, sector.slug) == ("Diều, sáo", "")
