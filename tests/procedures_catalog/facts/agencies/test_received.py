"""Where nothing else tells, a line that hands in to a government by its name does, or one in which it receives."""

import pytest

from procedures_catalog.facts.agencies.filing import filing_of
from procedures_catalog.facts.record import ProcedureRecord, Step

COMMUNE, PROVINCE = "Trung tâm Phục vụ hành chính công cấp xã", "Trung tâm Phục vụ hành chính công tỉnh"


def _filing(*steps, levels=("commune",), **facts):
    return filing_of(ProcedureRecord("1.1", "a", levels=levels, steps=tuple(Step("", step) for step in steps), **facts))


@pytest.mark.parametrize(
    ("line", "office"),
    [
        ("Hộ gia đình nộp hồ sơ trực tiếp hoặc gửi qua bưu điện đến Chủ tịch Ủy ban nhân dân cấp xã.", COMMUNE),
        ("Bước 1: Cá nhân làm hồ sơ, gửi Chủ tịch UBND cấp xã.", COMMUNE),
        ("Bước 1: Ủy ban nhân dân cấp xã tiếp nhận, kiểm tra hồ sơ.", COMMUNE),
        ("Hộ gửi hồ sơ đến Cơ quan đăng ký kinh doanh cấp xã nơi đặt trụ sở.", COMMUNE),
        ("- Cán bộ tiếp nhận hồ sơ tại Trung tâm Phục vụ hành chính công có trách nhiệm kiểm tra.", COMMUNE),
        ("- Nếu lựa chọn hình thức nộp trực tiếp, cha mẹ nộp tại Trung tâm phục vụ hành chính công.", COMMUNE),
        ("Người thả diều gửi Sở Gió các giấy tờ sau:", PROVINCE),
        ("Cơ sở gửi Chủ tịch UBND cấp tỉnh hoặc Chủ tịch UBND cấp xã.", f"{COMMUNE} hoặc tỉnh"),
    ],
)
def test_a_government_that_a_line_names_takes_the_papers_by_the_steps(line, office):
    filing = _filing(line)
    assert (filing.offices, filing.is_certain, filing.is_told) == ((office,), True, True)


@pytest.mark.parametrize(
    "line",
    [
        "Sở Gió gửi Ủy ban nhân dân cấp xã.",
        "Cá nhân nộp tờ khai đến cơ quan gió. Cơ quan gió chuyển đến Ủy ban nhân dân cấp xã.",
        "Cá nhân gửi số 1 và số 2.",
        "Cá nhân gửi hồ sơ đến cơ quan cấp phép.",
    ],
)
def test_what_is_of_others_or_names_nobody_stays_what_is_usual(line):
    assert not _filing(line).is_certain


def test_an_agency_that_is_named_comes_first():
    filing = _filing("Cá nhân gửi Chủ tịch UBND cấp xã.", executing=("Công an cấp xã",))
    assert filing.offices == ("Công an cấp xã",)
