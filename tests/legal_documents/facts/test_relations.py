"""Who replaces, ends and amends whom is read in the right direction, whichever way it is said."""

import pytest

from legal_documents.facts.relations import AMENDS, CORRECTS, REPEALS, REPLACES, SUSPENDS, Said, said_of

A, B, C = "3/2021/nd-cp", "5/2019/nd-cp", "7/2018/tt-btd"
OTHER, THIRD = "Nghị định số 5/2019/NĐ-CP", "Thông tư số 7/2018/TT-BTD"


def test_this_document_replaces_another() -> None:
    text = f"Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2021 và thay thế {OTHER} ngày 1/1/2019 của Chính phủ."
    assert said_of(text) == [Said("", REPLACES, B, True)]


@pytest.mark.parametrize("ends", ["hết hiệu lực thi hành", "chấm dứt hiệu lực", "không còn hiệu lực"])
def test_another_ends_on_the_day_of_this_one(ends: str) -> None:
    text = f"2. {OTHER} ngày 1/1/2019 về thả diều {ends} kể từ ngày Nghị định này có hiệu lực."
    assert said_of(text) == [Said("", REPEALS, B, True)]


def test_what_was_amended_by_a_third_is_what_ends() -> None:
    text = f"{OTHER} đã được sửa đổi, bổ sung một số điều theo {THIRD} hết hiệu lực kể từ ngày Luật này có hiệu lực."
    assert said_of(text) == [Said(C, AMENDS, B, False), Said("", REPEALS, B, True)]


def test_the_passive_is_the_other_direction() -> None:
    text = f"Điều 3 {OTHER}, có hiệu lực từ ngày 1/1/2019, có nội dung được sửa đổi bởi Điều 1 {THIRD}"
    assert said_of(text) == [Said(C, AMENDS, B, False)]


def test_several_that_stand_side_by_side_are_all_meant() -> None:
    text = (
        f"Thông tư này thay thế các văn bản sau: {OTHER} ngày 1/1/2019; {THIRD} về dây diều; "
        "bãi bỏ Quyết định số 9/2017/QĐ-BTD."
    )
    assert said_of(text) == [
        Said("", REPLACES, B, True),
        Said("", REPLACES, C, True),
        Said("", REPEALS, "9/2017/qd-btd", True),
    ]


def test_a_document_in_the_name_of_another_is_not_meant() -> None:
    text = f"Thông tư này thay thế {THIRD} sửa đổi, bổ sung một số điều của {OTHER} và Nghị định số 6/2019/NĐ-CP."
    assert said_of(text) == [Said("", REPLACES, C, True)]


def test_an_article_or_a_rule_in_it_is_a_part_of_it() -> None:
    assert said_of(f"Bãi bỏ Điều 3 {THIRD}.") == [Said("", REPEALS, C, False)]
    assert said_of(f"Bãi bỏ các quy định về diều tại {THIRD}.") == [Said("", REPEALS, C, False)]
    assert said_of(f"Sửa đổi, bổ sung một số điều của {THIRD}.") == [Said("", AMENDS, C, False)]


def test_a_regulation_takes_a_part_of_what_it_came_with() -> None:
    text = f"Thông tư này thay thế Quy chuẩn QCVN 47:2011/BTD ban hành kèm theo {THIRD}."
    assert said_of(text) == [Said("", REPLACES, "qcvn47:2011/btd", True), Said("", REPLACES, C, False)]


@pytest.mark.parametrize(
    ("verb", "relation"), [("Đính chính", CORRECTS), ("Ngưng hiệu lực", SUSPENDS), ("Đình chỉ", SUSPENDS)]
)
def test_the_rarer_verbs_are_known(verb: str, relation: str) -> None:
    assert said_of(f"{verb} {THIRD}.") == [Said("", relation, C, True)]


@pytest.mark.parametrize(
    "text",
    [
        f"Căn cứ {OTHER};",
        f"Thực hiện theo {OTHER} và các văn bản sửa đổi, bổ sung, thay thế (nếu có).",
        "Thay thế phụ tùng theo quy định.",
        "",
    ],
)
def test_a_sentence_that_only_cites_says_nothing(text: str) -> None:
    assert said_of(text) == []


def test_nothing_does_anything_to_itself() -> None:
    assert all(said.acting != said.target for said in said_of(f"{OTHER} được sửa đổi bởi {OTHER}."))
