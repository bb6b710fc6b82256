"""Rows of a dossier: papers that everybody brings, papers that some bring, remarks."""

import pytest

from procedures_catalog.facts.dossier.papers import judge_paper
from procedures_catalog.facts.record import RequiredDocument


def _row(name: str, originals: int = 1):
    return judge_paper(RequiredDocument(name, originals))


@pytest.mark.parametrize(
    "name",
    [
        "- Trường hợp trẻ em bị bỏ rơi thì phải có biên bản",
        "Nếu đã ly hôn thì phải nộp trích lục",
        "b) Đối với tổ chức: Giấy phép hoạt động",
        "Hợp đồng ủy thác (nếu có).",
        "Giấy báo, chứng từ hoặc vận đơn, nếu có: 01 bản chụp",
        "Văn bản ủy quyền (nếu nộp thông qua đại diện)",
        "Giấy tờ thừa kế, nếu nhận thừa kế",
        "Phiếu thu thập thông tin dân cư, chỉ khi chưa có thông tin trong cơ sở dữ liệu",
        "Giấy khai sinh (chỉ xuất trình, nếu không tra cứu được)",
    ],
)
def test_what_begins_or_ends_with_a_condition_only_some_bring(name):
    assert _row(name).is_conditional


@pytest.mark.parametrize(
    "name",
    [
        "Danh sách hành khách trong trường hợp tàu chở hành khách",
        "Bản sao Giấy phép (đối với tổ chức)",
        "Văn bản, giấy tờ chứng minh của A, B và C đối với trường hợp mua bán nhà mà người bán ở xa, không thể đến ký",
        "Hợp đồng hoặc văn bản về việc chuyển quyền sử dụng đất đối với trường hợp chuyển đổi đất",
        "Hợp đồng xuất khẩu đối với trường hợp bán ra nước ngoài; hợp đồng thuê đối với trường hợp thuê",
        "Đơn đề nghị đối với trường hợp cấp lại",
    ],
)
def test_what_is_named_for_some_is_limited(name):
    assert _row(name).is_limited
    assert not _row(name).is_conditional


@pytest.mark.parametrize(
    "name",
    [
        "Giấy chứng sinh; trường hợp không có thì nộp văn bản của người làm chứng",
        "Tờ khai (nếu người yêu cầu nộp trực tiếp)",
        "Bản chính hoặc bản sao trong trường hợp nộp qua bưu chính",
        "Ảnh (nếu nộp hồ sơ trực tiếp)",
        "Văn bản đề nghị (nêu rõ lý do)",
        "Hợp đồng và biên bản nghiệm thu (nếu có)",
        "Bản sao hợp lệ của giấy phép, trừ trường hợp đã có trên hệ thống",
        "Ảnh chân dung (không áp dụng đối với trường hợp đã gửi ảnh)",
        "Hợp đồng thuê (nếu chủ tự thi công thì không cần giấy này)",
        "Tờ trình của cơ quan quản lý (đối với trường công) hoặc cho phép của tổ chức (đối với trường hợp khác)",
        "Phiếu lý lịch tư pháp có giá trị sử dụng nếu được lập chưa quá 12 tháng",
        "Giấy phép: 01 bản chính nếu xuất khẩu một lần",
        "Văn bản đề nghị nêu rõ lý do, địa chỉ đối với nơi ở",
    ],
)
def test_an_alternative_an_exception_and_a_way_of_filing_are_no_conditions(name):
    row = _row(name)
    assert (row.is_conditional, row.is_limited) == (False, False)


@pytest.mark.parametrize(
    "name",
    [
        "",
        " - ",
        "****",
        "Số lượng hồ sơ: 01 bộ",
        "Lưu ý: bản sao phải rõ",
        "2. Hồ sơ đề nghị cấp bao gồm:",
        "Trường hợp đã có trong cơ sở dữ liệu thì không phải nộp giấy tờ nêu trên",
        "Mục I. Thành phần hồ sơ bao gồm:",
        "2.1. Đối với thương nhân mới, hồ sơ đề nghị cấp gồm:",
        "Trường hợp thuê nhà:",
        "Không có.",
        "Chưa có quy định cụ thể",
        "Phiếu thu nhận thông tin (Mẫu CC01), cán bộ in để người dân kiểm tra và ký",
    ],
)
def test_a_remark_asks_for_nothing_whatever_number_stands_beside_it(name):
    assert _row(name).is_note


@pytest.mark.parametrize("name", ["- Đơn;", "02 ảnh 4x6", "Hóa đơn: 01 bản chụp phải rõ", "Tài liệu khác (nếu có)"])
def test_a_row_without_a_number_is_a_paper_where_it_names_one(name):
    assert not _row(name, 0).is_note


@pytest.mark.parametrize(
    "name", ["Ghi nhớ", "Giấy tờ phải nộp:", "Hồ sơ cấp mới gồm:", "Bản sao phải được chứng thực", "Tài liệu gồm:"]
)
def test_a_row_without_a_number_that_names_none_is_a_remark(name):
    assert _row(name, 0).is_note


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("- Xuất trình thẻ căn cước", "show"),
        ("Giấy chứng nhận đăng ký xe (xuất trình);", "show"),
        ("Căn cước hoặc hộ chiếu (chỉ xuất trình)", "show"),
        ("Nộp 01 bản chụp giấy chứng nhận", "submit"),
        ("Bản sao kèm bản chính để đối chiếu", ""),
    ],
)
def test_its_own_words_say_what_is_done_with_it(name, how):
    assert _row(name).how == how


def test_forms_are_filled_in_on_paper_or_on_a_screen():
    assert _row("- Tờ khai đăng ký khai sinh").form == "paper"
    assert _row("Mẫu hộ tịch điện tử tương tác đăng ký khai sinh").form == "screen"
    assert _row("Giấy chứng sinh").form == ""
