"""An address beside its office: what the office's name and the portal say is left out, the way to the door never."""

import pytest

from posting.rules.short_address import short_address

OFFICE = "Trung tâm Phục vụ hành chính công phường Gió - Mây"


@pytest.mark.parametrize(
    ("address", "short"),
    [
        ("Số 1, đường Sáo, phường Gió - Mây, tỉnh Diều", "Số 1, đường Sáo"),
        ("Số 1 đường Sáo, Phường Gió - Mây", "Số 1 đường Sáo"),
        ("Thôn 3, xã Diều, tỉnh Gió", "Thôn 3"),
        ("Khu hành chính, Gió - Mây, TP. Diều", "Khu hành chính"),
        ("Tầng 1; tòa nhà B – đường Sáo; thành phố Diều", "Tầng 1; tòa nhà B – đường Sáo"),
        ("Nhà văn hóa phường Gió, đường Sáo", "Nhà văn hóa phường Gió, đường Sáo"),
        ("Phường đội, đường Sáo, Việt Nam", "Phường đội, đường Sáo"),
        ("xã Diều, tỉnh Gió", "xã Diều"),
        ("", ""),
    ],
)
def test_it_ends_before_the_territory(address, short):
    assert short_address(address, OFFICE) == short
