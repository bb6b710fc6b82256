"""What editors find at the desk, whichever database is there."""

import unicodedata

import pytest
from django.contrib.contenttypes.models import ContentType
from modelsearch.backends.base import FilterFieldError, SearchFieldError
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL, And, Boost, Fuzzy, Not, Or, Phrase, PlainText, SearchQuery
from wagtail.search.utils import parse_query_string

from agencies.models import Agency
from pages.models import ContentPage, HomePage
from tests.pages.factories import make_content

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]

WEDDINGS = ["Đăng ký kết hôn", "Thủ tục đăng ký kết hôn", "Đăng ký lại kết hôn"]


@pytest.mark.parametrize(
    "typed",
    ["đăng ký kết hôn", "dang ky ket hon", "ĐĂNG KÝ KẾT HÔN", unicodedata.normalize("NFD", "đăng ký kết hôn")],
)
def test_words_are_found_with_and_without_their_marks(found, typed):
    assert found(typed) == WEDDINGS


@pytest.mark.parametrize("typed", ["đăng ký kết h", "dang ky ke", "da ke"])
def test_words_that_are_only_begun_are_found(found, typed):
    assert set(found(typed)) == set(WEDDINGS)


def test_every_word_is_required_in_any_order(found):
    assert found("hôn lại") == ["Đăng ký lại kết hôn"]
    assert found("hôn đất") == []


def test_a_word_is_found_from_its_beginning_only(found):
    assert found("ôn") == []


def test_the_tone_may_stand_where_it_once_stood(found):
    assert found("hòa giải") == found("hoà giải") == ["Hoà giải ở cơ sở"]


def test_the_very_name_stands_first_then_what_begins_so_then_what_says_it(found, home):
    for title in ("Sổ đỏ", "Sổ đỏ điện tử", "Sổ đoàn viên", "Cấp sổ đỏ"):
        make_content(home, title)
    assert found("sổ đỏ") == [
        "Sổ đỏ",
        "Sơ đồ trụ sở",
        "Sổ đỏ điện tử",
        "Cấp sổ đỏ",
        "Cấp Giấy chứng nhận quyền sử dụng đất (sổ đỏ)",
        "Sổ đoàn viên",
    ]


def test_a_phrase_in_quotes_stands_together(pages):
    _, query = parse_query_string('"ký kết hôn"', operator="and")
    assert {page.title for page in Page.objects.autocomplete(query)} == set(WEDDINGS[:2])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("query", "count"),
    [
        (PlainText("kết giải", operator="or"), 4),
        (PlainText("kết giải", operator="and"), 0),
        (Fuzzy("kết giải"), 4),
        (Or([PlainText("kết"), Phrase("sơ đồ")]), 5),
        (And([PlainText("kết"), Not(PlainText("lại"))]), 2),
        (Boost(PlainText("kết"), 2), 3),
        (And([MATCH_ALL, PlainText("kết")]), 3),
        (And([PlainText("%"), PlainText("kết")]), 3),
        (Not(PlainText("%")), 0),
        (Not(MATCH_ALL), 0),
        (PlainText("%"), 0),
        (Phrase("☂"), 0),
    ],
)
def test_questions_of_every_shape(pages, query, count):
    assert Page.objects.type(ContentPage).autocomplete(query).count() == count


def test_an_unknown_shape_is_refused(pages):
    with pytest.raises(NotImplementedError, match="SearchQuery"):
        list(Page.objects.autocomplete(SearchQuery()))


def test_asking_for_everything_is_answered_by_the_list_itself(pages):
    assert Page.objects.autocomplete(MATCH_ALL).count() == Page.objects.count()


ODD = ['"', '""', "'", "\\", "%", "_", "*", "a OR b", "NEAR(a b)", "a:b", "-", "(", "; DROP TABLE x", "<b>", "☂", " ",
       "\u200b", "\ud800", "\x00", "x" * 100_000, "a " * 50_000, '"a' * 3_000, "kết\x00hôn", "LIKE '%'"]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("typed", ODD, ids=range(len(ODD)))
def test_odd_input_is_answered(pages, typed):
    _, query = parse_query_string(typed, operator="and", zero_terms=MATCH_ALL)
    for asked in (query, typed):
        results = Page.objects.autocomplete(asked)
        assert results.count() == len(results)
        assert sum(results.facet("content_type_id").values()) == results.count() if results.model else True


def test_signs_that_databases_read_as_any_letter_find_nothing(found):
    assert found("_") == found("%") == found("______") == []


def test_filters_and_permissions_of_the_list_hold(pages, home):
    below = Page.objects.filter(live=True).exclude(title=WEDDINGS[0]).descendant_of(home)
    assert {page.title for page in below.autocomplete("kết hôn")} == set(WEDDINGS[1:])


def test_what_is_searched_are_pages_of_that_type(found, home):
    assert HomePage.objects.autocomplete("kết hôn").count() == 0
    assert {type(page) for page in ContentPage.objects.autocomplete("kết hôn")} == {ContentPage}
    assert {type(page) for page in Page.objects.specific().autocomplete("kết hôn")} == {ContentPage}


def test_pages_of_a_list_do_not_overlap(found, home):
    for number in range(25):
        make_content(home, f"Bản tin {number:02}")
    results = Page.objects.autocomplete("bản tin")
    first, second = list(results[:20]), list(results[20:40])
    assert (len(first), len(second), results.count()) == (20, 5, 25)
    assert not {page.pk for page in first} & {page.pk for page in second}
    assert results[3] == first[3]


def test_the_lists_own_order_is_kept_when_it_has_one(pages):
    results = Page.objects.order_by("title").autocomplete("kết", order_by_relevance=False)
    assert [page.title for page in results] == sorted(page.title for page in results)
    unordered = Page.objects.order_by().autocomplete("kết", order_by_relevance=False)
    assert [page.pk for page in unordered] == sorted((page.pk for page in unordered), reverse=True)


def test_facets_count_what_was_found(pages):
    kind = ContentType.objects.get_for_model(ContentPage).pk
    assert Page.objects.autocomplete("kết").facet("content_type_id") == {kind: 3}
    with pytest.raises(FilterFieldError):
        Page.objects.autocomplete("kết").facet("slug")


def test_the_likeness_can_be_looked_at(pages):
    scores = [page.likeness for page in Page.objects.autocomplete("đăng ký kết hôn").annotate_score("likeness")]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[-1]


def test_looking_in_some_fields_only_is_refused(pages):
    with pytest.raises(SearchFieldError):
        Page.objects.autocomplete("kết", fields=["title"])


def test_search_finds_what_typing_ahead_finds(found):
    backend = get_search_backend()
    assert [page.title for page in backend.search("ket h", Page)] == found("ket h")


def test_things_with_equal_numbers_are_told_apart(pages):
    first = Page.objects.first()
    document = get_document_model().objects.create(pk=first.pk, title="Mẫu tờ khai", file="mau.pdf")
    agency = Agency.objects.create(pk=first.pk, name="Sở Tư pháp", kind="department")
    backend = get_search_backend()
    assert list(backend.autocomplete("to khai", get_document_model())) == [document]
    assert list(backend.autocomplete("so tu", Agency)) == [agency]
    assert list(backend.autocomplete("to khai", Agency)) == []


def test_tags_of_a_document_are_found():
    document = get_document_model().objects.create(title="Mẫu", file="mau.pdf")
    document.tags.add("Hộ tịch")
    document.save()
    assert list(get_search_backend().autocomplete("ho tich", get_document_model())) == [document]
