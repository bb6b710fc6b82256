"""A role of an agency with many below it opens the desk as any other does: the database is asked one thing."""

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import page_permission_policy as policy

from agencies.models import Agency, Role
from cms.access import many_shelves
from cms.access.many_shelves import below
from cms.access.shelves import ensure_shelves
from cms.models import Editor
from pages.models import HomePage
from procedures_catalog.models import ProcedureIndexPage, ProcedurePage
from tests.editors import browser_of, member
from tests.pages.factories import make_content
from tests.procedures_catalog.factories import shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
#: So many below one agency were too many conditions for SQLite.
MANY = 25


@pytest.fixture
def province() -> Agency:
    """A committee with many departments, each with its shelves."""
    top = Agency.objects.create(name="Ủy ban tỉnh Gió", kind="provincial_committee")
    for number in range(MANY):
        with transaction.atomic():
            ensure_shelves(Agency.objects.create(name=f"Sở {number}", kind="department", parent=top))
    return top


@pytest.mark.parametrize("screen", ["catalogue", "front page"])
def test_the_desk_asks_as_much_for_a_hundred_shelves_as_for_three(province, screen):
    few = browser_of(member(Role.PUBLISHER, Agency.objects.get(name="Sở 0")))
    many = browser_of(member(Role.PUBLISHER, province))
    catalogue = reverse("wagtailadmin_explore", args=[ProcedurePage.catalogue().pk])
    address = catalogue if screen == "catalogue" else reverse("wagtailadmin_home")
    assert questions(many, address) <= questions(few, address) + 2


def questions(client: Client, address: str) -> int:
    """How often the database is asked when a screen is opened again."""
    client.get(address, follow=True)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address, follow=True).status_code == 200
    return len(asked)


@pytest.fixture
def two() -> tuple[Agency, Agency]:
    """Two departments, each with a procedure."""
    found = tuple(Agency.objects.create(name=name, kind="department") for name in ("Sở Gió", "Sở Mây"))
    for number, agency in enumerate(found):
        shelf(agency).add_child(instance=ProcedurePage(title=agency.name, code=f"1.20000{number}", live=False))
    return found


@pytest.mark.parametrize("few", [many_shelves.FEW, 0])
def test_what_somebody_may_change_is_what_stands_on_his_shelves(two, monkeypatch, few):
    monkeypatch.setattr(many_shelves, "FEW", few)
    for each in two:
        editor = member(Role.WRITER, each)
        mine = policy.instances_user_has_permission_for(editor, "change")
        assert [page.title for page in mine if page.specific_class is ProcedurePage] == [each.name]
        assert not policy.instances_user_has_permission_for(editor, "publish").exists()
        ways = set(policy.explorable_instances(editor).values_list("title", flat=True))
        assert {HomePage.objects.get().title, ProcedureIndexPage.objects.get().title, each.name} <= ways
        assert not ways & {other.name for other in two if other != each}


def test_who_may_only_add_changes_his_own_alone(two):
    editor = member(Role.WRITER, two[0])
    editor.groups.get().page_permissions.filter(permission__codename="change_page").delete()
    editor = Editor.objects.get(pk=editor.pk)
    own = shelf(two[0]).add_child(instance=ProcedurePage(title="Của tôi", code="1.300000", live=False, owner=editor))
    assert list(policy.instances_user_has_permission_for(editor, "change").values_list("pk", flat=True)) == [own.pk]


def test_who_has_no_right_and_who_is_disabled_may_change_nothing_and_a_superuser_everything(two):
    nobody, gone = Editor.objects.create_user("khach"), member(Role.PUBLISHER, two[0])
    gone.is_active = False
    for each in (nobody, gone):
        assert not policy.instances_user_has_permission_for(each, "change").exists()
    root = Editor.objects.create_superuser("truong")
    assert policy.explorable_instances(root).count() == Page.objects.count()


@pytest.mark.parametrize("few", [many_shelves.FEW, 0])
def test_paths_of_every_length_and_one_in_another_are_one_condition(monkeypatch, few):
    monkeypatch.setattr(many_shelves, "FEW", few)
    home = HomePage.objects.get()
    guide = make_content(home, "Hướng dẫn")
    inner, other = make_content(guide, "Bước một"), make_content(home, "Khác")

    def found(*pages):
        return set(Page.objects.filter(below(page.path for page in pages)).values_list("title", flat=True))

    assert found(guide, inner) == {"Hướng dẫn", "Bước một"}
    assert found(inner, other) == {"Bước một", "Khác"}
    assert found() == set()
