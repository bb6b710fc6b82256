"""The days that a note names: a reduction beside the amount, or the amount's own, read only where that is plain."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.fees.noted_days import noted_on
from procedures_catalog.facts.record import NotedDays

TODAY = date(2026, 11, 29)
PERIOD = "từ ngày 01/7/2025 đến hết ngày 31/12/2026"

REDUCED = [
    f"(áp dụng mức phí 35.000 đồng/diều kể {PERIOD} theo Thông tư số 64/2025/TT-BVC)",
    f"Cấp lại thẻ: 70.000 đồng/thẻ. Kể {PERIOD}, mức thu bằng 50% mức thu quy định",
    "Kể từ ngày 01 tháng 7 năm 2025 đến hết ngày 31 tháng 12 năm 2026, mức phí bằng 50% mức phí nêu trên",
    "70.000đ/thẻ (Thông tư số 25). - 35.000đ/thẻ (áp dụng đến hết ngày 31/12/2026)",
    "Thả diều trên ứng dụng thì được miễn lệ phí từ ngày 01/4/2026 đến 31/12/2026",
]
OWN = [
    "Mức giảm áp dụng theo Thông tư số 64/2025/TT-BVC đến hết ngày 31/12/2026",
    f"* Theo Thông tư 64/2025/TT-BVC ngày 30/6/2025 (kể {PERIOD}): + Diều lớn: 70.000 đồng",
    "mỗi thẻ, bằng 50% mức thu, áp dụng đến hết ngày 31/12/2026",
    f"Theo Thông tư số 59: 140.000 đồng. ({PERIOD} áp dụng mức phí theo Quyết định số 2)",
    "Lệ phí nộp đơn: 70.000 đồng (Kể từ ngày 01 tháng 01 năm 2027 trở đi: 150.000 đồng/đơn)",
]
SILENT = [
    "mỗi thẻ",
    "Theo Thông tư số 64/2025/TT-BVC ngày 30/6/2025 quy định mức thu, miễn một số khoản phí",
    "đến hết ngày 31/12/202",
    "đến hết ngày 31/13/2026",
    "Từ ngày 01/01/2026 áp dụng theo Thông tư số 156",
    "Phí: 90.000 đồng, 50.000 đồng; áp dụng đến hết ngày 31/12/2026",
]


@pytest.mark.parametrize(
    ("kind", "note"),
    [*(("reduced", note) for note in REDUCED), *(("until", note) for note in OWN), *((None, note) for note in SILENT)],
)
def test_a_reduction_is_told_from_the_days_of_the_amount_itself(kind, note):
    noted = noted_on(70_000, note, TODAY)
    assert (noted and (noted.kind, noted.day)) == ((kind, "2026-12-31") if kind else None)


def test_what_is_paid_instead_is_read_where_one_sum_stands_in_the_sentence_of_the_days():
    instead = [noted and noted.amount for noted in (noted_on(70_000, note, TODAY) for note in REDUCED)]
    assert instead == [35_000, None, None, 35_000, None]


def test_after_its_last_day_a_reduction_is_silent_and_an_amount_is_over():
    assert {noted_on(70_000, note, date(2027, 1, 1)) for note in REDUCED} == {None}
    assert {noted_on(70_000, note, date(2027, 1, 1)) for note in OWN} == {NotedDays("over", "2026-12-31")}


def test_what_begins_later_says_when():
    assert noted_on(70_000, "Áp dụng từ 01/01/2027 nếu không có quy định khác", TODAY) == NotedDays(
        "later", "2027-01-01"
    )


def test_a_waiver_that_is_over_says_nothing():
    assert noted_on(70_000, "đồng (Miễn phí từ ngày 07/4/2026 đến 30/6/2026 theo Thông tư 40)", TODAY) is None


@given(st.dates(date(2024, 1, 1), date(2029, 1, 1)))
def test_it_holds_up_to_and_with_its_last_day(on):
    noted = noted_on(70_000, REDUCED[0], on)
    assert (noted is not None) == (date(2025, 7, 1) <= on <= date(2026, 12, 31))


@given(st.integers(1, 10**7), st.text(alphabet="từđếnhết ngày0123/2.;()%miễnđồng", max_size=60), st.dates())
def test_any_note_is_read(amount, note, on):
    noted = noted_on(amount, note, on)
    assert noted is None or date.fromisoformat(noted.day)
