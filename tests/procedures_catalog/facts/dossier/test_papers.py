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
        "Danh sách hành khách trong trường hợp tàu chở hành khách",
        "Văn bản ủy quyền (nếu nộp thông qua đại diện)",
        "Bản sao Giấy phép (đối với tổ chức)",
    ],
)
def test_what_begins_or_ends_with_a_condition_only_some_bring(name):
    assert _row(name).is_conditional


@pytest.mark.parametrize(
    "name",
    [
        "Giấy chứng sinh; trường hợp không có thì nộp văn bản của người làm chứng",
        "Tờ khai (nếu người yêu cầu nộp trực tiếp)",
        "Đơn đề nghị đối với trường hợp cấp lại",
        "Bản chính hoặc bản sao trong trường hợp nộp qua bưu chính",
        "Ảnh (nếu nộp hồ sơ trực tiếp)",
        "Văn bản đề nghị (nêu rõ lý do)",
        "Hợp đồng và biên bản nghiệm thu (nếu có)",
        "Bản sao hợp lệ của giấy phép, trừ trường hợp đã có trên hệ thống",
    ],
)
def test_a_form_an_alternative_and_an_exception_are_no_conditions(name):
    assert not _row(name).is_conditional


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
    ],
)
def test_a_remark_asks_for_nothing_whatever_number_stands_beside_it(name):
    assert _row(name).is_note


def test_a_row_without_a_number_is_a_remark():
    assert _row("Đơn", 0).is_note
    assert not _row("Đơn").is_note


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("- Xuất trình thẻ căn cước", "show"),
        ("Giấy chứng nhận đăng ký xe (xuất trình);", "show"),
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
