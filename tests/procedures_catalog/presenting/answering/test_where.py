"""“Nộp ở đâu”: said in a line, and no more surely than it is known."""

import pytest

from procedures_catalog.facts.record import ProcedureRecord, Step
from procedures_catalog.presenting.answering.answer import LONGEST_ANSWER
from procedures_catalog.presenting.answers import five_answers

CENTRE = "Trung tâm Phục vụ hành chính công"


def _where(**facts):
    record = ProcedureRecord("1.100001", "Thả diều", **facts)
    return next(answer for answer in five_answers(record, ()) if answer.key == "where")


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({"receiving_address": "- Nhà Gió, số 1.\n- Nhà Mây"}, "Nhà Gió, số 1"),
        ({"levels": ("commune",), "executing": ("UBND xã",)}, f"{CENTRE} cấp xã"),
        ({"levels": ("commune",), "executing": ("Chi cục Hải quan khu vực",)}, "Chi cục Hải quan khu vực"),
        ({"levels": ("commune",)}, f"Thường là {CENTRE} cấp xã"),
        ({"levels": ("province", "commune")}, f"Thường là {CENTRE} cấp xã hoặc tỉnh"),
        ({"levels": ("ministry",), "executing": ("Bộ Gió",)}, "Bộ Gió"),
        ({"levels": ("commune",), "sector": "Thuế"}, "Thường là Cơ quan Thuế"),
        ({"levels": ("ministry",)}, "Thường là bộ phận một cửa của bộ, ngành"),
        ({"levels": ("district",)}, "Chưa công bố nơi nộp"),
        ({"executing": ("Bộ Gió", "Bộ Mây", "Sở Mưa", "Bộ Nắng")}, f"{CENTRE} tỉnh, Bộ Gió, Bộ Mây hoặc nơi khác"),
    ],
)
def test_the_office_is_named_in_a_line(facts, text):
    assert _where(**facts).text == text


@pytest.mark.parametrize("names", [("Cục Gió " + "to " * 30,), ("Cục Gió " + "to " * 30, "Cục Mây"), ("Bộ Gió",) * 3])
def test_it_is_never_longer_than_a_line(names):
    assert len(_where(executing=names).text) <= LONGEST_ANSWER


def test_a_long_address_gives_way_to_the_name_before_it():
    place = f"{CENTRE} cấp tỉnh tại địa chỉ: Tầng 1, Tòa nhà số 2, khu hợp khối, đường Gió, phường Mây"
    assert _where(receiving_address=place).text == f"{CENTRE} cấp tỉnh"


def test_a_counter_with_a_long_name_is_called_as_everybody_calls_it():
    counter = "Bộ phận Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính của Bộ Gió, Mây và Môi trường khắp nơi"
    assert _where(receiving_address=counter).text == "Bộ phận Một cửa của Bộ Gió, Mây và Môi trường khắp nơi"


def test_what_the_steps_tell_is_said_to_be_theirs():
    assert _where(steps=(Step("", "Cá nhân nộp hồ sơ đến Bộ Gió."),)).detail == (
        "Theo các bước thực hiện; địa chỉ cụ thể chưa công bố."
    )


def test_addresses_give_way_where_several_places_are_stated():
    long = "Cục Gió Việt Nam, số 120 đường Lê Duẩn, phường Văn Miếu - Quốc Tử Giám, thành phố Hà Nội, Việt Nam"
    answer = _where(receiving_address=f"{long}\nHoặc trụ sở UBND cấp tỉnh")
    assert answer.text == "Cục Gió Việt Nam hoặc Trụ sở UBND cấp tỉnh"
    assert answer.detail == "Tùy trường hợp."


def test_what_is_not_known_of_the_place_is_said_beside_it():
    assert _where(receiving_address="Nhà Gió", levels=("commune",)).detail == ""
    assert _where(executing=("Sở Gió",)).detail == "Địa chỉ cụ thể chưa công bố."
    assert _where(executing=("Bộ Gió", "Bộ Mây")).detail == "Tùy trường hợp; địa chỉ cụ thể chưa công bố."
    assert _where(levels=("commune",)).detail == "Cơ quan nhận hồ sơ chưa công bố."
