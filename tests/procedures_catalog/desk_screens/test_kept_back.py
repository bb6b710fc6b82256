"""The desk tells why an import did not publish, lists it, and lets nobody publish what is internal."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from procedures_catalog.models import ProcedurePage
from tests.procedures_catalog.desk_screens.test_listing import in_table
from tests.procedures_catalog.factories import bring, national_row, page_of
from tests.procedures_catalog.store.test_own_province import call_it

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
INTERNAL, FOREIGN, NATIONAL = "6.100001", "1.100002", "1.100003"
FOREIGN_ROW = {"Số quyết định": "12/QĐ-UBND", "Cơ quan thực hiện": "Sở Gió tỉnh Bắc Ninh"}


@pytest.fixture(autouse=True)
def _one_of_each(portal):
    bring(national_row(INTERNAL), national_row(FOREIGN, **FOREIGN_ROW), national_row(NATIONAL))


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
    asked = admin_client.post(f"{address}?{query}&next=/quan-tri/").content.decode()
    assert f"{FOREIGN} Cấp thẻ thả diều số {FOREIGN}: do tỉnh, thành phố khác quyết định" in asked
    assert "Tôi đã xem lý do" in asked
    assert not page_of(FOREIGN).live
    answer = admin_client.post(f"{address}?{query}&next=/quan-tri/", {"although": "on"}, follow=True)
    assert f"Đã để nguyên: {INTERNAL}." in answer.content.decode()
    assert (page_of(INTERNAL).live, page_of(FOREIGN).live) == (False, True)


def test_publishing_only_what_may_not_be_says_so_and_no_success(admin_client):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = admin_client.post(f"{address}?id={page_of(INTERNAL).pk}&next=/quan-tri/", follow=True).content.decode()
    assert f"Đã để nguyên: {INTERNAL}." in answer
    assert "0 trang" not in answer


def test_publishing_what_nothing_keeps_back_asks_no_second_time(admin_client):
    bring(national_row("1.100004"), publish=False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    shown = admin_client.get(f"{address}?id={page_of('1.100004').pk}").content.decode()
    assert "Tôi đã xem lý do" not in shown
    admin_client.post(f"{address}?id={page_of('1.100004').pk}&next=/quan-tri/")
    assert page_of("1.100004").live


def test_publishing_a_whole_shelf_tells_how_many_below_are_kept_back(admin_client):
    shelf = page_of(FOREIGN).get_parent()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = f"{address}?id={shelf.pk}&next=/quan-tri/"
    assert "Bên dưới còn 1 thủ tục bị giữ lại" in admin_client.get(query).content.decode()
    admin_client.post(query, {"include_descendants": "on"})
    assert not page_of(FOREIGN).live


def test_a_new_one_with_an_internal_code_is_kept_as_a_draft_only(admin_client):
    page = page_of(NATIONAL)
    page.code = "5.100009"
    assert "không công bố được" in str(page.unfinished())


# --- Public, and foreign by now --------------------------------------------------------------------


def catalogue(admin_client, query: str) -> set[str]:
    address = reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])
    return in_table(admin_client.get(f"{address}?{query}").content.decode()).keys()


def test_a_public_one_that_has_become_foreign_is_listed_until_somebody_decides(admin_client, admin_user):
    bring(national_row(NATIONAL, **FOREIGN_ROW))
    assert page_of(NATIONAL).live
    assert catalogue(admin_client, "astray=yes") == {NATIONAL}
    assert "nay là thủ tục do tỉnh, thành phố khác quyết định (Bắc Ninh)" in form_of(admin_client, NATIONAL)
    page_of(NATIONAL).save_revision().publish(user=admin_user)
    assert catalogue(admin_client, "astray=yes") == set()
    assert "nay là thủ tục" not in form_of(admin_client, NATIONAL)


def test_what_becomes_foreign_after_an_editor_published_it_is_listed(admin_client, admin_user):
    page_of(NATIONAL).save_revision().publish(user=admin_user)
    assert catalogue(admin_client, "astray=yes") == set()
    bring(national_row(NATIONAL, **FOREIGN_ROW))
    assert catalogue(admin_client, "astray=yes") == {NATIONAL}


def test_the_list_follows_the_province_and_every_change_and_asks_few_questions(admin_client):
    call_it("tỉnh Bắc Ninh")
    assert catalogue(admin_client, "kept=foreign") == set()
    assert catalogue(admin_client, "kept=none") == {FOREIGN}
    bring(*(national_row(f"1.2000{number:02}", **FOREIGN_ROW) for number in range(30)), publish=False)
    call_it("tỉnh Lâm Đồng")
    assert len(catalogue(admin_client, "kept=foreign")) == 31
    address = reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])
    with CaptureQueriesContext(connection) as few:
        admin_client.get(f"{address}?kept=internal")
    with CaptureQueriesContext(connection) as many:
        admin_client.get(f"{address}?kept=foreign")
    assert len(many) <= len(few) + 2


def test_the_form_of_one_that_an_import_took_down_says_so(admin_client):
    bring(national_row(NATIONAL, **{"Loại thủ tục": "TTHC nội bộ"}))
    bring(national_row(NATIONAL), publish=False)
    assert "đã gỡ thủ tục này vì dòng của nó khi ấy ghi là nội bộ" in form_of(admin_client, NATIONAL)
