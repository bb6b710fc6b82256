"""Which document a citation means."""

import gzip
import json
from collections import Counter, defaultdict

import pytest

from legal_documents.facts.citations import Citation, Held, meant
from legal_documents.facts.numbers import has_one_maker, number_key

NUMBER, KEY = "46/2020/QĐ-UBND", "46/2020/qd-ubnd"
NORTH = Held(1, KEY, "UBND tỉnh Ấp Bắc", "Quy định mức thu lệ phí hộ tịch trên địa bàn tỉnh")
SOUTH = Held(2, KEY, "Ủy ban nhân dân tỉnh Cửa Nam", "Quy định bảng giá đất")
DECREE = Held(3, "61/2018/nd-cp", "Chính phủ", "Về cơ chế một cửa")


@pytest.mark.parametrize(
    ("title", "which"),
    [
        ("Quyết định của UBND tỉnh Ấp Bắc", NORTH),
        ("Quyết định 46/2020/QĐ-UBND của Ủy ban nhân dân tỉnh Cửa Nam", SOUTH),
        ("Quyết định quy định mức thu lệ phí hộ tịch trên địa bàn tỉnh", NORTH),
        ("Quyết định về giá đất của UBND tỉnh Đèo Ngang", None),
        ("Quyết định 46/2020/QĐ-UBND", None),
        ("", None),
    ],
)
def test_issuer_or_title_tells_which_of_two_is_meant(title, which):
    assert meant(Citation(NUMBER, title), [NORTH, SOUTH]) == which


def test_one_document_alone_is_not_meant_where_others_count_in_the_same_way():
    assert meant(Citation(NUMBER), [NORTH]) is None
    assert meant(Citation(NUMBER, "Quyết định của UBND tỉnh Cửa Nam"), [NORTH]) is None
    assert meant(Citation(NUMBER, "Quyết định của UBND tỉnh Ấp Bắc"), [NORTH]) == NORTH


def test_a_number_that_one_maker_gives_is_enough():
    assert meant(Citation("61/2018/NĐ-CP"), [DECREE]) == DECREE


def test_a_document_held_twice_is_not_guessed():
    assert meant(Citation("61/2018/NĐ-CP"), [DECREE, Held(4, DECREE.key, "Chính phủ", "Bản khác")]) is None


LAW = Held(5, "56/2010/qh12", "Quốc hội", "Luật Thanh tra", "law")


@pytest.mark.parametrize(
    ("number", "title", "which"),
    [
        ("56/2010/QH12", "Luật Thanh tra", LAW),
        ("56/2010/QH12", "Thanh tra", LAW),
        ("Luật số 56/2010/QH12", "", LAW),
        ("56/2010/QH12", "Nghị quyết 56/2010/QH12", None),
        ("56/2010/QH12", "", None),
    ],
)
def test_law_and_resolution_of_one_number_are_two(number, title, which):
    assert meant(Citation(number, title), [LAW]) == which


FEES = Held(6, "6/2017/tt-bvhttdl", "Bộ Văn hóa", "Hướng dẫn chi tiết về hoạt động hướng dẫn du lịch", "circular")


@pytest.mark.parametrize(
    ("title", "which"),
    [
        ("Thông tư số 33/2018/TT-BTC", None),
        ("Thông tư số 06/2017/TT-BVHTTDL của Bộ trưởng", FEES),
        ("Thông tư 06/2017/TT_BVHTTDL", FEES),
        ("Thông tư sửa đổi Thông tư số 33/2018/TT-BTC", FEES),
        ("Thủ tục cấp giấy chứng nhận giám định tàu biển", None),
        ("Nghị định quy định chi tiết", None),
    ],
)
def test_a_title_of_another_document_speaks_against_the_number(title, which):
    assert meant(Citation("06/2017/TT-BVHTTDL", title), [FEES]) == which


def test_nothing_held_nothing_meant():
    assert meant(Citation(NUMBER), []) is None


# --- Over all citations of the real list ----------------------------------------------------------


@pytest.fixture(scope="module")
def real_citations(shared_data) -> Counter[Citation]:
    """Every way in which real procedures cite a document whose number has one maker, and how often."""
    with gzip.open(shared_data / "procedures" / "national-2026-07.jsonl.gz", "rt") as file:
        bases = [json.loads(line)["Căn cứ pháp lý"] for line in file]
    cited = [
        Citation(one["so_hieu"] or "", one["ten"] or "") for some in bases if isinstance(some, list) for one in some
    ]
    return Counter(one for one in cited if has_one_maker(number_key(one.number)))


@pytest.mark.shared
def test_real_citations_mean_the_document_that_is_mostly_called_so(real_citations):
    """Where the portal holds each under its commonest title, all but those that contradict themselves are tied; that
    number is small, and grows only where the rule asks too much."""
    titles: dict[str, Counter[str]] = defaultdict(Counter)
    for citation, times in real_citations.items():
        titles[number_key(citation.number)][citation.title] += times
    held = {
        key: [Held(place, key, title=said.most_common(1)[0][0])] for place, (key, said) in enumerate(titles.items())
    }
    untied = {one: n for one, n in real_citations.items() if meant(one, held[number_key(one.number)]) is None}
    assert real_citations.total() > 20_000
    assert sum(untied.values()) <= 35
