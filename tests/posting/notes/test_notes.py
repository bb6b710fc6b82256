"""A commune's officer writes a note on a procedure, another publishes it, and the commune's people read it: on the
page, on its sheet, in the interface, marked as the commune's own."""

import pytest
from django.test import Client
from django.utils import timezone

from agencies.models import AdministrativeUnit, Agency, Role
from agencies.models.agency import AgencyKind
from agencies.models.unit import UnitKind
from audit.models import LogRow
from cms.access.giving import give
from posting.models import CommuneNote
from posting.printing.order import PrintOrder
from posting.printing.printing import print_papers
from posting.rules.selection import Selection
from tests.clock import today
from tests.editors import browser_of, member
from tests.posting.printing.texts import pdf_text
from tests.procedures_catalog.factories import published

pytestmark = pytest.mark.django_db
TEXT = "Nộp tại nhà văn hóa thôn 7 vào thứ Năm"
MINE, DESK = "/ban/ghi-chu/", "/quan-tri/ghi-chu-cua-xa/"


def made(number: int, name: str) -> tuple[AdministrativeUnit, Agency]:
    """A commune and its committee, below the province's."""
    above, _ = Agency.objects.get_or_create(name="Ủy ban nhân dân tỉnh", kind=AgencyKind.PROVINCIAL_COMMITTEE)
    unit = AdministrativeUnit.objects.create(code=f"9800{number}", name=name, kind=UnitKind.COMMUNE)
    committee = Agency.objects.create(name=f"UBND {name}", kind=AgencyKind.COMMUNE_COMMITTEE, unit=unit, parent=above)
    return unit, committee


@pytest.fixture
def kites(portal) -> tuple[AdministrativeUnit, Agency]:
    return made(1, "Xã Diều")


@pytest.fixture
def flutes(portal) -> tuple[AdministrativeUnit, Agency]:
    return made(2, "Xã Sáo")


@pytest.fixture
def page(portal):
    return published()


@pytest.fixture
def officer(kites) -> Client:
    return browser_of(member(Role.OFFICER, kites[1], "lan"))


@pytest.fixture
def publisher(kites) -> Client:
    return browser_of(member(Role.PUBLISHER, kites[1], "minh"))


def address(page) -> str:
    return f"{MINE}{page.identity.short_code}/"


def write(client: Client, page, text: str = TEXT) -> int:
    """Opens the form and saves."""
    held = client.get(address(page)).context["note"]
    return client.post(address(page), {"text": text, "seen": held.latest_revision_id if held else 0}).status_code


def press(client: Client, do: str, **more: str) -> int:
    row = CommuneNote.objects.get()
    return client.post(f"{DESK}{row.pk}/", {"do": do, "seen": row.latest_revision_id, **more}).status_code


def read(page, commune: str = "98001") -> str:
    return Client().get(page.get_url(), {"xa": commune}).content.decode()


def test_a_note_is_read_in_its_commune_alone_after_another_has_published_it(officer, publisher, kites, flutes, page):
    assert write(officer, page) == 302
    assert TEXT not in read(page)
    assert TEXT in publisher.get(DESK).content.decode()
    assert "ghi chú của xã chờ xem và công bố" in publisher.get("/quan-tri/").content.decode()
    assert press(publisher, "publish") == 302
    shown = read(page)
    assert TEXT in shown
    assert f"Ghi chú của Xã Diều, ngày {today():%d/%m/%Y}" in shown
    assert TEXT not in read(page, "98002")
    assert TEXT not in Client().get(page.get_url()).content.decode()
    assert {"row.create", "wagtail.publish"} <= set(
        LogRow.objects.filter(kind="posting.communenote", agency=kites[1].pk).values_list("action", flat=True)
    )


def test_the_sheet_of_the_commune_says_it_in_every_size(officer, publisher, kites, flutes, page):
    write(officer, page)
    first = Client().get(f"{page.get_url()}phieu.pdf", {"xa": "98001"}).content
    press(publisher, "publish")
    for kind in ("short", "full", "large"):
        pdf = Client().get(f"{page.get_url()}phieu.pdf", {"xa": "98001", "loai": kind}).content
        assert "nhà văn hóa thôn 7" in " ".join(pdf_text(pdf).split())
    assert "nhà văn hóa" not in " ".join(pdf_text(first).split())
    other = Client().get(f"{page.get_url()}phieu.pdf", {"xa": "98002"}).content
    assert "nhà văn hóa" not in " ".join(pdf_text(other).split())


def test_a_sheet_that_an_officer_prints_says_it_too(officer, publisher, kites, page):
    write(officer, page)
    press(publisher, "publish")
    order = PrintOrder(kind="short", selection=Selection(codes=(page.identity.short_code,)), unit=kites[0])
    assert "nhà văn hóa thôn 7" in " ".join(pdf_text(print_papers(order, timezone.now()).pdf).split())


def test_the_interface_says_it_with_its_layer_and_day(officer, publisher, page):
    write(officer, page)
    asked = f"/api/v1/procedures/{page.code}/communes/98001"
    assert Client().get(asked).json()["note"] is None
    press(publisher, "publish")
    told = Client().get(asked).json()
    assert told["note"] == {"layer": "commune", "text": TEXT, "published_on": f"{today():%Y-%m-%d}"}
    assert Client().get(f"/api/v1/procedures/{page.code}/communes/00000").status_code == 404


def test_nobody_publishes_his_own_note(kites, page):
    both = member(Role.OFFICER, kites[1], "lan")
    alone = browser_of(both)
    write(alone, page)
    give(both, Role.PUBLISHER, kites[1])
    desk = browser_of(both)
    assert press(desk, "publish") == 302
    assert "cần người khác công bố" in desk.get(DESK).content.decode()
    assert TEXT not in read(page)
    above = browser_of(member(Role.PUBLISHER, Agency.objects.get(name="Ủy ban nhân dân tỉnh"), "trên"))
    press(above, "publish")
    assert TEXT in read(page)


def test_what_is_sent_back_says_why_until_it_is_written_anew(officer, publisher, page):
    write(officer, page)
    assert press(publisher, "return") == 302
    assert not CommuneNote.objects.get().returned
    press(publisher, "return", reason="Ghi rõ mấy giờ.")
    assert "Ghi rõ mấy giờ." in officer.get(MINE).content.decode()
    assert "Ghi rõ mấy giờ." in officer.get(address(page)).content.decode()
    assert TEXT not in publisher.get(DESK).content.decode()
    write(officer, page, f"{TEXT}, 8 giờ")
    assert "Ghi rõ mấy giờ." not in officer.get(MINE).content.decode()
    press(publisher, "publish")
    assert f"{TEXT}, 8 giờ" in read(page)


def test_a_published_note_stays_while_a_new_one_waits_and_goes_at_once_when_it_is_taken_off(officer, publisher, page):
    write(officer, page)
    press(publisher, "publish")
    write(officer, page, "Thứ Hai")
    assert TEXT in read(page)
    press(publisher, "take-off")
    assert TEXT not in read(page)


def test_another_commune_neither_sees_nor_decides(officer, flutes, page):
    write(officer, page)
    foreign = browser_of(member(Role.PUBLISHER, flutes[1]))
    assert TEXT not in foreign.get(DESK).content.decode()
    assert press(foreign, "publish") == 404
    neighbour = browser_of(member(Role.OFFICER, flutes[1]))
    assert TEXT not in neighbour.get(MINE).content.decode()
    assert TEXT not in neighbour.get(address(page)).content.decode()
    assert officer.get(DESK).status_code in (302, 403)


def test_two_officers_do_not_write_over_each_other(officer, kites, page):
    write(officer, page)
    other = browser_of(member(Role.OFFICER, kites[1], "hoa"))
    refused = other.post(address(page), {"text": "Thứ Hai", "seen": 0})
    assert (refused.status_code, TEXT in refused.content.decode()) == (422, True)
    assert ">Thứ Hai</textarea>" in refused.content.decode()
    assert write(other, page, "Thứ Hai") == 302


@pytest.mark.parametrize("text", ["", "   ", "d" * 301])
def test_a_note_is_one_short_line(officer, page, text):
    assert officer.post(address(page), {"text": text, "seen": 0}).status_code == 422
    assert not CommuneNote.objects.exists()


def test_marks_are_text(officer, publisher, page):
    write(officer, page, "<b>Thứ</b>\n Năm")
    press(publisher, "publish")
    assert "&lt;b&gt;Thứ&lt;/b&gt; Năm" in read(page)


def test_what_is_no_procedure_of_the_portal_has_no_note(officer, page):
    assert officer.get(f"{MINE}2222222/").status_code == 404
