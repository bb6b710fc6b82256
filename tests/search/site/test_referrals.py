"""What is done elsewhere, as a citizen meets it beside the results."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse

from consequences.keys import page_key
from procedures_catalog.models import EverydayWords
from search.finder import find
from search.models import AskedQuestion, ReferralAnswer, UnansweredQuestion
from search.query_log.asked import note_search
from search.query_log.asker import Asker
from search.ranking.results import Hit
from search.words.referring import referred
from search.words.words import current_words
from tests.clock import today
from tests.procedures_catalog.factories import bring, national_row, page_of

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]


@pytest.fixture(autouse=True)
def kite(portal) -> None:
    """A procedure about kites, and an answer about broken ones."""
    bring(national_row("1.100001", **{"Tên thủ tục": "Cấp giấy phép sửa diều hỏng khung tre"}))
    EverydayWords.objects.create(identity=page_of("1.100001").identity, names="thẻ diều", situations="mất thẻ diều")
    call_command("flush_index", verbosity=0)
    ReferralAnswer.objects.create(
        title="Diều hỏng",
        answer="Thợ diều vá.",
        place="Xưởng diều",
        telephone="1900 0000, 115 (ban đêm)",
        link="https://dieu.vn/",
        names="diều hỏng\nđèn trời rách\nktx",
    )


def page(client, **asked) -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse("search"), asked).content, "html.parser")


def test_it_stands_above_the_results_with_a_number_to_call(client):
    shown = page(client, q="dieu hong")
    box = shown.select_one("aside.referral")
    assert "Thợ diều vá." in box.text
    assert "Xưởng diều" in box.text
    assert [link["href"] for link in box.select("a")] == ["tel:19000000", "tel:115", "https://dieu.vn/"]
    assert box in shown.select_one(".found").find_all_previous("aside")
    assert shown.select(".found .item-list")


def test_where_a_procedure_says_more_of_the_question_it_stands_below_the_first(client):
    items = page(client, q="diều hỏng khung").select(".found .item-list > li")
    assert "Cấp giấy phép sửa diều hỏng khung tre" in items[0].h3.text
    assert [bool(item.select("aside.referral")) for item in items[:2]] == [False, True]


def test_where_a_procedure_says_much_more_it_is_not_shown(client):
    assert not page(client, q="diều hỏng khung tre").select("aside.referral")


def test_a_question_without_results_is_told_where_to_go(client):
    shown = page(client, q="đèn trời rách")
    assert shown.select_one("aside.referral")
    assert "Cổng không có thủ tục nào về việc này" in shown.text


@pytest.mark.parametrize("more", [{"kind": "procedure"}, {"cap": "commune"}])
def test_it_is_for_the_plain_question_alone(client, more):
    assert not page(client, q="diều hỏng", **more).select("aside.referral")


def test_what_is_not_asked_or_said_whole_costs_no_query(client, django_assert_max_num_queries):
    assert not page(client, q="thẻ diều").select("aside.referral")
    find("thẻ diều", today())
    find("diều hỏng", today())
    with django_assert_max_num_queries(2):
        find("thẻ diều", today())
        find("diều hỏng", today())


def test_the_interface_says_it(client):
    asked = {"q": "diều hỏng"}
    assert client.get("/api/v1/search", asked).json()["elsewhere"] == {
        "title": "Diều hỏng",
        "answer": "Thợ diều vá.",
        "place": "Xưởng diều",
        "telephone": "1900 0000, 115 (ban đêm)",
        "link": "https://dieu.vn/",
        "is_first": True,
    }
    assert client.get("/api/v1/search", asked | {"offset": 1}).json()["elsewhere"] is None
    assert client.get("/api/v1/search", {"q": "thẻ diều"}).json()["elsewhere"] is None


def test_letters_that_no_name_holds_are_asked_for_where_an_answer_is_called_so(client):
    assert page(client, q="ktx").select("aside.referral")
    assert not page(client, q="ktz").select("aside.referral")


def test_its_names_are_suggested_as_questions(client):
    said = client.get("/api/v1/suggest", {"q": "den tr"}).json()["results"]
    assert [(each["title"], each["kind"]) for each in said] == [("đèn trời rách", "question")]


def test_who_was_told_where_to_go_is_not_counted_as_unanswered():
    for text in ("đèn trời rách", "xe đạp rách"):
        for network in ("a", "b", "c"):
            note_search(find(text, today()), Asker("a", network), today())
    assert list(UnansweredQuestion.objects.values_list("question", flat=True)) == ["xe đạp rách"]
    missed = dict(AskedQuestion.objects.values_list("question", "without_result"))
    assert missed == {"đèn trời rách": 0, "xe đạp rách": 3}


def test_what_the_portal_itself_says_is_counted_from_the_first_time_on():
    for text in ("mất thẻ diều", "diều hỏng", "diều hỏng của lan"):
        note_search(find(text, today()), Asker("a", "a"), today())
    assert set(AskedQuestion.objects.values_list("question", flat=True)) == {"mất thẻ diều", "diều hỏng"}


@pytest.mark.parametrize(("place", "is_first"), [(3, False), (4, True)])
def test_only_the_first_three_hits_may_say_it_better(place, is_first):
    hits = [*(Hit(f"page:{-number}", 1.0, "procedure", "Cấp thẻ", "/") for number in range(1, place)), kite_hit()]
    assert referred("diều hỏng khung", current_words().referrals, hits, today()).is_first is is_first


def kite_hit() -> Hit:
    return Hit(page_key(page_of("1.100001").pk), 1.0, "procedure", "Cấp giấy phép sửa diều hỏng khung tre", "/")
