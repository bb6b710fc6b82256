"""The sums that a text names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.fees.amounts import Sum, sums_in
from vietnamese.whole_numbers import write_whole


def values(text: str) -> list[int]:
    return [one.value for one in sums_in(text)]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("20.000đ/diều, cấp lại 10.000 VNĐ", [20_000, 10_000]),
        ("- 17,5 triệu đồng/giấy; 01 triệu đồng", [17_500_000, 1_000_000]),
        ("500.000/lô; 15000000/lần; 4.500.000 (bốn triệu năm trăm nghìn)", [500_000, 15_000_000, 4_500_000]),
        ("tối đa không quá 10 (mười) triệu đồng", [10_000_000]),
        ("lần 2 100.000 đồng", [100_000]),
        ("10.000.0000 đồng", [-1]),
        ("Diều trên 5.700 kg, từ 2,1 tỷ đồng đến 70 tỷ đồng", []),
        ("Thông tư số 64/2025/TT-BTC ngày 30/6/2025, khoản 2 Điều 3, 01 dòng diều, bằng 50%", []),
        ("0.000đ", []),
    ],
)
def test_sums_are_told_from_other_numbers(text, sums):
    assert values(text) == sums


@pytest.mark.parametrize("text", ["10USD/diều", "05 USD", "1,5 USD", "100 đô la Mỹ", "20 EUR"])
def test_other_currencies_are_known(text):
    (one,) = sums_in(text)
    assert one.is_foreign


def test_the_most_of_a_fee_is_only_a_limit():
    assert sums_in("mỗi trang; tối đa 200.000 đồng") == (Sum(200_000, is_limit=True),)


@given(st.integers(1_000, 10**12))
def test_a_sum_as_people_write_it_is_read_back(amount):
    assert values(f"Lệ phí: {write_whole(amount)} đồng/lần.") == [amount]


@given(st.text(alphabet="0129.,/() đtriệuồngUSDtỷ", max_size=40))
def test_any_text_is_read(text):
    assert all(one.value for one in sums_in(text))
