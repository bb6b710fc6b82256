"""The system check: every page type says what it is in search."""

from pages.models import ContentPage, HomePage
from search.feed.checks import complaints, search_kinds_are_said


def _type(**said):
    return type("Loại trang", (), {"__module__": "pages.models.x", **said})


def test_every_page_type_of_the_portal_says_it():
    assert search_kinds_are_said(None) == []


def test_silence_and_nonsense_are_errors_even_when_inherited_is_right():
    heir = type("Heir", (_type(search_kind="news"),), {})
    found = complaints([_type(search_kind="news"), _type(search_kind=""), heir, _type(search_kind="tin"), _type()])
    assert [error.id for error in found] == ["search.E001", "search.E002", "search.E001"]


def test_page_types_keep_their_kind():
    assert ContentPage.search_kind == "guidance"
    assert HomePage.search_kind == ""
