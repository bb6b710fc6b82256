"""A commune with its counter, and a few procedures to print; every word is made up."""

import pytest

from agencies.models import AdministrativeUnit, Agency
from agencies.models.agency import AgencyKind
from agencies.models.unit import UnitKind
from tests.planted import planted
from tests.procedures_catalog.factories import bring, national_row


@pytest.fixture
def commune(db) -> AdministrativeUnit:
    """A commune in force."""
    return AdministrativeUnit.objects.create(code="98001", name="Xã Diều Sáo", kind=UnitKind.COMMUNE)


@pytest.fixture
def counter(commune) -> Agency:
    """Its counter."""
    return Agency.objects.create(
        name="Trung tâm Phục vụ hành chính công xã Diều Sáo",
        kind=AgencyKind.COUNTER,
        unit=commune,
        address="Số 1, đường Gió",
        phone="0200 111 222",
        opening_hours="Thứ Hai – Thứ Sáu: 7:30 – 17:00\nThứ Bảy: 7:30 – 11:30",
    )


@pytest.fixture
def police(commune) -> Agency:
    """Its police."""
    return Agency.objects.create(
        name="Công an xã Diều Sáo",
        kind=AgencyKind.CENTRAL,
        unit=commune,
        address="Số 3, đường Mây",
        phone="0200 111 333",
        opening_hours="Thứ Hai – Thứ Sáu: 8:00 – 17:00",
    )


@pytest.fixture
def police_errand(portal) -> str:
    """A procedure that goes to the police of communes."""
    bring(national_row("1.100006", **{"Tên thủ tục": "Cất diều", "Cơ quan thực hiện": "Công an Xã"}))
    return "1.100006"


@pytest.fixture
def kites(portal) -> None:
    """Four procedures in two fields, one of them carried out by the province only."""
    rows = (
        national_row("1.100001", **{"Tên thủ tục": "Đăng ký sáo diều", "Lĩnh vực": "Sáo"}),
        national_row("1.100002", **{"Tên thủ tục": "Cấp thẻ thả diều", "Lĩnh vực": "Diều"}),
        national_row("1.100003", **{"Tên thủ tục": "Ăn mừng diều mới", "Lĩnh vực": "Diều"}),
        national_row(
            "1.100004",
            **{"Tên thủ tục": "Bán diều", "Lĩnh vực": "Diều", "Cấp thực hiện": "Cấp Tỉnh"},
            **{"Cơ quan thực hiện": "Sở Gió"},
        ),
    )
    planted("kites", lambda: bring(*rows))
