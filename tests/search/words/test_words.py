"""What editors say about words holds from the next search on, in every process."""

import pytest

from search.models import HiddenSuggestion, Promotion, SynonymRule, WordsStamp
from search.words import words
from search.words.words import current_words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_rules(db):
    SynonymRule.objects.all().delete()


def wordings(text: str) -> tuple[str, ...]:
    return current_words().synonyms.wordings(text)


def test_a_saved_rule_holds_at_once_and_a_deleted_one_no_more():
    assert wordings("sổ đỏ") == ()
    rule = SynonymRule.objects.create(everyday="sổ đỏ", official="giấy chứng nhận")
    assert wordings("sổ đỏ") == ("giấy chứng nhận",)
    rule.official = "bìa"
    rule.save()
    assert wordings("sổ đỏ") == ("bìa",)
    SynonymRule.objects.all().delete()
    assert wordings("sổ đỏ") == ()


def test_unchanged_words_cost_one_query(django_assert_num_queries):
    current_words()
    with django_assert_num_queries(1):
        current_words()


def test_another_process_hears_of_a_change_by_the_stamp_alone():
    current_words()
    here = list(words._remembered)
    SynonymRule.objects.create(everyday="sổ đỏ", official="giấy chứng nhận")
    words._remembered[:] = here  # the other process still remembers the old
    assert wordings("sổ đỏ") == ("giấy chứng nhận",)


def test_without_a_stamp_nothing_is_remembered():
    WordsStamp.objects.all().delete()
    assert wordings("sổ đỏ") == ()
    SynonymRule.objects.bulk_create([SynonymRule(everyday="sổ đỏ", official="bìa")])  # no signal, no stamp
    assert wordings("sổ đỏ") == ("bìa",)


def test_promotions_and_hidden_words_come_along(home):
    Promotion.objects.create(questions="bão\nlũ", page=home.page_ptr, order=2)
    Promotion.objects.create(questions="mưa", page=home.page_ptr, order=1)
    HiddenSuggestion.objects.create(words="Ly Hôn")
    now = current_words()
    assert [each.questions for each in now.promotions] == [("mưa",), ("bão", "lũ")]
    assert now.hides("Ghi việc ly hôn vào sổ")
    assert not now.hides("Đăng ký kết hôn")
