"""A procedure's page: born with an identity, known by all its codes, said to the finder."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import PageLogEntry

from procedures_catalog.facts.short_code import is_well_formed
from procedures_catalog.models import ProcedureCode, ProcedureLevel, ProcedurePage
from procedures_catalog.models.kept_text import KEPT
from tests.clock import today
from tests.procedures_catalog.factories import national_row, page_of, published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
TODAY = today()
DAY = datetime.timedelta(days=1)


def _written_at_the_desk(code="1.100001", **values) -> ProcedurePage:
    """A page as the desk makes it: added as a draft, then published."""
    page = ProcedurePage(title=f"Thả diều {code}", code=code, **values)
    shelf().add_child(instance=page)
    page.save_revision().publish()
    return page_of(code)


def test_a_procedure_written_at_the_desk_gets_its_identity_at_birth():
    page = _written_at_the_desk()
    assert is_well_formed(page.identity.short_code)
    assert (page.live, page.code_base, page.official_name) == (True, "1.100001", "Thả diều 1.100001")
    assert page.slug == "1-100001-tha-dieu-1-100001"
    assert page.identity.codes.get().is_present


def test_the_identity_stays_through_every_later_version():
    page = _written_at_the_desk()
    identity = page.identity
    page.title = "Thả diều to"
    page.save_revision().publish()
    assert page_of("1.100001").identity == identity


def test_a_changed_code_is_published_with_the_page_and_the_former_one_still_leads_to_it():
    page = _written_at_the_desk()
    page.code = "1.100002"
    revision = page.save_revision()
    assert ProcedureCode.objects.get().raw == "1.100001"  # a draft's code is nobody's yet
    revision.publish()
    page = page_of("1.100002")
    found = {row.base: (row.identity, row.is_present) for row in ProcedureCode.objects.all()}
    assert found == {"1.100001": (page.identity, False), "1.100002": (page.identity, True)}


@pytest.mark.parametrize("code", ["1.100001", "1100001", "1.100001.000.00.00.H36", " 1.100001. "])
def test_a_code_that_another_procedure_has_is_refused_in_vietnamese(code):
    _written_at_the_desk("1.100001")
    with pytest.raises(ValidationError) as refused:
        _written_at_the_desk(code)
    assert refused.value.message_dict["code"] == [f"Mã {code} đang thuộc một thủ tục khác."]


def test_a_period_cannot_end_before_it_begins():
    with pytest.raises(ValidationError) as refused:
        _written_at_the_desk(valid_from=TODAY, valid_to=TODAY)
    assert refused.value.message_dict["valid_to"] == ["Ngày bãi bỏ phải sau ngày có hiệu lực."]


def test_a_procedure_cannot_follow_itself():
    page = _written_at_the_desk()
    page.successor = page
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert "successor" in refused.value.message_dict


def test_a_long_official_name_gives_a_heading_of_its_own():
    page = published("1.100001", **{"Tên thủ tục": "Cấp thẻ thả diều " * 30})
    assert len(page.title) <= 250
    assert page.title.endswith("…")
    page.title = "Thẻ thả diều"
    page.save()
    assert page_of("1.100001").title == "Thẻ thả diều"


def test_the_name_is_folded_for_filtering_with_codes_and_everyday_names():
    page = _written_at_the_desk(everyday_names="giấy diều\n\nthẻ gió ")
    assert page.everyday_list == ("giấy diều", "thẻ gió")
    assert "tha dieu" in page.folded
    assert "giay dieu" in page.folded
    assert "1.100001" in page.folded


@pytest.mark.parametrize(("end", "current"), [(None, True), (TODAY + DAY, True), (TODAY, False), (TODAY - DAY, False)])
def test_it_is_current_until_the_day_of_its_end(end, current):
    assert ProcedurePage(valid_to=end).is_current(TODAY) is current


# --- Levels ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("begin", "end", "holds"),
    [
        (None, None, True),
        (TODAY, TODAY + DAY, True),
        (TODAY + DAY, None, False),
        (None, TODAY, False),
        (None, TODAY + DAY, True),
    ],
)
def test_a_level_holds_from_its_first_day_until_the_day_of_its_end(begin, end, holds):
    page = published("1.100001")
    page.levels.set([ProcedureLevel(level="district", valid_from=begin, valid_to=end)])
    page.save()
    assert page_of("1.100001").present_levels(TODAY) == (("district",) if holds else ())


# --- What the finder hears ------------------------------------------------------------------------


def test_the_finder_hears_all_names_codes_and_facets():
    page = published("1.100001", **{"Tên gọi thường ngày": ["giấy diều"], "Mức độ dịch vụ công": "Toàn trình"})
    page.listed_code, page.listed_name = "1.100001.000.00.00.H36", "Thẻ diều của tỉnh"
    entry = page.search_entry(TODAY)
    assert set(entry.codes) == {"1.100001", "1.100001.000.00.00.H36", page.identity.short_code, "qd-12-bvc"}
    assert set(entry.names) == {"Thẻ diều của tỉnh", "giấy diều"}
    assert entry.facets["level"] == ("commune",)
    assert entry.facets["sector"] == ("dieu-sao",)
    assert entry.facets["online"] == ("full",)
    assert set(entry.facets["applicant"]) == {"cong-dan-viet-nam", "doanh-nghiep"}
    assert "Đơn đề nghị" in entry.body


def test_the_nearer_level_comes_first_among_equals():
    levels = ("Cấp Xã", "Cấp Tỉnh", "Cấp Bộ/Trung ương")
    ranks = [
        published(f"1.10000{place}", **{"Cấp thực hiện": level}).search_rank(TODAY)
        for place, level in enumerate(levels)
    ]
    assert ranks == sorted(ranks, reverse=True)
    assert len(set(ranks)) == 3


def test_words_of_the_provinces_layer_are_found():
    page = published("1.100001")
    page.overlay = [("conditions", {"value": "Có dây dù."})]
    page.save()
    assert "Có dây dù." in page_of("1.100001").search_text(TODAY)


def test_a_national_row_and_the_page_that_holds_it_say_the_same(portal):
    row = national_row("1.100001")
    assert published("1.100001").search_text(TODAY).startswith(row.record.sector)


def test_a_page_that_was_only_imported_stays_public_when_a_change_of_it_is_scheduled():
    page = published("1.100001")
    page.go_live_at, page.conditions = timezone.now() + datetime.timedelta(days=2), "Có diều to."
    page.save_revision().publish()
    page = page_of("1.100001")
    assert (page.live, page.conditions) == (True, "Có diều.")
    kept, scheduled = page.revisions.order_by("pk")
    assert (page.live_revision, page.scheduled_revision) == (kept, scheduled)
    assert kept.as_object().conditions == "Có diều."


def test_what_is_live_is_kept_once_and_with_a_line_in_the_history():
    page = published("1.100001")
    for text in ("Có diều to.", "Có diều nhỏ."):
        page.conditions = text
        page.save_revision()
    assert page.revisions.count() == 3
    [line] = PageLogEntry.objects.filter(page=page, action=KEPT)
    assert line.revision == page_of("1.100001").live_revision
