"""What persons and states of life mean in the words of the law; a test for each class."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.question.speech.concepts import concepts, meanings, read_concepts
from tests.search.national_entries import national_entries
from vietnamese.fold import fold


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ông nội tám mươi hai tuổi", "người cao tuổi"),
        ("mẹ tôi 81 tuổi xin tiền ở đâu", "trợ cấp hưu trí xã hội"),
        ("cháu 4 tuổi đi khám", "thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi"),
        ("bé sáu tuổi vào lớp một", "tuyển sinh tiểu học"),
        ("thằng con 18 tuổi đi nghĩa vụ", "đăng ký nghĩa vụ quân sự"),
        ("bố em mất năm ngoái", "đăng ký khai tử"),
        ("chồng chị vừa qua đời có được tiền không", "chế độ tử tuất"),
        ("bà ngoại mất để lại đất", "thừa kế"),
        ("ông nội mới mất?", "đăng ký khai tử"),
        ("u tôi 81 tuổi không có lương hưu", "trợ cấp hưu trí xã hội"),
        ("nhà có đám tang", "mai táng"),
        ("bị cụt chân có được tiền không", "người khuyết tật"),
        ("mắt bị mù xin giấy gì", "người khuyết tật"),
        ("té gãy tay ở công ty", "tai nạn lao động"),
        ("công ty cho nghỉ việc lãnh tiền ở đâu", "trợ cấp thất nghiệp"),
        ("nhà nghèo xin hỗ trợ", "hộ nghèo"),
        ("bị cháy nhà có được hỗ trợ không", "trợ giúp xã hội khẩn cấp"),
        ("có bầu được tiền gì", "chế độ thai sản"),
        ("vợ mới sanh", "đăng ký khai sinh"),
        ("dọn về ở với con", "đăng ký thường trú"),
        ("đang ở trọ", "đăng ký tạm trú"),
        ("ông cụ nhà tôi vừa mất", "đăng ký khai tử"),
        ("ba là thương binh mới mất", "trợ cấp khi người có công từ trần"),
        ("đất ông bà hổng có di chúc", "phân chia di sản"),
        ("bìa đỏ bị mối xông", "cấp đổi giấy chứng nhận quyền sử dụng đất"),
        ("nới nhà ra sau", "giấy phép xây dựng nhà ở riêng lẻ"),
    ],
)
def test_what_happens_to_people_means_words_of_the_law_with_marks_or_without(text, words):
    assert words in meanings(text)
    assert words in meanings(fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "mẹ em mất sổ đỏ",
        "bố làm mất hộ chiếu",
        "chờ mất bao lâu",
        "em mất điện thoại",
        "em mất ví rồi",
        "con mất con chó",
        "anh mất tích",
        "bố mất bao nhiêu ngày mới xong",
        "đăng ký nhận cha mẹ con",
        "ghi chú cha mẹ nuôi",
        "nhận con nuôi",
        "con 12 tuổi",
        "bị cụt chân",
        "bác ơi cho cháu hỏi",
    ],
)
def test_kin_that_lose_a_paper_or_only_speak_mean_nothing(text):
    assert meanings(text) == meanings(fold(text)) == ()


def test_what_the_question_says_itself_is_not_added():
    assert "đăng ký khai tử" not in meanings("bố mất thì đăng ký khai tử ở đâu")


@pytest.mark.parametrize(
    "line",
    [
        "{KIN} mất",
        "{BẠN} mất → khai tử",
        "{KIN mất → khai tử",
        "BẠN = {THÂN} | hàng xóm",
        "tuổi 5-9 → trẻ em",
        "tuổi 5–9 | bé → trẻ em",
        "{KIN} +  → khai tử",
        "{KIN} + − mất sổ → khai tử",
        "{KIN} |  | mất → khai tử",
    ],
)
def test_a_line_of_the_table_that_could_never_mean_anything_is_told_by_its_number(line):
    with pytest.raises(ValueError, match="Dòng 2"):
        list(read_concepts(f"KIN = bố | mẹ\n{line}"))


def test_all_parts_of_a_line_are_needed_and_what_is_excluded_must_be_absent():
    (concept,) = read_concepts("KIN = bố | mẹ\n{KIN} … mất + tuổi 60–70 − mất sổ → khai tử")
    said = "mẹ tôi vừa mất"
    assert concept.is_in(said, False, [65])
    assert not concept.is_in(said, False, [])
    assert not concept.is_in("mẹ và 1 2 3 4 5 mất", False, [65])
    assert not concept.is_in("mẹ tôi mất sổ", False, [65])


@pytest.mark.shared
def test_no_official_name_pasted_whole_means_anything_else(shared_data):
    assert [entry.title for entry in national_entries(shared_data) if meanings(entry.title)] == []


@given(st.text())
def test_any_text_means_words_of_the_table(text):
    assert {*meanings(text)} <= {words for concept in concepts() for words in concept.words}
