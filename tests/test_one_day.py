"""Everything that the public reads agrees about the day: up to midnight in the province, from midnight on, and in one
request even where the clock goes on meanwhile."""

import datetime
import re
from collections.abc import Callable
from html import unescape
from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.utils import timezone
from django.utils.html import strip_tags
from pypdf import PdfReader

from agencies.models import Agency, AgencySuccession
from legal_documents.models import LegalDocumentPage
from posting.ledger.papers import NewPaper, issue_papers
from procedures_catalog.models import ProcedureAgency, ProcedureLegalBasis, ProcedurePage
from procedures_catalog.versions.noting import versions_to_print
from search.models import Promotion
from tests.clock import Clock
from tests.legal_documents.documents_factory import make_document
from tests.procedures_catalog.factories import published

pytestmark = pytest.mark.django_db

#: On this day the procedure, its law and its old agency are no more, and another agency begins.
LAST, FIRST = datetime.date(2026, 11, 28), datetime.date(2026, 11, 29)
#: Noon, the last minute of one day and the first of the next in Vietnam.
NOON, LATE, EARLY = (
    datetime.datetime(2026, 11, 28, *time, tzinfo=datetime.UTC) for time in ((5, 0), (16, 59), (17, 1))
)
DAY = datetime.timedelta(days=1)
NAME = "Cấp thẻ thả diều"

Set = Callable[[Clock], Clock]


@pytest.fixture
def at(monkeypatch) -> Set:
    """Sets the clock, and lets go of what was kept of another day."""

    def set_clock(clock: Clock) -> Clock:
        cache.clear()
        monkeypatch.setattr(timezone, "now", clock)
        return clock

    return set_clock


@pytest.fixture
def turning(portal, at) -> dict[str, str]:
    """A portal in which much ends at one midnight; what stands in the doors' addresses."""
    at(Clock(NOON))
    page = published(**{"Tên thủ tục": NAME, "Cấp thực hiện": "Cấp Xã"})
    law = make_document(portal[1], "61/2018/NĐ-CP", effective_from=datetime.date(2020, 1, 1), expires_on=FIRST)
    old = Agency.objects.create(name="Phòng Diều", kind="department", valid_to=FIRST)
    new = Agency.objects.create(name="Sở Diều sáo", kind="department", valid_from=FIRST)
    AgencySuccession.objects.create(predecessor=old, successor=new, kind="renamed", date=FIRST)
    ProcedureAgency.objects.create(page=page, role="executing", name=old.name, registered=old)
    ProcedureLegalBasis.objects.filter(page=page).update(document=law)
    (paper,) = issue_papers([NewPaper("short", NAME, versions_to_print([page.identity_id], LAST))], NOON)
    ProcedurePage.objects.filter(pk=page.pk).update(valid_to=FIRST)
    Promotion.objects.create(questions="sáo trúc", page=page.page_ptr, valid_to=FIRST)
    call_command("rebuild_index")
    return {
        "slug": page.slug,
        "law": law.get_url(),
        "agency": old.slug,
        "tag": paper.tag,
        "short": page.identity.short_code,
    }


def read(client: Client, address: str) -> str:
    """The words of an answer, whatever it is made of."""
    answer = client.get(address)
    assert answer.status_code == 200
    if answer["Content-Type"] == "application/pdf":
        return " ".join("\n".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split())
    return " ".join(unescape(strip_tags(re.sub(r"<(script|style).*?</\1>", "", answer.content.decode()))).split())


#: Door → what is read there on the last day and no more, and from the next day on ("": only less).
DOORS = {
    "/thu-tuc/{slug}/": ("sẽ được bãi bỏ từ ngày 29/11/2026", "đã bị bãi bỏ từ ngày 29/11/2026"),
    "/thu-tuc/{slug}/?to={tag}": ("vẫn đúng", "khi thủ tục còn áp dụng. Xin đừng làm theo tờ giấy."),
    "/thu-tuc/{slug}/phieu.pdf": ("sẽ được bãi bỏ từ ngày 29/11/2026", "đã bị bãi bỏ từ ngày 29/11/2026"),
    "/thu-tuc/": (f"{NAME} ", "Xem toàn bộ danh mục"),
    "/thu-tuc/?cap=commune": (f"{NAME} ", "Xem toàn bộ danh mục"),
    "/thu-tuc/linh-vuc/": ("Diều, sáo", "Chưa có thủ tục nào được công bố."),
    "/": ("Toàn bộ 1 thủ tục Theo lĩnh vực Diều, sáo 1", ""),
    "/co-quan/": ("Phòng Diều", "Sở Diều sáo"),
    "/co-quan/{agency}/": (f"{NAME} ", "đã chấm dứt hoạt động từ 29/11/2026"),
    "{law}": ("Còn hiệu lực", "Hết hiệu lực Thông tin văn bản"),
    "/van-ban/": ("61/2018/NĐ-CP Còn hiệu lực", "61/2018/NĐ-CP Hết hiệu lực"),
    "/tim-kiem/?q=sáo+trúc": (f"Được giới thiệu {NAME} ", ""),
    "/tim-kiem/?q=thả+diều": ("Tìm theo cơ quan Phòng Diều", f"{NAME} Đã bãi bỏ"),
    "/api/v1/procedures": ('"count": 1', '"count": 0'),
    "/api/v1/procedures/{short}": ('"state": "upcoming"', '"state": "abolished"'),
    "/api/v1/search?q=thả+diều": ('"is_current": true', '"is_current": false'),
    "/api/v1/search?q=sáo+trúc": ('"promoted": [{', '"promoted": []'),
}


@pytest.mark.parametrize("door", DOORS)
def test_at_one_minute_to_midnight_all_doors_tell_of_the_day_that_ends(client, turning, at, door):
    at(Clock(LATE))
    before, after = DOORS[door]
    told = read(client, door.format(**turning))
    assert before in told
    assert not after or after not in told


@pytest.mark.parametrize("door", DOORS)
def test_a_minute_after_midnight_all_doors_tell_of_the_new_day(client, turning, at, door):
    at(Clock(EARLY))
    call_command("rebuild_index")  # as the timer does after midnight
    before, after = DOORS[door]
    told = read(client, door.format(**turning))
    assert after in told
    assert before not in told


@pytest.mark.parametrize("door", DOORS)
def test_a_clock_that_goes_on_while_it_answers_changes_no_word(client, turning, at, door):
    at(Clock(LATE))
    steady = read(client, door.format(**turning))
    jumping = at(Clock(LATE, step=DAY))
    assert read(client, door.format(**turning)) == steady
    assert jumping.looks <= 1


def test_what_is_published_at_night_is_found_as_it_is_on_the_day_of_the_publishing(
    client, turning, at, django_capture_on_commit_callbacks
):
    for moment, is_current in ((LATE, True), (EARLY, False)):
        at(Clock(moment))
        with django_capture_on_commit_callbacks(execute=True):
            ProcedurePage.objects.get().save_revision().publish()
        (hit,) = client.get("/api/v1/search?q=thả+diều&kind=procedure").json()["results"]
        assert hit["is_current"] is is_current


def test_a_law_is_listed_under_its_state_of_the_day(client, turning, at):
    for moment, state in ((LATE, "in_force"), (EARLY, "expired")):
        at(Clock(moment))
        listed = client.get("/van-ban/", {"status": state}).context["results"].object_list
        assert [row["number"] for row in listed] == [LegalDocumentPage.objects.get().number]
