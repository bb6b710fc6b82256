"""What Wagtail asks of one page again and again is read once, and says the same."""

import pytest
from wagtail.models import Page, Task, Workflow, WorkflowTask

from cms.models import Editor
from pages.desk.in_hand import hold_review, hold_texts
from tests.procedures_catalog.factories import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def page():
    """A published procedure with a newer draft of somebody's."""
    page = published("1.100001")
    page.summary = "Mới."
    page.save_revision(user=Editor.objects.create_user("nguoi-viet"))
    return type(page).objects.get(pk=page.pk)


def test_the_two_texts_of_a_page_and_who_wrote_them_are_one_question(page, django_assert_num_queries):
    with django_assert_num_queries(1):
        hold_texts(page)
        assert page.latest_revision.user.username == "nguoi-viet"
        assert page.live_revision.created_at < page.latest_revision.created_at


def test_a_page_without_texts_has_none_and_needs_no_question(django_assert_num_queries):
    root = Page.objects.get(depth=1)
    with django_assert_num_queries(0):
        hold_texts(root)
        assert (root.latest_revision, root.live_revision) == (None, None)


def test_where_a_review_stands_is_known_of_a_page_of_whatever_kind(page, django_assert_num_queries):
    workflow = Workflow.objects.create(name="Duyệt thử")
    WorkflowTask.objects.create(workflow=workflow, task=Task.objects.create(name="Bước thử"))
    workflow.start(page, Editor.objects.get(username="nguoi-viet"))
    for held in (type(page).objects.get(pk=page.pk), Page.objects.get(pk=page.pk)):
        hold_review(held)
        with django_assert_num_queries(0):
            assert held.workflow_in_progress
            assert held.current_workflow_state.workflow_id == workflow.pk
