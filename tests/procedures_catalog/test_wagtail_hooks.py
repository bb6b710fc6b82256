"""The desk: a procedure is never deleted, never copied, and an edit that changes nothing changes nothing."""

import datetime

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html

from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.temporary_code import is_temporary
from procedures_catalog.models import ProcedureCode, ProcedureIdentity, ProcedureIndexPage, ProcedurePage
from tests.editors import published_by_another
from tests.procedures_catalog.factories import bring, case, channel, national_row, page_of, published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
_EMPTY = {
    **{
        f"{rows}-{name}_FORMS": "0"
        for rows in ("levels", "applicants", "agencies", "legal_bases")
        for name in ("TOTAL", "INITIAL")
    },
    **{f"{stream}-count": "0" for stream in ("steps", "channels", "cases", "results", "overlay")},
    "comments-TOTAL_FORMS": "0",
    "comments-INITIAL_FORMS": "0",
}


def _messages(response) -> str:
    return " ".join(map(str, response.context["messages"])) if response.context else ""


def _add(client, **values):
    address = reverse("wagtailadmin_pages:add", args=["procedures_catalog", "procedurepage", shelf().pk])
    return client.post(address, _EMPTY | values)


def test_deleting_a_procedure_is_refused_and_the_reason_told(admin_client):
    page = published("1.100001")
    response = admin_client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
    assert ProcedurePage.objects.filter(pk=page.pk).exists()
    assert "mã QR đã in sẽ hỏng" in response.content.decode()


@pytest.mark.parametrize("above", ["shelf", "catalogue", "home"])
def test_deleting_what_stands_above_procedures_is_refused_too(admin_client, above):
    published("1.100001")
    catalogue = ProcedureIndexPage.objects.get()
    page = {"shelf": shelf(), "catalogue": catalogue, "home": catalogue.get_parent()}[above]
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert ProcedurePage.objects.count() == 1


@pytest.mark.parametrize("what", ["procedure", "shelf"])
def test_deleting_many_at_once_is_refused_as_well(admin_client, what):
    page = published("1.100001")
    pk = page.pk if what == "procedure" else page.get_parent().pk
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    admin_client.post(f"{address}?id={pk}&next=/quan-tri/")
    assert ProcedurePage.objects.count() == 1


def test_a_page_without_procedures_may_be_deleted(admin_client):
    page = ProcedureIndexPage.objects.get()
    page.unpublish()
    admin_client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not ProcedureIndexPage.objects.exists()


def test_copying_a_procedure_is_refused_and_the_reason_told(admin_client):
    page = published("1.100001")
    form = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": page.get_parent().pk}
    response = admin_client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form, follow=True)
    assert (ProcedurePage.objects.count(), ProcedureIdentity.objects.count()) == (1, 1)
    assert "không sao chép được" in response.content.decode()


def test_a_taken_code_is_a_message_at_the_form_and_no_fault(admin_client):
    published("1.100001")
    response = _add(admin_client, title="Trùng", code="1100001")
    assert response.status_code == 200
    assert "Mã 1100001 đang thuộc một thủ tục khác." in response.content.decode()
    assert ProcedurePage.objects.count() == 1


def test_drafts_without_a_code_stand_in_nobodys_way_and_may_be_published(admin_client):
    for title in ("Một", "Hai"):
        assert _add(admin_client, title=title, code="").status_code == 302
    assert _add(admin_client, **{"title": "Ba", "code": "", "action-submit": "1"}).status_code == 302
    codes = ProcedurePage.objects.values_list("code", flat=True)
    assert len(set(codes)) == ProcedureCode.objects.count() == 3
    assert all(map(is_temporary, codes))


def test_a_script_cannot_be_the_address_for_filing(admin_client):
    response = _add(admin_client, title="Diều", code="1.100001", filing_url="javascript:alert(1)")
    assert response.status_code == 200
    assert not ProcedurePage.objects.exists()


# --- An editor's form -----------------------------------------------------------------------------


def _stream_data(page) -> dict[str, str]:
    """The form fields that the page's script adds: one for each value of each child."""
    streams = {
        name: _children(getattr(page, name).raw_data) for name in ("steps", "channels", "cases", "results", "overlay")
    }
    return nested_form_data(streams)


def _children(children) -> dict:
    data = {"count": len(children)}
    for place, child in enumerate(children):
        kind = {} if child["type"] == "item" else {"type": child["type"]}
        data[str(place)] = {**kind, "order": place, "deleted": "", "id": child["id"], "value": _value(child["value"])}
    return data


def _value(value):
    if isinstance(value, list):
        return _children(value)
    if isinstance(value, dict):
        said = {name: _value(item) for name, item in value.items()}
        return {name: item for name, item in said.items() if item is not False}
    return "" if value is None else value


def _form(client, page) -> tuple[str, dict]:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form").dict()
    return address, {**{name: value.removeprefix("\n") for name, value in data.items()}, **_stream_data(page)}


FULL = {
    "Cách thức thực hiện": [
        channel("DIRECT", "5 ngày", ("50000 VNĐ (mỗi thẻ) | 0 VNĐ (Theo quy định)", "7 VNĐ (x)"), ("Mô tả: gió",)),
        channel("ONLINE", "Chờ gió OTHER"),
    ],
    "Thành phần hồ sơ": [case("Diều lớn", ("Đơn", 1, 0)), case("", ("Ảnh", 0, 2))],
    "Căn cứ pháp lý": [{"ten": "Luật Gió", "so_hieu": None}, {"ten": "Luật Mây", "so_hieu": "1"}],
}


def test_an_edit_that_changes_nothing_is_no_change_to_the_next_import(admin_client):
    page = published("1.100001", **FULL)
    before = official_record(page)
    address, data = _form(admin_client, page)
    assert admin_client.post(address, data | {"action-publish": "1"}).status_code == 302
    page = page_of("1.100001")
    assert page.live_revision is not None
    assert official_record(page) == before
    assert bring(national_row("1.100001", **FULL)).counts["unchanged"] == 1


def test_an_edit_of_one_fee_shows_on_the_page_and_keeps_every_id(admin_client, client):
    page = published("1.100001", **FULL)
    ProcedurePage.objects.update(layer="local")
    ids = [child["id"] for child in page.channels.raw_data]
    address, data = _form(admin_client, page)
    data["channels-0-value-fees-0-value-amount"] = "60000"
    admin_client.post(address, data | {"action-publish": "1"})
    page = published_by_another(page)
    assert official_record(page).channels[0].fees[0].amount == 60_000
    assert [child["id"] for child in page.channels.raw_data] == ids
    assert "60.000 đồng" in client.get(page.url).content.decode()


def test_a_preview_shows_the_provinces_text_with_its_dates(admin_client):
    page = published("1.100001")
    page.overlay = [("conditions", {"value": "Có dây dù.", "valid_from": datetime.date(2025, 7, 1)})]
    page.save()
    _, data = _form(admin_client, page_of("1.100001"))
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert admin_client.post(address, data).json() == {"is_valid": True, "is_available": True}
    assert "Có dây dù." in admin_client.get(f"{address}?mode=").content.decode()


def test_the_history_of_the_portal_names_the_parts_that_an_import_changed_beneath_the_provinces_text(admin_client):
    page = published("1.100001")
    page.overlay = [("conditions", {"value": "Có diều của tỉnh.", "valid_from": None, "valid_to": None})]
    page.save_revision().publish()
    bring(national_row("1.100001", **{"Yêu cầu, điều kiện thực hiện": "Có diều nhỏ."}))
    history = admin_client.get(reverse("wagtailadmin_reports:site_history"))
    assert "nội dung riêng của tỉnh đang che: Yêu cầu, điều kiện" in history.content.decode()
