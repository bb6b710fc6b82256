"""What is known of a fee: free only where words say so of everybody, an amount only where its note agrees."""

import csv
import re
from collections import Counter

import pytest

from procedures_catalog.facts.fees.kinds import Kind, exempts, is_doubtful, kind_of
from procedures_catalog.facts.fees.national import parse_fee
from procedures_catalog.facts.record import Fee

WITHOUT_NUMBER = {
    Kind.UNSTATED: ["", "|", "Phí :", "Đồng", "Cấp lại thẻ diều"],
    Kind.FREE: [
        "Không có.",
        "KHÔNG",
        "0",
        "Miễn phí",
        "- Miễn lệ phí (Thông tư số 1/2020/TT-BVC).",
        "Miễn lệ phí cư trú, giám hộ",
        "Không thu phí; người thả diều trả cước bưu chính",
        "Miễn lệ phí: pháp luật không quy định thu khoản này",
    ],
    Kind.PARTLY_FREE: [
        "Miễn lệ phí. Phí cấp bản sao (nếu có yêu cầu) theo Thông tư số 1.",
        "Không thu phí làm thủ tục; lệ phí trước bạ bằng 0,5% giá diều",
        "Không thu thêm lệ phí",
    ],
    Kind.EXEMPT: [
        "Miễn lệ phí cho người thuộc hộ nghèo.",
        "Không thu lệ phí đối với tổ thả diều",
        "Miễn phí đối với: người di cư; kiều bào",
        "Miễn lệ phí khi thả diều đúng hạn",
        "Miễn lệ phí, trừ diều có sáo",
        "Câu lạc bộ được miễn lệ phí",
    ],
    Kind.NOT_SET: ["Không quy định.", "Chưa quy định"],
    Kind.COUNCIL: [
        "Do Hội đồng nhân dân cấp tỉnh quy định",
        "Không thu lệ phí đối với tổ thả diều. Mức lệ phí cụ thể do HĐND tỉnh quyết định.",
        "09/2025/NQ-HĐND",
    ],
    Kind.COUNCIL_OR_STATE: ["Theo quy định của Bộ trưởng Bộ Gió hoặc Hội đồng nhân dân cấp tỉnh"],
    Kind.RULE: [
        "Theo quy định của Bộ Gió",
        "Thông tư số 64/2025/TT-BVC quy định mức thu, miễn một số khoản phí, lệ phí",
        "75% mức thu lần đầu",
        "nộp trực tuyến thì miễn",
    ],
    Kind.IN_WORDS: ["150.000 đồng/diều", "khi cất diều không thu; mức thu là 20.000 VNĐ/tờ", "Cấp mới 200 USD/lần"],
}


@pytest.mark.parametrize(("kind", "note"), [(kind, note) for kind, notes in WITHOUT_NUMBER.items() for note in notes])
@pytest.mark.parametrize("amount", [0, None])
def test_without_a_number_the_words_decide(kind, note, amount):
    assert kind_of(Fee(amount, note)) is kind


@pytest.mark.parametrize(
    ("amount", "note", "kind"),
    [
        (50_000, "", Kind.AMOUNT),
        (50_000, "50.000 đồng/diều; cấp lại 20.000 đồng", Kind.AMOUNT),
        (30_000, "30.000 đồng (1,5 USD)", Kind.AMOUNT),
        (45_000, "gồm 30.000 đồng thẩm định và 15.000 đồng cấp thẻ", Kind.AMOUNT),
        (1_000, "mỗi trang; tối đa 200.000 đồng", Kind.AMOUNT),
        (50_000, "Giá trị diều dưới 2,1 tỷ đồng", Kind.AMOUNT),
        (500, "500 đồng/m³ gió", Kind.AMOUNT),
        (200_000, "áp dụng mức 100.000 đồng từ ngày 01/7/2025 đến hết ngày 31/12/2026", Kind.AMOUNT),
        (50_000, "Phí công bố: 100.000 đồng/lần", Kind.CONTRADICTED),
        (100, "100.000 đồng/lần", Kind.IN_WORDS),
        (5_000, "05 USD/diều", Kind.IN_WORDS),
        (250_000, "Phí: 400.000 đồng (Miễn phí từ ngày 07/4/2026 đến 30/6/2026)", Kind.CONTRADICTED),
        (50_000, "Không có", Kind.AMOUNT),
        (50_000, "Không thu phí", Kind.UNCLEAR),
        (20, "", Kind.UNCLEAR),
        (2_350, "thẩm định diều lớn", Kind.UNCLEAR),
        (2_350, "2.350 đồng mỗi trang", Kind.AMOUNT),
        (2_500, "mỗi trang", Kind.AMOUNT),
        (25, "Cấp thị thực một lần", Kind.UNCLEAR),
        (20, "Nếu nộp hồ sơ ở nước ngoài", Kind.UNCLEAR),
        (1, "Theo quy định của Bộ Gió", Kind.RULE),
    ],
)
def test_a_number_holds_only_beside_a_note_that_agrees(amount, note, kind):
    fee = Fee(amount, note)
    assert (kind_of(fee), is_doubtful(fee)) == (kind, kind is not Kind.AMOUNT)


def test_a_small_number_that_a_resolution_is_named_for_is_taken_as_it_stands():
    assert kind_of(Fee(500, "mỗi khối gió", legal_basis="12/2026/NQ-HĐND")) is Kind.AMOUNT


def test_who_pays_nothing_is_noticed_whoever_sets_the_fee():
    assert exempts(Fee(0, "Mức thu do HĐND tỉnh quyết định. Miễn lệ phí cho người khuyết tật."))
    assert not exempts(Fee(0, "Thông tư quy định mức thu, miễn một số khoản phí, lệ phí"))


# --- Every conditional text -----------------------------------------------------------------------

_FREE_FOR_ALL = re.compile(
    r"[- ]*Miễn (lệ )?phí *(\(Thông tư số 47/2019/TT-BTC\)\)?)?[.;]?(Không được quy định tại .*)?"
)


@pytest.mark.shared
def test_of_all_conditional_texts_only_those_without_a_condition_are_free(shared_data):
    with (shared_data / "fees" / "conditional-fee-texts.tsv").open(encoding="utf-8") as file:
        fees = [parse_fee(row["fee_text"]) for row in csv.DictReader(file, delimiter="\t")]
    free = [fee for fee in fees if kind_of(fee) is Kind.FREE]
    assert [fee.note for fee in free if not _FREE_FOR_ALL.fullmatch(fee.note)] == []
    # Judged once by reading all 484 wordings.
    assert Counter(kind_of(fee).name for fee in fees) == {
        "AMOUNT": 720,
        "IN_WORDS": 302,
        "CONTRADICTED": 50,
        "COUNCIL": 123,
        "RULE": 44,
        "FREE": 31,
        "EXEMPT": 30,
        "UNCLEAR": 5,
        "UNSTATED": 4,
        "PARTLY_FREE": 3,
    }
