"""The search page as a citizen meets it."""

import datetime

import pytest
from django.core.cache import cache
from django.urls import reverse

from agencies.models import AdministrativeUnit, Agency, UnitSuccession
from consequences.keys import page_key
from pages.entry import SearchEntry
from procedures_catalog.models import EverydayWords, ProcedurePage, PublishedVersion
from search.feed.entries import all_entries
from search.models import AskedQuestion, Promotion, SynonymRule
from search.question.query import take_apart
from search.ranking.results import Hit
from search.site.lines import lines
from tests.pages.factories import make_news, make_news_index, settled
from tests.procedures_catalog.factories import bring, channel, national_row
from tests.procedures_catalog.factories import published as published_procedure
from tests.search.index.contract import BAD_INPUT, EVERYTHING

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 30)


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
    assert "<mark>giấy chứng sinh</mark>" in line["piece"]
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
    ask("đăng ký khai tử")
    ask("đăng ký khai tử", page="2")
    ask("đăng ký khai tử", kind="news")
    ask("đăng ký khai tử", cap="commune")
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
    ask("đăng ký khai tử")
    ask("đăng ký khai tử")
    with django_assert_max_num_queries(13):  # five of them to count the question, when the reader has the answer
        ask("đăng ký khai tử")


@pytest.fixture
def police(portal, index, published):
    """An office of a commune with its telephone and hours, in the index."""
    unit = AdministrativeUnit.objects.create(code="99034", name="Xã Bản Mấy", kind="commune")
    hours = "Thứ Hai – Chủ Nhật: 7:30–11:30"
    with published():
        return Agency.objects.create(
            name="Công an xã Bản Mấy", kind="central", unit=unit, phone="0200 3888 136", opening_hours=hours
        )


def test_an_office_that_is_asked_for_stands_first_with_its_telephone_and_the_hours_of_the_day(ask, police, index):
    index.put(all_entries(DAY))
    response = ask("sđt công an bản mấy")
    line = response.context["results"][0]
    assert line["title"] == "Công an xã Bản Mấy"
    assert line["office"]["today"]["short"] == "hôm nay 7:30–11:30"
    assert 'href="tel:+842003888136"' in response.content.decode()
    police.phone = "0200 3888 137"
    police.save()
    assert 'href="tel:+842003888137"' in ask("sđt công an bản mấy").content.decode()


def test_what_became_of_a_commune_is_said_above_the_office_of_today(ask, police, index):
    old = AdministrativeUnit.objects.create(code="99001", name="Xã Suối Ẩn", kind="commune", valid_to="2025-07-01")
    UnitSuccession.objects.create(predecessor=old, successor=police.unit, kind="merged", date="2025-07-01")
    index.put(all_entries(DAY))
    response = ask("công an xã suối ẩn ở đâu")
    assert "Xã Suối Ẩn: sáp nhập vào Xã Bản Mấy từ 01/07/2025." in response.content.decode()


#: What a national file says of the second of two twins.
AGAIN = {"Tên thủ tục": "Cấp lại thẻ thả diều"}


@pytest.fixture
def flown(ask, index):
    """Two neighbours about one thing, with their answers, of one of which people say something; all in the index."""
    first = published_procedure("1.100001", **{"Tên thủ tục": "Cấp thẻ thả diều"})
    published_procedure("1.100002", **AGAIN)
    EverydayWords.objects.create(identity=first.identity, used_when="thả diều lần đầu", names="giấy chơi sáo chiều")
    index.rebuild(all_entries(DAY))
    return ask


def test_a_line_says_where_how_long_and_how_much_as_the_page_does(flown):
    line = flown("thẻ thả diều").context["results"][0]
    page = ProcedurePage.objects.get(title=line["title"])
    noted = PublishedVersion.objects.get(identity=page.identity, is_current=True).answers
    assert {key: line[key] for key in ("where", "time", "fee")} == {key: noted[key] for key in ("where", "time", "fee")}
    assert all(noted[key] in flown("thẻ thả diều").content.decode() for key in ("where", "time"))


def test_a_line_shows_what_the_page_says_now_not_what_the_index_remembers(flown, django_capture_on_commit_callbacks):
    page = ProcedurePage.objects.get(code="1.100002")
    with django_capture_on_commit_callbacks(execute=True):
        bring(national_row("1.100002", **AGAIN | {"Cách thức thực hiện": [channel(limit="9 WORKING_DAY")]}))
    line = next(line for line in flown("thẻ thả diều").context["results"] if line["url"] == page.get_url())
    assert line["time"] == "9 ngày làm việc"


def test_an_answer_that_the_day_alone_changes_is_that_of_the_day(flown):
    reduced = channel(fees=("50000 VNĐ (Giảm 50% đến hết ngày 31/12/2026)",))
    published_procedure("1.100003", **{"Tên thủ tục": "Gia hạn thẻ thả diều", "Cách thức thực hiện": [reduced]})
    page = ProcedurePage.objects.get(code="1.100003")
    hit = Hit(page_key(page.pk), 1.0, "procedure", page.title, "/x/")
    noted = PublishedVersion.objects.filter(identity=page.identity)
    noted.update(valid_from=datetime.date(2026, 11, 1))
    before, after = (lines([hit], take_apart("diều"), day)[0]["fee"] for day in (DAY, datetime.date(2027, 1, 1)))
    assert "đến hết 31/12/2026" in before
    assert "31/12/2026" not in after


def test_a_line_says_for_whom_it_is(flown):
    lines = {line["title"]: line for line in flown("thẻ thả diều").context["results"]}
    assert lines["Cấp thẻ thả diều"]["used_when"] == "thả diều lần đầu"
    assert lines["Cấp lại thẻ thả diều"]["applicants"] == "Công dân Việt Nam, Doanh nghiệp"
    shown = flown("thẻ thả diều").content.decode()
    assert "Dùng khi thả diều lần đầu" in shown
    assert "Dành cho: Công dân Việt Nam, Doanh nghiệp" in shown


def test_a_line_says_why_it_was_found_in_peoples_words(flown):
    line = flown("chơi sáo chiều").context["results"][0]
    assert (line["why"], line["piece"]) == ("Người dân hay nói", "giấy <mark>chơi sáo chiều</mark>")


def test_twins_stand_under_one_heading_that_says_what_tells_them_apart(flown):
    response = flown("thẻ thả diều")
    (group,) = (group for group in response.context["groups"] if group["thing"])
    assert (group["thing"], group["apart"], len(group["lines"])) == ("thẻ thả diều", "việc cần làm", 2)
    assert [line["position"] for line in group["lines"]] == [1, 2]
    assert "Thẻ thả diều: 2 thủ tục, khác nhau ở việc cần làm" in response.content.decode()
