"""The search page as a citizen meets it."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from agencies.models import Agency
from pages.entry import SearchEntry
from search.models import AskedQuestion, Promotion, SynonymRule
from tests.pages.factories import make_news, make_news_index, settled
from tests.search.index.contract import BAD_INPUT, EVERYTHING

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client, portal, index):
    """Asks the page of an index with something of every kind; gives the response."""
    index.rebuild(EVERYTHING)
    return lambda text="", **more: client.get(reverse("search"), {"q": text, **more})


def titles(response) -> list[str]:
    return [line["title"] for line in response.context["results"]]


def test_the_page_shows_what_was_found(ask):
    response = ask("giấy chứng sinh")
    assert response.status_code == 200
    line = response.context["results"][0]
    assert (line["title"], line["code"], line["kind_label"]) == ("Thủ tục đăng ký khai sinh", "1.001193", "Thủ tục")
    assert line["facts"] == ["Cấp xã"]
    assert "<mark>giấy chứng sinh</mark>" in line["snippet"]
    assert "<mark>giấy chứng sinh</mark>" in response.content.decode()


def test_it_is_kept_out_of_other_search_engines_and_out_of_sessions(ask):
    response = ask("khai sinh")
    assert response["X-Robots-Tag"] == "noindex"
    assert response.cookies == {}


def test_a_code_is_shown_first_not_redirected_to(ask):
    assert titles(ask("1001193"))[0] == "Thủ tục đăng ký khai sinh"


def test_tabs_count_kinds_and_keep_the_question(ask):
    tabs = ask("khai sinh").context["kinds"]
    assert (tabs[0]["label"], tabs[0]["current"]) == ("Tất cả", True)
    assert tabs[0]["count"] == sum(tab["count"] for tab in tabs[1:])
    news = next(tab for tab in tabs if tab["label"] == "Tin tức")
    assert news["url"] == "?q=khai+sinh&kind=news"
    response = ask("khai sinh", kind="news")
    assert titles(response) == ["Xã miễn lệ phí khai sinh"]
    assert [tab["label"] for tab in response.context["kinds"] if tab["current"]] == ["Tin tức"]
    assert response.context["base_query"] == "q=khai+sinh&kind=news"


def test_what_ended_says_so(ask):
    line = next(line for line in ask("khai sinh").context["results"] if "quá hạn" in line["title"])
    assert line["state"] == {"kind": "abolished", "label": "Đã bãi bỏ"}


def test_pages_go_on_and_end(ask, index):
    index.rebuild(SearchEntry(f"page:{n}", "news", f"Tin số {n:02}", f"/{n}/") for n in range(25))
    seen = [titles(ask("tin", page=number)) for number in ("1", "2", "3")]
    assert [len(page) for page in seen] == [10, 10, 5]
    assert len({title for page in seen for title in page}) == 25
    assert ask("tin", page="2").context["results"].number == 2


@pytest.mark.parametrize("number", ["0", "-1", "x", "", "99", "9" * 5_000, "١", "1.5", "²"])
def test_no_page_number_breaks_it(ask, index, number):
    index.rebuild(SearchEntry(f"page:{n}", "news", f"Tin số {n:02}", f"/{n}/") for n in range(25))
    assert titles(ask("tin", page=number))


def test_nothing_found_shows_the_way_on(ask):
    Agency.objects.create(name="Sở Nội vụ", kind="department")
    response = ask("zzzzzz")
    assert response.context["total"] == 0
    assert [agency["name"] for agency in response.context["agencies"]] == ["Sở Nội vụ"]
    assert "sectors" in response.context
    assert "Sở Nội vụ" in response.content.decode()


def test_few_results_also_show_the_way_on(ask):
    assert "sectors" in ask("một cửa liên thông").context
    assert "sectors" not in ask("khai sinh").context


@pytest.fixture
def with_hotline(portal):
    """A portal with a telephone."""
    settled(hotline="1900 0000")
    cache.clear()


def test_the_hotline_is_offered_where_nothing_was_found(with_hotline, ask):
    assert 'href="tel:19000000"' in ask("zzzzzz").content.decode().split("<footer")[0]


def test_what_was_understood_is_said_with_a_way_to_the_very_letters(ask):
    response = ask("ddawng kys khai sinh")
    page = response.content.decode()
    assert "Đang tìm: <strong>đăng ký khai sinh</strong>" in page
    assert response.context["exact_url"] == "?q=ddawng+kys+khai+sinh&dung-chu=1"
    assert titles(response)[0] == "Thủ tục đăng ký khai sinh"
    assert "Đang tìm" not in ask("ddawng kys khai sinh", **{"dung-chu": "1"}).content.decode()


def test_a_mistake_is_answered_with_a_question(ask):
    SynonymRule.objects.create(everyday="giấy khai sinh mới", official="đăng ký khai sinh")
    response = ask("giay khia sinh")
    assert "Có phải bạn muốn tìm" in response.content.decode()
    assert response.context["correction_url"] == "?q=gi%E1%BA%A5y+khai+sinh"


def test_filters_are_offered_with_counts_and_taken_away_one_by_one(ask):
    group = next(group for group in ask("khai sinh").context["filters"] if group["name"] == "cap")
    assert [(option["label"], option["count"]) for option in group["options"]] == [("Cấp xã", 2)]
    narrowed = ask("khai sinh", cap="commune", **{"hieu-luc": "current"})
    assert set(titles(narrowed)) == {"Thủ tục đăng ký khai sinh", "Đăng ký lại khai sinh"}
    removals = [item["remove_url"] for item in narrowed.context["applied"]]
    assert removals == ["?q=khai+sinh&hieu-luc=current", "?q=khai+sinh&cap=commune"]
    assert narrowed.context["base_query"] == "q=khai+sinh&cap=commune&hieu-luc=current"


def test_a_tab_promises_what_it_holds_under_the_filters(ask):
    tabs = ask("khai sinh", **{"hieu-luc": "current"}).context["kinds"]
    procedures = next(tab for tab in tabs if tab["label"] == "Thủ tục")
    assert procedures["url"] == "?q=khai+sinh&kind=procedure&hieu-luc=current"
    assert ask("khai sinh", kind="procedure", **{"hieu-luc": "current"}).context["total"] == procedures["count"]


def test_filters_that_leave_nothing_can_be_taken_away(ask):
    page = ask("khai sinh", cap="ministry").content.decode()
    assert "Bỏ bớt điều kiện lọc" in page
    assert "Bỏ điều kiện" in page


def test_promoted_pages_stand_first_are_marked_and_not_repeated(ask, index, home, published):
    with published():
        page = make_news(make_news_index(home), "Khai sinh trực tuyến")
    Promotion.objects.create(questions="khai sinh", page=page.page_ptr)
    response = ask("khai sinh")
    assert [line["title"] for line in response.context["promoted"]] == ["Khai sinh trực tuyến"]
    assert "Khai sinh trực tuyến" not in titles(response)
    assert "Được giới thiệu" in response.content.decode()
    assert ask("khai sinh", kind="procedure").context["promoted"] == []


def test_only_a_new_question_is_counted(ask):
    ask("khai sinh")
    ask("khai sinh", page="2")
    ask("khai sinh", kind="news")
    ask("khai sinh", cap="commune")
    assert AskedQuestion.objects.get().asked == 1


def test_an_empty_question_asks(ask):
    response = ask("   ")
    assert response.status_code == 200
    assert (response.context["query"], response.context["total"], response.context["kinds"]) == ("", 0, [])


def test_without_an_index_the_page_still_stands(client, portal, without_index):
    response = client.get(reverse("search"), {"q": "khai sinh"})
    assert response.status_code == 200
    assert response.context["unavailable"]


@pytest.mark.slow
@pytest.mark.parametrize("text", BAD_INPUT, ids=range(len(BAD_INPUT)))
def test_no_question_breaks_it(ask, text):
    assert ask(text.encode("utf-8", "surrogatepass")).status_code == 200


def test_what_is_typed_is_never_html(ask, index):
    index.rebuild([SearchEntry("page:1", "news", "<b>khai</b>", "/x/", body="<script>khai</script>")])
    page = ask("<script>khai").content.decode()
    assert "<script>khai" not in page
    assert "<b>khai" not in page


def test_the_page_only_reads(client, portal):
    assert client.post(reverse("search"), {"q": "x"}).status_code == 405


def test_few_queries_whatever_is_found(ask, django_assert_max_num_queries):
    ask("khai sinh")
    ask("khai sinh")
    with django_assert_max_num_queries(11):  # five of them to count the question, when the reader has the answer
        ask("khai sinh")
