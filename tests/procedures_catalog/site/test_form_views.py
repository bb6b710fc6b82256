"""The library of forms as citizens read it."""

import datetime

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from legal_documents.models import DocumentIndexPage
from procedures_catalog.models import FormVersion, LibraryForm
from tests.clock import today
from tests.legal_documents.documents_factory import make_document
from tests.procedures_catalog.factories import published
from tests.procedures_catalog.feed.test_form_entries import form as blank
from tests.procedures_catalog.forms.conftest import papers_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CT01 = "Tờ khai thay đổi thông tin cư trú (Mẫu CT01 ban hành kèm theo Thông tư số 53/2025/TT-BCA)"
NOT_HELD = "lấy mẫu tại nơi nộp"
DAY = datetime.timedelta(days=1)


def naming(code: str = "1.100001", *papers: str, **values):
    return published(code, **papers_of(*(papers or (CT01,))), **values)


def held(key: str = "ct01", **values) -> FormVersion:
    """A version with a file of the form that is named already."""
    values = {"label": "theo Thông tư 53/2025/TT-BCA", "file": blank("Tờ khai CT01"), **values}
    return FormVersion.objects.create(form=LibraryForm.objects.get(key=key), **values)


def read(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_shows_every_number_that_papers_name_and_that_no_file_is_held(client):
    naming()
    page = read(client, "/bieu-mau/")
    assert "1 biểu mẫu" in page
    assert "CT01" in page
    assert "1 thủ tục dùng" in " ".join(page.split())
    assert NOT_HELD in page


@pytest.mark.parametrize("question", ["CT01", "ct 01", "ct-01", "CT", "to khai cu tru", "tờ khai cư trú"])
def test_a_form_is_found_by_number_and_name_however_written(client, question):
    naming()
    naming("1.100002", "Phiếu thu thập (mẫu DC02)")
    page = read(client, f"/bieu-mau/?q={question}")
    assert "/bieu-mau/ct01/" in page
    assert "/bieu-mau/dc02/" not in page


@pytest.mark.parametrize(
    "question", ["tờ khai đăng ký khai sinh", "khai sinh", "1.100002", "mẫu đơn đăng ký khai sinh"]
)
def test_who_asks_for_what_a_form_is_for_finds_what_the_procedure_names(client, question):
    birth = {"Tên thủ tục": "Đăng ký khai sinh"}
    page = naming("1.100002", "- Tờ khai đăng ký khai sinh theo mẫu quy định.", "Giấy chứng sinh", **birth)
    naming("1.100003", "Phiếu (mẫu DC02)", **{"Tên thủ tục": "Thanh lý nguồn khai thác đã sinh lợi"})
    shown = read(client, f"/bieu-mau/?q={question}")
    assert page.url in shown
    assert "Tờ khai đăng ký khai sinh theo mẫu quy định." in shown
    assert "Giấy chứng sinh" not in shown
    assert "Không có biểu mẫu nào" not in shown


def test_the_code_of_a_procedure_finds_its_forms(client):
    naming()
    naming("1.100002", "Phiếu (mẫu DC02)")
    shown = read(client, "/bieu-mau/?q=1.100001")
    assert "/bieu-mau/ct01/" in shown
    assert "/bieu-mau/dc02/" not in shown


def test_words_are_found_by_their_beginning_not_in_the_middle_of_others(client):
    naming("1.100001", "Đơn thanh lý khoản nợ (mẫu DC02)")
    assert "/bieu-mau/dc02/" not in read(client, "/bieu-mau/?q=anh oan")
    assert "/bieu-mau/dc02/" in read(client, "/bieu-mau/?q=thanh kho")


def test_it_is_narrowed_by_the_sector_of_the_procedures(client):
    page = naming()
    naming("1.100002", "Phiếu (mẫu DC02)", **{"Lĩnh vực": "Sáo"})
    shown = read(client, f"/bieu-mau/?linh-vuc={page.sector.slug}")
    assert "/bieu-mau/ct01/" in shown
    assert "/bieu-mau/dc02/" not in shown


@pytest.mark.parametrize("asked", ["?q=%00", "?page=999", "?page=x", "?linh-vuc=" + "x" * 999, "?q=" + "x" * 999])
def test_nothing_in_the_address_makes_the_list_fail(client, asked):
    assert client.get(f"/bieu-mau/{asked}").status_code == 200


def test_a_form_tells_where_it_is_used_and_that_it_is_had_at_the_counter(client):
    page = naming()
    shown = read(client, "/bieu-mau/ct01/")
    assert page.url in shown
    assert page.code in shown
    assert NOT_HELD in shown


def test_only_the_version_that_counts_is_offered_and_the_older_one_says_what_replaced_it(client):
    naming()
    old = held(label="theo Thông tư 66/2023", valid_to=today(), file=blank("cũ"))
    new = held(valid_from=today(), file=blank("mới"))
    shown = read(client, "/bieu-mau/ct01/")
    assert new.file.url in shown
    assert old.file.url not in shown
    assert "Đã được thay bằng bản: theo Thông tư 53/2025/TT-BCA" in shown
    assert NOT_HELD not in shown


def test_a_form_that_another_number_replaced_leads_there(client):
    naming()
    naming("1.100002", "Phiếu (mẫu DC02)")
    held()
    old = LibraryForm.objects.get(key="ct01")
    old.replaced_by = LibraryForm.objects.get(key="dc02")
    old.save()
    shown = read(client, "/bieu-mau/ct01/")
    assert 'href="/bieu-mau/dc02/"' in shown
    assert "Tải mẫu" not in shown


def test_a_number_as_papers_write_it_leads_to_its_form(client):
    naming()
    assert client.get("/bieu-mau/CT-01/").url == "/bieu-mau/ct01/"
    assert client.get("/bieu-mau/zz99/").status_code == 404


def test_what_only_a_closed_or_withdrawn_procedure_names_is_nowhere(client):
    page = naming()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get("/bieu-mau/ct01/").status_code == 404
    assert "ct01" not in read(client, "/bieu-mau/")
    assert "ct01" not in read(client, "/sitemap-bieu-mau.xml")


def test_a_document_that_not_everybody_may_read_is_not_named(client):
    naming()
    document = make_document(DocumentIndexPage.objects.get(), "60/2014/QH13")
    held(document=document)
    assert document.number in read(client, "/bieu-mau/ct01/")
    PageViewRestriction.objects.create(page=document, restriction_type="password", password="x")
    assert document.number not in read(client, "/bieu-mau/ct01/")


def test_a_list_costs_the_same_however_many_forms_it_has(client, django_assert_max_num_queries):
    naming("1.100001", *(f"Phiếu (mẫu DC{number:02})" for number in range(60)))
    client.get("/bieu-mau/")
    with django_assert_max_num_queries(8):
        client.get("/bieu-mau/")
    with django_assert_max_num_queries(9):
        client.get("/bieu-mau/dc02/")


def test_the_foot_of_every_page_leads_to_the_forms(client):
    assert f'href="{reverse("forms")}"' in read(client, "/")
