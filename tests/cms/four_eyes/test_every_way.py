"""Every way in which something becomes public at the desk: closed to who wrote it, be it an administrator, and open to
another."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from cms.access.upkeep import ensure_access
from cms.models import Editor
from pages.models import ContentPage, HomePage
from tests.cms.desk.form import DeskForm
from tests.editors import in_role
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
WRITTEN = "Nộp ở quầy số 2."


def person(name: str, role: str) -> Editor:
    """Somebody in a role; without one, an administrator."""
    ensure_access()
    return in_role(Editor.objects.create_user(name), role) if role else Editor.objects.create_superuser(name)


def at_the_desk(user: Editor) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture(params=["Người duyệt", ""], ids=["reviewer", "administrator"])
def author(request) -> Editor:
    """Somebody who may publish, and wrote the draft."""
    return person("lan", request.param)


@pytest.fixture
def page(author) -> ContentPage:
    """A public page with a draft of the author's."""
    found = make_content(HomePage.objects.get(), "Hướng dẫn")
    found.summary = WRITTEN
    found.save_revision(user=author, log_action=True)
    return ContentPage.objects.get(pk=found.pk)


def read(page: ContentPage) -> str:
    """What citizens read."""
    return ContentPage.objects.get(pk=page.pk).summary


# --- The ways -------------------------------------------------------------------------------------


def by_the_form(client: Client, page: ContentPage) -> None:
    DeskForm.open(client, page.pk).send("publish")


def by_a_bulk_action(client: Client, page: ContentPage) -> None:
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    client.post(f"{address}?id={page.pk}&next=/quan-tri/")


def by_the_interface(client: Client, page: ContentPage) -> None:
    client.post(f"/quan-tri/api/main/pages/{page.pk}/action/publish/")


def _handed_in(page: ContentPage) -> None:
    writer = Editor.objects.get_or_create(username="nguoi-gui")[0]
    page.get_workflow().start(page, writer)


def by_the_reviews_form(client: Client, page: ContentPage) -> None:
    _handed_in(page)
    form = DeskForm.open(client, page.pk)
    form.send("workflow-action", **{"workflow-action-name": "approve"})


def by_the_reviews_button(client: Client, page: ContentPage) -> None:
    _handed_in(page)
    state = ContentPage.objects.get(pk=page.pk).current_workflow_task_state
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]))


WAYS: dict[str, Callable[[Client, ContentPage], None]] = {
    "form": by_the_form,
    "bulk action": by_a_bulk_action,
    "interface": by_the_interface,
    "review, form": by_the_reviews_form,
    "review, button": by_the_reviews_button,
}


@pytest.mark.parametrize("way", WAYS)
def test_nobody_makes_public_what_he_wrote(author, page, way):
    WAYS[way](at_the_desk(author), page)
    held = ContentPage.objects.get(pk=page.pk)
    assert (read(page), held.has_unpublished_changes) == ("", True)
    assert held.get_latest_revision_as_object().summary == WRITTEN


@pytest.mark.parametrize("way", WAYS)
def test_another_does_and_the_author_stays_the_author(author, page, way):
    another = person("minh", "Người duyệt")
    WAYS[way](at_the_desk(another), page)
    held = ContentPage.objects.get(pk=page.pk)
    assert (held.summary, held.has_unpublished_changes) == (WRITTEN, False)
    assert (held.live_revision.user, held.latest_revision.user) == (author, author)
    assert held.live_revision_id == held.latest_revision_id == page.latest_revision_id
    history = at_the_desk(another).get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert all(name in history for name in ("lan", "minh"))


def test_nobody_fixes_an_hour_for_what_he_wrote(author, page):
    hour = timezone.localtime() + timedelta(days=3)
    typed = f"{hour:%d/%m/%Y %H:%M}"
    DeskForm.open(at_the_desk(author), page.pk).send("publish", go_live_at=typed)
    assert not page.revisions.filter(approved_go_live_at__isnull=False).exists()
    DeskForm.open(at_the_desk(person("minh", "Người duyệt")), page.pk).send("publish", go_live_at=typed)
    waits = page.revisions.get(approved_go_live_at__isnull=False)
    assert (waits.user, read(page)) == (author, "")


def test_nobody_brings_an_earlier_version_back_alone(author, page):
    first = page.revisions.earliest("pk")
    reviewer = person("minh", "Người duyệt")
    by_the_form(at_the_desk(reviewer), page)
    address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk])
    assert "action-publish" not in at_the_desk(reviewer).get(address).content.decode()
    DeskForm.open(at_the_desk(reviewer), page.pk, address).send("publish")
    held = ContentPage.objects.get(pk=page.pk)
    assert (held.summary, held.get_latest_revision_as_object().summary) == (WRITTEN, "")
    by_the_form(at_the_desk(author), page)
    assert read(page) == ""


def test_what_is_made_at_the_desk_begins_as_a_draft(author, page):
    home = HomePage.objects.get()
    address = reverse("wagtailadmin_pages:add", args=["pages", "contentpage", home.pk])
    client = at_the_desk(author)
    assert "action-publish" not in client.get(address).content.decode()
    data = {"title": "Mới", "slug": "moi", "body-count": "0", "action-publish": "1"}
    data |= {"comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"}
    assert client.post(address, data).status_code == 302
    assert ContentPage.objects.get(title="Mới").live is False


@pytest.mark.parametrize("box", ["publish_copies", "alias"])
def test_a_copy_begins_as_a_draft_and_no_page_is_mirrored(author, page, box):
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    client = at_the_desk(author)
    assert f'name="{box}"' not in client.get(address).content.decode()
    data = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": page.get_parent().pk, box: "on"}
    client.post(address, data)
    copy = ContentPage.objects.get(slug="ban-sao")
    assert (copy.live, copy.alias_of_id) == (False, None)


@pytest.mark.parametrize("action", ["copy", "create_alias"])
def test_the_interface_copies_and_mirrors_nothing_into_the_public(author, page, action):
    address = f"/quan-tri/api/main/pages/{page.pk}/action/{action}/"
    sent = json.dumps({"recursive": False, "keep_live": True})
    answer = at_the_desk(author).post(address, sent, content_type="application/json")
    assert answer.status_code == 403
    assert ContentPage.objects.count() == 1


def test_a_bulk_action_leaves_out_what_is_ones_own_below_a_page(author, page):
    page.unpublish()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    home = HomePage.objects.get()
    client = at_the_desk(author)
    client.post(f"{address}?id={home.pk}&next=/quan-tri/", {"include_descendants": "on"})
    assert not ContentPage.objects.get(pk=page.pk).live


def test_a_page_without_versions_is_published_in_nobodys_name(author):
    page = HomePage.objects.get().add_child(instance=ContentPage(title="Nạp sẵn", live=False))
    by_a_bulk_action(at_the_desk(author), page)
    held = ContentPage.objects.get(pk=page.pk)
    assert (held.live, held.live_revision.user) == (True, None)
