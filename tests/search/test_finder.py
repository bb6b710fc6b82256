"""The one door: from what was typed to an answer."""

import datetime

import pytest

from pages.entry import SearchEntry
from procedures_catalog.facts.short_code import ALPHABET, is_well_formed
from search.finder import CORRECTED, Circumstances, find, look_up
from search.models import Promotion, SynonymRule
from search.question.query import MAX_WORDS
from search.question.synonyms import Rule, Synonyms
from search.question.vocabulary import NamesVocabulary
from search.site.reasons import marked_name
from search.words.known_names import keep_names
from tests.pages.factories import make_news, make_news_index
from tests.procedures_catalog.factories import published
from tests.search.index.contract import BAD_INPUT, EVERYTHING

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 27)


@pytest.fixture
def full(index):
    """An index with something of every kind, and no rules."""
    SynonymRule.objects.all().delete()
    index.rebuild(EVERYTHING)
    return index


def keys(text: str, **more) -> list[str]:
    return [hit.key for hit in find(text, DAY, **more).results.hits]


def test_a_question_is_answered(full):
    assert keys("đăng ký khai sinh")[0] == "page:1"


def test_keystrokes_and_abbreviations_find_what_they_mean(full):
    assert keys("ddawng kys khai sinh")[0] == "page:1"
    assert keys("đk khai sinh")[0] == "page:1"
    assert find("ddawng kys khai sinh", DAY).question.text == "đăng ký khai sinh"
    assert "page:1" not in keys("ddawng kys", under=Circumstances(as_typed=True))


def test_a_rule_finds_what_the_law_calls_otherwise(full):
    assert "page:3" not in keys("người đã mất")
    SynonymRule.objects.create(everyday="người đã mất", official="đăng ký khai tử")
    assert keys("nguoi da mat")[0] == "page:3"


def test_kind_facets_limit_and_offset_narrow_as_in_a_query(full):
    assert keys("khai sinh", kind="news") == ["page:6"]
    assert keys("khai sinh", facets={"sector": ("ho-tich",)}) == ["page:1"]
    assert keys("khai sinh", limit=1) + keys("khai sinh", limit=1, offset=1) == keys("khai sinh", limit=2)


def test_nothing_asked_asks_nothing(full, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert find("  \n ", DAY).results.total == 0


@pytest.fixture
def storm(home):
    """Published news that editors promote for storms."""
    page = make_news(make_news_index(home), "Hỗ trợ sau bão")
    return Promotion.objects.create(questions="bão lụt", page=page.page_ptr)


def promoted(text: str, on: datetime.date = DAY, **more) -> list[str]:
    return [hit.title for hit in find(text, on, **more).promoted]


def test_a_promoted_page_comes_with_the_questions_it_is_for(full, storm):
    assert promoted("Bao lut thi lam gi") == ["Hỗ trợ sau bão"]
    assert promoted("bão tuyết") == []


def test_it_stands_only_where_nothing_was_narrowed_away(full, storm):
    assert promoted("bão lụt", kind="news") == ["Hỗ trợ sau bão"]
    assert promoted("bão lụt", kind="procedure") == promoted("bão lụt", offset=10) == []
    assert promoted("bão lụt", facets={"level": ("commune",)}) == []


def test_it_stands_from_its_first_to_the_end_of_its_last_day(full, storm):
    next_day = DAY + datetime.timedelta(days=1)
    storm.valid_from, storm.valid_to = DAY, next_day
    storm.save()
    days = (DAY - datetime.timedelta(days=1), DAY, next_day)
    assert [promoted("bão lụt", day) for day in days] == [[], ["Hỗ trợ sau bão"], []]


def test_what_is_not_published_is_never_promoted(full, storm):
    storm.page.specific.unpublish()
    assert promoted("bão lụt") == []


def test_a_mistake_is_corrected_and_what_was_meant_is_found(full):
    SynonymRule.objects.create(everyday="giấy khai sinh", official="đăng ký khai sinh")
    keep_names()
    answer = find("giay khia sinh", DAY)
    assert answer.correction == "giấy khai sinh"
    assert answer.results.hits[0].key == "page:1"
    assert find("giay khai sinh", DAY).correction == find("1.001193", DAY).correction == ""


def test_a_long_question_is_not_corrected(full):
    keep_names()
    assert find("giay khia sinh " * CORRECTED, DAY).correction == ""


def test_it_is_known_whether_anything_fits(full):
    assert find("khai sinh", DAY).fits
    assert not find("khai hoang rừng ngập mặn ven biển", DAY).fits
    assert not find("zzzz", DAY).fits


def test_results_under_other_rules_can_be_compared(full):
    rules = Synonyms([Rule(("người đã mất",), ("đăng ký khai tử",))])
    assert look_up("người đã mất", rules).hits[0].key == "page:3"
    assert "page:3" not in [hit.key for hit in look_up("người đã mất", Synonyms([])).hits]


def test_without_an_index_the_answer_says_so(db, without_index):
    answer = find("khai sinh", DAY)
    assert answer.results.unavailable
    assert answer.fits


def test_a_question_costs_one_query(full, django_assert_max_num_queries):
    find("khai sinh", DAY)
    find("khai sinh", DAY)  # the first has counted the words of the names
    with django_assert_max_num_queries(1):
        find("khai sinh", DAY)


def test_what_is_typed_may_be_anything(full):
    for text in BAD_INPUT:
        assert find(text, DAY).results.total >= 0


def test_another_index_may_be_asked(full, tmp_path):
    full.rebuild([SearchEntry("page:1", "news", "Khác", "/x/")])
    assert find("khác", DAY, under=Circumstances(index=full)).results.total == 1


def test_a_dossiers_number_and_a_strange_address_are_told_and_not_searched(full):
    for typed, notice, kept in (
        ("H26.16-250702-0001", "dossier", ""),
        ("https://khac.example/tin-tuc", "address", "https://khac.example/tin-tuc"),
    ):
        answer = find(typed, DAY)
        assert (answer.notice, answer.results.total, answer.question.typed) == (notice, 0, kept)


@pytest.mark.parametrize(
    "typed",
    ["Mã TTHC: 1.001193", "１．００１１９３", "1.OO1193", "1-001193", "xem https://khac.example/x?ma=1.001193, nhé"],
)
def test_a_code_in_any_spelling_finds_its_procedure_and_nothing_else(full, typed):
    answer = find(typed, DAY)
    assert [hit.key for hit in answer.results.hits] == keys("1.001193") != []
    assert (answer.question.typed, answer.notice, answer.fits) == (typed, "", True)


@pytest.mark.parametrize(
    ("typed", "notice"),
    [("CCCD 001203012345", "identity"), ("0912 345 678", "telephone"), ("Mã hồ sơ H26.16.250702.0001", "dossier")],
)
def test_somebodys_number_is_told_and_not_searched(full, typed, notice, django_assert_num_queries):
    """One query asks whether a telephone is an office's."""
    with django_assert_num_queries(int(notice == "telephone")):
        answer = find(typed, DAY)
    assert (answer.notice, answer.results.total, answer.question.typed) == (notice, 0, "")


def test_a_code_that_nobody_has_is_told_and_finds_nothing_alike(full):
    answer = find("2.999999", DAY)
    assert (answer.notice, answer.results.total, answer.opens) == ("unknown_code", 0, "")


def test_a_code_of_what_is_public_no_more_leads_to_what_became_of_it(full, portal):
    page = published("1.100001")
    page.unpublish()
    answer = find("1-100001", DAY)
    assert (answer.notice, answer.opens) == ("not_public", page.identity.short_code)


def test_the_number_of_a_decision_finds_all_that_name_it_and_nothing_else(index):
    decided = [
        SearchEntry(
            f"page:{n}", "procedure", f"Việc {n}", f"/{n}/", codes=(f"1.00000{n}", "qd-12-btc", "qd-12-2025-btc")
        )
        for n in range(1, 4)
    ]
    other = SearchEntry("page:9", "procedure", "Quyết định 12/QĐ-BTC", "/9/", codes=("1.000009", "qd-120-btc"))
    index.rebuild([*decided, other])
    for typed in ("12/QĐ-BTC", "Quyết định số 12/2025/QĐ-BTC", "QĐ 12", "12/qd btc ngày 1/2/2025"):
        assert sorted(keys(typed)) == ["page:1", "page:2", "page:3"]
        assert find(typed, DAY).question.text == typed
    unknown = find("13/QĐ-BTC", DAY)
    assert unknown.notice == "unknown_decision"
    assert keys("12/QĐ-BTC", under=Circumstances(as_typed=True))[0] == "page:9"


def test_a_decision_that_is_law_stands_before_what_speaks_of_it(index):
    law = SearchEntry("page:1", "document", "Quyết định về lệ phí", "/1/", codes=("12/2024/QĐ-UBND",))
    based = SearchEntry(
        "page:2", "procedure", "Việc", "/2/", body="Theo Quyết định 12/2024/QĐ-UBND", codes=("1.000002",)
    )
    index.rebuild([law, based])
    answer = find("12/2024/QĐ-UBND", DAY)
    assert [hit.key for hit in answer.results.hits] == ["page:1", "page:2"]
    assert answer.notice == ""


def test_seven_letters_that_no_procedure_has_are_words(full):
    word = next(f"{head}XANHA{tail}" for head in ALPHABET for tail in ALPHABET if is_well_formed(f"{head}XANHA{tail}"))
    full.put([SearchEntry("page:77", "news", word, "/77/")])
    assert keys(word) == ["page:77"]


def test_an_address_asks_for_the_code_in_it(full):
    typed = "https://khac.example/chi-tiet?ma_thu_tuc=1.001193&fbclid=1"
    assert keys(typed) == keys("1.001193") != []
    assert find(typed, DAY).question.typed == typed


def test_a_name_of_more_words_than_are_looked_for_finds_itself(index):
    name = " ".join(f"việc {word}" for word in ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám") * 9)
    others = [SearchEntry(f"page:{n}", "procedure", f"{name} loại {n}", f"/{n}/") for n in range(2, 5)]
    index.rebuild([*others, SearchEntry("page:1", "procedure", name, "/1/")])
    assert len(name.split()) > MAX_WORDS
    assert keys(f"Thủ tục {name}")[0] == "page:1"


@pytest.mark.parametrize("typed", ["a", "1", "..", "xin chào", "thủ tục", "thu tuc", "abc"])
def test_what_tells_nothing_is_told_so_and_finds_nothing(full, typed):
    answer = find(typed, DAY)
    assert (answer.notice, answer.results.total) == ("nothing_asked", 0)


def test_a_few_strange_letters_that_a_text_holds_are_looked_for(index):
    index.rebuild([SearchEntry(key="page:9", kind="news", title="Tin mới", url="/tin/", body="sóng gmd và sóng khác")])
    assert keys("gmd") == ["page:9"]


def test_without_an_index_nobody_is_told_to_ask_better(db, without_index):
    assert find("abc", DAY).notice == ""


def test_a_question_without_marks_is_read_by_what_people_say_and_the_reading_orders_and_marks(index):
    kept, face = (
        SearchEntry(f"page:{key}", "procedure", title, "/", said=(title,), codes=(f"1.00000{key}",), rank=rank)
        for key, title, rank in ((1, "Mất thẻ xanh", 0.0), (2, "Mặt thẻ xanh", 1.0))
    )
    index.rebuild([kept, face])
    names = NamesVocabulary.of([], ["bị mất thẻ", "mất thẻ", "khuôn mặt"])
    answer = find("bi mat the", DAY, under=Circumstances(index=index, names=names))
    assert [hit.key for hit in answer.results.hits] == ["page:1", "page:2"]
    assert answer.asked.marked >= {"mất", "thẻ"}
    assert marked_name("Mất mặt", answer.asked) == "<mark>Mất</mark> mặt"


def test_marks_that_were_typed_bind_in_what_is_shown(full):
    assert marked_name("Nội thành, nới nhà", find("nới nhà", DAY).asked) == "Nội thành, <mark>nới nhà</mark>"


def test_a_death_in_the_family_finds_what_the_law_calls_it(full):
    assert "page:3" in keys("ông nội vừa qua đời")
    assert "page:3" not in keys("ông nội vừa về quê")
