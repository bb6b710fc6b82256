"""An agency reads its own rows of the log in words, the administrators all; a file of them is itself in the log."""

import io

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from agencies.models import Agency, Role
from audit.acting import Acting, Actor, passing
from audit.models import LogRow
from audit.recording import record
from audit.things import Thing
from audit.verifying import head
from cms.access.giving import give
from cms.log.visible import rows_visible_to
from cms.models import Editor
from tests.editors import browser_of, member, signed_in

pytestmark = pytest.mark.django_db

SCREEN = "/quan-tri/bao-cao/nhat-ky/"


@pytest.fixture
def agencies(portal) -> tuple[Agency, Agency, Agency]:
    """Two departments, and a board below the first."""
    one, other = (Agency.objects.create(name=name, kind="department") for name in ("Sở Gió", "Sở Mưa"))
    return one, other, Agency.objects.create(name="Ban Diều", kind="other", parent=one)


@pytest.fixture
def log(agencies) -> None:
    """A row of each agency as the actor's, one that concerns the second, one that is nobody's."""
    one, other, board = agencies
    for actor, agency, name in ((one, None, "a"), (other, None, "b"), (board, None, "c"), (one, other, "d")):
        way = Acting(actor=lambda actor=actor: Actor(1, "Lê Lan (lan)", actor.pk), address=lambda: "192.0.2.1/32")
        with passing(way):
            of = Thing("pages.portalsettings", "1", name, agency and agency.pk)
            record("row.change", of, changes={"hotline": ("111", "222")})
    record("sign_in.wrong")


def at_the_desk(agency: Agency | None, role: str = "Biên tập viên") -> Client:
    client = signed_in(role)
    Editor.objects.filter(username=f"nguoi-{role}").update(agency=agency)
    return client


def names(client: Client, **chosen: str) -> set[str]:
    answer = client.get(SCREEN, chosen)
    assert answer.status_code == 200
    return {row.name for row in answer.context["object_list"]}


def test_an_agency_sees_what_concerns_it_and_what_its_people_did_to_no_other_agencys_things(log, agencies):
    one, other, _ = agencies
    assert names(at_the_desk(one)) == {"a", "c"}
    assert names(at_the_desk(other, "Người duyệt")) == {"b", "d"}


def test_who_works_for_no_agency_sees_nothing_and_the_administrators_everything(log, admin_client):
    assert names(at_the_desk(None)) == set()
    assert names(admin_client) >= {"a", "b", "c", "d", ""}


def test_the_agencies_that_gave_a_role_open_their_log_and_no_role_of_the_whole_portal_but_one(log, agencies):
    one, other, board = agencies
    assert names(browser_of(member(Role.WRITER, board))) == {"c"}
    assert names(browser_of(member(Role.UNIT_ADMIN, one))) == {"a", "c"}
    both = member(Role.CHECKER, other, "hai-noi")
    give(both, Role.PUBLISHER, board)
    assert names(browser_of(both)) == {"b", "c", "d"}
    assert names(browser_of(member(Role.KEEPER))) == names(browser_of(member(Role.PUBLISHER))) == set()
    assert names(browser_of(member(Role.UNIT_ADMIN))) >= {"a", "b", "c", "d", ""}


def test_who_has_no_right_to_it_sees_no_log(log, agencies):
    client = at_the_desk(agencies[0], "Cán bộ một cửa")
    assert client.get(SCREEN).status_code != 200
    assert not rows_visible_to(Editor.objects.create_user("ai")).exists()


def test_it_is_read_in_words(log, admin_client):
    text = admin_client.get(SCREEN, {"name": "d"}).content.decode()
    for said in ("Lê Lan (lan)", "Sở Gió → Sở Mưa", "Sửa", "Đường dây nóng", "<del>111</del>", "<ins>222</ins>"):
        assert said in text, said
    assert "Nhật ký" in text
    assert head()[1] in text


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"actor_name": "Lan"}, {"a", "b", "c", "d"}),
        ({"action": "sign_in.wrong"}, {""}),
        ({"kind": "pages.portalsettings"}, {"a", "b", "c", "d"}),
        ({"name": "b"}, {"b"}),
        ({"day_from": "2000-01-01", "day_to": "2000-01-02"}, set()),
    ],
)
def test_it_is_searched_by_who_what_of_what_and_when(log, admin_client, chosen, found):
    assert names(admin_client, **chosen) == found


def test_it_is_searched_by_agency_with_what_stands_under_it(log, admin_client, agencies):
    one, other, _ = agencies
    assert names(admin_client, agency=str(one.pk)) == {"a", "c", "d"}
    assert names(admin_client, agency=str(other.pk)) == {"b", "d"}


def test_an_agency_may_not_ask_for_anothers_rows(log, agencies):
    one, other, _ = agencies
    assert names(at_the_desk(one), agency=str(other.pk)) == {"a", "c"}  # no such choice: nothing is narrowed


def test_a_file_holds_only_what_may_be_seen_and_is_itself_in_the_log(log, agencies):
    client = at_the_desk(agencies[1])
    text = b"".join(client.get(SCREEN, {"export": "csv", "name": "b"}).streaming_content).decode("utf-8-sig")
    assert "Đường dây nóng" in text.splitlines()[1]
    assert len(text.splitlines()) == 2
    row = LogRow.objects.order_by("-number").first()
    assert (row.action, row.name, row.actor_agency) == ("export", "Nhật ký", agencies[1].pk)
    assert row.said == {"format": "csv", "chosen": {"name": "b"}}
    book = openpyxl.load_workbook(io.BytesIO(b"".join(client.get(SCREEN, {"export": "xlsx"}).streaming_content)))
    assert [cell.value for cell in next(book.active.iter_rows())][:3] == ["Số", "Lúc", "Ai"]


def test_no_cell_becomes_a_formula(portal, admin_client):
    record("row.change", Thing("pages.portalsettings", "1", "=1+1"))
    text = b"".join(admin_client.get(SCREEN, {"export": "csv"}).streaming_content).decode()
    assert "'=1+1" in text


def test_every_report_that_leaves_as_a_file_is_told(portal, admin_client):
    admin_client.get("/quan-tri/so-niem-yet/", {"export": "csv"})
    assert LogRow.objects.get().name == "Sổ niêm yết"


def test_a_page_of_the_log_takes_few_queries(log, admin_client, django_assert_max_num_queries):
    admin_client.get(SCREEN)
    with django_assert_max_num_queries(30):
        admin_client.get(SCREEN)


def test_the_menu_leads_there(portal, admin_client):
    assert reverse("log_report") in admin_client.get("/quan-tri/").content.decode()
