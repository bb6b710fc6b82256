"""How long in a line: of the table, of the notes beside it, of the steps; a province's shorter time before all."""

import dataclasses

import pytest

from procedures_catalog.facts.record import Channel, Step
from procedures_catalog.facts.time_limits import parse_time_limit
from procedures_catalog.facts.times.summary import summary


def _rows(*limits: str, reduced: str = "") -> list[Channel]:
    return [Channel("direct", parse_time_limit(limit), reduced=parse_time_limit(reduced)) for limit in limits]


@pytest.mark.parametrize(
    ("limits", "shown"),
    [
        ([], "Chưa công bố thời hạn"),
        (["5 ngày"], "5 ngày"),
        (["5 ngày", "5 ngày"], "5 ngày"),
        (["15 ngày", "5 ngày", "7,5 ngày"], "5 – 15 ngày, tùy trường hợp"),
        (["2.5 ngày", "10 ngày"], "2,5 – 10 ngày, tùy trường hợp"),
        (["5 ngày", "5 WORKING_DAY"], "Tùy trường hợp, xem bảng thời hạn"),
        (["5 ngày", "Khi có gió"], "Tùy trường hợp, xem bảng thời hạn"),
        (["OTHER"], "Chưa công bố thời hạn"),
        (["Không OTHER"], "Chưa công bố thời hạn"),
        (["1 OTHER", "7 OTHER", ""], "Chưa công bố thời hạn"),
        (["1 OTHER", "20 ngày"], "20 ngày"),
        (["gió " * 40], "Tùy trường hợp, xem bảng thời hạn"),
    ],
)
def test_how_long_in_one_line(limits, shown):
    assert summary(_rows(*limits)) == shown


@pytest.mark.parametrize(
    ("notes", "shown"),
    [
        (("Mô tả: Nộp tại quầy.",), "Chưa công bố thời hạn"),
        (("Mô tả: 05 ngày làm việc kể từ ngày nhận đủ hồ sơ",), "05 ngày làm việc kể từ ngày nhận đủ hồ sơ"),
        (("Mô tả: - Nộp tại quầy.", "- Thời hạn: 5 ngày với diều lớn"), "5 ngày (theo ghi chú)"),
        (("Mô tả: - Nộp tại quầy.", "- Diều lớn: 5 ngày; diều nhỏ: 2 ngày"), "Tùy trường hợp, xem bảng thời hạn"),
        (("Mô tả: Nộp tại quầy.", "Thời hạn giải quyết: ngay khi có gió"), "Ngay khi có gió"),
        (("Mô tả: 02 tháng và 15 ngày làm việc, trong đó:", "a) 02 tháng để đo gió"), "02 tháng và 15 ngày làm việc"),
        (
            ("Mô tả: Gửi diều ít nhất 10 ngày trước khi thả; thời gian thả theo gió",),
            "Tùy trường hợp, xem bảng thời hạn",
        ),
        (("Mô tả: Không quy định",), "Không quy định thời hạn"),
    ],
)
def test_a_time_that_is_left_to_the_notes_is_theirs_and_unknown_where_they_do_not_tell_it(notes, shown):
    rows = [dataclasses.replace(row, notes=notes) for row in _rows("1 OTHER", "1 OTHER")]
    assert summary(rows) == shown


def test_notes_that_differ_by_channel_stand_in_the_table():
    first, second = _rows("1 OTHER", "1 OTHER")
    rows = [dataclasses.replace(first, notes=("5 ngày",)), dataclasses.replace(second, notes=("7 ngày",))]
    assert summary(rows) == "Tùy trường hợp, xem bảng thời hạn"


def test_the_provinces_reduced_limit_replaces_the_one_by_law():
    assert summary(_rows("10 ngày", reduced="4 ngày")) == "4 ngày"


def test_a_range_is_made_of_reduced_limits_too():
    rows = [*_rows("5 ngày", reduced="3 ngày"), *_rows("10 ngày", reduced="7 ngày")]
    assert summary(rows) == "3 – 7 ngày, tùy trường hợp"


def _by_channel(**limits: str) -> list[Channel]:
    return [Channel(channel, parse_time_limit(limit)) for channel, limit in limits.items()]


@pytest.mark.parametrize(
    ("limits", "shown"),
    [
        ({"postal": "30 ngày", "direct": "40 ngày"}, "Tùy cách nộp: trực tiếp 40 ngày; bưu chính 30 ngày"),
        (
            {"online": "3 ngày", "postal": "5 ngày", "direct": "3 ngày"},
            "Tùy cách nộp: trực tiếp, trực tuyến 3 ngày; bưu chính 5 ngày",
        ),
        ({"direct": "3 ngày", "online": "3 WORKING_DAY"}, "Tùy cách nộp: trực tiếp 3 ngày; trực tuyến 3 ngày làm việc"),
        ({"direct": "3 ngày", "online": "Khi có gió"}, "Tùy cách nộp, xem bảng thời hạn"),
        ({"direct": "3 ngày", "online": "3 ngày", "postal": ""}, "3 ngày"),
    ],
)
def test_a_time_that_differs_by_the_way_one_hands_in_is_said_of_each_way(limits, shown):
    assert summary(_by_channel(**limits)) == shown


def test_a_way_with_several_times_leaves_it_to_the_case():
    assert summary([*_rows("3 ngày", "5 ngày"), *_by_channel(online="3 ngày")]) == "3 – 5 ngày, tùy trường hợp"


def test_notes_of_a_longer_case_stand_behind_the_times_of_each_way():
    noted = ("Trường hợp phải đo gió: 25 ngày",)
    rows = [dataclasses.replace(row, notes=noted) for row in _by_channel(direct="3 ngày")]
    said = summary([*rows, *_by_channel(online="5 ngày")])
    assert said == "Tùy cách nộp: trực tiếp 3 ngày; trực tuyến 5 ngày; có trường hợp 25 ngày"


def _noted(limit, *notes):
    return [dataclasses.replace(row, notes=notes) for row in _rows(limit)]


@pytest.mark.parametrize(
    ("limit", "note", "shown"),
    [
        ("5 WORKING_DAY", "Trường hợp phải đo gió: 25 ngày làm việc", "; có trường hợp 25 ngày làm việc"),
        ("5 WORKING_DAY", "30 ngày nếu gió to; 80 ngày nếu có bão", "; có trường hợp đến 80 ngày"),
        ("5 WORKING_DAY", "Ở miền núi thì được tăng thêm 10 ngày", "; có trường hợp thêm 10 ngày"),
        ("5 WORKING_DAY", "Trong thời hạn 20 ngày, kể từ ngày nhận đủ hồ sơ", "; ghi chú nêu 20 ngày"),
        ("5 WORKING_DAY", "Trường hợp thiếu giấy, bổ sung trong 30 ngày", ""),
        ("5 WORKING_DAY", "Giấy phép cấp cho diều có thời hạn 12 tháng", ""),
        ("5 WORKING_DAY", "Trường hợp gia hạn, nộp ít nhất 40 ngày trước khi hết gió", ""),
        ("9 WORKING_DAY", "Trường hợp diều nhỏ: 7 ngày làm việc", ""),
    ],
)
def test_a_longer_case_of_the_notes_is_told_beside_the_time_of_the_table(limit, note, shown):
    assert summary(_noted(limit, f"Mô tả: {note}")) == f"{limit[0]} ngày làm việc{shown}"


@pytest.mark.parametrize(
    ("notes", "shown"),
    [
        (
            ("Tiếp nhận diều: 3 ngày", "Kiểm tra dây: 6 ngày làm việc", "Cấp thẻ: 2 ngày"),
            "Có nhiều mốc: 3 ngày, 6 ngày làm việc, 2 ngày",
        ),
        (
            ("- Tiếp nhận diều: 1 ngày", "- Kiểm tra dây: 1 ngày", "- Trả kết quả: 2 ngày"),
            "Có nhiều mốc: 1 ngày, 2 ngày",
        ),
        (
            ("Sau khi kết thúc buổi thả thử, trong thời hạn 9 ngày cấp thẻ thả diều",),
            "Có nhiều mốc: 2 ngày, 9 ngày",
        ),
        (("Thời hạn thả thử không quá 9 ngày, tính cả ngày lặng gió",), "Có nhiều mốc: 2 ngày, 9 ngày"),
        (("Tiếp nhận diều: 1 ngày", "Kiểm tra dây: 1 ngày"), "2 ngày"),
        (("Cấp mới: 2 ngày", "Cấp lại: 1 ngày"), "2 ngày"),
        (("9 ngày không kể thời gian bổ sung, hoàn thiện hồ sơ đối với diều to",), "2 ngày; có trường hợp 9 ngày"),
    ],
)
def test_the_time_of_one_step_is_not_told_as_that_of_the_whole(notes, shown):
    assert summary(_noted("2 ngày", *notes)) == shown


def test_a_longer_case_stands_behind_a_range_too():
    rows = [*_noted("5 ngày", "Trường hợp có bão: 60 ngày"), *_rows("10 ngày")]
    assert summary(rows) == "5 – 10 ngày; có trường hợp 60 ngày"


@pytest.mark.parametrize(
    ("limit", "note", "step", "shown"),
    [
        ("7 ngày", "07 ngày làm việc kể từ ngày nhận hồ sơ", "", "7 ngày (ghi chú nêu 7 ngày làm việc)"),
        (
            "7 ngày",
            "",
            "Trong 07 ngày làm việc kể từ ngày nhận đủ hồ sơ, cấp phép",
            "7 ngày (các bước nêu 7 ngày làm việc)",
        ),
        (
            "7 WORKING_DAY",
            "",
            "Trong 7 ngày kể từ ngày nhận đủ hồ sơ, cấp phép",
            "7 ngày làm việc (các bước nêu 7 ngày)",
        ),
        ("7 ngày", "07 ngày làm việc; gửi qua bưu điện: 7 ngày", "", "7 ngày"),
        ("7 ngày", "", "Gửi tờ khai trước 07 ngày làm việc", "7 ngày"),
        ("08 HOUR", "Trong 08 giờ làm việc", "", "8 giờ làm việc"),
    ],
)
def test_where_the_rest_of_the_record_counts_in_another_unit_that_is_told(limit, note, step, shown):
    assert summary(_noted(limit, note), [Step("Bước 1", step)]) == shown


RECEIVED = "kể từ ngày nhận đủ hồ sơ hợp lệ, phường cấp giấy phép thả diều"


@pytest.mark.parametrize(
    ("limit", "steps", "shown"),
    [
        ("1 OTHER", [f"Trong thời hạn 05 (năm) ngày làm việc {RECEIVED}."], "5 ngày làm việc (theo các bước)"),
        (
            "6 OTHER",
            [f"Trong thời hạn 6 ngày {RECEIVED}.", "Trong thời hạn 2 ngày kể từ ngày thả thử, đóng dấu."],
            "6 ngày (theo các bước)",
        ),
        (
            "OTHER",
            [f"Trong thời hạn 6 ngày {RECEIVED}.", "Trong thời hạn 2 ngày kể từ ngày thả thử, đóng dấu."],
            "Mỗi bước có thời hạn riêng, xem các bước",
        ),
        (
            "OTHER",
            ["Trong thời hạn 2 ngày kể từ ngày nhận hồ sơ chưa đầy đủ, yêu cầu bổ sung."],
            "Chưa công bố thời hạn",
        ),
        ("OTHER", ["Nộp tờ khai ít nhất 10 ngày trước khi thả."], "Chưa công bố thời hạn"),
        (
            "OTHER",
            ["Nếu tiếp nhận hồ sơ sau 15 giờ thì hẹn, trả kết quả trong ngày làm việc tiếp theo."],
            "Trong ngày; nộp sau 15 giờ: ngày làm việc tiếp theo (theo các bước)",
        ),
    ],
)
def test_the_steps_tell_the_time_where_the_table_says_nothing(limit, steps, shown):
    assert summary(_rows(limit), [Step(f"Bước {number}", text) for number, text in enumerate(steps)]) == shown


LATE = "Trường hợp nhận hồ sơ sau 15 giờ mà chưa thả được thì trả kết quả trong ngày làm việc tiếp theo."


@pytest.mark.parametrize(
    ("limit", "note", "shown"),
    [
        ("15 HOUR", LATE, "Trong ngày; nộp sau 15 giờ: ngày làm việc tiếp theo"),
        (
            "15 HOUR",
            f"{LATE} Trường hợp có bão thì không quá 03 ngày làm việc.",
            "Trong ngày; nộp sau 15 giờ: ngày làm việc tiếp theo; có trường hợp 3 ngày làm việc",
        ),
        ("4 HOUR", LATE, "4 giờ"),
        ("15 HOUR", "", "15 giờ"),
    ],
)
def test_an_hour_of_the_clock_is_no_length(limit, note, shown):
    assert summary(_noted(limit, note)) == shown


SECTION = "- Thả lại: không quá 10 ngày. Trường hợp có bão thì không quá 45 ngày\n- Đổi diều: không quá 03 ngày"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (SECTION, "3 – 45 ngày, tùy trường hợp (theo các bước)"),
        (f"{SECTION}\n- Đổi dây: trả trong ngày", "Trong ngày đến 45 ngày, tùy trường hợp (theo các bước)"),
        ("Không quá 45 ngày", "45 ngày"),
        ("Không quá 10 ngày", "45 ngày"),
    ],
)
def test_a_section_that_tells_the_times_by_cases_tells_the_shorter_ones_too(text, shown):
    assert summary(_rows("45 ngày"), [Step("Thời hạn giải quyết", text)]) == shown
    assert summary(_rows("45 ngày"), [Step("Bước 1: Thả diều", text)]).startswith("45 ngày")


def test_the_provinces_time_stands_as_it_is():
    rows = [
        dataclasses.replace(row, notes=("Trường hợp có bão: 60 ngày",)) for row in _rows("10 ngày", reduced="4 ngày")
    ]
    assert summary(rows) == "4 ngày"


def test_numbers_that_can_be_no_limit_count_as_unknown():
    assert summary([Channel("direct", parse_time_limit("-5 WORKING_DAY"))]) == "Chưa công bố thời hạn"
    assert summary([Channel("direct", parse_time_limit(text)) for text in ("0 ngày", "7 ngày")]) == "7 ngày"
