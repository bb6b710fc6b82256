"""Where the record's own words tell people to hand in."""

import pytest

from procedures_catalog.facts.agencies.told import told
from procedures_catalog.facts.record import Channel, ProcedureRecord, Step


def _told(*steps, note="", name=""):
    channels = (Channel("direct", notes=(note,)), Channel("postal", notes=("Nộp tại Bộ Mưa.",)))
    return told(ProcedureRecord("1.1", "a", steps=tuple(Step(name, step) for step in steps), channels=channels))


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("Cá nhân nộp 01 bộ hồ sơ đến Cục Gió.", ("Cục Gió",)),
        ("- Doanh nghiệp gửi hồ sơ trực tiếp hoặc qua bưu điện tới Bộ Gió (Cục Mây) theo mẫu", ("Bộ Gió",)),
        ("a) Trực tiếp tại Công an cấp xã hoặc Bộ phận Một cửa cấp xã", ("Công an cấp xã", "Bộ phận Một cửa cấp xã")),
        ("Nộp hồ sơ tại Sở Nội vụ nơi cư trú", ("Sở Nội vụ",)),
        ("Cá nhân nộp hồ sơ tại Bộ Gió, số 1, TP. Hà Nội; trực tuyến", ("Bộ Gió, số 1, TP. Hà Nội",)),
        (
            "Cha mẹ nộp hồ sơ tại Bộ phận tiếp nhận và trả kết quả theo cơ chế “Một cửa” của Ủy ban nhân dân cấp xã.",
            ("Bộ phận tiếp nhận và trả kết quả của Ủy ban nhân dân cấp xã",),
        ),
    ],
)
def test_a_place_ends_where_the_sentence_goes_on(sentence, places):
    assert [each.places for each in _told(sentence)] == [places]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Gió gửi hồ sơ đến Bộ Gió.",
        "Trong thời hạn 03 ngày làm việc, cơ quan gửi hồ sơ đến Bộ Gió.",
        "Cá nhân nộp phí, lệ phí tại Kho bạc Nhà nước.",
        "Cá nhân gửi hồ sơ đến cơ quan có thẩm quyền.",
        "Cá nhân gửi hồ sơ đến Bộ phận một cửa của cơ quan cấp phép.",
        "Cá nhân gửi hồ sơ đến UBND cấp huyện.",
        "Cá nhân nộp hồ sơ tại số 1 đường Gió.",
        "Cá nhân nộp hồ sơ thuê đất.",
    ],
)
def test_what_names_no_place_or_is_of_others_tells_nothing(sentence):
    assert _told(sentence) == ()


def test_notes_of_handing_in_oneself_come_before_the_steps():
    found = _told("Cá nhân nộp hồ sơ đến Cục Gió.", note="Mô tả: Nộp trực tiếp tại Bộ Mây")
    assert [each.places for each in found] == [("Bộ Mây",), ("Cục Gió",)]


def test_nothing_is_told_once_an_agency_looks_at_the_papers():
    assert _told("Sở Gió kiểm tra hồ sơ.", "Cá nhân gửi hồ sơ đã sửa đến Bộ Gió.") == ()


def test_an_address_on_its_own_line_belongs_to_the_line_before():
    found = _told(note="Nộp trực tiếp tại Bộ phận Một cửa Bộ Gió\n(Địa chỉ: số 113 phố Mưa, Hà Nội)")
    assert found[0].places == ("Bộ phận Một cửa Bộ Gió, Địa chỉ: số 113 phố Mưa, Hà Nội",)
