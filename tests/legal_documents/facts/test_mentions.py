"""Where a text mentions documents, and how much of each: sentences of our own with real kinds of traps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal_documents.facts.mentions import mentions
from vietnamese.spelling import clean


def said(text: str) -> list[str]:
    return [text[one.begin : one.end] for one in mentions(text)]


def parts(text: str) -> list[tuple[str, str, str, str]]:
    return [(one.key, one.article, one.clause, one.point) for one in mentions(text)]


def test_a_mention_is_all_that_names_the_document() -> None:
    text = "Căn cứ Luật Thả diều số 12/2020/QH14 và Nghị định số 3/2021/NĐ-CP của Chính phủ;"
    assert said(text) == ["Luật Thả diều số 12/2020/QH14", "Nghị định số 3/2021/NĐ-CP"]


def test_an_article_that_is_named_belongs_to_it() -> None:
    text = "theo quy định tại điểm đ khoản 2 Điều 5a của Nghị định số 3/2021/NĐ-CP"
    assert parts(text) == [("3/2021/nd-cp", "5a", "2", "đ")]
    assert said(text) == ["điểm đ khoản 2 Điều 5a của Nghị định số 3/2021/NĐ-CP"]


def test_the_last_of_several_clauses_alone_is_in_the_link() -> None:
    text = "khoản 1, khoản 2 và khoản 3 Điều 9 Luật Thả diều số 12/2020/QH14"
    assert said(text) == ["khoản 3 Điều 9 Luật Thả diều số 12/2020/QH14"]


@pytest.mark.parametrize("articles", ["các Điều 5, 7 và 9 của", "Điều 5, Điều 7", "Điều 5 và Điều 7 của"])
def test_of_several_articles_none_is_singled_out(articles: str) -> None:
    text = f"theo {articles} Nghị định số 3/2021/NĐ-CP"
    assert parts(text) == [("3/2021/nd-cp", "", "", "")]
    assert said(text) == ["Nghị định số 3/2021/NĐ-CP"]


def test_an_article_of_this_document_belongs_to_no_other() -> None:
    text = "Điều 3 Thông tư này và Nghị định số 3/2021/NĐ-CP"
    assert parts(text) == [("3/2021/nd-cp", "", "", "")]


@pytest.mark.parametrize(
    "paper",
    ["Mẫu số 01/BC-TD", "Biểu số 41/CK-TDND", "theo mẫu 02/TB-HT", "Phụ lục số 06/ĐN-TD", "hợp đồng số 12/HĐ-TD"],
)
def test_the_number_of_a_form_is_no_document(paper: str) -> None:
    assert said(f"Báo cáo theo {paper} ban hành kèm theo Thông tư này") == []


def test_a_law_whose_name_ends_with_the_word_for_a_paper_is_one() -> None:
    assert said("Luật Thả diều theo hợp đồng số 72/2006/QH11 hết hiệu lực") == [
        "Luật Thả diều theo hợp đồng số 72/2006/QH11"
    ]


def test_numbers_that_lost_their_space_are_read() -> None:
    assert parts("Quyết định số443/TTg và Thông tư số 79/2017/TT-BTCngày 01/8/2017") == [
        ("443/ttg", "", "", ""),
        ("79/2017/tt-btc", "", "", ""),
    ]


def test_standards_are_documents_and_a_price_is_none() -> None:
    text = "đạt QCVN 06:2022/BXD, theo TCVN 9640-2013; phí 2.000 đồng/trang"
    assert said(text) == ["QCVN 06:2022/BXD", "TCVN 9640-2013"]


def test_a_name_does_not_reach_over_the_end_of_a_sentence() -> None:
    assert said("Theo Luật Thả diều. Số 3/2021/NĐ-CP là của nghị định.") == ["3/2021/NĐ-CP"]


WORDS = st.lists(
    st.sampled_from(
        ["Luật", "Nghị định", "số", "3/2021/NĐ-CP", "12/2020/QH14", "Điều 5", "khoản 2", "điểm đ", "của", "và",
         ",", ".", "này", "QCVN 06:2022/BXD", "Mẫu", "01/BC-TD", "\n", "chữ"]
    ),
    max_size=25,
)  # fmt: skip


@given(WORDS)
def test_mentions_never_overlap_and_each_ends_with_its_number(words: list[str]) -> None:
    text = clean(" ".join(words))
    last = 0
    for one in mentions(text):
        assert last <= one.begin < one.end
        assert one.key in {found.key for found in mentions(text[one.begin : one.end])} or one.called
        last = one.end
