"""Rows with drafts are published by another than who wrote them, and stay their author's."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from cms.models import Editor
from pages.models.reviewed import reviewed_models
from search.models import SynonymRule
from tests.cms.desk.rows.test_guard import ROWS
from tests.cms.four_eyes.test_every_way import at_the_desk, person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def author() -> Editor:
    """A reviewer who writes."""
    return person("lan", "Người duyệt")


@pytest.fixture
def another() -> Editor:
    """A second reviewer."""
    return person("minh", "Người duyệt")


@pytest.fixture
def rule(author) -> SynonymRule:
    """A rule that was never public."""
    found = SynonymRule.objects.create(everyday="sổ gió", official="giấy gió", live=False)
    found.note = "một"
    found.save_revision(user=author)
    return found


def address_of(row) -> str:
    return reverse(row.snippet_viewset.get_url_name("edit"), args=[row.pk])


def press(client: Client, row, button: str = "publish", **typed: str):
    """Opens the form, types, presses."""
    form = querydict_from_html(client.get(address_of(row)).content.decode(), form_id="w-editor-form").dict()
    return client.post(address_of(row), form | typed | {f"action-{button}": "1"})


@pytest.mark.parametrize("model", reviewed_models(), ids=lambda model: model._meta.label)
@pytest.mark.parametrize("role", ["Người duyệt", ""], ids=["reviewer", "administrator"])
def test_every_kind_of_row_is_published_by_another(model, role):
    make, field = ROWS[model]
    row, client = make(), at_the_desk(person("lan", role))
    before = getattr(row, field)
    typed = {field: "diều giấy" if field != "names" else "diều giấy\ndiều vải"}
    assert press(client, row, **typed).status_code == 302
    assert "chưa công bố" in client.get(address_of(row)).content.decode()
    press(client, row)
    held = model.objects.get(pk=row.pk)
    assert (getattr(held, field), held.has_unpublished_changes) == (before, True)
    assert "action-publish" not in client.get(address_of(row)).content.decode()
    press(at_the_desk(person("minh", "Người duyệt")), row)
    held = model.objects.get(pk=row.pk)
    assert (getattr(held, field), held.has_unpublished_changes) == (typed[field], False)
    assert held.live_revision.user.username == "lan"


def test_what_is_new_begins_as_a_draft(author):
    SynonymRule.objects.all().delete()
    address = reverse("wagtailsnippets_search_synonymrule:add")
    data = {"everyday": "sổ gió", "official": "giấy gió", "marks": "agree", "action-publish": "1"}
    client = at_the_desk(author)
    assert "action-publish" not in client.get(address).content.decode()
    assert client.post(address, data).status_code == 302
    rule = SynonymRule.objects.get()
    assert (rule.live, rule.latest_revision.user) == (False, author)


def test_who_corrects_a_rule_while_publishing_wrote_a_draft(author, another, rule):
    press(at_the_desk(another), rule, note="hai")
    rule.refresh_from_db()
    assert (rule.live, rule.get_latest_revision_as_object().note) == (False, "hai")
    press(at_the_desk(author), rule)
    assert not SynonymRule.objects.get(pk=rule.pk).live
    press(at_the_desk(person("hoa", "")), rule)
    assert SynonymRule.objects.get(pk=rule.pk).note == "hai"


def test_where_nothing_waits_no_button_is_offered(author, another, rule):
    press(at_the_desk(another), rule)
    assert "action-publish" not in at_the_desk(author).get(address_of(rule)).content.decode()
