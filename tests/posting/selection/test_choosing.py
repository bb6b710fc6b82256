"""Which procedures a selection means, in which order, and what is said when it means none."""

import datetime

import pytest
from django.utils import timezone

from agencies.models import AdministrativeUnit, Agency, UnitSuccession
from agencies.models.agency import AgencyKind
from agencies.models.unit import UnitKind
from posting.rules.refusal import CannotPrintError
from posting.rules.selection import Selection
from posting.selection.choosing import choose, commune_by_name
from procedures_catalog.facts.short_code import check_character
from procedures_catalog.models import ProcedureIdentity, ProcedurePage, PublishedVersion
from tests.clock import today
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kites"), pytest.mark.database_differs]
YESTERDAY = datetime.date(2026, 11, 21)


def codes(**asked) -> list[str]:
    """The codes of what a selection means, in order."""
    return [one.code for one in choose(Selection(**asked), today())]


def refusal(**asked) -> str:
    """What is said to a selection that nothing is printed for."""
    with pytest.raises(CannotPrintError) as raised:
        choose(Selection(**asked), today())
    return str(raised.value)


def test_all_are_ordered_by_field_then_name_in_the_alphabets_order():
    assert codes(everything=True) == ["1.100003", "1.100004", "1.100002", "1.100001"]


def test_the_word_that_half_of_the_names_begin_with_orders_nothing():
    ProcedurePage.objects.filter(code="1.100003").update(title="Thủ tục cấp lại thẻ thả diều")
    assert codes(sector="dieu") == ["1.100004", "1.100003", "1.100002"]


def test_only_what_the_province_lists():
    ProcedurePage.objects.filter(code__in=("1.100001", "1.100004")).update(listed_code="1.1")
    assert codes(listed=True) == ["1.100004", "1.100001"]


def test_only_what_an_agency_of_a_name_carries_out():
    bring(national_row("1.100005", 5, **{"Cơ quan thực hiện": "Công an cấp Xã"}))
    assert codes(executing="Công an cấp Xã") == ["1.100005"]
    assert "Không có thủ tục nào" in refusal(executing="Công an")


def test_procedures_without_a_field_come_last():
    ProcedurePage.objects.filter(code="1.100003").update(sector=None)
    assert codes(everything=True)[-1] == "1.100003"
    assert choose(Selection(everything=True), today())[-1].sector == ""


@pytest.mark.parametrize("typed", ["1.100001", "1100001", " 1.100001.000.00.00.H36 "])
def test_a_code_is_known_in_any_spelling(typed):
    assert codes(codes=(typed,)) == ["1.100001"]


def test_a_short_code_and_a_code_of_former_days_are_known_too():
    page = page_of("1.100001")
    short = page.identity.short_code.lower()
    page.code = "2.200002"
    page.save()
    assert codes(codes=("1.100001",)) == codes(codes=(f"{short[:3]} {short[3:]}",)) == ["2.200002"]


def test_a_short_code_without_a_digit_is_known_in_two_parts():
    letters = "JSZYDA" + check_character("JSZYDA")
    ProcedureIdentity.objects.filter(page__code="1.100001").update(short_code=letters)
    assert codes(codes=(f"{letters[:3].lower()} {letters[3:].lower()}",)) == ["1.100001"]


def test_a_procedure_asked_for_twice_is_printed_once():
    assert codes(codes=("1.100001", "1100001")) == ["1.100001"]


def test_an_abolished_procedure_is_printed_only_when_its_code_is_asked_for():
    ProcedurePage.objects.filter(code="1.100001").update(valid_to=YESTERDAY)
    assert "1.100001" not in codes(everything=True)
    assert codes(codes=("1.100001",)) == ["1.100001"]


def test_what_is_not_published_is_never_printed():
    ProcedurePage.objects.filter(code="1.100001").update(live=False)
    assert "1.100001" not in codes(everything=True)
    assert "mang mã “1.100001”" in refusal(codes=("1.100001",))


def test_one_unknown_code_among_known_ones_stops_everything():
    assert refusal(codes=("1.100001", "9.999999")).startswith("Không có thủ tục nào đang công bố mang mã “9.999999”.")


def test_a_mistyped_code_is_answered_with_the_nearest_ones():
    assert "Gần nhất: 1.10000" in refusal(codes=("1.10000X",))


@pytest.mark.parametrize("typed", ["dieu", "Diều", "diều ", "DIEU"])
def test_a_field_is_known_by_slug_and_by_name(typed):
    assert len(codes(sector=typed.strip())) == 3


def test_an_unknown_field_is_answered_with_the_nearest():
    assert refusal(sector="Dieuu") == "Không có lĩnh vực “Dieuu”. Gần nhất: Diều."


def test_a_level_narrows():
    assert codes(level="province") == ["1.100004"]
    assert codes(level="commune", sector="dieu") == ["1.100003", "1.100002"]


def test_a_commune_means_what_communes_carry_out(commune):
    expected = ["1.100003", "1.100002", "1.100001"]
    assert codes(commune="98001") == codes(commune="xa dieu sao") == codes(commune="Diều Sáo") == expected


def test_an_unknown_commune_is_answered_with_the_nearest(commune):
    assert refusal(commune="Diều Xáo") == "Không có xã, phường “Diều Xáo”. Gần nhất: Xã Diều Sáo."


def test_a_commune_of_former_days_means_the_one_that_took_it_in(commune):
    old = AdministrativeUnit.objects.create(
        code="98002", name="Xã Sáo Trúc", kind=UnitKind.COMMUNE, valid_to=datetime.date(2025, 7, 1)
    )
    UnitSuccession.objects.create(predecessor=old, successor=commune, kind="merged", date=datetime.date(2025, 7, 1))
    assert commune_by_name("Sáo Trúc", today()) == commune_by_name("98002", today()) == commune


def test_a_name_of_several_communes_asks_for_the_code(commune):
    AdministrativeUnit.objects.create(code="98005", name="Phường Diều Sáo", kind=UnitKind.COMMUNE)
    said = refusal(commune="Diều Sáo")
    assert "nhiều xã, phường" in said
    assert "Xã Diều Sáo (98001)" in said
    assert "Phường Diều Sáo (98005)" in said


def test_an_agency_means_those_in_which_it_has_a_role():
    Agency.objects.create(name="Công an cấp xã", slug="cong-an-cap-xa", kind=AgencyKind.CENTRAL)
    Agency.objects.create(name="Sở Diều", kind=AgencyKind.DEPARTMENT)
    assert len(codes(agency="cong an cap xa")) == 4
    assert "hợp với cách chọn này" in refusal(agency="Sở Diều")


def test_the_counter_of_a_commune_means_what_communes_carry_out(counter):
    assert codes(agency=counter.slug) == ["1.100003", "1.100002", "1.100001"]


def test_an_unknown_agency_is_answered_with_the_nearest():
    Agency.objects.create(name="Sở Diều", kind=AgencyKind.DEPARTMENT)
    assert refusal(agency="Sở Diêm") == "Không có cơ quan “Sở Diêm”. Gần nhất: Sở Diều."


def test_only_what_changed_since_a_day_can_be_asked_for():
    PublishedVersion.objects.update(noted_at=timezone.now() - datetime.timedelta(days=30))
    bring(national_row("1.100002", **{"Tên thủ tục": "Cấp thẻ thả diều lớn", "Lĩnh vực": "Diều"}))
    assert codes(changed_since=timezone.localdate()) == ["1.100002"]
    assert len(codes(changed_since=timezone.localdate() - datetime.timedelta(days=31))) == 4


def test_a_selection_that_asks_for_nothing_prints_nothing():
    assert refusal().startswith("Hãy chọn thủ tục cần in")


def test_what_stands_behind_a_password_is_not_printed():
    page_of("1.100001").view_restrictions.create(restriction_type="login")
    assert "1.100001" not in codes(everything=True)


def test_choosing_thousands_takes_no_more_questions_than_choosing_one(django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        choose(Selection(everything=True), today())
    with django_assert_max_num_queries(6):
        choose(Selection(codes=tuple(f"1.10000{n}" for n in range(1, 5))), today())
