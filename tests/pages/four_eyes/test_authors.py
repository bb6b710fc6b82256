"""Whose change a publication would be: of all who wrote since the last one, as far as it is still there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.models import Editor
from pages.four_eyes.authors import authors_of, has_own_change, is_own
from pages.models import ContentPage, HomePage
from search.models import SynonymRule
from tests.editors import published_by_another
from tests.pages.factories import make_content
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs, pytest.mark.usefixtures("portal")]


@pytest.fixture
def page() -> ContentPage:
    """A page that the portal itself published."""
    return make_content(HomePage.objects.get(), "Hướng dẫn")


@pytest.fixture
def lan() -> Editor:
    """One who writes."""
    return Editor.objects.create_user("lan")


@pytest.fixture
def minh() -> Editor:
    """Another."""
    return Editor.objects.create_user("minh")


def write(page, user: Editor | None, summary: str):
    """Leaves a draft."""
    draft = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
    draft.summary = summary
    return draft.save_revision(user=user)


def authors(page) -> set[int]:
    """Whose change the newest draft is."""
    held = type(page).objects.get(pk=page.pk)
    return set(authors_of(held, held.latest_revision_id))


def test_all_who_wrote_since_the_last_publication_are_its_authors(page, lan, minh):
    write(page, lan, "Một")
    write(page, minh, "Hai")
    assert authors(page) == {lan.pk, minh.pk}


def test_a_publication_begins_anew(page, lan, minh):
    write(page, lan, "Một")
    published_by_another(page)
    write(page, minh, "Hai")
    assert authors(page) == {minh.pk}


def test_who_saves_what_is_there_wrote_nothing(page, lan, minh):
    write(page, lan, "Một")
    write(page, minh, "Một")
    assert authors(page) == {lan.pk}


def test_a_change_that_was_taken_back_is_nobodys(page, lan, minh):
    write(page, lan, "Một")
    write(page, minh, "")
    assert authors(page) == set()
    write(page, minh, "Hai")
    assert authors(page) == {minh.pk}


def test_who_only_leads_back_to_anothers_text_is_not_its_author(page, lan, minh):
    write(page, lan, "Một")
    write(page, minh, "Hai")
    write(page, minh, "Một")
    assert authors(page) == {lan.pk}


def test_a_page_that_was_never_public_is_of_all_who_wrote_it(lan, minh):
    page = HomePage.objects.get().add_child(instance=ContentPage(title="Mới", live=False))
    page.save_revision(user=lan)
    write(page, minh, "Một")
    assert authors(page) == {lan.pk, minh.pk}


def test_what_was_taken_down_may_come_back_by_its_author_since_another_has_published_it(page, lan, minh):
    write(page, lan, "Một")
    published_by_another(page).unpublish()
    assert authors(page) == set()
    write(page, minh, "Hai")
    assert authors(page) == {minh.pk}


def test_bringing_an_old_revision_back_is_ones_own_change(page, lan, minh):
    old = write(page, lan, "Một")
    published_by_another(page)
    write(page, lan, "Hai")
    published_by_another(page)
    held = ContentPage.objects.get(pk=page.pk)
    assert is_own(held, old.pk, minh.pk)
    assert not is_own(held, held.latest_revision_id, minh.pk)


def test_a_page_without_revisions_is_nobodys(lan):
    bring(national_row("1.100001"), publish=False)
    page = page_of("1.100001")
    assert page.latest_revision_id is None
    assert not is_own(page, page.latest_revision_id, lan.pk)


def test_an_import_that_publishes_under_a_draft_forgets_none_of_its_authors(lan, minh):
    page = published("1.100001")
    for user, names in ((lan, "thẻ diều"), (minh, "thẻ diều\nthẻ sáo")):
        page.everyday_names = names
        page.save_revision(user=user)
    bring(national_row("1.100001", **{"Lĩnh vực": "Gió"}))
    bring(national_row("1.100001", **{"Lĩnh vực": "Mây"}))
    page = page_of("1.100001")
    assert (page.sector.name, page.latest_revision.user) == ("Mây", minh)
    assert authors(page) == {lan.pk, minh.pk}


def test_a_row_is_asked_the_same_way(lan, minh):
    rule = SynonymRule.objects.create(everyday="sổ gió", official="giấy gió")
    rule.note = "một"
    first = rule.save_revision(user=lan)
    assert (is_own(rule, first.pk, lan.pk), is_own(rule, first.pk, minh.pk)) == (True, False)


def test_a_button_asks_once_a_request_and_little_however_many_drafts_there_are(page, lan):
    for number in range(12):
        write(page, lan, f"Lần {number}")
    held = ContentPage.objects.get(pk=page.pk)
    with CaptureQueriesContext(connection) as queries:
        assert has_own_change(held, lan)
        assert has_own_change(held, lan)
    assert len(queries) == 3


def test_of_who_wrote_nothing_no_text_is_read(page, lan, minh):
    write(page, lan, "Một")
    held = ContentPage.objects.get(pk=page.pk)
    with CaptureQueriesContext(connection) as queries:
        assert not has_own_change(held, minh)
    assert len(queries) == 2
    assert not any('"content"' in query["sql"] for query in queries.captured_queries)
