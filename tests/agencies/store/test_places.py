"""Today's commune by any name that the place has had."""

from datetime import date

import pytest

from agencies.finding.meaning import MOST_UNITS
from agencies.models import AdministrativeUnit
from agencies.store.places import commune_by_code, find_places

pytestmark = [pytest.mark.usefixtures("demo_units"), pytest.mark.database_differs]
DAY = date(2026, 11, 28)


def found(query: str, on: date = DAY) -> set[tuple[str, str]]:
    return {(match.asked_name, match.today.name) for match in find_places(query, on).matches}


@pytest.mark.parametrize("query", ["Xã Phong Thủy", "phong thuỷ", "PHONG THUY", "xa phong thuy", "phường phong thủy"])
def test_an_old_name_in_any_spelling(query):
    assert found(query) == {("Xã Phong Thủy, Huyện Đại Phong", "Xã Đại Phong")}


def test_namesakes_are_told_apart_by_their_district():
    assert found("Tân Lập") == {
        ("Xã Tân Lập, Thành phố Trường An", "Phường Tây Thành"),
        ("Xã Tân Lập, Huyện Đại Phong", "Xã Phong Hải"),
    }


def test_a_split_commune_leads_to_both():
    assert {today for _, today in found("Tây Thành")} == {"Phường Trường An", "Phường Tây Thành"}


def test_a_district_leads_to_all_on_its_ground():
    matches = find_places("huyện Suối Bạc", DAY).matches
    assert {match.today.name for match in matches} == {"Xã Suối Bạc", "Xã Bản Mây"}
    assert "Địa bàn nay thuộc Xã Bản Mây" in {match.what for match in matches}


def test_one_that_only_changed_its_superior_stands_once():
    assert found("Bản Mây") == {("Xã Bản Mây", "Xã Bản Mây")}


def test_what_happened():
    (match,) = find_places("Khe Đá", DAY).matches
    assert match.what == "Sáp nhập vào Xã Suối Bạc từ 01/07/2025"


def test_on_a_day_before_the_reform():
    assert found("Khe Đá", on=date(2025, 6, 30)) == {("Xã Khe Đá", "Xã Khe Đá")}


@pytest.mark.parametrize("query", ["", "  ", "!!!", "không có đâu", "%", "_"])
def test_nothing_to_find(query):
    assert found(query) == set()


def test_a_short_query_does_not_flood():
    assert len({match.asked.pk for match in find_places("x", DAY).matches}) <= MOST_UNITS


def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        find_places("huyện Suối Bạc", DAY)
    AdministrativeUnit.objects.update(name="Xã A", slug="xa-a")
    with django_assert_max_num_queries(8):
        find_places("Xã A", DAY)


def test_one_commune_by_its_code_in_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert commune_by_code("99007", DAY).name == "Phường Tây Thành"
    assert commune_by_code("992", DAY) is None
    assert commune_by_code("99007", date(2025, 6, 30)).valid_to == date(2025, 7, 1)
