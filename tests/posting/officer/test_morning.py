"""What the commune has not taken note of, and its ticks."""

import pytest
from django.urls import reverse

from posting.models import SeenChange
from posting.officer.morning import count_unseen, mornings
from tests.posting.officer.accounts import hanging_board
from tests.procedures_catalog.factories import bring, channel, national_row, page_of

pytestmark = pytest.mark.django_db

FEE = {"Cách thức thực hiện": [channel(fees=("70000 VNĐ (mỗi thẻ)",))]}


def change(code="1.100001", name="Đăng ký khai sinh", **values):
    """An update of the national data for one procedure."""
    bring(national_row(code, 1, **{"Tên thủ tục": name, "Lĩnh vực": "Hộ tịch"} | (values or FEE)))


@pytest.fixture
def seen_all(desk, procedures, commune):
    """Everything so far is ticked."""
    last = max(each.version for each in mornings(commune))
    desk.post(reverse("officer_seen"), {"version": last, "all": "1"})


def test_what_is_new_is_listed_as_new(procedures, commune):
    assert {each.title for each in mornings(commune) if each.is_new} == {page.title for page in procedures}


def test_after_one_tick_for_all_nothing_is_left(desk, seen_all, commune):
    assert count_unseen(commune) == 0
    assert "Không có gì mới" in desk.get(reverse("officer_changes")).content.decode()


def test_a_change_says_in_words_what_changed(desk, seen_all, commune):
    change()
    (each,) = mornings(commune)
    assert (each.title, each.is_new) == ("Đăng ký khai sinh", False)
    assert "Phí, lệ phí" in [part.label for part in each.changes]
    assert "70.000 đồng" in desk.get(reverse("officer_changes")).content.decode()


def test_several_changes_of_a_procedure_are_one_line_from_the_first_to_the_last(seen_all, commune):
    change()
    change(**{"Cách thức thực hiện": [channel(fees=("90000 VNĐ (mỗi thẻ)",))]})
    (each,) = mornings(commune)
    fee = next(part for part in each.changes if part.part == "fee")
    assert "50.000" in fee.before
    assert "90.000" in fee.after


def test_what_is_new_and_changed_at_once_says_both(procedures, commune):
    change()
    line = next(each for each in mornings(commune) if each.title == "Đăng ký khai sinh")
    assert line.is_new
    assert "Phí, lệ phí" in [part.label for part in line.changes]


def test_one_tick_takes_one_procedure_with_all_its_versions(desk, seen_all, commune):
    change()
    change(**{"Cách thức thực hiện": [channel(fees=("90000 VNĐ (mỗi thẻ)",))]})
    change("1.100003", "Đăng ký kết hôn")
    line = next(each for each in mornings(commune) if each.title == "Đăng ký khai sinh")
    desk.post(reverse("officer_seen"), {"version": line.version})
    assert [each.title for each in mornings(commune)] == ["Đăng ký kết hôn"]


def test_a_tick_covers_only_what_was_on_the_screen(desk, seen_all, commune):
    change()
    line = mornings(commune)[0]
    change(**{"Cách thức thực hiện": [channel(fees=("90000 VNĐ (mỗi thẻ)",))]})
    desk.post(reverse("officer_seen"), {"version": line.version})
    assert len(mornings(commune)) == 1


def test_a_tick_is_the_commune_s_own(desk, seen_all, procedures, elsewhere):
    assert count_unseen(elsewhere) == len(procedures)


def test_a_tick_twice_is_one(desk, seen_all, commune):
    change()
    version = mornings(commune)[0].version
    for _ in range(2):
        desk.post(reverse("officer_seen"), {"version": version})
    assert SeenChange.objects.filter(version=version).count() == 1


def test_procedures_of_other_levels_concern_the_commune_only_on_its_walls(procedures, commune, elsewhere):
    bring(national_row("1.100007", 7, **{"Tên thủ tục": "Cấp phép bay", "Cấp thực hiện": "Cấp Tỉnh"}))
    assert "Cấp phép bay" not in [each.title for each in mornings(commune)]
    hanging_board(commune, [page_of("1.100007")])
    assert "Cấp phép bay" in [each.title for each in mornings(commune)]
    assert "Cấp phép bay" not in [each.title for each in mornings(elsewhere)]


@pytest.mark.parametrize("version", ["", "0", "-5", "x", "9" * 30, "1.5"])
def test_no_number_breaks_it(desk, procedures, commune, version):
    assert desk.post(reverse("officer_seen"), {"version": version, "all": "1"}).status_code == 302
    assert count_unseen(commune) == len(procedures)


def test_as_many_queries_for_many_changes_as_for_few(procedures, commune, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        mornings(commune)


def test_the_first_screen_counts_and_shows_the_latest(desk, procedures):
    context = desk.get(reverse("officer_desk")).context
    assert (context["changed"], context["wrong"], context["queued"]) == (3, 0, 0)
    assert len(context["mornings"]) == 3
