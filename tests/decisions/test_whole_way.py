"""From a pasted appendix to the day it takes effect, and back: a writer, a checker who corrects, a publisher."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from agencies.models import Agency, Role
from decisions.models import Decision
from procedures_catalog.dated.applying import apply_due
from procedures_catalog.dated.undoing import undo
from procedures_catalog.facts.held import effective_record
from tests.decisions.factories import CODE, NAME, OTHER, OTHER_CODE, two_procedures
from tests.editors import browser_of, member
from tests.procedures_catalog.dated.sets import press
from tests.procedures_catalog.factories import page_of, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
DAY = date(2047, 3, 1)
MIDNIGHT = datetime(2047, 3, 1, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
APPENDIX = (
    "STT\tMã TTHC\tTên TTHC\tThời hạn giải quyết\tSau cắt giảm\n"
    "A\tTHỦ TỤC HÀNH CHÍNH ĐƯỢC CẮT GIẢM THỜI HẠN (01 TTHC)\t\t\t\n"
    f"1\t{OTHER_CODE}\t{OTHER}\t5 ngày làm việc\t2,5 ngày làm việc\n"
    "B\tTHỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ (01 TTHC)\t\t\t\n"
    f"1\t{CODE}\t{NAME}\t\t\n"
)


@pytest.fixture
def agency(portal) -> Agency:
    two_procedures()
    made = Agency.objects.create(name="Sở Gió")
    for code in (CODE, OTHER_CODE):
        page_of(code).move(shelf(made), pos="last-child")
    return made


@pytest.fixture
def people(agency) -> dict[Role, object]:
    return {role: member(role, agency) for role in (Role.WRITER, Role.CHECKER, Role.PUBLISHER)}


def limits(code: str) -> list[str]:
    return [each.reduced.number for each in effective_record(page_of(code), DAY).channels]


def _read(address: str) -> str:
    return Client().get(address).content.decode()


def told(client: Client, made: Decision) -> dict[str, str]:
    """What the screens of the decision and of its set say."""
    made.refresh_from_db()
    addresses = {"decision": made.pk, "change_set": made.changes_id}
    pages = {name: client.get(reverse(name, args=[key])).content for name, key in addresses.items()}
    shown = {name: BeautifulSoup(page, "html.parser").select_one(".nice-padding") for name, page in pages.items()}
    return {name: " ".join(part.get_text(" ").split()) for name, part in shown.items()}


def test_an_appendix_takes_effect_on_its_day_and_is_undone_as_one(agency, people):
    writer, checker, publisher = (browser_of(people[role]) for role in people)
    given = {"kind": "publishing", "number": "7/QĐ-UBND", "summary": "Thả diều", "effective_on": "01/03/2047"}
    writer.post(reverse("decision_new"), given | {"agency": agency.pk})
    made = Decision.objects.get()
    writer.post(reverse("decision_appendix", args=[made.pk]), {"pasted": APPENDIX})
    cut = made.lines.get(kind="cut")
    assert "trực tuyến: 3 ngày" in writer.get(reverse("decision", args=[made.pk])).content.decode()

    form = checker.get(reverse("decision_line", args=[made.pk, cut.pk])).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"is_partly": "on"}
    checker.post(reverse("decision_line", args=[made.pk, cut.pk]), sent | {"is_not_cut": "", "luu": "1"})
    writer.post(reverse("decision_compose", args=[made.pk]))
    made.refresh_from_db()

    for client, step in ((writer, "submit"), (checker, "check"), (publisher, "approve")):
        press(client, made.changes, step)
    made.changes.refresh_from_db()
    assert made.changes.state == "approved"
    assert "sẽ bãi bỏ" in told(writer, made)["change_set"]
    assert limits(OTHER_CODE) == ["", ""]

    assert [each.failure for each in apply_due(DAY, MIDNIGHT)] == [""]
    assert limits(OTHER_CODE) == ["2.5", ""]
    assert (page_of(CODE).valid_to, page_of(CODE).ending_decision) == (DAY, "7/QĐ-UBND")
    page = page_of(OTHER_CODE)
    assert page.local_decision_number == "7/QĐ-UBND"
    assert "<dt>Quyết định công bố của tỉnh</dt><dd>7/QĐ-UBND</dd>" in re.sub(r">\s+<", "><", _read(page.get_url()))
    assert Client().get(f"/api/v1/procedures/{OTHER_CODE}").json()["local_decision_number"] == "7/QĐ-UBND"

    for said in told(writer, made).values():
        assert "sẽ" not in said.split()
        assert "Đã áp dụng từ 00:00 ngày 01/03/2047" in said
    assert "đã bãi bỏ" in told(writer, made)["change_set"]
    assert "2,5 ngày làm việc" in told(writer, made)["change_set"]
    assert "Chưa gửi thẩm định được" not in told(writer, made)["decision"]
    assert "Không còn gì phải hỏi" in told(writer, made)["decision"]

    assert undo(made.changes_id, people[Role.PUBLISHER], MIDNIGHT, "Ban hành nhầm") == []
    assert limits(OTHER_CODE) == ["", ""]
    assert page_of(CODE).valid_to is None
    after = told(writer, made)["change_set"]
    assert ("sẽ" in after.split(), "đã bãi bỏ" in after) == (False, True)
    assert all("Đã hoàn tác, nội dung trở lại như trước" in said for said in told(writer, made).values())
