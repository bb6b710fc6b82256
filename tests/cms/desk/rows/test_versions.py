"""What is no page can be brought back: what came with the portal, the public text beside a draft, the one before the
last change."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import DraftStateMixin, ModelLogEntry, RevisionMixin
from wagtail.snippets.models import get_snippet_models
from wagtail.test.utils.form_data import querydict_from_html

from cms.access.upkeep import ensure_access
from cms.desk.rows.undoing import STEP_URL
from procedures_catalog.models import EverydayWords
from search.models import SynonymRule
from tests.cms.desk.rows.test_guard import ROWS
from tests.editors import published_by_another, saved_over, signed_in

pytestmark = pytest.mark.django_db
KEEPS = [model for model in get_snippet_models() if issubclass(model, RevisionMixin)]


@pytest.fixture
def rule(portal) -> SynonymRule:
    """A rule as it came with the portal: without any version."""
    SynonymRule.objects.all().delete()
    return SynonymRule.objects.create(everyday="sổ gió", official="giấy gió", note="nạp sẵn")


def address_of(row) -> str:
    return reverse(row.snippet_viewset.get_url_name("edit"), args=[row.pk])


def write(client: Client, row, press: str = "", **typed: str) -> int:
    """Opens the form, types, presses; the status of the answer."""
    form = querydict_from_html(client.get(address_of(row)).content.decode(), form_id="w-editor-form").dict()
    return client.post(address_of(row), form | typed | ({f"action-{press}": "1"} if press else {})).status_code


def change(client: Client, row, **typed: str) -> None:
    """Somebody writes, another publishes."""
    write(client, row, **typed)
    published_by_another(row)


def step(row, name: str) -> str:
    return reverse(STEP_URL, args=[row._meta.app_label, row._meta.model_name, row.pk, name])


def go(client: Client, row, name: str) -> int:
    """Opens the screen of a step and presses its button."""
    shown = BeautifulSoup(client.get(step(row, name)).content, "html.parser").select_one("input[name=seen]")
    return client.post(step(row, name), {"seen": shown["value"] if shown else "0"}).status_code


def public(row) -> str:
    return type(row).objects.get(pk=row.pk).note


@pytest.mark.parametrize("model", KEEPS, ids=lambda model: model._meta.label)
def test_the_first_change_keeps_the_text_that_it_replaces(admin_client, portal, model):
    ensure_access()
    make, field = ROWS[model]
    row = make()
    before = str(getattr(row, field))
    press = "publish" if issubclass(model, DraftStateMixin) else ""
    assert write(admin_client, row, press, **{field: "0210 111\n0210 222"[: 17 if "\n" in before else 8]}) == 302
    first, *_ = row.revisions.order_by("created_at", "pk")
    assert str(getattr(first.as_object(), field)) == before
    history = admin_client.get(reverse(row.snippet_viewset.get_url_name("history"), args=[row.pk])).content.decode()
    assert reverse(row.snippet_viewset.get_url_name("revisions_revert"), args=[row.pk, first.pk]) in history


def test_the_last_change_is_taken_back_in_one_step_that_another_publishes(rule):
    reviewer = signed_in("Người duyệt")
    change(reviewer, rule, note="một")
    change(reviewer, rule, note="hai")
    shown = reviewer.get(step(rule, "hoan-tac")).content.decode()
    assert ("một" in shown, "hai" in shown, public(rule)) == (True, True, "hai")
    assert step(rule, "hoan-tac") in reviewer.get(address_of(rule)).content.decode()
    assert go(reviewer, rule, "hoan-tac") == 302
    assert "cần người khác công bố" in reviewer.get(address_of(rule)).content.decode()
    assert public(rule) == "hai"
    assert published_by_another(rule).note == "một"
    assert ModelLogEntry.objects.for_instance(rule).filter(action="wagtail.revert").count() == 1


def test_the_text_that_came_with_the_portal_comes_back(rule):
    reviewer = signed_in("Người duyệt")
    change(reviewer, rule, note="một")
    go(reviewer, rule, "hoan-tac")
    assert published_by_another(rule).note == "nạp sẵn"


def test_who_only_writes_gives_up_a_draft_and_brings_nothing_back_that_people_read(rule):
    reviewer, editor = signed_in("Người duyệt"), signed_in("Biên tập viên")
    change(reviewer, rule, note="một")
    assert go(editor, rule, "hoan-tac") == 302
    assert public(rule) == "một"
    assert go(editor, rule, "bo-ban-nhap") == 302
    write(editor, rule, note="nháp")
    form = editor.get(address_of(rule)).content.decode()
    assert "revisions/compare/live...latest/" in form
    assert go(editor, rule, "bo-ban-nhap") == 302
    rule.refresh_from_db()
    assert (rule.has_unpublished_changes, rule.get_latest_revision_as_object().note) == (False, "một")


def test_a_step_that_somebody_has_overtaken_is_not_gone_unseen(rule):
    reviewer = signed_in("Người duyệt")
    change(reviewer, rule, note="một")
    assert reviewer.post(step(rule, "hoan-tac"), {"seen": "0"}).status_code == 302
    rule.refresh_from_db()
    assert (rule.note, rule.has_unpublished_changes) == ("một", False)


def test_a_draft_that_its_form_saved_by_itself_meanwhile_is_not_given_up_unseen(rule):
    reviewer = signed_in("Người duyệt")
    change(reviewer, rule, note="một")
    write(reviewer, rule, note="nháp")
    shown = BeautifulSoup(reviewer.get(step(rule, "bo-ban-nhap")).content, "html.parser")
    rule.refresh_from_db()
    number = rule.latest_revision_id
    assert saved_over(rule, note="nháp nữa").pk == number
    reviewer.post(step(rule, "bo-ban-nhap"), {"seen": shown.select_one("input[name=seen]")["value"]})
    rule.refresh_from_db()
    assert rule.get_latest_revision_as_object().note == "nháp nữa"


def test_what_has_no_such_step_leads_back_to_its_form(rule):
    reviewer = signed_in("Người duyệt")
    assert reviewer.get(step(rule, "hoan-tac")).url == address_of(rule)
    assert reviewer.get(reverse(STEP_URL, args=["search", "dieu", rule.pk, "hoan-tac"])).status_code == 404
    assert reviewer.get(step(rule, "gi-do")).status_code == 404


def test_a_newer_starting_text_opens_in_the_form_where_there_were_drafts(portal):
    row = ROWS[EverydayWords][0]()
    row.save_revision(changed=False)
    row.names = "diều mới"
    row.save()
    row.keep_written()
    assert row.get_latest_revision_as_object().names == "diều mới"
    assert row.live_revision == row.latest_revision
