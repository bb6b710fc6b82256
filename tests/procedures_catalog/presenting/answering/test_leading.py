"""Which of several results leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.presenting.answering.leading import leading_first


@pytest.mark.parametrize(
    ("name", "results"),
    [
        ("Đăng ký thả diều, cấp thẻ diều", ("Thẻ diều", "Quyết định hoàn trả tiền", "Phiếu thu")),
        ("Cấp phép nhập khẩu diều", ("Giấy phép nhập khẩu", "văn bản thông báo kết quả giải quyết hồ sơ")),
        (
            "Thực hiện, điều chỉnh, thôi hưởng trợ cấp diều",
            ("Quyết định trợ cấp diều", "Quyết định thôi hưởng trợ cấp diều"),
        ),
        ("Xét tốt nghiệp trường diều", ("Bằng tốt nghiệp trường diều", "Giấy xác nhận hoàn thành chương trình sáo")),
    ],
)
def test_what_the_name_names_leads_and_not_a_side_result_a_reply_or_the_end(name, results):
    assert leading_first(results[::-1], name)[0] == results[0]


@pytest.mark.parametrize(
    ("name", "results"),
    [
        ("Thu hồi giấy phép thả diều", ("Quyết định thu hồi giấy phép thả diều", "Giấy phép thả diều")),
        ("Trình báo mất thẻ diều", ("Thông báo hủy thẻ diều", "Thông báo về việc chuyển đơn trình báo mất thẻ diều")),
        ("Phúc khảo bài thi thẻ diều", ("Thông báo kết quả chấm", "Thẻ diều")),
        ("Liên thông khai sinh, cấp thẻ diều", ("Giấy khai sinh", "Thẻ diều")),
        ("Giải quyết hưởng chế độ diều", ("Tiền trợ cấp", "Thông báo giải quyết hưởng chế độ diều")),
        ("Thủ tục gió tại bãi diều", ("Giấy xác nhận", "Bãi diều đóng dấu thủ tục gió")),
        ("", ("Giấy A", "Giấy B")),
    ],
)
def test_the_first_one_leads_where_the_name_is_about_the_end_or_tells_nothing_surer(name, results):
    assert leading_first(results, name) == results


@given(st.lists(st.text(max_size=20), max_size=5), st.text(max_size=30))
def test_no_result_is_lost_and_the_others_keep_their_order(results, name):
    first, *rest = leading_first(results, name) or [""]
    assert results == [] or rest == [text for at, text in enumerate(results) if at != results.index(first)]
