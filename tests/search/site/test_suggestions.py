"""What stands under the search box while somebody types."""

import pytest

from search.models import HiddenSuggestion, SynonymRule
from search.site.suggestions import QUESTION, suggest
from tests.clock import today
from tests.search.index.contract import BAD_INPUT, EVERYTHING

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _full(index):
    SynonymRule.objects.all().delete()
    index.rebuild(EVERYTHING)


def titles(typed: str, limit: int = 7) -> list[str]:
    return [each.title for each in suggest(typed, limit, today())]


@pytest.mark.parametrize("typed", ["khai si", "khai sinh", "KHAI", "dang ky khai s", "ddawng kys khai si", "1.0011"])
def test_names_go_on_from_what_was_typed(typed):
    assert titles(typed)[0] == "Thủ tục đăng ký khai sinh"


def test_everyday_words_are_offered_as_questions_after_the_names():
    SynonymRule.objects.create(everyday="khai sinh muộn\nkhai sinh trễ\nkhai sinh sót", official="đăng ký lại")
    found = suggest("khai s", 4, today())
    assert [each.kind == QUESTION for each in found] == [False, False, True, True]
    assert found[2].title == "khai sinh sót"
    assert found[2].url == "/tim-kiem/?q=khai+sinh+s%C3%B3t"


def test_hidden_words_are_not_offered():
    HiddenSuggestion.objects.create(words="Khai Tử")
    assert "Đăng ký khai tử" not in titles("khai")
    assert titles("khai")


def test_everyday_words_can_be_hidden_too():
    SynonymRule.objects.create(everyday="khai bậy", official="khai sinh")
    HiddenSuggestion.objects.create(words="khai bậy")
    assert "khai bậy" not in titles("khai b")


@pytest.mark.slow
@pytest.mark.parametrize("typed", BAD_INPUT, ids=range(len(BAD_INPUT)))
def test_no_text_breaks_it_and_the_limit_holds(typed):
    assert len(suggest(typed, 3, today())) <= 3
    assert suggest(typed, 0, today()) == []


def test_one_query(django_assert_max_num_queries):
    suggest("khai", 5, today())
    with django_assert_max_num_queries(1):
        suggest("khai", 5, today())
