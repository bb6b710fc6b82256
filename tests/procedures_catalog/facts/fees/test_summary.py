"""How much, in one line: nobody reads "free", or an amount, where the record does not say so."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.fees.dated import channels_on
from procedures_catalog.facts.fees.national import NOTHING_STATED, parse_fees
from procedures_catalog.facts.fees.summary import LONGEST, is_known, summary
from procedures_catalog.facts.record import Channel, Fee, Step

TODAY = date(2026, 11, 29)
COUNCIL = "0 VNĐ (Mức lệ phí do HĐND tỉnh quyết định. Miễn lệ phí cho người khuyết tật.)"


def _channels(*fees_by_channel: tuple[str, list[str]]) -> list[Channel]:
    return [Channel(channel, fees=parse_fees(entries)) for channel, entries in fees_by_channel]


@pytest.mark.parametrize(
    ("by_channel", "shown"),
    [
        ([], "Chưa công bố mức phí"),
        ([("direct", [NOTHING_STATED])], "Chưa công bố mức phí"),
        ([("direct", ["0 VNĐ ()"]), ("online", ["0 VNĐ ()"])], "Chưa công bố mức phí"),
        ([("direct", ["20 VNĐ ()"])], "Chưa rõ mức phí, xem bảng phí"),
        ([("direct", ["0 VNĐ (Không thu)"])], "Không thu phí"),
        ([("direct", ["0 VNĐ (Không thu) | 0 VNĐ ()"])], "Không thu, có khoản chưa công bố"),
        ([("direct", ["0 VNĐ (Không quy định)"])], "Không quy định mức thu"),
        ([("direct", [COUNCIL])], "Theo nghị quyết của HĐND tỉnh, có trường hợp được miễn"),
        ([("direct", ["0 VNĐ (Theo Thông tư số 1)"])], "Có thể phải nộp phí, theo mức được quy định"),
        (
            [("direct", ["0 VNĐ (Theo Thông tư số 1) | 0 VNĐ (20.000 đồng/diều)"])],
            "Tùy trường hợp, xem bảng phí",
        ),
        ([("direct", ["0 VNĐ (Có thu lệ phí; mức theo Thông tư số 1)"])], "Có thu phí, theo mức được quy định"),
        ([("direct", ["0 VNĐ (Miễn lệ phí cho hộ nghèo)"])], "Miễn lệ phí cho hộ nghèo"),
        (
            [
                (
                    "direct",
                    ["0 VNĐ (Không thu phí làm diều; lệ phí cấp dây thả diều bằng 0,5% giá tính theo Nghị định số 10)"],
                )
            ],
            "Có khoản được miễn, có khoản phải nộp, xem bảng phí",
        ),
        (
            [
                (
                    "direct",
                    ["0 VNĐ (Miễn lệ phí. Phí cấp bản sao giấy phép (nếu có yêu cầu) thực hiện theo Thông tư số 1)"],
                )
            ],
            "Miễn lệ phí; phí bản sao chỉ thu nếu có yêu cầu",
        ),
        (
            [("direct", ["0 VNĐ (Phí cấp bản sao giấy phép (nếu có yêu cầu) theo quy định tại Thông tư số 1)"])],
            "Phí bản sao nếu có yêu cầu, theo mức được quy định",
        ),
        (
            [("direct", ["0 VNĐ (Mức thu do HĐND tỉnh quyết định. Miễn lệ phí đối với trường hợp thả đúng hạn.)"])],
            "Miễn nếu đúng hạn; còn lại theo nghị quyết của HĐND tỉnh",
        ),
        ([("direct", ["100 VNĐ (100USD/ thẻ.)"])], "100 USD/thẻ"),
        ([("direct", ["0 VNĐ (lệ phí diều 20.000 vnđ /01 tờ khai)"])], "20.000 đồng/tờ khai"),
        ([("direct", ["0 VNĐ (20.000 vnđ/tờ khai với diều lớn)"])], "20.000 đồng/tờ khai với diều lớn"),
        ([("direct", ["0 VNĐ (Diều lớn thì thu 20.000 đồng)"])], "Theo ghi chú: Diều lớn thì thu 20.000 đồng"),
        ([("direct", ["25 VNĐ (25 USD) | 50 VNĐ (50 USD)"])], "Tùy trường hợp, xem bảng phí"),
        (
            [("direct", ["5000 VNĐ (a)"]), ("online", ["5000 VNĐ (b)"])],
            "5.000 đồng (a; trực tiếp); 5.000 đồng (b; trực tuyến)",
        ),
        ([("direct", ["5000 VNĐ (a) | 9000 VNĐ (b)"])], "5.000 – 9.000 đồng, tùy trường hợp"),
        ([("direct", ["5000 VNĐ (a)"]), ("direct", ["9000 VNĐ (b)"])], "5.000 – 9.000 đồng, tùy trường hợp"),
        ([("direct", ["0 VNĐ (Miễn phí) | 9000 VNĐ (b)"])], "Không thu hoặc đến 9.000 đồng, tùy trường hợp"),
        (
            [("direct", ["5000 VNĐ (a)"]), ("postal", ["5000 VNĐ (a)"]), ("online", ["2500 VNĐ (a)"])],
            "5.000 đồng (a; trực tiếp, bưu chính); 2.500 đồng (a; trực tuyến)",
        ),
        (
            [("direct", ["5000 VNĐ (a)"]), ("online", ["0 VNĐ (Không thu)"])],
            "5.000 đồng (a; trực tiếp); Không thu phí (trực tuyến)",
        ),
        ([("direct", ["20 VNĐ ()"]), ("online", ["0 VNĐ ()"])], "Chưa rõ mức phí, xem bảng phí"),
        (
            [("online", ["0 VNĐ ()"]), ("direct", ["0 VNĐ (Không thu)"])],
            "Không thu phí (trực tiếp); Chưa công bố mức phí (trực tuyến)",
        ),
        (
            [("direct", [COUNCIL]), ("online", ["0 VNĐ ()"])],
            "Theo nghị quyết của HĐND tỉnh, có trường hợp được miễn (trực tiếp); cách khác chưa công bố",
        ),
        (
            [("direct", [f"8000 VNĐ (mỗi bản) | {COUNCIL}"])],
            "8.000 đồng (mỗi bản), có khoản theo nghị quyết của HĐND tỉnh",
        ),
        (
            [("direct", ["50000 VNĐ (Mức thu do HĐND tỉnh quyết định)"])],
            "50.000 đồng, theo nghị quyết của HĐND tỉnh",
        ),
    ],
)
def test_the_line_says_what_is_known_and_names_the_channels_wherever_they_differ(by_channel, shown):
    assert summary(_channels(*by_channel)) == shown


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("mỗi bản sao", "12.000 đồng (mỗi bản sao)"),
        ("", "12.000 đồng"),
        ("/hồ sơ", "12.000 đồng/hồ sơ"),
        ("12.000 đồng/giấy.", "12.000 đồng/giấy"),
        ("(một lần)", "12.000 đồng (một lần)"),
        ("(1)", "12.000 đồng"),
        ("**", "12.000 đồng"),
        ("đồng/lần", "12.000 đồng/lần"),
        ("12.000/lần/ diều", "12.000 đồng/lần/diều"),
        ("Phí: 12.000đ /diều", "12.000 đồng/diều"),
        ("12.000 VNĐ khi mất, hỏng", "12.000 đồng (khi mất, hỏng)"),
        ("- Phí thả diều", "12.000 đồng (Phí thả diều)"),
        ("chữ " * 30, "12.000 đồng, có ghi chú"),
    ],
)
def test_the_note_of_an_amount_travels_with_it_into_the_line(note, shown):
    assert summary([Channel("direct", fees=(Fee(12_000, note),))]) == shown


def test_one_amount_with_two_notes_is_never_told_without_them():
    fees = (Fee(12_000, "mỗi bản sao"), Fee(12_000, "mỗi trang"))
    assert summary([Channel("direct", fees=fees)]) == "12.000 đồng, có ghi chú"


def test_that_there_are_notes_is_said_once_for_all_channels():
    rule = "Mức thu theo từng năm, tính theo chiều dài của dây diều"
    channels = [Channel(kind, fees=(Fee(amount, rule),)) for kind, amount in (("direct", 50_000), ("online", 25_000))]
    assert summary(channels) == "50.000 đồng (trực tiếp); 25.000 đồng (trực tuyến), có ghi chú"


def test_what_is_too_long_for_a_line_is_told_in_fewer_words():
    notes = ("một bản sao của thẻ diều", "một bản chính của thẻ diều")
    kinds = (("direct", 1_500_000), ("postal", 2_500_000), ("online", 3_500_000))
    channels = [Channel(kind, fees=tuple(Fee(amount, note) for note in notes)) for kind, amount in kinds]
    assert summary(channels) == "1.500.000 đồng (trực tiếp); 2.500.000 đồng (bưu chính); 3.500.000 đồng (trực tuyến)"
    more = [Channel(kind, fees=(Fee(amount), Fee(amount * 2))) for kind, amount in kinds]
    assert summary(more) == "1.500.000 – 7.000.000 đồng, tùy trường hợp, cách nộp"


def test_an_amount_and_another_one_of_its_note_are_both_told():
    changed = Fee(9_000, "7.000 đồng/diều, thu khi đăng ký")
    line = summary([Channel("direct", fees=(changed,))])
    assert line == "Chưa rõ: ghi 9.000 đồng, ghi chú nêu 7.000 đồng"
    assert not is_known(line)
    assert summary([Channel("direct", fees=(changed, Fee(5_000)))]) == "5.000 đồng, có khoản chưa rõ"
    assert summary([Channel("direct", fees=(changed, Fee(8_000, "6.000 đồng")))]) == "Chưa rõ mức phí, xem bảng phí"


# --- Days -----------------------------------------------------------------------------------------


def _line(*fees: Fee, on: date = TODAY) -> str:
    return summary(channels_on([Channel("direct", fees=fees)], on))


def test_a_reduction_that_the_note_names_is_said_up_to_its_last_day_and_never_after_it():
    fee = Fee(70_000, "mỗi thẻ; mức 35.000 đồng từ ngày 01/7/2025 đến hết ngày 31/12/2026")
    assert _line(fee) == "35.000 đồng, có ghi chú, đến hết 31/12/2026"
    assert _line(fee, on=date(2027, 1, 1)) == "70.000 đồng, có ghi chú"


@pytest.mark.parametrize("case", ["Trường hợp diều to thì", "Đăng ký trực tuyến thì", "Nếu có gió thì", "bằng 50% với"])
def test_what_only_some_pay_for_certain_days_is_not_told_as_what_is_paid(case):
    fee = Fee(70_000, f"mỗi thẻ; {case} thu 35.000 đồng từ ngày 01/7/2025 đến hết ngày 31/12/2026")
    assert _line(fee) == "70.000 đồng, có ghi chú; đang có mức giảm đến hết 31/12/2026"


def test_a_lower_amount_of_these_days_among_others_is_told_with_what_some_of_it_ends():
    fees = Fee(70_000, "to (thu 35.000 đồng đến hết ngày 31/12/2026)"), Fee(10_000, "nhỏ")
    assert _line(*fees) == "10.000 – 35.000 đồng, tùy trường hợp; có mức đến hết 31/12/2026"


def test_an_amount_that_is_the_reduced_one_says_only_until_when():
    fee = Fee(35_000, "bằng 50% mức thu, áp dụng đến hết ngày 31/12/2026")
    assert _line(fee) == "35.000 đồng, có ghi chú, đến hết 31/12/2026"
    assert _line(fee, on=date(2027, 1, 1)) == "Chưa công bố mức phí"


def test_a_dated_fee_below_the_full_one_is_a_reduction_of_so_much():
    full, low = Fee(50_000), Fee(25_000, valid_from="2026-07-01", valid_to="2027-01-01")
    assert _line(full, low) == "25.000 đồng, đang giảm 50% đến hết 31/12/2026"
    assert _line(full, low, on=date(2027, 1, 1)) == "50.000 đồng"


HALVED = "(kể từ ngày 01/7/2025 đến hết ngày 31/12/2026)"


def test_full_rates_leave_a_range_while_their_halves_hold():
    full, low = [Fee(10_000, "nhỏ"), Fee(50_000, "to")], [Fee(5_000, f"nhỏ {HALVED}"), Fee(25_000, f"to {HALVED}")]
    assert _line(*full, *low) == "5.000 – 25.000 đồng, tùy trường hợp, đang giảm 50% đến hết 31/12/2026"
    assert _line(*full, *low, on=date(2027, 1, 1)) == "10.000 – 50.000 đồng, tùy trường hợp"


def test_beside_rates_that_are_halved_others_are_due_whole():
    fees = [Fee(10_000, "nhỏ"), Fee(5_000, f"nhỏ {HALVED}"), Fee(30_000, "dây"), Fee(7_000, "đuôi")]
    assert _line(*fees) == "5.000 – 30.000 đồng, tùy trường hợp; đang có mức giảm đến hết 31/12/2026"


def test_a_half_that_is_fewer_than_the_rates_of_its_double_stands_in_for_none():
    fees = [Fee(10_000, "nhỏ"), Fee(10_000, "dây"), Fee(5_000, f"nhỏ {HALVED}")]
    assert _line(*fees).startswith("5.000 – 10.000 đồng, tùy trường hợp")


@pytest.mark.parametrize(
    ("notes", "steps", "shown"),
    [
        ((), "Tổ chức, cá nhân không phải nộp phí hoặc lệ phí đối với việc thả diều", "Không thu phí (theo các bước)"),
        (
            ("Mô tả: Nộp tại quầy.", "Phí : Thông tư số 1/2016/TT-BTC về diều"),
            "",
            "Có thể phải nộp phí, theo mức được quy định",
        ),
        (("Mô tả: Không quy định thời hạn giải quyết, phí, lệ phí",), "", "Không quy định mức thu"),
        ((), "Hộ nghèo không phải nộp lệ phí khi gió to", "Chưa công bố mức phí"),
        ((), "Nộp hồ sơ và phí (nếu có)", "Chưa công bố mức phí"),
    ],
)
def test_what_notes_and_steps_say_is_told_where_no_fee_is_stated(notes, steps, shown):
    channels = [Channel("direct", fees=parse_fees(["0 VNĐ ()"]), notes=notes)]
    assert summary(channels, [Step("Bước 1", steps)]) == shown


def test_what_is_due_only_of_whoever_asks_for_more_is_not_the_price():
    fees = "0 VNĐ (Miễn lệ phí cho hộ nghèo) | 8000 VNĐ (mỗi bản sao, chỉ thu khi có yêu cầu)"
    assert summary(_channels(("direct", [fees]))) == "Miễn lệ phí cho hộ nghèo; bản sao nếu cần: 8.000 đồng"
    other = fees.replace("mỗi bản sao", "mỗi lần đóng dấu")
    assert (
        summary(_channels(("direct", [other]))) == "Miễn lệ phí cho hộ nghèo; khoản chỉ thu khi có yêu cầu: 8.000 đồng"
    )


def _noted(amount: int, *notes: str) -> str:
    return summary(channels_on([Channel("direct", fees=(Fee(amount),), notes=notes)], TODAY))


def test_amounts_that_notes_of_a_channel_list_beside_the_one_of_its_table_are_told_with_it():
    cases = ("Mô tả: 1. Diều lớn: 400.000 đồng", "2. Diều nhỏ:", "a) Ở đồng: 30.000 đồng", "b) Ở phố: 100.000 đồng")
    assert _noted(400_000, *cases) == "30.000 – 400.000 đồng, tùy trường hợp"
    assert _noted(500_000, *cases) == "500.000 đồng"
    assert _noted(400_000, cases[0]) == "400.000 đồng"
    assert _noted(2_000, "2.000 đồng/trang; từ trang thứ 3 trở lên thu 1.000 đồng/trang") == "2.000 đồng"
    assert _noted(400_000, "Phí: 400.000 đồng/diều", "Lệ phí: 10.000 đồng/diều") == "400.000 đồng, có khoản khác"


def test_a_rate_of_certain_days_in_the_notes_of_a_channel_is_told_with_its_last_day():
    half = "Phí: 400.000 đồng (áp dụng mức 200.000 đồng kể từ ngày 01/7/2025 đến hết ngày 31/12/2026)"
    assert _noted(400_000, half) == "200.000 đồng, đến hết 31/12/2026"
    own = "Từ ngày 01/7/2025 đến hết ngày 31/12/2026: 200.000 đồng; từ ngày 01/1/2027: 400.000 đồng"
    assert _noted(200_000, own) == "200.000 đồng, đến hết 31/12/2026"
    assert _noted(200_000, "Nhận hồ sơ từ ngày 01/7/2025 đến hết ngày 31/12/2026") == "200.000 đồng"


def test_those_who_pay_nothing_are_everybody_where_the_procedure_is_for_them_alone():
    channels = _channels(("direct", ["0 VNĐ (Không thu lệ phí đối với đội thả diều theo quy định tại Điều 2)"]))
    assert summary(channels, name="Thành lập đội thả diều") == "Không thu phí"
    assert summary(channels, name="Thành lập đội bóng").startswith("Có trường hợp được miễn")


def test_the_end_of_a_fee_is_said_where_nothing_is_announced_after_it():
    ending, following = Fee(50_000, valid_to="2027-01-01"), Fee(60_000, valid_from="2027-01-01")
    assert _line(ending) == "50.000 đồng, đến hết 31/12/2026"
    assert _line(ending, following) == "50.000 đồng"


def test_amounts_of_different_names_are_several_dues_and_told_one_by_one():
    fees = Fee(30_000, "Phí thẩm định diều"), Fee(10_000, "- Lệ phí cấp thẻ"), Fee(20_000, "Phí công bố diều")
    assert summary([Channel("direct", fees=fees)]) == "Gồm 3 khoản: 30.000 + 10.000 + 20.000 đồng"
    cases = (*fees[:2], Fee(50_000, "Phí thẩm định dây"))
    assert summary([Channel("direct", fees=cases)]) == "Gồm nhiều khoản 10.000 – 50.000 đồng, tùy trường hợp"


@pytest.mark.parametrize(
    "notes", [("Phí thẩm định lần đầu", "Phí thẩm định lại"), ("Phí thẩm định", "lần sau"), ("Phí cấp", "Phí đối với")]
)
def test_amounts_of_one_name_or_of_none_are_cases(notes):
    fees = tuple(map(Fee, (10_000, 30_000), notes))
    assert summary([Channel("direct", fees=fees)]) == "10.000 – 30.000 đồng, tùy trường hợp"


def test_rows_of_one_way_of_handing_in_may_be_cases_whatever_their_fees_are_called():
    rows = [Channel("direct", fees=(Fee(amount, note),)) for amount, note in ((10_000, "Phí"), (30_000, "Lệ phí"))]
    assert summary(rows) == "10.000 – 30.000 đồng, tùy trường hợp"


def test_that_one_due_is_none_makes_no_other_one_perhaps_free():
    fees = Fee(30_000, "Phí thẩm định diều"), Fee(0, "Không thu")
    assert summary([Channel("direct", fees=fees)]).startswith("Không thu hoặc đến")
    named = Fee(30_000, "Phí thẩm định diều"), Fee(0, "Lệ phí: không thu")
    assert summary([Channel("direct", fees=named)]) == "30.000 đồng (Phí thẩm định diều)"


NEW_YEAR = date(2027, 1, 1)


def _beside(amount: int, *notes: str, on: date = TODAY) -> str:
    return summary(channels_on([Channel("direct", fees=(Fee(amount),), notes=notes)], on))


def test_what_a_note_gives_from_a_later_day_on_is_due_from_that_day():
    notes = (
        "Phí: - Từ ngày 01/7/2025 đến hết ngày 31/12/2026: 35.000 đồng/diều",
        "- Từ ngày 01/01/2027: 70.000 đồng/diều (theo Thông tư số 1)",
        "Lệ phí: không có",
    )
    assert _beside(35_000, *notes) == "35.000 đồng, đến hết 31/12/2026"
    assert _beside(35_000, *notes, on=NEW_YEAR) == "70.000 đồng"
    assert _beside(70_000, *notes[:2], on=NEW_YEAR) == "70.000 đồng"


def test_that_one_due_is_none_makes_nothing_free_of_which_another_one_has_ended():
    notes = ("Phí: 35.000 đồng/diều đến hết ngày 31/12/2026", "Lệ phí: không có")
    assert _beside(35_000, *notes, on=NEW_YEAR) == "Chưa công bố mức phí"


def test_a_period_that_a_line_gives_to_the_amounts_of_the_table_ends_all_of_them():
    fees, notes = (Fee(10_000, "nhỏ"), Fee(30_000, "to")), ("(Các mức phí này áp dụng đến hết ngày 31/12/2026)",)
    channels = [Channel("direct", fees=fees, notes=notes)]
    assert summary(channels_on(channels, TODAY)) == "10.000 – 30.000 đồng, tùy trường hợp, đến hết 31/12/2026"
    assert summary(channels_on(channels, NEW_YEAR)) == "Chưa công bố mức phí"


def test_a_part_that_some_pay_until_a_day_is_told_with_it():
    note = "Ai đăng ký qua mạng từ ngày 01/4/2026 đến hết ngày 31/12/2026 nộp 50% mức thu phí"
    assert _beside(10_000, note) == "10.000 đồng; đang có mức giảm đến hết 31/12/2026"
    assert _beside(10_000, note, on=NEW_YEAR) == "10.000 đồng"


def test_where_something_else_holds_from_a_day_on_the_amount_is_told_no_more_than_up_to_it():
    note = "Từ ngày 01/01/2027 trở đi, mức thu phí theo thông tư gốc"
    assert _beside(10_000, note) == "10.000 đồng; có mức đến hết 31/12/2026"
    assert _beside(10_000, note, on=NEW_YEAR) == "10.000 đồng; có mức đã hết hạn 31/12/2026"


# --- Whatever the record holds --------------------------------------------------------------------

_notes = st.sampled_from(
    ["", "mỗi bản", "Không thu", "Do HĐND tỉnh quy định", "Miễn cho hộ nghèo", "50.000đ", "x" * 80]
)
_fees = st.builds(Fee, st.none() | st.sampled_from([0, 0, 20, 999, 5_000, 50_000, 1_500_000]), _notes)
_rows = st.builds(Channel, st.sampled_from(["direct", "postal", "online"]), fees=st.lists(_fees, max_size=4).map(tuple))


@given(st.lists(_rows, max_size=5))
def test_every_line_is_short_and_nothing_is_told_that_no_fee_says(channels):
    line, fees = summary(channels), [fee for channel in channels for fee in channel.fees]
    assert 0 < len(line) <= LONGEST
    assert is_known(line) <= any(fee.amount or fee.note for fee in fees)
    assert "20 đồng" not in line
    assert "999 đồng" not in line
    if line.startswith("Không thu"):
        assert any(fee.note == "Không thu" and not fee.amount for fee in fees)
