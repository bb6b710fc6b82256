"""The list of what a counter takes: the same procedures as its board, by what the counter has to do with them."""

import pytest
from django.urls import reverse

from agencies.models import AdministrativeUnit, Agency
from agencies.models.agency import AgencyKind
from posting.place.counter_list import at_commune
from posting.rules.selection import Selection
from posting.selection.choosing import choose
from procedures_catalog.store.filters import current_pages
from tests.clock import today
from tests.procedures_catalog.factories import bring, national_row

pytestmark = pytest.mark.django_db


def _text(client, agency, **asked) -> str:
    answer = client.get(reverse("counter_list", args=[agency.slug]), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_holds_what_hangs_on_the_board(client, kites, commune, counter):
    board = {chosen.code for chosen in choose(Selection(commune=commune.code), today())}
    assert {page.code for page in at_commune(current_pages(today()), today())} == board
    text = _text(client, counter)
    assert f"{len(board)} thủ tục nộp tại đây" in text
    assert all(code in text for code in board)
    assert "1.100004" not in text


def test_what_it_takes_for_the_province_is_counted_beside(client, kites, counter):
    assert "nhận giúp 1 thủ tục của cấp tỉnh" in _text(client, counter)


def test_what_goes_to_the_commune_s_police_stands_under_its_name_and_address(
    client, kites, counter, police, police_errand
):
    text = _text(client, counter)
    assert "Nộp tại Công an xã Diều Sáo: 1" in text
    assert "Số 3, đường Mây" in text


def test_what_is_handed_in_elsewhere_is_not_counted_as_handed_in_here(client, kites, counter, police_errand):
    text = _text(client, counter)
    assert "3 thủ tục nộp tại đây; 1 thủ tục khác nộp ở cơ quan khác" in text
    assert "3 thủ tục" in client.get(counter.get_absolute_url()).content.decode()


def test_who_decides_is_said_only_where_the_record_says_it(client, portal, counter):
    names = enumerate(["", "Sở Gió", "Ủy ban nhân dân cấp xã"])
    bring(*(national_row(f"1.10000{number}", **{"Cơ quan thực hiện": name}) for number, name in names))
    text = _text(client, counter)
    headings = [part.split("</h2>")[0].split(">")[-1] for part in text.split("<h2")[1:]]
    assert headings[:3] == [
        "Nộp và giải quyết tại đây: 1",
        "Nộp tại đây: 1",
        "Nộp tại đây, cơ quan khác giải quyết: 1",
    ]


def test_it_is_narrowed_by_words_and_sector(client, kites, counter):
    text = _text(client, counter, q="sáo")
    assert "1.100001" in text
    assert "1.100002" not in text
    assert "1.100002" in _text(client, counter, **{"linh-vuc": "dieu"})
    assert "Không có thủ tục nào" in _text(client, counter, q="không đâu có")


def test_the_province_s_centre_lists_what_it_takes(client, kites, commune):
    province = AdministrativeUnit.objects.create(code="98", name="Tỉnh Gió", kind="province")
    centre = Agency.objects.create(name="Trung tâm tỉnh Gió", kind=AgencyKind.COUNTER, unit=province)
    text = _text(client, centre)
    assert "1.100004" in text
    assert "1 thủ tục" in text


def test_no_other_agency_has_such_a_list(client, kites):
    agency = Agency.objects.create(name="Sở Gió", kind=AgencyKind.DEPARTMENT)
    assert client.get(reverse("counter_list", args=[agency.slug])).status_code == 404


def test_it_costs_as_many_queries_whatever_it_holds(client, kites, counter, django_assert_max_num_queries):
    _text(client, counter)
    with django_assert_max_num_queries(12):
        _text(client, counter)
