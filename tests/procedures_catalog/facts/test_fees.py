"""Fees: what the national file writes comes back word for word, and nobody reads "free" where a fee is due."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.fees import (
    NOTHING_STATED,
    fee_note,
    fee_text,
    format_fees,
    is_free,
    money,
    parse_fee,
    parse_fees,
    squeeze,
    summary,
)
from procedures_catalog.facts.record import Channel, Fee

# Shapes of real entries in made-up words.
SHAPES = [
    ["50000 VNĐ (mỗi thẻ)"],
    ["0 VNĐ ()"],
    ["0 VNĐ (Theo quy định của Hội đồng nhân dân)"],
    ["50000 VNĐ (a) | 70000 VNĐ (b) | 0 VNĐ (Không có)"],
    ["50000 VNĐ (a)", "70000 VNĐ (b) | 1 VNĐ (c)"],
    ["50000 VNĐ (diều (có sáo) nhỏ)"],
    ["50000 VNĐ (diều lớn)) | 1 VNĐ ((x)"],
    ["050000 VNĐ (mỗi thẻ)"],
    ["50.000 đồng một thẻ"],
    ["Thu theo biểu | phí của xã"],
    ["50000 VNĐ (dòng một\n dòng hai)"],
    [" | "],
    ["9999999999999999999 VNĐ (quá dài để là một số tiền)"],
    [NOTHING_STATED],
    [NOTHING_STATED, "5 VNĐ (x)"],
]
_text = st.text(alphabet=st.sampled_from("abđ ()|0159VN\nĐ.,"), max_size=30)
_note = st.text(alphabet=st.sampled_from("abđ ()|0159VNĐ.,"), max_size=20)
_entry = st.one_of(
    _text,
    st.lists(st.builds("{} VNĐ ({})".format, st.integers(0, 10**16), _note) | _text, min_size=1, max_size=5).map(
        " | ".join
    ),
)


def _channels(*fees_by_channel: tuple[str, list[str]]) -> list[Channel]:
    return [Channel(channel, fees=parse_fees(entries)) for channel, entries in fees_by_channel]


@pytest.mark.parametrize("entries", SHAPES)
def test_every_real_shape_comes_back_as_it_was_written(entries):
    assert list(map(squeeze, format_fees(parse_fees(entries)))) == list(map(squeeze, entries))


@given(st.lists(_entry, min_size=1, max_size=4))
def test_whatever_an_entry_says_comes_back_up_to_white_space(entries):
    assert list(map(squeeze, format_fees(parse_fees(entries)))) == list(map(squeeze, entries))


def test_one_entry_that_joins_fees_is_taken_apart_and_entries_of_their_own_stay_apart():
    fees = parse_fees(["1000 VNĐ (a) | 2000 VNĐ (b)", "3000 VNĐ (c)"])
    assert [(fee.amount, fee.note, fee.apart) for fee in fees] == [
        (1000, "a", False),
        (2000, "b", False),
        (3000, "c", True),
    ]


def test_words_without_an_amount_stay_words():
    assert parse_fee("theo biểu phí của xã") == Fee(None, "theo biểu phí của xã")


def test_nothing_stated_is_no_fee_and_no_fee_is_nothing_stated():
    assert parse_fees([NOTHING_STATED]) == ()
    assert format_fees(()) == [NOTHING_STATED]


def test_a_kept_wording_is_no_longer_used_once_the_amount_changes():
    [fee] = parse_fees(["050000 VNĐ (mỗi thẻ)"])
    assert fee.wording == "050000 VNĐ (mỗi thẻ)"
    assert format_fees([dataclasses.replace(fee, amount=60_000)]) == ["60000 VNĐ (mỗi thẻ)"]
    assert format_fees([dataclasses.replace(fee, note="mỗi cánh")]) == ["50000 VNĐ (mỗi cánh)"]


def test_a_wording_that_said_it_all_gives_way_to_an_amount():
    assert format_fees([Fee(None, "", wording="tùy gió")]) == ["tùy gió"]
    assert format_fees([Fee(7, "", wording="tùy gió")]) == ["7 VNĐ ()"]


# --- What a payer reads ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(1, "1 đồng"), (999, "999 đồng"), (1000, "1.000 đồng"), (1_234_567, "1.234.567 đồng")],
)
def test_amounts_are_written_as_people_write_them(amount, shown):
    assert money(amount) == shown


FREE = [
    "",
    "Không có",
    "Không.",
    "KHÔNG",
    "Miễn phí",
    "0",
    "- Miễn lệ phí (Thông tư số 1).",
    "Không thu lệ phí",
    "Không thu lệ phí đăng ký đối với tổ thả diều",
]
DUE = [
    "Theo quy định của Hội đồng nhân dân tỉnh",
    "theo quy định tại Thông tư số 1/2020/TT-BVC",
    "Theo mức thu do Hội đồng nhân dân quy định. Miễn lệ phí cho người khuyết tật.",
    "Miễn lệ phí cho người thuộc hộ nghèo.",
    "Miễn lệ phí đối với người có hoàn cảnh khó khăn.",
    "khi cất diều không thu; mức thu là 20.000 VNĐ/tờ",
    "10.000 đồng (cấp lần đầu) (Miễn phí từ ngày 07/4/2026 đến 30/6/2026)",
    "Miễn phí từ tháng sau, trước đó 10.000đ",
]


@pytest.mark.parametrize("note", FREE)
def test_nothing_is_due_where_the_note_says_so_for_everybody(note):
    fee = parse_fee(f"0 VNĐ ({note})")
    assert is_free(fee)
    assert fee_text(fee) == "Không thu"
    assert summary([Channel("direct", fees=(fee,))]) == "Không thu phí"


@pytest.mark.parametrize("note", DUE)
def test_zero_with_a_rule_elsewhere_is_never_shown_as_free(note):
    fee = parse_fee(f"0 VNĐ ({note})")
    assert not is_free(fee)
    assert fee_text(fee) == "Theo mức được quy định"
    assert fee_note(fee) == note
    assert summary([Channel("direct", fees=(fee,))]) == "Có thể phải nộp phí, theo mức được quy định"


def test_words_are_shown_once_and_a_note_that_says_nothing_not_at_all():
    assert (fee_text(Fee(None, "tùy  gió")), fee_note(Fee(None, "tùy gió"))) == ("tùy gió", "")
    assert fee_note(Fee(0, "Không có.")) == ""
    assert fee_text(Fee(None)) == "Chưa công bố"


@pytest.mark.parametrize(
    ("by_channel", "shown"),
    [
        ([], "Chưa công bố mức phí"),
        ([("direct", [NOTHING_STATED])], "Chưa công bố mức phí"),
        (
            [("direct", ["5000 VNĐ (a)"]), ("online", ["5000 VNĐ (b)"])],
            "5.000 đồng (a; trực tiếp); 5.000 đồng (b; trực tuyến)",
        ),
        ([("direct", ["5000 VNĐ (a) | 9000 VNĐ (b)"])], "5.000 – 9.000 đồng, tùy trường hợp"),
        (
            [("direct", ["5000 VNĐ (a)"]), ("postal", ["5000 VNĐ (a)"]), ("online", ["2500 VNĐ (a)"])],
            "5.000 đồng (a; trực tiếp, bưu chính); 2.500 đồng (a; trực tuyến)",
        ),
        (
            [("direct", ["5000 VNĐ (a)"]), ("online", ["0 VNĐ (Không thu)"])],
            "5.000 đồng (a; trực tiếp); Không thu phí (trực tuyến)",
        ),
        ([("direct", ["5000 VNĐ (a)"]), ("direct", ["9000 VNĐ (b)"])], "Tùy trường hợp, xem bảng phí"),
    ],
)
def test_the_line_about_money_names_the_channels_wherever_they_differ(by_channel, shown):
    assert summary(_channels(*by_channel)) == shown


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("mỗi bản sao", "12.000 đồng (mỗi bản sao)"),
        ("", "12.000 đồng"),
        ("/hồ sơ", "12.000 đồng/hồ sơ"),
        ("12.000 đồng/giấy.", "12.000 đồng/giấy"),
        ("(một lần)", "12.000 đồng (một lần)"),
        ("chữ " * 30, "12.000 đồng, có ghi chú"),
    ],
)
def test_the_note_of_an_amount_travels_with_it_into_the_line(note, shown):
    assert summary([Channel("direct", fees=(Fee(12_000, note),))]) == shown


def test_one_amount_with_two_notes_is_never_told_without_them():
    fees = (Fee(12_000, "mỗi bản sao"), Fee(12_000, "mỗi trang"))
    assert summary([Channel("direct", fees=fees)]) == "12.000 đồng, có ghi chú"


def test_that_there_are_notes_is_said_once_for_all_channels():
    rule = "Mức thu do Hội đồng nhân dân tỉnh quyết định theo từng năm"
    channels = [Channel(kind, fees=(Fee(amount, rule),)) for kind, amount in (("direct", 50_000), ("online", 25_000))]
    assert summary(channels) == "50.000 đồng (trực tiếp); 25.000 đồng (trực tuyến), có ghi chú"
