"""From a question to an answer: what counts, what is left out, and that an engine agrees with looking at everything."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pages.entry import SearchEntry
from search.index.embedded import EmbeddedIndex
from search.question.query import Query
from search.ranking.answering import answer
from search.ranking.postings import CANDIDATES
from search.ranking.results import Results
from tests.search.brute_force import BruteForce

SYLLABLES = st.sampled_from([
    "đăng", "ký", "khai", "sinh", "kết", "hôn", "tử", "lại", "lưu", "động", "cấp", "giấy", "sổ", "đỏ", "sơ", "đồ",
    "xã", "ubnd", "sở", "tư", "pháp", "cites",
])  # fmt: skip
PHRASES = st.lists(SYLLABLES, min_size=1, max_size=6).map(" ".join)
LEVELS = st.sampled_from(["commune", "province"])


@st.composite
def catalogues(draw) -> list[SearchEntry]:
    """Some entries that share words, levels and fields."""
    count = draw(st.integers(1, 12))
    return [
        SearchEntry(
            key=f"page:{number}",
            kind=draw(st.sampled_from(["procedure", "news"])),
            title=draw(PHRASES),
            url=f"/{number}/",
            names=tuple(draw(st.lists(PHRASES, max_size=2))),
            codes=(f"1.00{number:04}",),
            body=draw(PHRASES),
            facets={"level": tuple(draw(st.sets(LEVELS)))},
            is_current=draw(st.booleans()),
            rank=draw(st.sampled_from([0.0, 1.0])),
        )
        for number in range(count)
    ]


def said(results: Results) -> tuple:
    """What of an answer has to be the same in every engine."""
    return (
        [hit.key for hit in results.hits],
        results.total,
        dict(results.counts),
        {name: dict(values) for name, values in results.facets.items()},
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory) -> EmbeddedIndex:
    return EmbeddedIndex(tmp_path_factory.mktemp("index") / "search.sqlite3")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    entries=catalogues(),
    text=PHRASES,
    also=st.lists(PHRASES, max_size=1),
    levels=st.sets(LEVELS),
    kind=st.sampled_from(["", "news"]),
)
def test_the_embedded_index_answers_as_if_it_had_looked_at_everything(index, entries, text, also, levels, kind):
    index.rebuild(entries)
    query = Query(text, kind, {"level": tuple(levels)} if levels else {}, tuple(also))
    assert said(index.search(query)) == said(answer(BruteForce(entries), query))


def test_among_many_the_nearer_and_shorter_are_looked_at_whatever_their_order(index):
    long = [
        SearchEntry(key=f"page:{number:04}", kind="news", title=f"Cấp giấy phép số {number} rất dài", url="/")
        for number in range(400)
    ]
    short = SearchEntry(key="page:9999", kind="news", title="Cấp giấy", url="/")
    index.rebuild([*long, short])
    results = index.search(Query("cấp giấy cho tôi"))
    assert (results.hits[0].key, results.total, results.reach) == ("page:9999", 401, CANDIDATES)


def entry(key: str, title: str, **more) -> SearchEntry:
    return SearchEntry(key=key, kind="procedure", title=title, url=f"/{key}/", **more)


def keys(entries: list[SearchEntry], text: str, **more) -> list[str]:
    return [hit.key for hit in answer(BruteForce(entries), Query(text, **more)).hits]


def test_what_hardly_fits_is_left_out():
    many = [entry(f"other:{number}", f"Đăng bạ {number}") for number in range(30)]
    assert keys([entry("wedding", "Đăng ký kết hôn"), *many], "đăng ký kết hôn") == ["wedding"]


def test_another_wording_finds_what_the_question_does_not():
    land = entry("land", "Cấp giấy chứng nhận quyền sử dụng đất")
    assert keys([land], "sổ đỏ") == []
    assert keys([land], "sổ đỏ", also=("giấy chứng nhận quyền sử dụng đất",)) == ["land"]


def test_who_names_the_commune_is_shown_what_the_commune_does():
    levels = {"abroad": (), "province": ("province",), "commune": ("commune",)}
    name = "Chứng thực chữ ký trong giấy tờ"
    entries = [entry(key, f"{name} {key}", facets={"level": value}) for key, value in levels.items()]
    assert keys(entries, "chứng thực chữ ký") == ["commune", "province", "abroad"]
    assert keys(entries, "chứng thực chữ ký ở ubnd xã") == ["commune", "province", "abroad"]
    assert keys(entries, "chứng thực chữ ký ở sở tư pháp")[-1] == "abroad"
    assert keys(entries, "xyz ở phường") == []


def test_a_foreign_word_is_found_in_a_text_without_a_neighbour():
    entries = [entry("a", "Cấp giấy phép mẫu vật", body="Thuộc Phụ lục CITES."), entry("b", "Cấp giấy phép mẫu vật")]
    assert keys(entries[::-1], "giấy phép hàng cites") == ["a", "b"]


@pytest.mark.parametrize("asked", ["ZQ07", "mẫu zq07", "tờ khai ZQ07", "nộp đơn theo mẫu ZQ07 ở đâu"])
def test_a_sign_of_letters_and_digits_is_found_in_a_text(asked):
    entries = [
        entry("1", "Hủy tờ khai hải quan", body="Nộp tờ khai theo mẫu AB12."),
        entry("2", "Xóa đăng ký thường trú", body="Nộp đơn theo mẫu ZQ07 tại công an."),
        entry("3", "Mẫu tờ khai thuế", body="Nộp ở đâu cũng được."),
    ]
    assert keys(entries, asked)[0] == "2"


def test_what_only_people_say_of_an_entry_is_found_behind_hundreds_that_share_its_words():
    crowd = [
        entry(f"{number}", "Lũ về cuốn lúa, mất mùa", body="Lũ cuốn, mất hàng.") for number in range(CANDIDATES + 30)
    ]
    others = [entry(f"other-{number}", "Cấp thẻ thả diều") for number in range(2 * CANDIDATES)]
    said = replace(entry("said", "Hỗ trợ người gặp hoạn nạn"), said=("lũ cuốn mất hàng của nhà",))
    assert keys([*crowd, *others, said], "lũ cuốn mất hàng")[0] == "said"


def test_among_those_that_are_looked_at_the_same_words_in_a_name_say_more_than_what_people_say():
    crowd = [entry(f"{number}", f"Việc khác {number}") for number in range(60)]
    said = replace(entry("said", "Trình báo tạm"), said=("thả diều",))
    named = entry("named", "Cấp phép thả diều")
    assert keys([*crowd, said, named], "thả diều ban đêm")[:2] == ["named", "said"]


def test_a_facet_is_counted_as_if_it_alone_were_open():
    entries = [
        entry("a", "Khai sinh", facets={"level": ("commune",), "sector": ("ho-tich",)}),
        entry("b", "Khai sinh lại", facets={"level": ("province",), "sector": ("ho-tich",)}),
        entry("c", "Khai sinh nữa", facets={"level": ("province",), "sector": ("khac",)}, is_current=False),
    ]
    results = answer(BruteForce(entries), Query("khai sinh", facets={"level": ("province",)}))
    assert results.total == 2
    assert results.facets["level"] == {"commune": 1, "province": 2}
    assert results.facets["sector"] == {"ho-tich": 1, "khac": 1}
    assert results.facets["validity"] == {"current": 1, "ended": 1}
