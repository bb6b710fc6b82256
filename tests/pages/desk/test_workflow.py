"""A page goes through its own workflow, else through the one of the nearest page above it that has one."""

import pytest
from wagtail.models import Page, Workflow, WorkflowPage

from pages.desk.workflow import workflow_of
from pages.models import ContentPage, HomePage
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def page() -> ContentPage:
    """A page two below the home page."""
    return make_content(make_content(HomePage.objects.get(), "Trên"), "Dưới")


def assign(page: Page, name: str, *, active: bool = True) -> Workflow:
    """Gives a page a workflow of its own."""
    workflow = Workflow.objects.create(name=name, active=active)
    WorkflowPage.objects.update_or_create(page=page.page_ptr, defaults={"workflow": workflow})
    return workflow


def as_wagtail(page: ContentPage) -> tuple[bool, Workflow | None]:
    """What Wagtail's own, longer way finds."""
    plain = Page.objects.get(pk=page.pk)
    return plain.has_workflow, plain.get_workflow()


def test_without_any_there_is_none(page):
    WorkflowPage.objects.all().delete()
    assert workflow_of(page) is None
    assert as_wagtail(page) == (page.has_workflow, page.get_workflow()) == (False, None)


def test_the_nearest_one_counts(page):
    assign(HomePage.objects.get(), "Của trang chủ")
    above = assign(page.get_parent().specific, "Của trang trên")
    assert as_wagtail(page) == (page.has_workflow, page.get_workflow()) == (True, above)
    own = assign(page, "Của chính trang")
    assert workflow_of(page) == own == as_wagtail(page)[1]


def test_one_that_was_switched_off_lets_the_next_one_above_speak(page):
    home = assign(HomePage.objects.get(), "Của trang chủ")
    assign(page.get_parent().specific, "Đã tắt", active=False)
    assert workflow_of(page) == home == as_wagtail(page)[1]


def test_the_form_asks_once(page, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert (page.has_workflow, page.has_workflow, page.get_workflow()) == (True, True, page.get_workflow())
