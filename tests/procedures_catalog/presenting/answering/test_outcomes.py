"""Outcomes: what one gets is told apart from letters that refuse it, return it, or call for more."""

import pytest

from procedures_catalog.presenting.answering.outcomes import is_refusal, outcomes


@pytest.mark.parametrize(
    "text",
    [
        "Văn bản nêu rõ lý do từ chối của Cơ quan đăng ký kinh doanh",
        "Thông báo bằng văn bản nội dung cần sửa đổi, bổ sung của Cơ quan đăng ký kinh doanh cấp xã",
        "Thông báo về việc sửa đổi, bổ sung hồ sơ đăng ký doanh nghiệp",
        "+ Văn bản từ chối (nêu rõ lý do).",
        "Phiếu từ chối tiếp nhận, giải quyết hồ sơ (lĩnh vực cư trú)",
        "- Văn bản thông báo trả hồ sơ cho chủ dự án, cơ sở và nêu rõ lý do trong trường hợp không đủ điều kiện",
        "Hoặc văn bản trả lời và nêu rõ lý do trong trường hợp không cấp giấy công nhận",
        "Văn bản trả lời (nếu không đồng ý)",
        "Thông báo về việc không được hoàn thuế (Mẫu số 04/TB-HT)",
        "Văn bản của Cơ quan đăng ký kinh doanh cấp xã thông báo lý do từ chối",
        "Cơ quan đăng ký kinh doanh thông báo bằng văn bản và nêu rõ lý do",
        "Văn bản thông báo về việc sản phẩm, dịch vụ không đáp ứng bộ tiêu chí",
        "+) Văn bản nêu rõ lý do trong trường hợp không công nhận thành viên",
    ],
)
def test_a_letter_that_grants_nothing_is_a_refusal(text):
    assert is_refusal(text)


@pytest.mark.parametrize(
    "text",
    [
        "Giấy chứng nhận đăng ký hộ kinh doanh",
        "Quyết định sửa đổi, bổ sung Giấy phép",
        "Văn bản chấp thuận hoặc không chấp thuận",
        "Văn bản thông báo về việc đáp ứng hoặc không đáp ứng hoạt động",
        "Quyết định hỗ trợ kinh phí hoặc văn bản từ chối hỗ trợ",
        "Văn bản từ chối nhận di sản được chứng thực",
        "Thông báo chấp thuận không tính tiền chậm nộp",
        "Giấy xác nhận người lao động nước ngoài không thuộc diện cấp giấy phép lao động",
        "Quyết định không thu thuế của cơ quan hải quan",
        "",
    ],
)
def test_a_grant_stays_one_whatever_it_is_about(text):
    assert not is_refusal(text)


def test_grants_come_first_and_both_keep_their_order():
    results = ("Văn bản từ chối", "Thẻ thả diều", "Thông báo yêu cầu bổ sung hồ sơ", "Giấy diều")
    assert outcomes(results) == (("Thẻ thả diều", "Giấy diều"), ("Văn bản từ chối", "Thông báo yêu cầu bổ sung hồ sơ"))


def test_what_the_national_text_joined_behind_a_refusal_is_taken_apart_and_nothing_else_is():
    assert outcomes(("Văn bản từ chối, Giấy phép thả diều", "Giấy A, Giấy B")) == (
        ("Giấy phép thả diều", "Giấy A, Giấy B"),
        ("Văn bản từ chối",),
    )


def test_a_comma_before_a_list_sign_parts_two_results():
    assert outcomes(("Giấy diều;, - Văn bản trả lời", "+) Văn bản từ chối., +) Thẻ diều")) == (
        ("Giấy diều", "- Văn bản trả lời", "+) Thẻ diều"),
        ("+) Văn bản từ chối.",),
    )


def test_a_sentence_that_was_parted_is_one_result_again_where_the_name_says_so():
    results = ("Quyết định thu hồi giấy phép", "Giấy chứng nhận về thả diều")
    joined = "Quyết định thu hồi giấy phép, Giấy chứng nhận về thả diều"
    assert outcomes(results, "Thu hồi giấy phép, giấy chứng nhận về thả diều").grants == (joined,)
    assert set(outcomes(results, "Cấp giấy phép thả diều").grants) == set(results)


def test_nothing_stated_is_no_outcome():
    assert outcomes(("", " - ")) == ((), ())
