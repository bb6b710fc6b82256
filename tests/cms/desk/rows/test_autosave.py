"""The browser saves nothing by itself that people would read at once; and what it has saved, its form knows."""

import re
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import DraftStateMixin
from wagtail.snippets.models import get_snippet_models

from cms.desk.rows.guard import OPENED
from search.models import ReferralAnswer
from tests.cms.desk.rows.test_guard import ALL, _address, row  # noqa: F401 -- a fixture
from tests.editors import signed_in

#: What Wagtail and the portal tell a form of what was saved.
KNOWN = (OPENED, "loaded_revision_id", "loaded_revision_created_at")

pytestmark = pytest.mark.django_db


def saves_itself(client, address: str) -> bool:
    """Whether the form at an address is saved without a press."""
    form = BeautifulSoup(client.get(address).content, "html.parser").select_one("form[data-edit-form], #w-editor-form")
    return form is not None and "w-autosave" in form.get("data-controller", "")


@pytest.mark.parametrize(("name", "pattern", "row"), ALL, indirect=["row"])
def test_a_form_saves_itself_only_where_a_draft_stands_before_the_public(admin_client, name, pattern, row):  # noqa: F811
    if saves_itself(admin_client, _address(name, pattern, row)):
        assert isinstance(row, DraftStateMixin)


@pytest.mark.parametrize("model", get_snippet_models(), ids=lambda model: model._meta.label)
def test_so_does_the_form_of_something_new(admin_client, portal, model):
    if saves_itself(admin_client, reverse(model.snippet_viewset.get_url_name("add"))):
        assert issubclass(model, DraftStateMixin)


def test_what_the_browser_has_begun_by_itself_is_saved_by_a_press_without_a_question(portal):
    client = signed_in("Biên tập viên")
    typed = {"title": "Diều hỏng", "answer": "Thợ diều vá.", "place": "Xưởng", "names": "diều hỏng\ndiều rách"}
    address = reverse(ReferralAnswer.snippet_viewset.get_url_name("add"))
    begun = client.post(address, typed, headers={"accept": "application/json"}).json()
    given = client.get(begun["hydrate_url"]).content.decode()  # templates, which html.parser takes for texts
    known = {name: unescape(re.search(f'name="{name}" value="([^"]*)"', given)[1]) for name in KNOWN}
    sent = typed | known | {"place": "Xưởng diều", "telephone": "115"}
    assert known[OPENED]
    assert client.post(begun["url"], sent).status_code == 302
    assert ReferralAnswer.objects.get().get_latest_revision_as_object().place == "Xưởng diều"
