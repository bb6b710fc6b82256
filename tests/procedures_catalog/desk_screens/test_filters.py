"""The catalogue's filters: each narrows by one thing, counts say what a choice would leave, nothing odd breaks it."""

import pytest
from django.http import QueryDict

from procedures_catalog.models import ProcedureAgency
from procedures_catalog.store.filters import FACETS, Choice
from tests.clock import today
from tests.procedures_catalog.factories import bring, local_row, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
KITE, FLUTE, WIND = "1.100001", "1.100002", "1.100003"
CHOICES = [
    ("cap=commune", {KITE, FLUTE}),
    ("cap=province", {FLUTE, WIND}),
    ("cap=district", set()),
    ("linh-vuc=dieu-sao", {KITE, FLUTE}),
    ("linh-vuc=gio", {WIND}),
    ("co-quan=Sở Gió", {WIND}),
    ("doi-tuong=doanh-nghiep", {KITE, WIND}),
    ("truc-tuyen=full", {KITE}),
    ("truc-tuyen=information", {WIND}),
    ("cap=commune&truc-tuyen=full", {KITE}),
    ("cap=province&linh-vuc=dieu-sao&doi-tuong=hop-tac-xa", {FLUTE}),
    ("cap=commune&linh-vuc=gio", set()),
    ("q=tha dieu", {KITE}),
    ("q=SÁO thổi", {FLUTE}),
    ("q=diều&cap=province", set()),
    ("q=1100002", {FLUTE}),
    ("q=1.100002.000.00.00.H36", {FLUTE}),
    ("q=9.999999", set()),
    ("", {KITE, FLUTE, WIND}),
    ("q=", {KITE, FLUTE, WIND}),
    ("cap=troi", set()),
    ("linh-vuc=khong-co", set()),
    ("co-quan=' OR 1=1 --", set()),
    ("q=%25", {KITE, FLUTE, WIND}),
    ("q=\0", {KITE, FLUTE, WIND}),
    ("cap=\0", {KITE, FLUTE, WIND}),
    ("khac=1", {KITE, FLUTE, WIND}),
]


@pytest.fixture
def three(portal):
    """Three procedures that differ in every facet."""
    bring(
        national_row(KITE, **{"Tên thủ tục": "Cấp thẻ thả diều", "Mức độ dịch vụ công": "Toàn trình"}),
        national_row(
            FLUTE,
            **{"Tên thủ tục": "Đăng ký thổi sáo", "Cấp thực hiện": "Cấp Tỉnh, Cấp Xã"},
            **{"Đối tượng thực hiện": "Hợp tác xã"},
        ),
        national_row(
            WIND,
            **{"Tên thủ tục": "Cho phép đo gió", "Cấp thực hiện": "Cấp Tỉnh", "Lĩnh vực": "Gió"},
            **{"Cơ quan thực hiện": "Sở Gió", "Mức độ dịch vụ công": "Cung cấp thông tin"},
        ),
    )


def _left(address: str) -> set[str]:
    return set(Choice.of(QueryDict(address)).pages(today()).values_list("code", flat=True))


def _options(address: str, name: str) -> dict[str, int]:
    return {
        option.value: option.count
        for facet, options in Choice.of(QueryDict(address)).options(today())
        if facet.name == name
        for option in options
    }


@pytest.mark.parametrize(("address", "codes"), CHOICES)
def test_a_choice_leaves_what_it_says(three, address, codes):
    assert _left(address) == codes


@pytest.mark.parametrize("value", ["a" * 10_000, "diều " * 2_000, "\0" * 300])
def test_what_is_far_too_long_counts_as_nothing_chosen(three, value):
    data = QueryDict(mutable=True)
    data.update({"q": value, "cap": value, "co-quan": value})
    assert set(Choice.of(data).pages(today()).values_list("code", flat=True)) == {KITE, FLUTE, WIND}


def test_every_option_leaves_as_many_as_its_count_says(three):
    for facet, options in Choice.of(QueryDict("")).options(today()):
        assert options, facet.name
        for option in options:
            data = QueryDict(mutable=True)
            data[facet.name] = option.value
            assert Choice.of(data).pages(today()).count() == option.count, (facet.name, option)


def test_counts_are_made_under_the_other_filters_and_not_under_their_own(three):
    assert _options("", "cap") == {"commune": 2, "province": 2}
    assert _options("cap=commune", "cap") == {"commune": 2, "province": 2}
    assert _options("linh-vuc=gio", "cap") == {"province": 1}
    assert _options("cap=commune&truc-tuyen=full", "linh-vuc") == {"dieu-sao": 1}
    assert _options("q=sáo", "doi-tuong") == {"hop-tac-xa": 1}


def test_drafts_and_abolished_procedures_are_neither_listed_nor_counted(three):
    kite = page_of(KITE)
    kite.valid_to = today()
    kite.save()
    page_of(FLUTE).unpublish()
    assert _left("") == {WIND}
    assert _options("", "cap") == {"province": 1}
    assert _options("", "linh-vuc") == {"gio": 1}


CUSTOMS = {"Cơ quan thực hiện": "Chi cục Hải quan khu vực"}


def test_a_level_means_that_papers_are_handed_in_there(portal):
    """Not that the national list calls it so: customs and tax are at no commune."""
    bring(
        national_row(KITE, **CUSTOMS),
        national_row(FLUTE, **{"Cơ quan thực hiện": "Công an cấp Xã"}),
        national_row(WIND, **{"Cơ quan thực hiện": "Sở Gió"}),
        national_row("1.100004", **{"Cơ quan thực hiện": "Không có thông tin"}),
        national_row("1.100005", **CUSTOMS, **{"Địa chỉ tiếp nhận HS": "Trung tâm Phục vụ hành chính công cấp xã"}),
    )
    assert _left("cap=commune") == {FLUTE, WIND, "1.100004", "1.100005"}
    assert _options("", "cap") == {"commune": 4, "province": 1, "other": 1}


def test_another_agency_moves_it_to_another_level(portal):
    bring(national_row(KITE))
    bring(national_row(KITE, **CUSTOMS))
    assert _options("", "cap") == {"other": 1}
    page = page_of(KITE)
    page.agencies = [ProcedureAgency(role="receiving", name="Bộ phận Một cửa cấp xã"), *page.agencies.all()]
    page.save_revision().publish()
    assert _options("", "cap") == {"commune": 1}


def test_the_district_level_is_no_longer_a_choice_once_it_ended(portal):
    bring(local_row(KITE, levels=("district", "commune")))
    assert _options("", "cap") == {"commune": 1}


def test_a_choice_makes_the_address_that_says_it():
    choice = Choice.of(QueryDict("q=diều to&cap=commune&truc-tuyen=full"))
    assert Choice.of(QueryDict(choice.address())) == choice
    assert Choice.of(QueryDict(choice.address(cap=""))).values == {"truc-tuyen": "full"}
    assert Choice.of(QueryDict(choice.address(q=""))).query == ""


def test_facets_have_names_of_their_own():
    assert len({facet.name for facet in FACETS}) == len(FACETS)
