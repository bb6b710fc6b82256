"""A procedure's page says where to hand it in at the reader's own commune, for three queries more."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from agencies.models import AdministrativeUnit, Agency, CommonDay, CounterDay
from procedures_catalog.models import ProcedurePage
from tests.clock import today
from tests.posting.factories import commune as another
from tests.posting.factories import counter_of
from vietnamese.days import day_after, near

pytestmark = pytest.mark.django_db


def _page(client, code: str, **asked) -> str:
    return client.get(ProcedurePage.objects.get(code=code).get_url(), asked).content.decode()


def test_the_answer_is_the_counter_with_its_hours_and_telephone(client, kites, counter):
    text = _page(client, "1.100001", xa="dieu sao")
    assert "Nộp ở đâu tại Xã Diều Sáo" in text
    assert "Xã Diều Sáo tiếp nhận và giải quyết thủ tục này." in text
    assert all(said in text for said in ("Số 1, đường Gió", "0200 111 222", "Thứ Bảy: 7:30 – 11:30"))


def test_the_answer_says_today_s_hours_and_the_counter_the_days_to_come(client, kites, counter):
    CounterDay.objects.create(agency=counter, begins=today(), kind="closed", reason="Ngày hội diều")
    CommonDay.objects.create(begins=day_after(today()), kind="open", hours="8h-11h", source="Số 1/TB")
    text = _page(client, "1.100001", xa="98001")
    assert "hôm nay nghỉ: Ngày hội diều · Số 1, đường Gió" in text
    assert f"<strong>Hôm nay ({near(today())}) nghỉ: Ngày hội diều</strong>" in text
    assert "làm việc 8h-11h" in text
    assert "(Số 1/TB)" in text


def test_what_goes_to_the_commune_s_police_says_which_that_is(client, kites, counter, police, police_errand):
    text = _page(client, police_errand, xa="98001")
    assert "Ở Xã Diều Sáo, nộp tại Công an xã Diều Sáo." in text
    assert all(said in text for said in ("Số 3, đường Mây", "0200 111 333", "Thứ Hai – Thứ Sáu: 8:00 – 17:00"))
    assert "Mọi thủ tục nộp tại đây" not in text
    assert "chưa công bố" not in text.split('id="noi-nop"')[1].split("</section>")[0]
    assert "Công an xã Diều Sáo" not in _page(client, "1.100001", xa="98001")


def test_where_the_commune_s_police_is_not_known_its_kind_is_said(client, kites, counter, police_errand):
    assert "Ở Xã Diều Sáo, nộp tại Công an cấp xã." in _page(client, police_errand, xa="98001")


def test_a_list_names_the_commune_s_police(client, kites, counter, police, police_errand):
    text = client.get(reverse("catalogue"), {"xa": "98001"}).content.decode()
    assert "<dd>Công an xã Diều Sáo</dd>" in text


def test_without_a_commune_its_own_address_is_not_said_to_be_unknown(client, kites, counter, police, police_errand):
    for code in (police_errand, "1.100001"):
        text = _page(client, code)
        assert "Địa chỉ tùy xã, phường." in text
        assert "chưa công bố" not in text.split('id="noi-nop"')[1].split("</section>")[0]


def test_an_office_of_the_province_has_its_address_from_the_registry(client, kites, counter):
    province = AdministrativeUnit.objects.create(code="98", name="Tỉnh Gió", kind="province")
    centre = {"name": "Trung tâm Phục vụ hành chính công tỉnh Gió", "kind": "counter", "unit": province}
    Agency.objects.create(**centre, address="Số 9, đường Sáo, Tỉnh Gió", phone="0200 111 999")
    text = _page(client, "1.100004")
    assert "Số 9, đường Sáo." in text
    assert "0200 111 999" in text.split('id="noi-nop"')[1]
    assert "chưa công bố" not in text.split('id="noi-nop"')[1].split("</section>")[0]


def test_without_a_commune_the_page_the_page_asks_for_it(client, kites, counter):
    text = _page(client, "1.100001")
    assert 'name="xa"' in text
    assert "Nộp ở đâu tại" not in text


def test_the_province_s_are_taken_by_other_communes_too_the_nearest_first(client, kites, counter):
    counter.latitude, counter.longitude = "16.0", "107.0"
    counter.save()
    counter_of(another(7, name="Xã Gần"), latitude="16.1", longitude="107.0")
    text = _page(client, "1.100004", xa="98001")
    assert "Xã Diều Sáo tiếp nhận hồ sơ; Sở Gió giải quyết." in text
    assert "Một cửa Xã Gần" in text
    assert "khoảng 11 km" in text
    assert "Một cửa Xã Gần" not in _page(client, "1.100001", xa="98001")


def test_several_communes_are_offered_and_none_is_taken(client, kites, counter):
    another(7, code="98007", name="Phường Diều Sáo")
    text = _page(client, "1.100001", xa="diều sáo")
    assert "?xa=98001" in text
    assert "?xa=98007" in text
    assert "Nộp ở đâu tại" not in text


def test_an_unknown_name_is_said_and_the_page_stays(client, kites, counter):
    text = _page(client, "1.100001", xa="<b>Nowhere</b>")
    assert "&lt;b&gt;Nowhere" in text
    assert "<b>Nowhere" not in text
    assert "Mang gì" in text


def test_it_costs_three_queries(client, kites, counter):
    _page(client, "1.100001", xa="98001")
    counted = []
    for asked in ({}, {"xa": "98001"}):
        with CaptureQueriesContext(connection) as queries:
            _page(client, "1.100001", **asked)
        counted.append([query["sql"] for query in queries])
    assert len(counted[1]) - len(counted[0]) <= 3, [sql for sql in counted[1] if sql not in counted[0]]


def test_the_list_says_it_line_by_line(client, kites, counter):
    text = client.get(reverse("catalogue"), {"xa": "98001"}).content.decode()
    assert text.count("<dd>Trung tâm Phục vụ hành chính công xã Diều Sáo</dd>") == 4
    assert "?xa=98001" in text
