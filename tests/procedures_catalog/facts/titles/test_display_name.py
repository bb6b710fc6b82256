"""Display names are clean, short and honest about what they leave out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from procedures_catalog.facts.titles.display_name import LONGEST_DISPLAY_NAME, display_name
from vietnamese.spelling import squeeze

WORDS = ["cấp", "đối với", "(trừ", "của;", ",", "ngày 01 tháng", "tự do)"]
LAND = "Cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất"


@pytest.mark.parametrize(
    ("official", "title"),
    [
        (". Cấp giấy phép thả diều", "Cấp giấy phép thả diều"),
        ("1. Công nhận tỉnh đạt chuẩn", "Công nhận tỉnh đạt chuẩn"),
        ("Cấp thẻ thả  diều .", "Cấp thẻ thả diều"),
        ("Cấp Giấy phép - Thay đổi quy mô-", "Cấp Giấy phép - Thay đổi quy mô"),
        ("Hòa giải tranh chấp cấp xã (1) Trình tự thực hiện:", "Hòa giải tranh chấp cấp xã"),
        ("Chi trả kinh phí hỗ trợ ( 1.010727 )", "Chi trả kinh phí hỗ trợ"),
        ("cấp lại Giấy phép", "Cấp lại Giấy phép"),
        ("THỦ TỤC THÀNH LẬP HỘI (CẤP TỈNH).", "Thành lập hội (cấp tỉnh)"),
        ("Cấp giấy phép nhận chìm ở biển ( Cấp TW)", "Cấp giấy phép nhận chìm ở biển (cấp trung ương)"),
        ("Xét tặng danh hiệu “Nhà giáo nhân dân”", "Xét tặng danh hiệu “Nhà giáo nhân dân”"),
    ],
)
def test_what_surrounds_a_name_is_taken_off(official, title):
    assert display_name(official) == title


@pytest.mark.parametrize(
    ("official", "title"),
    [
        ("Thủ tục đăng ký khai sinh", "Đăng ký khai sinh"),
        ("Thủ tục: Kiểm tra nhân sự", "Kiểm tra nhân sự"),
        ("Thủ tục hành chính cấp tỉnh: Phê duyệt kế hoạch", "Phê duyệt kế hoạch"),
        ("Thủ tục hải quan đối với diều", "Thủ tục hải quan đối với diều"),
        ("Thủ tục đối với hàng hóa quá cảnh", "Thủ tục đối với hàng hóa quá cảnh"),
    ],
)
def test_the_word_procedure_goes_only_before_an_act(official, title):
    assert display_name(official) == title


@pytest.mark.parametrize(
    ("official", "title"),
    [
        (
            "Cấp lại Giấy chứng nhận huấn luyện kỹ thuật an toàn vật liệu nổ công nghiệp thuộc thẩm quyền giải "
            "quyết của Bộ Quốc phòng",
            "Cấp lại Giấy chứng nhận huấn luyện kỹ thuật an toàn vật liệu nổ công nghiệp",
        ),
        (
            "Hỗ trợ mua máy cấy, hệ thống thiết bị gieo mạ phục vụ cơ giới hóa trong sản xuất lúa (Thực hiện theo "
            "khoản 2 Điều 8 Nghị quyết số 53/2025/NQ-HĐND ngày 26/11/2025)",
            "Hỗ trợ mua máy cấy, hệ thống thiết bị gieo mạ phục vụ cơ giới hóa trong sản xuất lúa",
        ),
    ],
)
def test_who_decides_and_by_which_rule_goes_without_a_word(official, title):
    assert display_name(official) == title


@pytest.mark.parametrize(
    ("official", "title"),
    [
        (
            f"{LAND} đối với thửa đất có diện tích tăng thêm do thay đổi ranh giới so với Giấy chứng nhận đã cấp",
            "Cấp Giấy chứng nhận quyền sử dụng đất, tài sản gắn liền với đất đối với thửa đất có diện tích tăng thêm…",
        ),
        (
            "Gia hạn thử nghiệm có kiểm soát sản phẩm, dịch vụ ứng dụng công nghệ số (không gian, phạm vi, đối tượng "
            "thử nghiệm trong 01 tỉnh, thành phố)",
            "Gia hạn thử nghiệm có kiểm soát sản phẩm, dịch vụ ứng dụng công nghệ số…",
        ),
        (
            "Đăng ký người được bổ nhiệm, bầu cử, suy cử làm chức việc đối với các trường hợp quy định tại khoản 2 "
            "Điều 34 của Luật Tín ngưỡng, tôn giáo",
            "Đăng ký người được bổ nhiệm, bầu cử, suy cử làm chức việc đối với các trường hợp quy định…",
        ),
    ],
)
def test_what_narrows_a_name_is_not_left_out_silently(official, title):
    assert display_name(official) == title


@given(st.text(max_size=1_200) | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_a_display_name_fits_and_is_made_of_any_text(name):
    title = display_name(name)
    assert len(title) <= LONGEST_DISPLAY_NAME
    assert bool(title) == bool(squeeze(name))
    assert "  " not in title


@given(st.text(alphabet="aăbcdđ ,;()", max_size=300))
def test_a_display_name_of_a_display_name_is_the_same(name):
    once = display_name(name)
    assert display_name(once) == once
