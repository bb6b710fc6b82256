"""The words of all names: counted once, kept for every process."""

import pytest

from agencies.models import Agency
from search.models import KnownNames, ReferralAnswer, WordsStamp
from search.question.correcting import correction
from search.words.known_names import keep_names, known_names
from search.words.words import current_words
from tests.pages.factories import make_news, make_news_index

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


def test_names_of_pages_agencies_and_rules_are_counted(home):
    make_news(make_news_index(home), "Khai trương chợ nổi")
    Agency.objects.create(name="Sở Ngoại vụ", kind="department")
    vocabulary = keep_names()
    assert vocabulary.pair_count("cho", "noi") == vocabulary.pair_count("ngoai", "vu") == 1
    assert vocabulary.marked("doc", "than") == "độc thân"  # of the starting rules


def test_what_people_say_of_what_is_done_elsewhere_is_no_slip_of_another_word(home):
    ReferralAnswer.objects.create(title="Diều", answer="Thợ vá.", place="Xưởng", names="vá diều giấy\nsửa diều giấy")
    names = keep_names()
    assert names.pair_count("dieu", "giay") > 0
    assert correction("sửa diều giấy", names) is None


def test_what_is_not_published_is_not_given_away(home):
    make_news(make_news_index(home), "Vượn cáo về rừng").unpublish()
    assert keep_names().pair_count("vuon", "cao") == 0


def test_they_are_counted_when_first_needed_and_kept():
    assert known_names(current_words().names).count("sinh") > 0
    assert KnownNames.objects.count() == 1


def test_a_new_count_is_heard_of_by_the_stamp(home):
    keep_names()
    before = known_names(current_words().names)
    assert known_names(current_words().names) is before
    make_news(make_news_index(home), "Chợ nổi")
    keep_names()
    assert known_names(current_words().names).pair_count("cho", "noi") == 1


def test_damaged_counts_are_counted_anew():
    KnownNames.objects.create(pk=1, counts="{")
    WordsStamp.renew_names()
    assert known_names(current_words().names).count("sinh") > 0
