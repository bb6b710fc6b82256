"""Both engines answer alike: the same results in the same order, the same counts, lines and snippets."""

import json

import pytest

from search.feed.entries import all_entries
from search.index.embedded import EmbeddedIndex
from search.question.query import MAX_WORDS, Query, take_apart
from search.question.terms import known_words
from search.ranking.snippets import snippet
from tests.clock import today
from tests.elasticsearch.fixtures import elasticsearch, index_in, prefix
from tests.search.national_entries import national_entries

__all__ = ["elasticsearch", "prefix"]
pytestmark = pytest.mark.elasticsearch

QUESTIONS = [
    "đăng ký khai sinh",
    "dang ky ket hon",
    "sổ đỏ",
    "tôi muốn đăng ký thường trú thì cần giấy tờ gì và nộp ở đâu",
    "1.001193",
    "nghị định 61/2018",
    "ủy ban nhân dân xã",
    "cấp lại giấy phép",
    "thủ tục",
    "không có gì giống thế này cả xyz",
    "",
]
FACETS = [{}, {"level": ("commune",)}, {"level": ("province", "commune"), "validity": ("current",)}]
BEGINNINGS = ["k", "dang k", "đăng ký kh", "cap gi", "1.00", "so tu", "lại", ""]


@pytest.fixture
def engines(elasticsearch, prefix, tmp_path):
    """The embedded engine and the server's, with the same entries."""

    def filled(entries) -> tuple:
        everything = list(entries)
        both = EmbeddedIndex(tmp_path / "search.sqlite3"), index_in(elasticsearch, tmp_path, prefix)
        assert {engine.rebuild(everything) for engine in both} == {len(everything)}
        return both

    return filled


def differences(both, queries) -> list[Query]:
    """The questions that the two answer differently, in whatever they say."""
    embedded, far = both
    return [query for query in queries if embedded.search(query) != far.search(query)]


@pytest.mark.django_db
def test_on_the_demonstration_province(engines, demo):
    both = engines(all_entries(today()))
    kinds = ("", "procedure", "agency")
    queries = [Query(text, kind, facets) for text in QUESTIONS for kind in kinds for facets in FACETS]
    assert differences(both, queries) == []
    assert differences(both, [Query(text, limit=3, offset=4) for text in QUESTIONS]) == []
    assert differences(both, [Query(text, also=("hộ khẩu", "khai tử")) for text in QUESTIONS]) == []
    assert (
        differences(both, [Query("?", codes=codes) for codes in (("qd-12",), ("1.001193", "qd-12-btc"), ("x",))]) == []
    )


@pytest.mark.django_db
def test_while_somebody_types(engines, demo):
    embedded, far = engines(all_entries(today()))
    for text in BEGINNINGS:
        assert far.suggest(text, 8) == embedded.suggest(text, 8)


@pytest.mark.django_db
def test_after_changes_too(engines, demo):
    both = engines(all_entries(today()))
    some = list(all_entries(today()))[::3]
    gone = [entry.key for entry in all_entries(today())][1::3]
    for engine in both:
        engine.search(Query("đăng ký khai sinh"))
        engine.put(some[:5], instead_of=gone)
    assert differences(both, [Query(text) for text in QUESTIONS]) == []


@pytest.mark.django_db
def test_the_snippets_are_the_same_because_the_texts_are(engines, demo):
    embedded, far = engines(all_entries(today()))
    for text in QUESTIONS:
        words = take_apart(text).words
        assert [snippet(hit.text, words) for hit in far.search(Query(text)).hits] == [
            snippet(hit.text, words) for hit in embedded.search(Query(text)).hits
        ]


@pytest.mark.shared
def test_on_all_real_procedures_and_real_questions(engines, shared_data):
    lines = (shared_data / "search" / "dev-queries.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["q"] for line in lines][::6]
    both = engines(national_entries(shared_data))
    assert differences(both, [Query(text) for text in texts]) == []
    names = [entry.title for entry in national_entries(shared_data) if len(known_words(entry.title)) > MAX_WORDS]
    assert differences(both, [Query(name) for name in names[::9]]) == []
    assert differences(both, [Query("?", codes=("qd-4472-btc",), limit=100)]) == []
    assert differences(both, [Query(text, "procedure", {"level": ("commune",)}) for text in texts[::4]]) == []
    assert differences(both, [Query(" ".join(text.split()[:4]), limit=100) for text in texts[::4]]) == []
    for text in texts[::4]:
        assert both[1].suggest(text[:10], 8) == both[0].suggest(text[:10], 8)
