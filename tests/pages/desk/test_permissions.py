"""Rights over a page are Wagtail's; only the way to tell them is shorter."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PagePermissionTester

from cms.models import Editor
from cms.roles import PAGE_PERMISSIONS, ensure_roles
from pages.desk.permissions import LeafPermissionTester
from pages.models import ContentPage, HomePage
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
QUESTIONS = [name for name in dir(PagePermissionTester) if name.startswith("can_") and not name.endswith("_to")]


def people() -> list[Editor]:
    """One for each role, an administrator, one who has left and one without any role."""
    ensure_roles()
    found = [
        Editor.objects.create_superuser("quan-tri"),
        Editor.objects.create_user("khong-vai-tro"),
        Editor.objects.create_superuser("da-nghi", is_active=False),
    ]
    for number, role in enumerate(PAGE_PERMISSIONS):
        person = Editor.objects.create_user(f"nguoi-{number}")
        person.groups.add(Group.objects.get(name=role))
        found.append(person)
    return found


def some_pages() -> list:
    """A page with others below it, a published and an unpublished one with none."""
    home = HomePage.objects.get()
    live, draft = make_content(home, "Đã công bố"), make_content(home, "Chưa công bố")
    draft.unpublish()
    return [home, live, ContentPage.objects.get(pk=draft.pk)]


def test_each_person_may_do_with_each_page_what_wagtail_says():
    for person in people():
        for page in some_pages():
            asked = [(LeafPermissionTester(person, page), PagePermissionTester(person, page))]
            assert [(name, getattr(ours, name)()) for ours, _ in asked for name in QUESTIONS] == [
                (name, getattr(wagtails, name)()) for _, wagtails in asked for name in QUESTIONS
            ]


def test_nothing_is_asked_about_what_stands_below_a_page_without_children(django_assert_num_queries):
    editor, (_, live, draft) = people()[-2], some_pages()
    rights = [page.permissions_for_user(editor) for page in (live, draft)]
    with django_assert_num_queries(0):
        assert [each.can_delete() for each in rights] == [False, True]
