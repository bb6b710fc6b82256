"""The national shape: read and written back without a difference, or refused with a reason."""

import copy
import re

import pytest

from procedures_catalog.facts.national_shape import UnacceptableError, from_national, to_national
from procedures_catalog.facts.original_wordings import clean_deep
from procedures_catalog.facts.record import ProcedureRecord
from tests.procedures_catalog.factories import case, channel, national

HARD = {
    "every field": national(),
    "several levels": national(**{"Cấp thực hiện": "Cấp Bộ/Trung ương, Cấp Tỉnh, Cấp Huyện, Cấp Xã, Cơ quan khác"}),
    "nothing stated": national(
        **dict.fromkeys(("Số quyết định", "Lĩnh vực", "Kết quả thực hiện"), "Không có thông tin")
    ),
    "untranslated kind": national(**{"Loại thủ tục": "NOT_ASSIGNED_REGULATION"}),
    "own description": national(**{"Mô tả": "Diều phải có đuôi."}),
    "channels": national(
        **{
            "Cách thức thực hiện": [
                channel(
                    "DIRECT", "3.5 WORKING_DAY", ("1000 VNĐ (a) | 0 VNĐ (theo quy định)", "2 VNĐ (b)"), ("Mô tả: x",)
                ),
                channel("POSTAL", "Chờ gió OTHER"),
                channel("ONLINE", "Ngay khi diều bay"),
            ]
        }
    ),
    "cases": national(
        **{
            "Thành phần hồ sơ": [
                case("Diều lớn", ("* Giấy tờ phải nộp:", 0, 0), ("Đơn", 1, 2)),
                case("", ("Ảnh", 0, 1)),
                case("Không giấy tờ"),
            ]
        }
    ),
    "legal bases": national(
        **{"Căn cứ pháp lý": [{"ten": "Luật Gió", "so_hieu": None}, {"ten": "Luật Mây", "so_hieu": "1"}]}
    ),
    "the portal's own": national(
        **{
            "Tên gọi thường ngày": ["giấy diều", "thẻ gió"],
            "Mức độ dịch vụ công": "Toàn trình",
            "Liên kết nộp trực tuyến": "https://nop.example/1",
        }
    ),
    "nothing but a code and a name": {"Mã thủ tục": "1.100001", "Tên thủ tục": "Thả diều"},
}


def _words(value):
    """The value as a reader compares it: white space aside."""
    if isinstance(value, str):
        return value.split()
    if isinstance(value, list):
        return [_words(item) for item in value]
    return {key: _words(item) for key, item in value.items()} if isinstance(value, dict) else value


@pytest.mark.parametrize("raw", [pytest.param(raw, id=name) for name, raw in HARD.items() if len(raw) > 2])
def test_what_was_read_is_written_back_the_same(raw):
    assert _words(to_national(from_national(raw))) == _words(raw)


@pytest.mark.parametrize("raw", [pytest.param(raw, id=name) for name, raw in HARD.items()])
def test_what_was_written_reads_as_the_same_record(raw):
    record = from_national(raw)
    assert from_national(to_national(record)) == record


def test_only_code_and_name_are_needed():
    assert from_national(HARD["nothing but a code and a name"]) == ProcedureRecord("1.100001", "Thả diều")


def test_a_description_that_repeats_the_conditions_is_not_kept_twice():
    record = from_national(national())
    assert (record.conditions, record.description) == ("Có diều.", None)


def _bad(name, value):
    return pytest.param(national(**{name: value}), name, id=f"{name}: {str(value)[:40]}")


BAD = [
    _bad("Mã thủ tục", ""),
    _bad("Mã thủ tục", None),
    _bad("Mã thủ tục", "1" * 61),
    _bad("Mã thủ tục", 1.100001),
    _bad("Tên thủ tục", "Không có thông tin"),
    _bad("Tên thủ tục", "a" * 5_000),
    _bad("Tên thủ tục", ["Thả diều"]),
    _bad("Tên thủ tục", {"ten": "Thả diều"}),
    _bad("Cấp thực hiện", "Cấp Trời"),
    _bad("Cấp thực hiện", "Cấp Xã; Cấp Tỉnh"),
    _bad("Cấp thực hiện", ["Cấp Xã"]),
    _bad("Loại thủ tục", "TTHC bay"),
    _bad("Lĩnh vực", "a" * 256),
    _bad("Lĩnh vực", 7),
    _bad("Đối tượng thực hiện", "a" * 256),
    _bad("Kết quả thực hiện", 12),
    _bad("Trình tự thực hiện", "a" * 200_001),
    _bad("Mô tả", True),
    _bad("Cách thức thực hiện", "trực tiếp"),
    _bad("Cách thức thực hiện", ["trực tiếp"]),
    _bad("Cách thức thực hiện", [{}] * 2_001),
    _bad("Thành phần hồ sơ", {"giay_to": []}),
    _bad("Căn cứ pháp lý", [7]),
    _bad("Tên gọi thường ngày", "giấy diều"),
    _bad("Mức độ dịch vụ công", "Mức độ 9"),
    _bad("Liên kết nộp trực tuyến", "javascript:alert(1)"),
    _bad("Liên kết nộp trực tuyến", "//nop.example"),
    _bad("Liên kết nộp trực tuyến", "https://nop.example/" + "a" * 500),
]


@pytest.mark.parametrize(("raw", "field"), BAD)
def test_a_bad_value_is_refused_under_the_name_of_its_field(raw, field):
    with pytest.raises(UnacceptableError) as refused:
        from_national(raw)
    assert refused.value.field == field
    assert refused.value.reason


BAD_PARTS = [
    ("Cách thức thực hiện", channel("FAX"), "hinh_thuc"),
    ("Cách thức thực hiện", channel() | {"thoi_han": 5}, "thoi_han"),
    ("Cách thức thực hiện", channel() | {"phi": "50000"}, "phi"),
    ("Cách thức thực hiện", channel() | {"khac": [1]}, "khac"),
    ("Cách thức thực hiện", channel() | {"khac": ["a" * 200_001]}, "khac"),
    ("Thành phần hồ sơ", case(None, ("Đơn", -1, 0)), "ban_chinh"),
    ("Thành phần hồ sơ", case(None, ("Đơn", 0, 10_001)), "ban_sao"),
    ("Thành phần hồ sơ", case(None, ("Đơn", "1", 0)), "ban_chinh"),
    ("Thành phần hồ sơ", case(None, ("Đơn", True, 0)), "ban_chinh"),
    ("Thành phần hồ sơ", case(None, ("Đơn", 1.5, 0)), "ban_chinh"),
    ("Thành phần hồ sơ", case(None, (7, 1, 0)), "ten"),
    ("Thành phần hồ sơ", case(7), "truong_hop"),
    ("Thành phần hồ sơ", {"truong_hop": None, "giay_to": "Đơn"}, "giay_to"),
    ("Căn cứ pháp lý", {"ten": "Luật", "so_hieu": 9}, "so_hieu"),
]


@pytest.mark.parametrize(("name", "part", "field"), BAD_PARTS)
def test_a_bad_value_inside_a_part_is_refused_too(name, part, field):
    with pytest.raises(UnacceptableError) as refused:
        from_national(national(**{name: [part]}))
    assert refused.value.field == field


def test_the_reason_offers_what_would_have_been_right():
    with pytest.raises(UnacceptableError, match="Cấp Xã"):
        from_national(national(**{"Cấp thực hiện": "Cấp Trời"}))


# --- Repaired texts -------------------------------------------------------------------------------


def test_repaired_texts_come_back_as_their_source_wrote_them():
    raw = national(**{"Tên thủ tục": "Ðăng ký thả di\u200bều", "Yêu cầu, điều kiện thực hiện": "Có\u200e dây."})
    wordings: dict[str, str] = {}
    cleaned = clean_deep(copy.deepcopy(raw), wordings)
    assert cleaned["Tên thủ tục"] == "Đăng ký thả diều"
    record = from_national(cleaned)
    restored = to_national(ProcedureRecord(**_fields(record, original_wordings=tuple(wordings.items()))))
    assert restored["Tên thủ tục"] == raw["Tên thủ tục"]
    assert restored["Yêu cầu, điều kiện thực hiện"] == raw["Yêu cầu, điều kiện thực hiện"]


def test_a_wording_that_an_editor_replaced_does_not_come_back():
    record = from_national(national())
    old = (("Tên cũ", "Tên\u200b cũ"),)
    assert to_national(ProcedureRecord(**_fields(record, original_wordings=old)))["Tên thủ tục"] == record.name


def _fields(record, **changes):
    return {name: getattr(record, name) for name in record.__slots__} | changes


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Thủ tục nội bộ", "internal"),
        ("thủ tục nội bộ (không công bố)", "internal"),
        ("TTHC nội bộ", "internal"),
        ("Thủ tục do địa phương quy định", "local"),
    ],
)
def test_a_kind_is_understood_in_the_words_that_people_read(said, kind):
    assert from_national(national(**{"Loại thủ tục": said})).kind == kind


def test_what_may_be_said_is_said_in_vietnamese():
    for values in ({"Loại thủ tục": "x"}, {"Cách thức thực hiện": [channel("x")]}):
        with pytest.raises(UnacceptableError) as refused:
            from_national(national(**values))
        assert not re.search(r"[A-Z]{4,}", refused.value.reason), refused.value.reason


@pytest.mark.parametrize("field", ["Cơ quan thực hiện", "Cơ quan phối hợp", "Đối tượng thực hiện"])
def test_a_list_of_names_has_an_end(field):
    names = ", ".join(f"Ban {number}" for number in range(201))
    with pytest.raises(UnacceptableError, match="quá giới hạn 200"):
        from_national(national(**{field: names}))


@pytest.mark.parametrize(
    "link",
    [
        "https://", "https://[::1", "https://x.test/\njavascript:alert(1)", "https://dichvucong.gov.vn@evil.test/",
        "https:///x", "https://x.test:99999999/", "https://x.test/<b>", "javascript:alert(1)",
    ],
)  # fmt: skip
def test_what_is_no_whole_address_is_no_link(link):
    with pytest.raises(UnacceptableError, match="liên kết"):
        from_national(national(**{"Liên kết nộp trực tuyến": link}))


def test_an_address_is_a_link():
    link = "https://dichvucong.gov.vn/p/home/dvc.html?ma=1.001193&x=a@b#phan"
    assert from_national(national(**{"Liên kết nộp trực tuyến": link})).filing_url == link
