"""Whatever holds between two days holds to the end of the last one, behind every door: texts of the province, fees,
levels, codes, agencies, promoted pages."""

import datetime

import pytest
from django.core.management import call_command

from agencies.models import Agency
from agencies.models.dated import ended, in_force, not_ended
from procedures_catalog.facts.record import Channel, Fee
from procedures_catalog.facts.streams import channels_to_stream
from procedures_catalog.feed.search_entries import procedure_entries
from procedures_catalog.models import ProcedureCode, ProcedureLevel, ProcedurePage
from search.models import Promotion
from tests import test_one_day
from tests.clock import Clock
from tests.procedures_catalog.factories import page_of, published
from tests.test_one_day import Set, read

pytestmark = pytest.mark.django_db
at = test_one_day.at


#: All that is dated here holds on the second of these days alone; what comes after it begins on the third.
BEFORE, LAST, AFTER = (datetime.date(2026, 11, day) for day in (27, 28, 29))
NAME = "Cấp thẻ thả diều"
BASES = ["1/2025/NQ-HĐND", "2/2026/NQ-HĐND", "3/2026/NQ-HĐND"]


def noon(day: datetime.date) -> Clock:
    """A clock that stands at noon in Vietnam."""
    return Clock(datetime.datetime.combine(day, datetime.time(5), datetime.UTC))


def fees() -> list[dict]:
    """Three amounts, one for the time before, one for the day, one for the time after it."""
    first, last = LAST.isoformat(), AFTER.isoformat()
    amounts = (
        Fee(11_000, valid_to=first, legal_basis=BASES[0]),
        Fee(22_000, valid_from=first, valid_to=last, legal_basis=BASES[1]),
        Fee(33_000, valid_from=last, legal_basis=BASES[2]),
    )
    return channels_to_stream([Channel("direct", fees=amounts)])


def own(value: str, begins: datetime.date | None, ends: datetime.date | None) -> tuple[str, dict]:
    """A text of the province's own for the receiving address."""
    return "receiving_address", {"value": value, "decision": "3/2026/QĐ-UBND", "valid_from": begins, "valid_to": ends}


@pytest.fixture
def portal_of_a_day(portal, at: Set) -> ProcedurePage:
    """A procedure of which much holds on one day alone."""
    at(noon(BEFORE))
    unnamed = {"Cơ quan thực hiện": "Không có thông tin"}
    page = published(**{"Tên thủ tục": NAME, "Cấp thực hiện": "Cơ quan khác", **unnamed})
    page.channels = fees()
    page.overlay = [own("Nhà Xưa", None, LAST), own("Nhà Nay", LAST, AFTER), own("Nhà Mai", AFTER, None)]
    page.save_revision().publish()
    page = page_of(page.code)
    ProcedureLevel.objects.create(page=page, level="commune", layer="local", valid_from=LAST, valid_to=AFTER)
    page.identity.codes.create(raw="1.999999", is_present=False, valid_to=AFTER)
    Agency.objects.create(name="Phòng Diều", kind="department", valid_from=LAST, valid_to=AFTER)
    Promotion.objects.create(questions="sáo trúc", page=page.page_ptr, valid_from=LAST, valid_to=AFTER)
    call_command("rebuild_index")
    return page


#: Door → what is read there on each of the three days, and on that day alone.
DOORS = {
    "/thu-tuc/{slug}/": (
        ["Bao nhiêu tiền 11.000 đồng", "Nộp ở đâu do tỉnh công bố Nhà Xưa"],
        [
            "Bao nhiêu tiền 22.000 đồng",
            "nơi nộp 22.000 đồng đến hết ngày 28/11/2026 Căn cứ: 2/2026/NQ-HĐND Từ ngày 29/11/2026: 33.000",
            "Nộp ở đâu do tỉnh công bố Nhà Nay",
            "Cấp xãCơ quan khác",
        ],
        [
            "Bao nhiêu tiền 33.000 đồng",
            "Nộp ở đâu do tỉnh công bố Nhà Mai",
            "29/11/2026 Đổi mã",
        ],
    ),
    "/thu-tuc/{slug}/phieu.pdf": (
        ["Bao nhiêu tiền 11.000 đồng", "Nộp ở đâu do tỉnh công bố Nhà Xưa"],
        [
            "Bao nhiêu tiền 22.000 đồng",
            "nơi nộp 22.000 đồng đến hết ngày 28/11/2026; Căn cứ: 2/2026/NQ- HĐND Từ ngày 29/11/2026: 33.000",
            "Nộp ở đâu do tỉnh công bố Nhà Nay",
            "Cấp xã, Cơ quan khác",
        ],
        ["Bao nhiêu tiền 33.000 đồng", "Nộp ở đâu do tỉnh công bố Nhà Mai"],
    ),
    "/thu-tuc/?cap=commune": ([], [f"{NAME} Cấp xãCơ quan khác"], []),
    "/co-quan/": ([], ["Phòng Diều"], []),
    "/tim-kiem/?q=sáo+trúc": ([], [f"Được giới thiệu {NAME}"], []),
    "/tim-kiem/?q=thả+diều": ([], ["Tìm theo cơ quan Phòng Diều"], []),
}


@pytest.mark.parametrize("door", DOORS)
def test_every_door_tells_of_the_day_before_of_the_last_day_and_of_the_day_after(client, portal_of_a_day, at, door):
    told = []
    for day in (BEFORE, LAST, AFTER):
        at(noon(day))
        told.append(read(client, door.format(slug=portal_of_a_day.slug)))
    for place, signs in enumerate(DOORS[door]):
        assert [[sign in page for page in told] for sign in signs] == [
            [other == place for other in range(3)] for _ in signs
        ]


def test_the_interface_tells_of_them_too(client, portal_of_a_day, at):
    told = []
    for day in (BEFORE, LAST, AFTER):
        at(noon(day))
        told.append(client.get(f"/api/v1/procedures/{portal_of_a_day.code}").json())
    due = [[fee["text"] for fee in one["channels"][0]["fees"] if not fee["is_coming"]] for one in told]
    assert due == [["11.000 đồng"], ["22.000 đồng"], ["33.000 đồng"]]
    bases = [[fee["basis"] for fee in one["channels"][0]["fees"]] for one in told]
    assert bases == [BASES, BASES[1:], BASES[2:]]
    assert [one["receiving_address"] for one in told] == ["Nhà Xưa", "Nhà Nay", "Nhà Mai"]
    assert [[note["text"] for note in one["coming"]] for one in told] == [["Nhà Nay", "Nhà Mai"], ["Nhà Mai"], []]
    assert [one["levels"] for one in told] == [["other"], ["commune", "other"], ["other"]]


def test_what_is_indexed_on_a_day_is_its_level_and_its_words(portal_of_a_day):
    entries = [next(procedure_entries(day, [portal_of_a_day.pk])) for day in (BEFORE, LAST, AFTER)]
    assert [entry.facets["level"] for entry in entries] == [("other",), ("commune", "other"), ("other",)]
    words = ("Nhà Xưa", "Nhà Nay", "Nhà Mai")
    assert [[word for word in words if word in entry.body] for entry in entries] == [[word] for word in words]


@pytest.mark.parametrize(("day", "holds"), [(BEFORE, False), (LAST, True), (AFTER, False)])
@pytest.mark.parametrize("model", [ProcedureLevel, Agency, Promotion, ProcedureCode])
def test_rows_and_the_database_agree_about_the_day(portal_of_a_day, model, day, holds):
    ProcedureCode.objects.filter(is_present=False).update(valid_from=LAST)
    row = model.objects.exclude(valid_to=None).get()
    assert row.is_in_force(day) is holds
    assert model.objects.filter(in_force(day), pk=row.pk).exists() is holds
    assert model.objects.filter(not_ended(day), pk=row.pk).exists() is (day < AFTER)
    assert model.objects.filter(ended(day), pk=row.pk).exists() is (day >= AFTER)
    assert row.last_day() == LAST
