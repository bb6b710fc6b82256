"""The first place where people can go, out of what the national list has for an address."""

import pytest

from procedures_catalog.facts.agencies.stated_place import stated_place

CENTRE = "Trung tâm Phục vụ hành chính công tỉnh"


@pytest.mark.parametrize(
    ("address", "place"),
    [
        (CENTRE, CENTRE),
        (f"- Trực tiếp tại {CENTRE}, gồm:\n+ Quầy số 6 - Số ĐT: 0200", CENTRE),
        ("Quầy số 3, nhà văn hóa", "Quầy số 3, nhà văn hóa"),
        (f"- {CENTRE} (quầy Sở Gió) tại địa chỉ:\n+ Cơ sở 1: Số 64", f"{CENTRE} (quầy Sở Gió)"),
        (f"Nộp hồ sơ trực tuyến trên Cổng Dịch vụ công hoặc nộp trực tiếp tại {CENTRE}.", CENTRE),
        (f"- Nộp trực tiếp hoặc qua dịch vụ bưu chính công ích tại {CENTRE}; nộp trực tuyến", CENTRE),
        (f"+Trực tuyến: Cổng dịch vụ công (https://dvc.vn)\n+ Trực tiếp đến:\n- {CENTRE}; địa chỉ tầng 1", CENTRE),
        ("Bước 1: Nộp hồ sơ\nTổ chức/cá nhân nộp hồ sơ đến Sở Gió thông qua một trong các hình thức:", "Sở Gió"),
        ("Cá nhân đề nghị gửi 01 bộ hồ sơ đến Cục Mây nơi cư trú.", "Cục Mây nơi cư trú"),
        ("Sở Gió bằng một trong các hình thức trực tiếp hoặc bưu chính", "Sở Gió"),
        ("Bộ phận tiếp nhận bao gồm:\n- Bộ phận Một cửa của Bộ Gió tại số 4", "Bộ phận Một cửa của Bộ Gió tại số 4"),
        ("rực tiếp tại Công an tỉnh.", "Công an tỉnh"),
        ("119 Nguyễn Sơn, phường Bồ Đề", "119 Nguyễn Sơn, phường Bồ Đề"),
        ("Khu liên cơ, đường Gió\nĐiện thoại: 0200", "Khu liên cơ, đường Gió"),
        ("- Nhà Gió, số 1.\n- Nhà Mây", "Nhà Gió, số 1"),
    ],
)
def test_a_place_is_told_without_what_stands_around_it(address, place):
    assert stated_place(address) == place


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://www.xuatnhapcanh.gov.vn",
        "Nơi đăng ký dự thi theo quy định",
        "Các đơn vị có thẩm quyền",
        "Trực tiếp hoặc trên Hệ thống thông tin giải quyết TTHC của tỉnh",
        "Sĩ quan, hạ sĩ quan đại diện cho thân nhân; học sinh trường văn hóa",
        "- Nộp qua hệ thống dịch vụ công trực tuyến: Cổng dịch vụ công (https://dvc.vn). - Nộp trực tiếp.",
    ],
)
def test_what_names_no_place_is_none(address):
    assert stated_place(address) == ""
