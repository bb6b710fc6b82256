"""Today's commune by any name that the place has had."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from agencies.finding.meaning import MOST_UNITS
from agencies.store.places import Places, commune_by_code, find_places

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


def test_what_is_surely_a_place_is_read_at_once_and_nothing_else_is():
    places = Places(DAY)
    assert {match.today.name for match in places.surely("khe da").matches} == {"Xã Suối Bạc"}
    assert places.surely("khe dá") is places.surely("khai sinh") is places.surely("") is None
    assert places.may_end("phường Trường An")
    assert not places.may_end("khai sinh")


def test_a_code_is_that_of_the_commune_in_force():
    assert Places(DAY).of_code("99019") is None
    assert [match.today.name for match in Places(DAY).of_code("99001").matches] == ["Phường Trường An"]


def test_on_a_day_before_the_reform():
    assert found("Khe Đá", on=date(2025, 6, 30)) == {("Xã Khe Đá", "Xã Khe Đá")}


@pytest.mark.parametrize("query", ["", "  ", "!!!", "không có đâu", "%", "_"])
def test_nothing_to_find(query):
    assert found(query) == set()


def test_a_short_query_does_not_flood():
    assert len({match.asked.pk for match in find_places("x", DAY).matches}) <= MOST_UNITS


def test_it_asks_the_database_twice_whatever_is_found(django_assert_num_queries):
    for query in ("huyện Suối Bạc", "Khe Đá, Suối Bạc", "khe da", "Khe Đáá", "không có đâu"):
        with django_assert_num_queries(2):
            find_places(query, DAY)


def test_the_one_commune_that_is_surely_meant():
    assert find_places("xa khe da, suoi bac", DAY).commune.name == "Xã Suối Bạc"
    assert find_places("Khe Đáá", DAY).commune is None  # nearly so: to be asked back
    assert find_places("Tân Lập", DAY).commune is None  # two of that name: to be chosen from
    assert find_places("Tân Lập, Đại Phong", DAY).commune.name == "Xã Phong Hải"


def test_what_is_only_nearly_so_is_asked_back():
    found = find_places("Khe Đáá", DAY)
    assert [(match.asked_name, match.how) for match in found.matches] == [("Xã Khe Đá, Huyện Suối Bạc", "near")]
    assert found.sentence.endswith("Có phải ý bạn là:")


def test_a_place_of_another_province():
    assert find_places("Khe Đá, tỉnh Cà Mau", DAY).sentence == "Bạn ghi tỉnh Cà Mau; cổng này là của tỉnh Trường Sơn."


def test_one_commune_by_its_code_in_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert commune_by_code("99007", DAY).name == "Phường Tây Thành"
    assert commune_by_code("992", DAY) is None
    assert commune_by_code("99007", date(2025, 6, 30)).valid_to == date(2025, 7, 1)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("province", "asked", "name", "today"),
    [
        ("Tây Ninh", "p3 tan an", "Phường 3, Thành phố Tân An, Tỉnh Long An", "Phường Long An"),
        (
            "Hưng Yên",
            "thi tran dong hung thai binh",
            "Thị trấn Đông Hưng, Huyện Đông Hưng, Tỉnh Thái Bình",
            "Xã Đông Hưng",
        ),
    ],
)
def test_a_real_province(shared_data, django_assert_num_queries, province, asked, name, today):
    call_command("import_units", "--province", province, "--data-dir", str(shared_data / "units"), stdout=StringIO())
    with django_assert_num_queries(2):
        found = find_places(asked, DAY)
    assert (name, today) in {(match.asked_name, match.today.name) for match in found.matches}
    assert found.commune.name == today
    assert commune_by_code(found.commune.code, DAY) == found.commune
