"""A procedure without a national code at the desk: written, listed, told of, given its code when one is issued."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from procedures_catalog.models import ProcedurePage
from tests.editors import published_by_another
from tests.procedures_catalog.desk.test_procedure_form import form_of
from tests.procedures_catalog.desk_screens.test_listing import in_table
from tests.procedures_catalog.factories import bring, local_row, published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
NAME = "Cấp thẻ thả diều"
EMPTY = dict.fromkeys(("overlay-count", "steps-count", "channels-count", "cases-count", "results-count"), "0")


def waiting(**values) -> ProcedurePage:
    """A published procedure that has none."""
    bring(local_row("", name=NAME, levels=("commune",), **values))
    return ProcedurePage.objects.get(official_name=NAME)


def send(client, page: ProcedurePage, **changed: str):
    """Hands the page in with its form; where it was taken, another publishes it."""
    address, data = form_of(client, page)
    told = client.post(address, data | EMPTY | {"action-publish": "1", **changed}, follow=True).content.decode()
    if ProcedurePage.objects.get(pk=page.pk).has_unpublished_changes:
        published_by_another(page)
    return told


def test_a_new_procedure_is_written_without_a_code(admin_client):
    address = reverse("wagtailadmin_pages:add", args=["procedures_catalog", "procedurepage", shelf().pk])
    html = admin_client.get(address).content.decode()
    assert "Thủ tục mới công bố chưa được cấp mã thì để trống" in html
    data = querydict_from_html(html, form_id="page-edit-form").dict()
    sent = data | EMPTY | {"title": NAME, "official_name": NAME, "code": "", "slug": "", "action-submit": "1"}
    assert admin_client.post(address, sent).status_code == 302
    page = published_by_another(ProcedurePage.objects.get())
    assert (page.code, page.live) == (page.identity.temporary_code(), True)
    assert page.slug.startswith(page.code.lower())


def test_nobody_gives_a_temporary_code_and_a_national_one_is_not_taken_out(admin_client):
    page = waiting()
    assert "Mã tạm do cổng tự cấp" in send(admin_client, page, code="TAM-99999")
    send(admin_client, page, code="1.100009")
    page = ProcedurePage.objects.get()
    assert page.code == "1.100009"
    assert "mã đổi thì ghi mã mới, không để trống" in send(admin_client, page, code="")
    assert ProcedurePage.objects.get().code == "1.100009"


def test_an_emptied_temporary_code_stays(admin_client):
    page = waiting()
    send(admin_client, page, code="")
    assert ProcedurePage.objects.get().code == page.code


def test_the_code_that_is_issued_keeps_everything_else(admin_client, client):
    page = waiting()
    assert f"{page.code} thành mã trước đây" in admin_client.get(form_of(admin_client, page)[0]).content.decode()
    send(admin_client, page, code="1.100009")
    after = ProcedurePage.objects.get()
    assert (after.identity, after.slug, after.identity.former_codes()) == (page.identity, page.slug, [page.code])
    for code in (page.code, "1.100009"):
        assert client.get(f"/q/{code}")["Location"] == page.identity.get_absolute_url()
    assert f"{page.code} (mã tạm của cổng)" in client.get(after.url).content.decode()


def test_a_code_that_another_has_changes_nothing_and_says_the_way_on(admin_client):
    page, other = waiting(), published("1.100009", **{"Tên thủ tục": NAME, "Cấp thực hiện": "Cấp Tỉnh"})
    told = send(admin_client, page, code="1.100009")
    assert "Cả hai trang giữ nguyên" in told
    page.refresh_from_db()
    other.refresh_from_db()
    assert (page.code_base, other.code) == (page.identity.temporary_code(), "1.100009")


def test_the_form_names_who_has_the_same_name_and_a_code(admin_client):
    page = waiting()
    published("1.100009", **{"Tên thủ tục": NAME})
    assert "cùng tên, cùng cấp mang mã 1.100009" in admin_client.get(form_of(admin_client, page)[0]).content.decode()


def test_the_list_is_narrowed_to_them_and_says_since_when(admin_client):
    page = waiting()
    published("1.100009")
    address = reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])
    html = admin_client.get(f"{address}?code=none").content.decode()
    assert len(in_table(html)) == 1
    assert f"Chưa có mã quốc gia<br>mã tạm {page.code}<br>từ " in html


def test_the_page_says_so_and_offers_no_code_to_look_for(client):
    page = waiting(online_level="full")
    html = client.get(page.url).content.decode()
    assert f"Chưa có mã quốc gia (mã tạm của cổng: {page.code})" in html
    assert "Chưa có trên Cơ sở dữ liệu quốc gia về thủ tục hành chính" in html
    assert f"Mã {page.code}" not in html
    assert "Tìm mã" not in html
    assert '"identifier"' not in html
