"""Whoever may edit a page makes its links and reads what guests remarked; nobody else sees that there are any."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from agencies.models import Agency, Role
from audit.models import LogRow
from cms.access.groups import group_of
from cms.access.upkeep import ensure_access
from cms.desk.day import days_work
from cms.desk.guests.screen import ANSWER, ERASE, GUESTS, REVOKE
from cms.models import Editor
from pages.guests.links import HOURS, Wish, make
from pages.guests.remarks import say
from pages.models import GuestLink, GuestRemark
from procedures_catalog.models import ProcedurePage
from tests.editors import OFFICERS, in_role
from tests.procedures_catalog.factories import page_of, published, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
FORM = {"kind": "check", "whom": "Thanh tra Sở", "hours": "24", "times": "many"}
REMARKED = "/quan-tri/bao-cao/dang-cho/?kind=remarked"


def person(name: str, agency: Agency | None = None, group: Group | None = None, **more) -> Editor:
    found = Editor.objects.create_user(name, f"{name}@tinh.example", agency=agency, **more)
    if group:
        found.groups.add(group)
    return found


def browser(who: Editor) -> Client:
    client = Client()
    client.force_login(who)
    return client


def writers_of(agency: Agency) -> Group:
    """Those who write for an agency, on its shelf and nowhere else."""
    shelf(agency)
    return group_of(Role.WRITER, agency)


@pytest.fixture
def ours() -> Agency:
    ensure_access()
    return Agency.objects.create(name="Sở Gió", kind="department")


@pytest.fixture
def lan(ours) -> Editor:
    return person("lan", ours, writers_of(ours))


@pytest.fixture
def page(ours, lan) -> ProcedurePage:
    """A procedure of the first agency with a draft of Lan's."""
    found = published("1.100001", **{"Tên thủ tục": "Cấp thẻ thả diều"})
    found.move(shelf(ours), pos="last-child")
    found = page_of("1.100001")
    found.everyday_names = "thẻ gió dự thảo"
    found.save_revision(user=lan)
    return page_of("1.100001")


@pytest.fixture
def others(page) -> dict[str, Editor]:
    """Everybody else, from the nearest to the farthest."""
    theirs = Agency.objects.create(name="Sở Mây", kind="department")
    return {
        "writer of another agency": person("may", theirs, writers_of(theirs)),
        "officer": in_role(person("can-bo", theirs), OFFICERS),
        "account without a role": person("khach"),
    }


@pytest.fixture
def remark(page, lan) -> GuestRemark:
    link, _secret = make(page, lan, Wish("check", "Thanh tra Sở", 24), timezone.now())
    return say(link, "Trần An", "Lệ phí", "Sai số tiền.", timezone.now())


def at(name: str, page, *more) -> str:
    return reverse(name, args=[page.pk, *more])


def text_of(answer) -> str:
    return BeautifulSoup(answer.content.decode(), "html.parser").get_text(" ", strip=True)


def work_of(who: Editor) -> dict[str, int]:
    return {work.url: work.count for work in days_work(who, timezone.now())}


def address_in(answer) -> str:
    shown = BeautifulSoup(answer.content.decode(), "html.parser").select_one("#address")["value"]
    assert shown.startswith("http://127.0.0.1")
    return "/" + shown.split("/", 3)[3]


def test_a_link_is_made_for_somebody_told_once_and_opens_the_draft(page, ours, lan):
    client = browser(lan)
    address = address_in(client.post(at(GUESTS, page), FORM))
    guest = Client()
    guest.post(address)
    assert "thẻ gió dự thảo" in guest.get(address).content.decode()
    again = client.get(at(GUESTS, page)).content.decode()
    assert address not in again
    assert "Thanh tra Sở" in again
    row = LogRow.objects.get(action="guest.link")
    assert (row.actor_name, row.agency) == ("lan", ours.pk)


def test_links_hold_no_longer_than_is_offered(page, lan):
    client = browser(lan)
    for hours in ("0", "-5", "1", "99999", "nhiều"):
        shown = client.post(at(GUESTS, page), FORM | {"hours": hours}).content.decode()
        assert 'value="Thanh tra Sở"' in shown
    assert not GuestLink.objects.exists()
    client.post(at(GUESTS, page), FORM | {"hours": str(HOURS[-1])})
    link = GuestLink.objects.get()
    assert (link.ends_at - link.made_at).days == 14


def test_without_saying_for_whom_there_is_none(page, lan):
    assert "Hãy ghi gửi cho ai." in text_of(browser(lan).post(at(GUESTS, page), FORM | {"whom": " "}))
    assert not GuestLink.objects.exists()


def test_where_there_is_no_draft_there_is_nothing_to_send(page, lan):
    page.get_latest_revision().publish()
    client = browser(lan)
    assert "không có bản nháp nào để gửi" in text_of(client.get(at(GUESTS, page)))
    assert client.post(at(GUESTS, page), FORM).status_code == 302
    assert not GuestLink.objects.exists()
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "action-guests" not in form


def test_a_link_is_revoked_by_hand(page, lan):
    client = browser(lan)
    address = address_in(client.post(at(GUESTS, page), FORM))
    link = GuestLink.objects.get()
    assert client.post(at(REVOKE, page, link.pk)).status_code == 302
    assert Client().get(address).status_code == 410
    assert "đã thu hồi" in text_of(client.get(at(GUESTS, page)))
    assert LogRow.objects.filter(action="guest.revoke").count() == 1


def test_nobody_else_sees_or_does_anything(page, others, remark):
    asked = {
        "screen": lambda client: client.get(at(GUESTS, page)),
        "new link": lambda client: client.post(at(GUESTS, page), FORM | {"whom": "Ai khác"}),
        "revoking": lambda client: client.post(at(REVOKE, page, remark.link_id)),
        "answering": lambda client: client.post(at(ANSWER, page, remark.pk), {"answer": "x"}),
        "erasing": lambda client: client.post(at(ERASE, page, remark.pk)),
        "list": lambda client: client.get(REMARKED),
    }
    for who, account in others.items():
        for what, ask in asked.items():
            answer = ask(browser(account))
            told = answer.content.decode()
            assert not any(word in told for word in ("Sai số tiền", "Trần An", "Thanh tra")), (who, what)
            assert answer.status_code != 200 or what == "list", (who, what)
    assert GuestLink.objects.get().ended == ""
    assert GuestRemark.objects.get().done_at is None


def test_one_page_s_address_reaches_no_link_and_no_remark_of_another(page, others, remark):
    mine = published("1.100002", **{"Tên thủ tục": "Cấp thẻ thổi sáo"})
    may = others["writer of another agency"]
    mine.move(shelf(may.agency), pos="last-child")
    client = browser(may)
    assert client.get(at(GUESTS, mine)).status_code == 200
    assert client.post(at(REVOKE, mine, remark.link_id)).status_code == 404
    assert client.post(at(ANSWER, mine, remark.pk), {"answer": "x"}).status_code == 404
    assert client.post(at(ERASE, mine, remark.pk)).status_code == 404


def test_buttons_that_do_something_are_pressed_not_followed(page, lan, remark):
    client = browser(lan)
    for address in (at(REVOKE, page, remark.link_id), at(ANSWER, page, remark.pk), at(ERASE, page, remark.pk)):
        assert client.get(address).status_code == 405


def test_a_remark_stands_beside_the_form_on_the_front_page_and_in_the_list(page, lan, others, remark):
    client = browser(lan)
    form = BeautifulSoup(client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode(), "html.parser")
    assert "Sai số tiền." in form.select_one("[data-side-panel=guests]").get_text()
    toggle = form.select_one("[data-side-panel-toggle=guests] [data-side-panel-toggle-counter]")
    assert toggle.get_text(strip=True) == "1"
    assert work_of(lan)[REMARKED] == 1
    assert "Cấp thẻ thả diều" in text_of(client.get(REMARKED))
    may = others["writer of another agency"]
    assert REMARKED not in work_of(may)
    assert "Cấp thẻ thả diều" not in text_of(browser(may).get(REMARKED))


def test_it_waits_on_when_the_draft_was_published_meanwhile(page, lan, remark):
    page.get_latest_revision().publish()
    assert work_of(lan)[REMARKED] == 1


def test_it_is_settled_with_an_answer(page, lan, remark):
    client = browser(lan)
    too_long = "a" * 2_001
    assert too_long in client.post(at(ANSWER, page, remark.pk), {"answer": too_long}).content.decode()
    assert client.post(at(ANSWER, page, remark.pk), {"answer": "Đã sửa."}).status_code == 302
    remark.refresh_from_db()
    assert (remark.answer, remark.done_by) == ("Đã sửa.", lan)
    assert "Đã sửa." in text_of(client.get(at(GUESTS, page)))
    assert REMARKED not in work_of(lan)


def test_it_is_erased_when_its_author_asks_and_the_log_tells_that_it_was(page, lan, remark):
    client = browser(lan)
    assert client.post(at(ERASE, page, remark.pk)).status_code == 302
    assert "Trần An" not in text_of(client.get(at(GUESTS, page)))
    assert not GuestRemark.objects.exists()
    row = LogRow.objects.get(action="guest.erase")
    assert (row.actor_name, row.key) == ("lan", str(page.pk))
    assert not any(word in row.details + row.changes for word in ("Trần An", "Sai số tiền"))


def test_the_author_is_told_by_mail_without_what_was_said(
    page, lan, mailoutbox, settings, django_capture_on_commit_callbacks
):
    link, _secret = make(page, lan, Wish("check", "Thanh tra Sở", 24), timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        say(link, "Trần An", "", "Sai số tiền.", timezone.now())
    (letter,) = mailoutbox
    assert letter.to == ["lan@tinh.example"]
    assert "Cấp thẻ thả diều" in letter.subject
    assert at(GUESTS, page) in letter.body
    assert "Sai số tiền" not in letter.body + letter.subject
    assert "Trần An" not in letter.body


def test_a_mail_server_that_is_down_hinders_no_remark(
    page, lan, settings, monkeypatch, django_capture_on_commit_callbacks
):
    def refuse(*args, **kwargs):
        raise ConnectionRefusedError

    monkeypatch.setattr("cms.desk.guests.letters.send_mail", refuse)
    link, _secret = make(page, lan, Wish("check", "Thanh tra Sở", 24), timezone.now())
    with django_capture_on_commit_callbacks(execute=True):
        say(link, "Trần An", "", "Sai số tiền.", timezone.now())
    assert GuestRemark.objects.count() == 1
