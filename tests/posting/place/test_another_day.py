"""On another day an office's address is told as it is known today, and the reader's commune is kept."""

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from agencies.models import AdministrativeUnit, Agency
from procedures_catalog.models import ProcedurePage
from tests.clock import today
from tests.procedures_catalog.any_day.days import FIRST, with_past

pytestmark = pytest.mark.django_db
CODE = "1.700001"
DAYS = (FIRST, today() + timedelta(days=3))
NOW = "ịa chỉ hiện nay: Số 9, đường Gió"


@pytest.fixture
def centre(kites) -> Agency:
    """The province's own one-stop centre."""
    province = AdministrativeUnit.objects.create(code="98", name="Tỉnh Gió", kind="province")
    name = "Trung tâm Phục vụ hành chính công tỉnh"
    return Agency.objects.create(name=name, kind="counter", unit=province, address="Số 9, đường Gió")


@pytest.fixture
def flying(centre) -> ProcedurePage:
    """A procedure that is handed in there, with a past."""
    return with_past(CODE, **{"Cơ quan thực hiện": "Sở Diều", "Cấp thực hiện": "Cấp Tỉnh"})


def _where(client, day) -> str:
    told = client.get(f"/api/v1/procedures/{CODE}", {"ngay": day.isoformat()}).json()
    return next(answer["detail"] for answer in told["answers"] if answer["key"] == "where")


@pytest.mark.parametrize("day", DAYS)
def test_the_office_s_address_is_said_to_be_today_s(client, flying, day):
    page = client.get(flying.get_url(), {"ngay": day.isoformat()}).content.decode()
    sheet = client.get(f"{flying.get_url()}phieu.pdf", {"ngay": day.isoformat()}).content
    paper = " ".join(" ".join(each.extract_text() for each in PdfReader(BytesIO(sheet)).pages).split())
    for said in (page, paper, _where(client, day)):
        assert NOW in said
        assert "chỉ cụ thể chưa công bố" not in said


def test_today_says_no_more_than_the_address(client, flying):
    assert "hiện nay" not in client.get(flying.get_url()).content.decode()
    assert _where(client, today()) == "Số 9, đường Gió."


def test_the_chosen_commune_stays_with_its_counter_of_now(client, kites, counter):
    page = ProcedurePage.objects.get(code="1.100001")
    day = (today() + timedelta(days=3)).isoformat()
    text = client.get(page.get_url(), {"ngay": day, "xa": "98001"}).content.decode()
    assert "Nộp ở đâu tại Xã Diều Sáo" in text
    assert "địa chỉ hiện nay: Số 1, đường Gió" in text
    assert f'phieu.pdf?xa=98001&amp;ngay={day}"' in text
    listed = client.get("/thu-tuc/", {"ngay": day, "xa": "98001"}).content.decode()
    assert f"?xa=98001&amp;ngay={day}" in listed
    sheet = client.get(f"{page.get_url()}phieu.pdf", {"ngay": day, "xa": "98001"}).content
    assert "địa chỉ hiện nay: Số 1, đường Gió" in " ".join(PdfReader(BytesIO(sheet)).pages[0].extract_text().split())
