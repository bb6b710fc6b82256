"""Starting texts fill what people say of procedures once, and leave alone what an editor has changed."""

import pytest
from django.core.management import call_command
from django.test import Client
from wagtail.search.backends import get_search_backend

from pages.turns import Turns
from procedures_catalog.facts.everyday.reading import Everyday
from procedures_catalog.feed.search_entries import procedure_entries
from procedures_catalog.models import EverydayWords
from procedures_catalog.store.everyday import ensure_everyday, said_of
from procedures_catalog.store.in_lines import in_lines
from search.finder import find
from search.words.known_names import all_phrases
from tests.clock import today
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
OLD = {"1.100001": Everyday("muốn thả diều", "", ("thẻ diều",), ("gió lên",), ("thả diều phải xin ai",))}
NEW = {"1.100001": Everyday("muốn thả diều", "muốn thả đèn", ("thẻ diều", "phép diều"), (), ("thả diều ở đâu",))}


@pytest.fixture(autouse=True)
def procedure(portal) -> None:
    bring(national_row("1.100001", **{"Tên thủ tục": "Cấp thẻ thả diều"}))


def fill(texts) -> int:
    return ensure_everyday(Turns(), texts)


def words() -> EverydayWords:
    return EverydayWords.objects.get(identity__page__code_base="1.100001")


def test_a_procedure_of_the_catalogue_is_filled_once():
    assert (fill(OLD), fill(OLD)) == (1, 0)
    assert words().said() == OLD["1.100001"]


def test_a_newer_text_replaces_what_nobody_changed():
    fill(OLD)
    assert (fill(NEW), fill(NEW)) == (1, 0)
    assert words().said() == NEW["1.100001"]


def test_what_an_editor_has_changed_stays():
    fill(OLD)
    changed = words()
    changed.names = "thẻ của bác Tư"
    changed.save()
    assert fill(NEW) == 0
    assert words().names == "thẻ của bác Tư"


def test_a_draft_that_waits_is_a_change_too():
    fill(OLD)
    changed = words()
    changed.names = "thẻ của bác Tư"
    changed.save_revision()
    assert fill(NEW) == 0


def test_the_desk_finds_what_was_filled(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        fill(OLD)
    found = get_search_backend().search("gio len", EverydayWords)
    assert [row.pk for row in found] == [words().pk]


def test_its_page_says_when_to_use_it():
    fill(NEW)
    body = Client().get(page_of("1.100001").url).content.decode()
    assert "Dùng khi muốn thả diều." in body
    assert "Không dùng khi muốn thả đèn." in body


def test_it_is_found_by_what_people_say():
    fill(OLD)
    call_command("flush_index", verbosity=0)
    assert [hit.title for hit in find("gió lên phải xin ai", today()).results.hits] == ["Cấp thẻ thả diều"]


def test_what_an_editor_took_off_is_said_nowhere(django_capture_on_commit_callbacks):
    fill(OLD)
    call_command("flush_index", verbosity=0)
    with django_capture_on_commit_callbacks(execute=True):
        words().unpublish()
    call_command("flush_index", verbosity=0)
    page = page_of("1.100001")
    (entry,) = procedure_entries(today())
    assert entry.said == page.search_entry(today()).said == ()
    assert in_lines([page.pk], today())[page.pk].used_when == ""
    assert in_lines([page.pk], today())[page.pk].phrases == ()
    assert "muốn thả diều" not in Client().get(page.url).content.decode()
    assert "gió lên" not in all_phrases()
    assert not find("gió lên", today()).results.hits


def test_what_an_editor_took_off_no_newer_text_puts_back():
    fill(OLD)
    words().unpublish()
    fill(NEW)
    assert said_of([page_of("1.100001").pk]) == {}
