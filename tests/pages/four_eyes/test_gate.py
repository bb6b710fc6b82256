"""The gate that every publication passes asks who acts, whoever is named; commands and approved hours act for the
portal."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page

from audit.acting import Acting, actor_of, passing
from cms.models import Editor
from pages.four_eyes.gate import OwnChangeError, alone
from pages.models import ContentPage, HomePage
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def lan() -> Editor:
    """An administrator who writes."""
    return Editor.objects.create_superuser("lan")


@pytest.fixture
def draft(lan) -> Page:
    """A public page with a draft of hers."""
    page = make_content(HomePage.objects.get(), "Hướng dẫn")
    page.summary = "Mới."
    page.save_revision(user=lan)
    return ContentPage.objects.get(pk=page.pk)


def public(page: Page) -> str:
    """What citizens read."""
    return ContentPage.objects.get(pk=page.pk).summary


def test_an_administrator_is_bound_too_and_nothing_has_changed(draft, lan):
    with pytest.raises(OwnChangeError, match="cần người khác công bố"):
        draft.latest_revision.publish(user=lan, skip_permission_checks=True)
    assert public(draft) == ""


def test_code_that_names_nobody_is_stopped_where_she_is_signed_in(draft, lan):
    with passing(Acting(actor=lambda: actor_of(lan))), pytest.raises(OwnChangeError):
        draft.latest_revision.publish()
    assert public(draft) == ""


def test_naming_another_is_stopped_where_she_is_signed_in(draft, lan):
    minh = Editor.objects.create_superuser("minh")
    with passing(Acting(actor=lambda: actor_of(lan))), pytest.raises(OwnChangeError):
        draft.latest_revision.publish(user=minh)


def test_a_command_publishes_for_the_portal(draft):
    with passing(Acting(command="load_demo")):
        draft.latest_revision.publish()
    assert public(draft) == "Mới."


def test_what_one_enters_alone_is_one_revision_and_no_other(draft, lan):
    with alone(draft.latest_revision_id + 1), pytest.raises(OwnChangeError):
        draft.latest_revision.publish(user=lan)
    with alone(draft.latest_revision_id):
        draft.latest_revision.publish(user=lan, skip_permission_checks=True)
    assert public(draft) == "Mới."


def test_her_own_hour_is_not_fixed_and_one_that_another_fixed_comes(draft, lan):
    draft.go_live_at = timezone.now() + timedelta(days=1)
    draft.summary = "Mới."
    revision = draft.save_revision(user=lan)
    with pytest.raises(OwnChangeError):
        revision.publish(user=lan)
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None
    revision.publish(user=Editor.objects.create_superuser("minh"))
    draft.revisions.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    content = revision.content | {"go_live_at": (timezone.now() - timedelta(minutes=1)).isoformat()}
    draft.revisions.filter(pk=revision.pk).update(content=content)
    call_command("publish_scheduled")
    assert public(draft) == "Mới."


def test_approving_is_refused_as_well(draft, lan):
    draft.get_workflow().start(draft, lan)
    state = ContentPage.objects.get(pk=draft.pk).current_workflow_task_state
    with pytest.raises(OwnChangeError, match="cần người khác duyệt"):
        state.approve(user=lan)
    state.refresh_from_db()
    assert state.status == "in_progress"
    names = {name for name, _, _ in state.task.specific.get_actions(draft, lan)}
    assert names == {"reject"}
