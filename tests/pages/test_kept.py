"""What is kept for many readers holds until something that it shows changes, and no longer."""

from datetime import date

import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from pages.kept import kept
from pages.models import ShownChange
from tests.pages.factories import make_news

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 28)


def _gathered(on: date = TODAY) -> list[str]:
    """The names of what had to be gathered anew."""
    anew: list[str] = []
    kept({"thing": lambda: anew.append("thing") or 1}, on)
    return anew


def test_it_is_gathered_once_and_then_costs_one_query(django_assert_num_queries):
    assert _gathered() == ["thing"]
    with django_assert_num_queries(1):
        assert _gathered() == []


def test_another_day_is_another_thing():
    _gathered()
    assert _gathered(date(2026, 11, 29)) == ["thing"]


def _publish(page) -> None:
    page.save_revision().publish()


def _restrict(page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize("change", [_publish, _restrict, lambda page: page.unpublish(), lambda page: page.delete()])
def test_a_change_of_what_readers_see_has_it_gathered_anew(news_index, change):
    page = make_news(news_index, "Tin")
    _gathered()
    change(page)
    assert _gathered() == ["thing"]


def test_a_draft_changes_nothing_for_readers(news_index):
    page = make_news(news_index, "Tin")
    _gathered()
    page.title = "Tin đang sửa"
    page.save_revision()
    assert _gathered() == []


def test_every_process_hears_of_it(news_index):
    """Another process has a cache of its own; what tells it is the stamp in the database."""
    make_news(news_index, "Tin")
    before = ShownChange.stamp()
    cache.clear()
    make_news(news_index, "Tin khác")
    assert ShownChange.stamp() != before
