"""What people type keeps one kind of line end, whatever form it came through and however long ago it was typed."""

from importlib import import_module

import pytest
from django.apps import apps
from django.http import QueryDict
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html

from cms.line_ends import LineEndsMiddleware
from procedures_catalog.models import ProcedurePage
from search.models import SynonymRule
from tests.editors import published_by_another
from tests.procedures_catalog.factories import page_of, published

TYPED = "Dòng một\r\nDòng hai"
KEPT = "Dòng một\nDòng hai"


def _overlay(text: str) -> list[dict]:
    return [{"type": "conditions", "id": "1f0e6a52-6f7a-4a0c-9a53-6a8c1e2b7d10", "value": {"value": text}}]


def _form(client, page, **values: str) -> dict[str, str]:
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    child = {**_overlay(TYPED)[0], "order": 0, "deleted": ""}
    none = {name: {"count": 0} for name in ("steps", "channels", "cases", "results")}
    streams = nested_form_data(none | {"overlay": {"count": 1, "0": child}})
    return querydict_from_html(html, form_id="page-edit-form").dict() | streams | values


# --- When a form is read --------------------------------------------------------------------------


@pytest.mark.usefixtures("portal")
def test_the_fields_and_the_blocks_of_a_page_keep_plain_line_ends(admin_client):
    page = published("1.100001")
    ProcedurePage.objects.update(layer="local")
    data = _form(admin_client, page, everyday_names=TYPED, **{"action-publish": "1"})
    assert admin_client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data).status_code == 302
    page = published_by_another(page)
    assert page.everyday_names == KEPT
    assert page.overlay.raw_data[0]["value"]["value"] == KEPT


@pytest.mark.django_db
def test_an_entry_of_a_list_keeps_plain_line_ends(admin_client):
    data = {"everyday": "sổ gió\r\nbìa gió", "official": "giấy gió", "marks": "agree", "note": TYPED}
    assert admin_client.post(reverse("wagtailsnippets_search_synonymrule:add"), data).status_code == 302
    rule = SynonymRule.objects.get(official="giấy gió")
    assert (rule.everyday, rule.note) == ("sổ gió\nbìa gió", KEPT)


@pytest.mark.parametrize(
    "sent",
    [
        {"data": "a=x%0D%0Ay&a=z%0Dz&b=c", "content_type": "application/x-www-form-urlencoded"},
        {"data": {"a": ["x\r\ny", "z\rz"], "b": "c"}},
    ],
    ids=["plain", "with files"],
)
def test_every_value_of_every_form_is_read_so(rf, sent):
    read: list[QueryDict] = []
    LineEndsMiddleware(lambda request: read.append(request.POST))(rf.post("/", **sent))
    assert dict(read[0].lists()) == {"a": ["x\ny", "z\nz"], "b": ["c"]}


def test_list_signs_out_of_word_are_bullets_that_every_font_has(rf):
    read: list[QueryDict] = []
    LineEndsMiddleware(lambda request: read.append(request.POST))(rf.post("/", {"a": "\uf0b7 Đơn"}))
    assert read[0]["a"] == "• Đơn"


# --- What is held already -------------------------------------------------------------------------


def _migrate() -> None:
    import_module("cms.migrations.0002_line_ends").write_line_ends(apps, None)


@pytest.mark.usefixtures("portal")
def test_texts_streams_and_revisions_of_before_are_written_anew():
    page = published("1.100001")
    page.conditions, page.overlay, page.search_description = TYPED, _overlay(TYPED), TYPED
    page.save()
    page.save_revision()
    SynonymRule.objects.create(everyday="sổ gió\r\nbìa gió", official="giấy gió").save_revision()
    _migrate()
    page = page_of("1.100001")
    kept = page.latest_revision.as_object()
    for held in (page, kept):
        assert (held.conditions, held.search_description) == (KEPT, KEPT)
        assert held.overlay.raw_data[0]["value"]["value"] == KEPT
    rule = SynonymRule.objects.get(official="giấy gió")
    assert rule.everyday == rule.latest_revision.as_object().everyday == "sổ gió\nbìa gió"


@pytest.mark.usefixtures("portal")
def test_the_two_signs_that_json_writes_for_a_line_end_may_stand_in_a_text():
    page = published("1.100001")
    page.overlay = _overlay("C:\\ra\\ngoài")
    page.save()
    _migrate()
    assert page_of("1.100001").overlay.raw_data[0]["value"]["value"] == "C:\\ra\\ngoài"
    assert ProcedurePage.objects.count() == 1
