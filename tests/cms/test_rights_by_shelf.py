"""Rights of one agency, given on its shelf: its procedures are seen, changed and published there, and no other."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow, WorkflowState

from agencies.models import Agency, Role
from cms.access.giving import give
from cms.access.upkeep import ensure_access
from cms.desk.day import days_work
from cms.models import Editor
from pages.models import HomePage, OutgoingLink
from procedures_catalog.models import ProcedurePage
from tests.editors import in_role, member
from tests.procedures_catalog.factories import page_of, published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]

OURS, THEIRS = "Cấp thẻ thả diều", "Cấp thẻ thổi sáo"


@pytest.fixture
def agencies() -> list[Agency]:
    """Two agencies, each with a shelf and a procedure of its own, in which something waits for a reviewer."""
    ensure_access()
    found = [Agency.objects.create(name=name, kind="department") for name in ("Sở Gió", "Sở Mây")]
    OutgoingLink.objects.create(address="https://nop.example/het", nights=2)
    for number, (agency, name) in enumerate(zip(found, (OURS, THEIRS), strict=True), 1):
        page = published(f"1.10000{number}", **{"Tên thủ tục": name})
        page.move(shelf(agency), pos="last-child")
        page = page_of(page.code)
        page.everyday_names = "thẻ gió"
        ProcedurePage.objects.filter(pk=page.pk).update(filing_url="https://nop.example/het")
        page.save_revision(user=Editor.objects.create_superuser(f"truong{number}"), log_action=True)
        Workflow.objects.get().start(page, page.latest_revision.user)
    return found


@pytest.fixture
def editor(client, agencies):
    """The browser of somebody who publishes for the first agency."""
    client.force_login(member(Role.PUBLISHER, agencies[0], "gio"))
    return client


def _pages(name: str, *args) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


def _screens() -> Iterator[tuple[str, str]]:
    """The screens that tell of pages: what they are, and where."""
    catalogue = ProcedurePage.catalogue()
    yield "own shelf", reverse("wagtailadmin_explore", args=[page_of("1.100001").get_parent().pk])
    yield "list of the catalogue", reverse("wagtailadmin_explore", args=[catalogue.pk])
    yield "list of a type", _pages("type_use", "procedures_catalog", "procedurepage")
    yield "search", f"{_pages('search')}?q=thẻ"
    yield "history of the site", reverse("wagtailadmin_reports:site_history")
    yield "workflows", reverse("wagtailadmin_reports:workflow")
    yield "tasks", reverse("wagtailadmin_reports:workflow_tasks")
    yield "aging pages", reverse("wagtailadmin_reports:aging_pages")
    yield "what waits", reverse("waiting_pages")
    yield "broken links", reverse("broken_links")


SCREENS = (
    "own shelf",
    "list of the catalogue",
    "list of a type",
    "search",
    "history of the site",
    "workflows",
    "tasks",
    "aging pages",
    "what waits",
    "broken links",
)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_tells_of_the_own_shelf_and_of_no_other(editor, screen):
    html = editor.get(dict(_screens())[screen], follow=True).content.decode()
    assert (OURS in html, THEIRS in html) == (True, False)


def test_the_desk_opens_above_ones_own_shelves_and_shows_no_other(editor, agencies):
    home = HomePage.objects.get()
    assert editor.get(reverse("wagtailadmin_explore_root")).url == reverse("wagtailadmin_explore", args=[home.pk])
    for page in (home, ProcedurePage.catalogue()):
        html = editor.get(reverse("wagtailadmin_explore", args=[page.pk])).content.decode()
        assert THEIRS not in html
        assert str(agencies[1]) not in html


@pytest.mark.parametrize("name", ["edit", "history", "move", "workflow_history", "usage"])
def test_a_screen_of_a_page_opens_on_the_own_shelf_alone(editor, name):
    answers = [editor.get(_pages(name, page_of(code).pk)) for code in ("1.100001", "1.100002")]
    assert answers[0].status_code == 200
    assert answers[1].status_code == 404
    assert THEIRS not in answers[1].content.decode()


def test_a_change_is_published_on_the_own_shelf_and_refused_on_another(editor):
    for state in WorkflowState.objects.all():
        state.cancel(user=Editor.objects.first())
    ours, theirs = page_of("1.100001"), page_of("1.100002")
    for page in (ours, theirs):
        editor.post(_pages("unpublish", page.pk), {"reason": "Thủ tục đã bị bãi bỏ."})
    assert [page_of(code).live for code in ("1.100001", "1.100002")] == [False, True]
    assert editor.post(_pages("edit", theirs.pk), {"title": "Đổi"}).status_code == 404
    assert page_of("1.100002").get_latest_revision_as_object().title == theirs.title


def _shelf_after_a_move(client, code: str, to: Agency) -> int:
    """Where a procedure stands after somebody has tried to put it onto an agency's shelf, by each of the two ways."""
    page, target = page_of(code), shelf(to)
    client.post(_pages("move_confirm", page.pk, target.pk))
    together = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    client.post(f"{together}?id={page.pk}&next=/quan-tri/", {"chooser": target.pk})
    return page_of(code).get_parent().pk


def test_nobody_gives_a_procedure_away_or_takes_one_who_publishes_for_one_agency_alone(editor, agencies):
    ours, theirs = agencies
    assert _shelf_after_a_move(editor, "1.100001", theirs) == shelf(ours).pk
    assert _shelf_after_a_move(editor, "1.100002", ours) == shelf(theirs).pk


def test_who_publishes_for_both_moves_it(editor, agencies):
    _, theirs = agencies
    give(Editor.objects.get(username="gio"), Role.PUBLISHER, theirs)
    assert _shelf_after_a_move(editor, "1.100001", theirs) == shelf(theirs).pk


def test_a_procedure_is_added_to_the_own_shelf_without_being_asked_for_it(editor, agencies):
    kind = ("procedures_catalog", "procedurepage")
    assert editor.get(_pages("choose_parent", *kind)).url == _pages("add", *kind, shelf(agencies[0]).pk)
    assert editor.get(_pages("add", *kind, shelf(agencies[1]).pk)).status_code in (302, 403)


def test_what_is_counted_at_the_front_is_what_the_list_shows(editor, agencies):
    for number, agency in enumerate(agencies):
        shelf(agency).add_child(instance=ProcedurePage(title="Mới", code=f"1.20000{number}", live=False))
    works = days_work(Editor.objects.get(username="gio"), timezone.now())
    (work,) = [work for work in works if work.text.startswith("thủ tục chưa")]
    assert work.count == 1
    html = editor.get(work.url).content.decode()
    assert "1.200000" in html
    assert "1.200001" not in html


def test_the_roles_that_have_the_whole_tree_go_on_having_it(client, agencies):
    person = Editor.objects.create_user("duyet")
    in_role(person, "Người duyệt")
    client.force_login(person)
    html = client.get(reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])).content.decode()
    assert OURS in html
    assert THEIRS in html
    assert all(page.permissions_for_user(person).can_publish() for page in ProcedurePage.objects.all())
