"""Each paper that names a form leads to it, on page, sheet and in the interface."""

import pytest

from procedures_catalog.facts.held import effective_record
from procedures_catalog.models import FormVersion, LibraryForm
from procedures_catalog.page_context import dossier_of, forms_of
from tests.clock import today
from tests.procedures_catalog.factories import page_of
from tests.procedures_catalog.feed.test_form_entries import attach
from tests.procedures_catalog.feed.test_form_entries import form as document

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CT01 = "Tờ khai thay đổi thông tin cư trú (Mẫu CT01 ban hành kèm theo Thông tư số 53/2025/TT-BCA)"
COUNTED = "Đơn theo Mẫu số 01 Phụ lục II ban hành kèm theo Nghị định số 31/2018/NĐ-CP"
NOT_HELD = "lấy mẫu tại nơi nộp"


def held(key: str) -> str:
    """The address of a file of the form that is put in."""
    form = LibraryForm.objects.get(key=key)
    return FormVersion.objects.create(form=form, label="nay", file=document(f"Tệp {key}")).file.url


def words(client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def test_a_paper_leads_to_the_file_that_the_portal_holds_and_else_to_the_page_of_the_form(naming, client):
    page = naming("1.100001", CT01, COUNTED, "Đơn (Mẫu số 1)")
    shown = words(client, page.url)
    assert f'<a href="/bieu-mau/ct01/">Mẫu CT01: {NOT_HELD}</a>' in shown
    assert "/bieu-mau/31-2018-nd-cp-phu-luc-ii-mau-1/" in shown
    url = held("ct01")
    shown = words(client, page.url)
    assert url in shown
    assert "Tải Mẫu CT01" in shown
    assert shown.count(NOT_HELD) == 1  # of the other


def test_the_file_at_the_paper_itself_comes_first(naming, client):
    page = attach(naming("1.100001", CT01), document("Của riêng thủ tục"), CT01)
    shown = words(client, page.url)
    assert "Của riêng thủ tục" in shown
    assert "/bieu-mau/ct01/" not in shown


def test_the_interface_tells_the_same_with_whole_addresses(naming, client):
    naming("1.100001", CT01)
    url = held("ct01")
    (case,) = client.get("/api/v1/procedures/1.100001").json()["cases"]
    (paper,) = case["papers"]
    assert paper["named_forms"] == [
        {
            "number": "CT01",
            "name": "",
            "told": "Mẫu CT01",
            "url": "http://testserver/bieu-mau/ct01/",
            "file": f"http://testserver{url}",
            "instead": "",
            "instead_url": "",
            "is_own": True,
        }
    ]


def test_forms_cost_a_page_two_questions_however_many_there_are(naming, django_assert_num_queries):
    page = naming("1.100001", CT01, COUNTED, "Phiếu (mẫu DC02)")
    held("ct01")
    record = effective_record(page_of(page.code), today())
    with django_assert_num_queries(2):
        forms = forms_of([record], today())
    papers = [paper for case in dossier_of(record, forms) for paper in case["papers"]]
    assert [len(paper["named_forms"]) for paper in papers] == [1, 1, 1]


def test_what_is_not_in_the_library_is_not_led_to(naming, client):
    page = naming("1.100001", CT01)
    LibraryForm.objects.all().delete()
    assert "/bieu-mau/ct01/" not in words(client, page.url)
