"""The official part of a national procedure is read at the desk, never written; what the province made is its own."""

import dataclasses
from importlib import import_module

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import Page, PageLogEntry
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html

from procedures_catalog.facts.held import official_record
from procedures_catalog.models import ProcedureAgency, ProcedureLevel, ProcedurePage
from tests.editors import published_by_another
from tests.procedures_catalog.desk.test_procedure_tabs import FULL
from tests.procedures_catalog.factories import bring, local_row, national_row, page_of, published, shelf

pytestmark = pytest.mark.usefixtures("portal")

#: A changed value for each official field that is not a stream.
CHANGED = {
    "official_name": "Tên khác",
    "code": "1.200002",
    "kind": "local",
    "sector": "",
    "decision_number": "9/QĐ-X",
    "receiving_address": "Quầy số 9",
    "conditions": "Có gió.",
    "keywords": "gió",
    "description": "Khác",
}
STREAMS = ("steps", "channels", "cases", "results")


def form_of(client, page) -> tuple[str, dict[str, str]]:
    """The address of a page's form, and what a browser would send without any change."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form").dict()
    return address, data | {"overlay-count": "0"}


def test_no_official_field_is_in_the_form(admin_client):
    _, data = form_of(admin_client, published("1.100001", **FULL))
    assert not CHANGED.keys() & data.keys()
    assert not [name for name in data if name.startswith((*STREAMS, "applicants-", "legal_bases-"))]


def test_the_official_part_is_there_to_be_read_with_a_button_beside_each_part(admin_client):
    page = published("1.100001", **FULL)
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "8.000 đồng (mỗi bản sao)" in html
    for part in ("channels", "cases", "steps", "results", "conditions", "executing"):
        assert f'data-copy-official="{part}"' in html
    assert 'data-copy-official="competent"' not in html, "nothing to copy there"


def row(rows: str, **values: str) -> dict[str, str]:
    """What a browser sends for the one new row of a formset."""
    values |= {"id": "", "ORDER": "1", "DELETE": ""}
    return {f"{rows}-0-{name}": value for name, value in values.items()} | {f"{rows}-TOTAL_FORMS": "1"}


@pytest.mark.parametrize("action", [{}, {"action-publish": "1"}], ids=["draft", "publish"])
def test_what_else_is_in_the_form_is_saved_and_the_official_part_stands(admin_client, action):
    page = published("1.100001", **FULL)
    before = official_record(page)
    address, data = form_of(admin_client, page)
    assert admin_client.post(address, data | {"everyday_names": "thẻ diều"} | action).status_code == 302
    page = page_of("1.100001").get_latest_revision_as_object()
    assert page.everyday_names == "thẻ diều"
    assert official_record(page) == dataclasses.replace(before, everyday_names=("thẻ diều",))


@pytest.mark.slow
@pytest.mark.parametrize("name", CHANGED)
def test_a_form_with_a_changed_official_field_changes_nothing_and_says_so(admin_client, name):
    page = published("1.100001", **FULL)
    before = official_record(page)
    address, data = form_of(admin_client, page)
    response = admin_client.post(
        address, data | {name: CHANGED[name], "everyday_names": "gõ dở", "action-publish": "1"}
    )
    assert "là nội dung trung ương" in response.content.decode()
    assert "gõ dở" in response.content.decode()
    assert official_record(page_of("1.100001")) == before


@pytest.mark.parametrize("name", STREAMS)
def test_the_same_for_a_stream(admin_client, name):
    page = published("1.100001", **FULL)
    address, data = form_of(admin_client, page)
    response = admin_client.post(address, data | nested_form_data({name: {"count": 0}}) | {"action-publish": "1"})
    assert "là nội dung trung ương" in response.content.decode()
    assert official_record(page_of("1.100001")) == official_record(page)


def test_the_same_for_official_rows(admin_client):
    page = published("1.100001", **FULL)
    address, data = form_of(admin_client, page)
    row = ProcedureAgency.objects.filter(page=page).first()
    rows = {"agencies-TOTAL_FORMS": "1", "agencies-INITIAL_FORMS": "1", "agencies-0-id": str(row.pk)}
    rows |= {"agencies-0-role": "receiving", "agencies-0-name": "Chiếm chỗ", "agencies-0-ORDER": "1"}
    response = admin_client.post(address, data | rows | {"action-publish": "1"})
    assert "là nội dung trung ương" in response.content.decode()
    assert ProcedureAgency.objects.get(pk=row.pk).role == row.role


def test_a_form_that_sends_the_official_text_as_it_is_is_no_change(admin_client):
    page = published("1.100001")
    address, data = form_of(admin_client, page)
    same = {"conditions": " Có  diều.", "official_name": page.official_name, "sector": str(page.sector_id)}
    assert admin_client.post(address, data | same | {"action-publish": "1"}).status_code == 302


def test_the_province_adds_a_level_and_a_counter_of_its_own_beside_the_official_ones(admin_client):
    page = published("1.100001", **FULL)
    address, data = form_of(admin_client, page)
    sent = row("levels", level="province", valid_from="", valid_to="", decision="")
    sent |= row("agencies", role="receiving", name="Quầy số 1", registered="")
    assert admin_client.post(address, data | sent | {"action-publish": "1"}).status_code == 302
    published_by_another(page)
    levels = ProcedureLevel.objects.filter(page=page).values_list("level", "layer")
    assert set(levels) == {("commune", "national"), ("province", "local")}
    roles = ProcedureAgency.objects.filter(page=page).values_list("role", flat=True)
    assert sorted(roles) == ["cooperating", "executing", "receiving"]


def test_rows_of_a_draft_that_an_import_left_stay_when_somebody_edits_it(admin_client):
    page = published("1.100001", **FULL)
    bring(national_row("1.100001", **FULL | {"Cấp thực hiện": "Cấp Tỉnh"}), publish=False)
    address, data = form_of(admin_client, page)
    assert admin_client.post(address, data | {"action-publish": "1"}).status_code == 302
    page = page_of("1.100001")
    assert official_record(page).levels == ("province",)
    assert official_record(page).executing == ("Ủy ban nhân dân cấp xã",)


def test_a_procedure_of_the_provinces_own_list_stays_open(admin_client):
    bring(local_row("9.100001"))
    page = page_of("9.100001")
    address, data = form_of(admin_client, page)
    data |= nested_form_data({name: {"count": 0} for name in STREAMS})
    assert admin_client.post(address, data | {"conditions": "Có gió.", "action-publish": "1"}).status_code == 302
    published_by_another(page)
    assert page_of("9.100001").conditions == "Có gió."


def test_what_is_made_at_the_desk_is_the_provinces_and_stays_open(admin_client):
    parent = shelf()
    address = reverse("wagtailadmin_pages:add", args=["procedures_catalog", "procedurepage", parent.pk])
    data = querydict_from_html(admin_client.get(address).content.decode(), form_id="page-edit-form").dict()
    data |= nested_form_data({name: {"count": 0} for name in (*STREAMS, "overlay")})
    data |= row("levels", level="commune", valid_from="", valid_to="", decision="")
    sent = data | {"title": "Thẻ diều của tỉnh", "code": "9.200001", "action-submit": "1"}
    assert admin_client.post(address, sent).status_code == 302
    page = published_by_another(page_of("9.200001"))
    assert page.layer == "local"
    assert official_record(page).levels == ("commune",)
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'name="conditions"' in html
    assert "data-copy-official=" not in html


def test_an_earlier_version_whose_code_is_anothers_by_now_is_refused_in_words(admin_client):
    page = published("1.100001", **FULL)
    old = page.save_revision()
    other = published("1.100002")
    for number, code in ((page.pk, "1.100003"), (other.pk, "1.100001")):
        ProcedurePage.objects.filter(pk=number).update(code=code, code_base=code)
    page_of("1.100003").save_revision()
    address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, old.pk])
    data = querydict_from_html(admin_client.get(address).content.decode(), form_id="page-edit-form").dict()
    latest = Page.objects.get(pk=page.pk).latest_revision
    data |= {"loaded_revision_id": latest.pk, "loaded_revision_created_at": latest.created_at.isoformat()}
    answer = admin_client.post(address, data | {"overlay-count": "0", "action-publish": "1"})
    assert "Mã 1.100001 đang thuộc một thủ tục khác." in answer.content.decode()


def test_an_earlier_version_brings_its_official_text_back(admin_client):
    page = published("1.100001", **FULL)
    bring(national_row("1.100001", **FULL | {"Yêu cầu, điều kiện thực hiện": "Hỏng."}))
    first = Page.objects.get(pk=page.pk).revisions.order_by("pk").first()
    address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk])
    data = querydict_from_html(admin_client.get(address).content.decode(), form_id="page-edit-form").dict()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    sent = data | {"overlay-count": "0", "action-publish": "1"}
    assert admin_client.post(address or edit, sent).status_code == 302
    published_by_another(page)
    assert page_of("1.100001").conditions == "Có diều."


def test_what_was_made_at_the_desk_before_becomes_the_provinces_and_what_was_imported_does_not(admin_user):
    made = published("9.200001")
    PageLogEntry.objects.filter(page=made.pk).delete()
    made.save_revision(user=admin_user)
    PageLogEntry.objects.log_action(made, "wagtail.create", user=admin_user)
    imported = published("1.100001")
    import_module("procedures_catalog.migrations.0009_own_procedures").claim(apps, None)
    assert (page_of("9.200001").layer, page_of("1.100001").layer) == ("local", "national")
    assert official_record(page_of("9.200001")).levels == ("commune",)
    assert official_record(made.get_latest_revision_as_object()).levels == ("commune",)
    assert official_record(imported).levels == ("commune",)
