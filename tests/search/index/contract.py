"""What every engine must do, whoever it is; an engine's own tests inherit `SearchIndexContract`."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pages.entry import SearchEntry
from search.question.query import Query

BIRTH = SearchEntry(
    key="page:1",
    kind="procedure",
    title="Thủ tục đăng ký khai sinh",
    url="/thu-tuc/khai-sinh/",
    names=("Làm giấy khai sinh", "Giấy chứng sinh"),
    codes=("1.001193", "1.001193.000.00.00.H37"),
    body="Người yêu cầu nộp giấy chứng sinh và tờ khai tại Ủy ban nhân dân cấp xã.",
    facets={"level": ("commune",), "sector": ("ho-tich",)},
    rank=1.0,
)
BIRTH_AGAIN = SearchEntry(
    key="page:2",
    kind="procedure",
    title="Đăng ký lại khai sinh",
    url="/thu-tuc/lai/",
    codes=("1.004884",),
    facets={"level": ("commune",)},
)
DEATH = SearchEntry(
    key="page:3", kind="procedure", title="Đăng ký khai tử", url="/thu-tuc/khai-tu/", codes=("1.000656",)
)
OLD_BIRTH = SearchEntry(
    key="page:4",
    kind="procedure",
    title="Đăng ký khai sinh quá hạn",
    url="/thu-tuc/cu/",
    codes=("1.000001",),
    is_current=False,
)
DECREE = SearchEntry(
    key="page:5",
    kind="document",
    title="Nghị định về cơ chế một cửa",
    url="/van-ban/61/",
    codes=("61/2018/NĐ-CP",),
    body="Thực hiện cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính.",
)
NEWS = SearchEntry(key="page:6", kind="news", title="Xã miễn lệ phí khai sinh", url="/tin-tuc/mien/")
AGENCY = SearchEntry(
    key="agency:7",
    kind="agency",
    title="Sở Tư pháp",
    url="/co-quan/so-tu-phap/",
    codes=("H37.12",),
    body="0205 381 0000",
)
LAND = SearchEntry(key="page:8", kind="procedure", title="Cấp sổ đỏ", url="/so-do/", codes=("1.000008",))
MAP = SearchEntry(key="page:9", kind="procedure", title="Cấp sơ đồ", url="/so-do-2/", codes=("1.000009",))
EVERYTHING = (BIRTH, BIRTH_AGAIN, DEATH, OLD_BIRTH, DECREE, NEWS, AGENCY, LAND, MAP)

BAD_INPUT = [
    "",
    " ",
    "\n\t \u3000",
    "\0",
    "a\0b",
    '"',
    '""',
    "'",
    "khai AND",
    "OR",
    "NOT khai",
    "NEAR(khai sinh, 2)",
    "khai*",
    "*",
    "title:khai",
    "(((",
    ")",
    "khai)",
    "^khai",
    "-khai",
    "khai;--",
    "{title}:x",
    "\ud800",
    "khai \udfff sinh",
    "😀",
    "👨‍👩‍👧 khai sinh",
    "\u0301",
    "e\u0301\u0323",
    "%",
    "_",
    "\\",
    "١٢٣",
    "½ ² ①",
    "x" * 100_000,
    "khai sinh " * 10_000,
    "😀" * 100_000,
    " " * 100_000,
    "1." * 50_000,
    "/" * 1_000,
    "ไทย 漢字 हिन्दी",
]


def keys(results) -> list[str]:
    """The keys of the hits in their order."""
    return [hit.key for hit in results.hits]


class SearchIndexContract:
    """Inherit, and give a fixture `index` (an empty engine)."""

    @pytest.fixture
    def full(self, index):
        """The engine with `EVERYTHING` in it."""
        index.rebuild(EVERYTHING)
        return index

    # --- marks

    def test_marks_that_are_meant_order_and_hide_nothing(self, index):
        sale = replace(LAND, title="Bán nhà", said=("xin trợ cấp",))
        copy = replace(MAP, title="Bản nhà", said=("xin trở về", "xin tro lai"))
        index.rebuild([sale, copy])
        for text, first, second in (
            ("bán nhà nước", sale, copy),
            ("bản nhà nước", copy, sale),
            ("xin trợ", sale, copy),
        ):
            assert keys(index.search(Query(text))) == [first.key, second.key]
        for meant, first in (({"bán"}, sale), ({"bản"}, copy)):
            assert keys(index.search(Query("ban nha nuoc", meant=frozenset(meant))))[0] == first.key

    # --- what is in it

    def test_an_index_never_built_answers_and_says_so(self, index):
        results = index.search(Query("khai sinh"))
        assert (results.hits, results.total, results.unavailable) == ((), 0, True)
        assert index.suggest("khai", 5) == []
        assert index.count() == 0

    def test_rebuild_counts_what_there_is(self, index):
        assert index.kinds() == {}
        assert index.rebuild(EVERYTHING) == len(EVERYTHING) == index.count()
        assert index.kinds() == Counter(entry.kind for entry in EVERYTHING)
        assert index.rebuild([BIRTH, BIRTH]) == 1 == index.count()
        assert index.rebuild([]) == 0 == index.count()

    def test_put_replaces_by_key(self, full):
        full.put([SearchEntry(key="page:1", kind="news", title="Bánh dày", url="/b/")])
        assert full.count() == len(EVERYTHING)
        assert "page:1" not in keys(full.search(Query("giấy chứng sinh")))
        assert keys(full.search(Query("banh day"))) == ["page:1"]
        assert "page:1" not in keys(full.search(Query("1.001193")))

    def test_put_works_on_an_index_that_was_never_built_and_says_that_it_is_incomplete(self, index):
        index.put([BIRTH])
        results = index.search(Query("khai sinh"))
        assert keys(results) == ["page:1"]
        assert (results.unavailable, results.incomplete) == (False, True)
        index.rebuild([BIRTH])
        assert not index.search(Query("khai sinh")).incomplete

    def test_put_takes_away_what_its_entries_stand_instead_of(self, full):
        full.put([BIRTH], instead_of=["page:1", "page:3", "page:999"])
        assert full.count() == len(EVERYTHING) - 1
        assert "page:3" not in keys(full.search(Query("khai tử")))

    def test_take(self, full):
        full.take(["page:1", "page:404"])
        assert "page:1" not in keys(full.search(Query("khai sinh")))
        assert full.count() == len(EVERYTHING) - 1
        assert full.suggest("làm giấy", 5) == []

    def test_put_is_all_or_nothing(self, full):
        def broken():
            yield NEWS
            raise ValueError("nội dung không đọc được")

        with pytest.raises(ValueError, match="nội dung"):
            full.put(broken(), instead_of=["page:1"])
        assert full.count() == len(EVERYTHING)
        assert full.search(Query("khai sinh")).total

    def test_a_rebuild_that_fails_leaves_the_old_index(self, full):
        def broken():
            yield NEWS
            raise ValueError("nội dung không đọc được")

        with pytest.raises(ValueError, match="nội dung"):
            full.rebuild(broken())
        assert full.count() == len(EVERYTHING)

    def test_readers_find_the_old_until_the_new_is_whole(self, full):
        seen = []

        def entries():
            for number in range(3):
                seen.append((full.count(), keys(full.search(Query("Sở Tư pháp")))))
                yield SearchEntry(key=f"page:{100 + number}", kind="news", title=f"Tin {number}", url="/")

        assert full.rebuild(entries()) == 3
        assert seen == [(len(EVERYTHING), ["agency:7"])] * 3
        assert full.count() == 3

    def test_strange_entries_are_taken_as_they_are(self, index):
        strange = SearchEntry(
            key="page:1",
            kind="news",
            title='\0"quoted" \ud800 (x) OR',
            url="/x/",
            names=("", "\0"),
            codes=("", "😀"),
            body="\0\udfff" * 10 + "x" * 100_000,
            facets={"a": ("", "b", "b")},
        )
        index.put([strange, SearchEntry(key="page:2", kind="news", title="", url="")])
        assert index.count() == 2
        assert keys(index.search(Query("quoted"))) == ["page:1"]

    # --- what is found

    @pytest.mark.parametrize(
        "text",
        [
            "đăng ký khai sinh",
            "dang ky khai sinh",
            "ĐĂNG KÝ KHAI SINH",
            "đăng kí khai sinh",
            "đa\u0306ng ky\u0301 khai sinh",
            "thủ tục đăng ký khai sinh",
            "thu tuc dang ky khai sinh",
            "tôi muốn làm giấy khai sinh thì cần gì",
            "giấy chứng sinh",
        ],
    )
    def test_the_plain_procedure_is_first_however_it_is_typed(self, full, text):
        assert keys(full.search(Query(text)))[0] == "page:1"

    @pytest.mark.parametrize(
        "text",
        ["1.001193", "1001193", " 1.001193. ", "1. 001193", "1.001193.000.00.00.H37", "1.001193.h37", "mã 1.001193"],
    )
    def test_a_code_in_any_spelling_is_first(self, full, text):
        assert keys(full.search(Query(text)))[0] == "page:1"

    @pytest.mark.parametrize(
        "text", ["61/2018/NĐ-CP", "61/2018/nd-cp", "61/2018", "nghị định 61/2018", "61-2018-NĐ-CP"]
    )
    def test_a_document_number_in_any_spelling_is_first(self, full, text):
        assert keys(full.search(Query(text)))[0] == "page:5"

    def test_a_code_finds_even_what_was_abolished(self, full):
        assert keys(full.search(Query("1.000001")))[0] == "page:4"

    def test_an_unknown_code_finds_nothing(self, full):
        assert full.search(Query("9.999999")).total == 0

    def test_what_is_not_in_force_is_never_above_what_is(self, full):
        results = full.search(Query("đăng ký khai sinh quá hạn"))
        current = [hit.is_current for hit in results.hits]
        assert "page:4" in keys(results)
        assert current == sorted(current, reverse=True)

    def test_marks_decide_between_equals(self, full):
        assert keys(full.search(Query("sổ đỏ")))[0] == "page:8"
        assert keys(full.search(Query("sơ đồ")))[0] == "page:9"
        assert {"page:8", "page:9"} <= set(keys(full.search(Query("so do"))))

    def test_offices_that_are_asked_for_come_first_in_their_order(self, full):
        names = ("Công an xã Ẩn", "Ủy ban nhân dân xã Ẩn")
        full.put(SearchEntry(f"agency:{n}", "agency", name, f"/{n}/") for n, name in enumerate(names, 90))
        results = full.search(Query("khai sinh", offices=names, limit=3))
        assert keys(results)[:2] == ["agency:90", "agency:91"]
        assert results.counts["agency"] == 2
        assert keys(full.search(Query("khai sinh", kind="procedure", offices=names))) == keys(
            full.search(Query("khai sinh", kind="procedure"))
        )

    def test_rank_decides_between_equals(self, index):
        far = SearchEntry(key="page:1", kind="news", title="Khai sinh", url="/1/")
        near = SearchEntry(key="page:2", kind="news", title="Khai sinh", url="/2/", rank=1.0)
        index.rebuild([far, near])
        assert keys(index.search(Query("khai sinh lưu động"))) == ["page:2", "page:1"]

    def test_any_word_finds(self, full):
        assert "page:1" in keys(full.search(Query("khai sinh cho trẻ bị bỏ rơi ở nước ngoài")))

    def test_text_is_found_too(self, full):
        assert keys(full.search(Query("một cửa liên thông")))[0] == "page:5"
        assert keys(full.search(Query("0205 381")))[0] == "agency:7"

    def test_words_that_say_nothing_still_find_when_they_are_all(self, full):
        assert full.search(Query("thủ tục")).total > 0

    def test_a_hit_shows_a_line(self, full):
        hit = full.search(Query("1.001193")).hits[0]
        assert (hit.title, hit.url, hit.kind) == (BIRTH.title, BIRTH.url, "procedure")
        assert (hit.codes, hit.is_current, hit.facets) == (BIRTH.codes, True, BIRTH.facets)
        assert hit.text == BIRTH.body
        assert hit.score > 0

    # --- parts of what is found

    def test_kinds_are_counted_whatever_kind_is_asked(self, full):
        everything = full.search(Query("khai sinh"))
        assert everything.total == sum(everything.counts.values()) == len(everything.hits)
        news = full.search(Query("khai sinh", kind="news"))
        assert news.counts == everything.counts
        assert (keys(news), news.total) == (["page:6"], everything.counts["news"])
        assert full.search(Query("khai sinh", kind="no such kind")).total == 0

    def test_facets_narrow(self, full):
        assert set(keys(full.search(Query("khai sinh", facets={"level": ("commune", "x")})))) == {"page:1", "page:2"}
        both = {"level": ("commune",), "sector": ("ho-tich",)}
        assert keys(full.search(Query("khai sinh", facets=both))) == ["page:1"]
        assert full.search(Query("1.001193", facets={"level": ("province",)})).total == 0

    def test_offset_and_limit_cut_the_same_order(self, full):
        whole = keys(full.search(Query("đăng ký")))
        parts = [keys(full.search(Query("đăng ký", limit=2, offset=offset))) for offset in range(0, len(whole), 2)]
        assert [key for part in parts for key in part] == whole
        assert full.search(Query("đăng ký", limit=0)).hits == ()
        assert full.search(Query("đăng ký", limit=-5, offset=-5)).total == len(whole)
        assert full.search(Query("đăng ký", offset=10**12)).hits == ()

    # --- while typing

    @pytest.mark.parametrize("text", ["khai si", "dang ky khai", "đăng ký kh", "KHAI SI", "lam giay k", "1.0011"])
    def test_suggestions_go_on_from_what_was_typed(self, full, text):
        assert full.suggest(text, 5)[0].url == BIRTH.url

    def test_suggestions_are_bounded_and_name_the_code(self, full):
        assert len(full.suggest("khai", 2)) == 2
        assert full.suggest("khai", 0) == full.suggest("khai", -1) == []
        assert full.suggest("khai sinh", 1)[0].code == "1.001193"
        assert full.suggest("khai sinh", 10)[-1].url == OLD_BIRTH.url

    # --- whatever comes

    @pytest.mark.parametrize("text", BAD_INPUT, ids=range(len(BAD_INPUT)))
    def test_no_text_breaks_it(self, full, text):
        results = full.search(Query(text))
        assert not results.unavailable
        assert len(full.suggest(text, 5)) <= 5

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.text() | st.text(alphabet="\"'*()^-:{}+ANDORNEAT0123456789./ khaisnđ\0\ud800"))
    def test_search_never_raises_on_any_text(self, full, text):
        assert not full.search(Query(text)).unavailable
        full.suggest(text, 3)
