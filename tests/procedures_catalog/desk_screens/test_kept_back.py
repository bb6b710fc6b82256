"""The desk tells why an import did not publish, lists it, and lets nobody publish what is internal."""

import pytest
from django.urls import reverse

from procedures_catalog.models import ProcedurePage
from tests.procedures_catalog.desk_screens.test_listing import in_table
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
INTERNAL, FOREIGN, NATIONAL = "6.100001", "1.100002", "1.100003"


@pytest.fixture(autouse=True)
def _one_of_each(portal):
    foreign = {"Số quyết định": "12/QĐ-UBND", "Cơ quan thực hiện": "Sở Gió tỉnh Bắc Ninh"}
    bring(national_row(INTERNAL), national_row(FOREIGN, **foreign), national_row(NATIONAL))


def form_of(admin_client, code: str) -> str:
    return admin_client.get(reverse("wagtailadmin_pages:edit", args=[page_of(code).pk])).content.decode()


def test_the_form_tells_the_reason(admin_client):
    told = form_of(admin_client, FOREIGN)
    assert "do tỉnh, thành phố khác quyết định (Bắc Ninh)" in told
    assert "action-publish" in told
    assert "giữ thủ tục này lại" not in form_of(admin_client, NATIONAL)


def test_the_form_of_an_internal_one_offers_no_way_to_publish(admin_client):
    told = form_of(admin_client, INTERNAL)
    assert "không công bố được" in told
    assert "action-publish" not in told


@pytest.mark.parametrize(("reason", "codes"), [("foreign", {FOREIGN}), ("internal", {INTERNAL}), ("empty", set())])
def test_the_list_is_narrowed_to_them(admin_client, reason, codes):
    address = reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])
    assert in_table(admin_client.get(f"{address}?kept={reason}").content.decode()).keys() == codes


def test_publishing_many_leaves_internal_ones_and_names_them(admin_client):
    pages = [page_of(INTERNAL).pk, page_of(FOREIGN).pk]
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = "&".join(f"id={pk}" for pk in pages)
    answer = admin_client.post(f"{address}?{query}&next=/quan-tri/", follow=True)
    assert f"Đã để nguyên: {INTERNAL}." in answer.content.decode()
    assert (page_of(INTERNAL).live, page_of(FOREIGN).live) == (False, True)


def test_a_new_one_with_an_internal_code_is_kept_as_a_draft_only(admin_client):
    page = page_of(NATIONAL)
    page.code = "5.100009"
    assert "không công bố được" in str(page.unfinished())
