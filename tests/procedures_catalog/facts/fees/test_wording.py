"""A fee in the words of the table."""

import pytest

from procedures_catalog.facts.fees.wording import fee_note, fee_text, is_certain, money
from procedures_catalog.facts.record import Fee, NotedDays

LONG = "Miễn lệ phí cho người có công với cách mạng, người thuộc hộ nghèo, người khuyết tật"


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(1, "1 đồng"), (999, "999 đồng"), (1000, "1.000 đồng"), (1_234_567, "1.234.567 đồng")],
)
def test_amounts_are_written_as_people_write_them(amount, shown):
    assert money(amount) == shown


@pytest.mark.parametrize(
    ("fee", "text", "note"),
    [
        (Fee(50_000, "mỗi thẻ"), "50.000 đồng", "mỗi thẻ"),
        (Fee(0), "Chưa công bố", ""),
        (Fee(0, "Cấp lại"), "Chưa công bố", "Cấp lại"),
        (Fee(None, "|"), "Chưa công bố", ""),
        (Fee(0, "Không có."), "Không thu", ""),
        (Fee(0, "Miễn lệ phí theo Thông tư số 1"), "Không thu", "Miễn lệ phí theo Thông tư số 1"),
        (Fee(0, "Miễn lệ phí cho hộ nghèo."), "Miễn lệ phí cho hộ nghèo", ""),
        (Fee(0, LONG), "Có trường hợp được miễn", LONG),
        (Fee(0, "Do HĐND tỉnh quy định"), "Theo nghị quyết của HĐND tỉnh", "Do HĐND tỉnh quy định"),
        (Fee(0, "Theo quy định"), "Theo mức được quy định", "Theo quy định"),
        (Fee(None, "theo  biểu phí của xã"), "theo biểu phí của xã", ""),
        (Fee(100, "100 USD/thẻ."), "100 USD/thẻ", ""),
        (Fee(9_000, "7.000 đồng/diều"), "Chưa rõ: ghi 9.000 đồng, ghi chú nêu 7.000 đồng", "7.000 đồng/diều"),
        (Fee(9_000, "7.000 đồng/diều", legal_basis="12/NQ"), "9.000 đồng", "ghi chú nêu 7.000 đồng: 7.000 đồng/diều"),
        (Fee(20), "Chưa rõ", "dữ liệu gốc ghi “20”"),
        (Fee(None, "-50000 VNĐ ()"), "Chưa rõ", "dữ liệu gốc ghi “-50000 VNĐ ()”"),
        (Fee(None, "0.5 VNĐ (mỗi bản 20.000 đồng)"), "Chưa rõ", "dữ liệu gốc ghi “0.5 VNĐ (mỗi bản 20.000 đồng)”"),
        (Fee(10**14, "mỗi bản"), "Chưa rõ", f"mỗi bản; dữ liệu gốc ghi “{10**14}”"),
        (Fee(17_500_000_000, "mỗi bản"), "17.500.000.000 đồng", "mỗi bản"),
        (Fee(25, "Thị thực một lần"), "Chưa rõ", "Thị thực một lần; dữ liệu gốc ghi “25”"),
        (Fee(50_000, "a", noted=NotedDays("over", "2025-12-31")), "50.000 đồng (đã hết hạn)", "a"),
        (Fee(50_000, "a", noted=NotedDays("later", "2027-01-01")), "Từ ngày 01/01/2027: 50.000 đồng", "a"),
    ],
)
def test_a_number_is_shown_only_where_one_is_known(fee, text, note):
    assert (fee_text(fee), fee_note(fee)) == (text, note)


def test_certain_is_an_amount_that_is_due_or_that_nothing_is():
    certain = [Fee(50_000), Fee(0, "Miễn phí"), Fee(50_000, noted=NotedDays("until", "2026-12-31"))]
    others = [Fee(0), Fee(20), Fee(0, LONG), Fee(50_000, noted=NotedDays("over", "2025-12-31")), Fee(None, "tùy gió")]
    assert all(map(is_certain, certain))
    assert not any(map(is_certain, others))
