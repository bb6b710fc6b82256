"""Who saves another text of what an approved set begins is warned before and told after; an import that rewrites it
sends the set back at once, and says so in its report and on the front page."""

import datetime
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from agencies.models import Agency, Role
from procedures_catalog.dated import steps
from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.importing.judging import said
from procedures_catalog.models import ChangeSet
from tests.clock import today
from tests.cms.desk.form import DeskForm
from tests.editors import browser_of, member
from tests.procedures_catalog.dated.sets import make_set
from tests.procedures_catalog.factories import bring, national_row, page_of, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100009"
SOON = today() + datetime.timedelta(days=30)
BEFORE, AFTER = "Bản này nằm trong gói", "nay trở lại chờ thẩm định"


@pytest.fixture
def agency():
    """Whose set it is."""
    call_command("prepare_portal", verbosity=0)
    return Agency.objects.create(name="Sở Diều", kind="department")


@pytest.fixture
def people(agency):
    """A writer, a checker and a publisher of the agency."""
    return [member(role, agency) for role in (Role.WRITER, Role.CHECKER, Role.PUBLISHER)]


@pytest.fixture
def changes(agency, people):
    """A set that begins the writer's draft, approved."""
    bring(national_row(CODE), publish=False)
    page_of(CODE).move(shelf(agency), "last-child")
    page = page_of(CODE)
    page.everyday_names = "giấy diều"
    page.save_revision(user=people[0])
    made = make_set(SOON, (page_of(CODE), BEGINS, None), agency=agency)
    return approved(made, people)


def approved(changes: ChangeSet, people) -> ChangeSet:
    """Brought on its way by three people."""
    steps.submit(changes.pk, people[0], timezone.now())
    steps.check(changes.pk, people[1], timezone.now())
    return steps.approve(changes.pk, people[2], timezone.now(), today())


def messages_of(client, address: str) -> str:
    shown = BeautifulSoup(client.get(address).text, "html.parser").select_one(".messages")
    return " ".join(shown.get_text(" ").split()) if shown else ""


def form_of(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _saves_by_itself(html: str) -> bool:
    """Whether Wagtail's script does, as the form tells it."""
    form = BeautifulSoup(html, "html.parser").find(id="page-edit-form")
    return "w-autosave" in form["data-controller"].split()


def test_who_opens_the_draft_is_warned_and_the_form_does_not_save_by_itself(changes, people):
    client, page = browser_of(people[0]), page_of(CODE)
    html = client.get(form_of(page)).text
    assert BEFORE in unescape(html)
    assert reverse("change_set", args=[changes.pk]) in html
    assert not _saves_by_itself(html)
    steps.send_back(changes.pk, people[1], timezone.now(), "Xem lại")
    assert _saves_by_itself(client.get(form_of(page)).text)


def test_who_saves_another_text_is_told_that_the_set_was_sent_back(changes, people):
    client, page = browser_of(people[0]), page_of(CODE)
    DeskForm.open(client, page.pk).send(everyday_names="diều sáo")
    changes.refresh_from_db()
    told = messages_of(client, form_of(page))
    assert (changes.state, AFTER in told, changes.title in told) == ("submitted", True, True)
    assert BEFORE not in told


def test_so_is_who_hands_the_draft_in(changes, people):
    client, page = browser_of(people[0]), page_of(CODE)
    answer = DeskForm.open(client, page.pk).send("submit", everyday_names="diều sáo")
    assert AFTER in messages_of(client, answer.url)


def test_saving_the_same_text_sends_nothing_back(changes, people):
    client, page = browser_of(people[0]), page_of(CODE)
    DeskForm.open(client, page.pk).send()
    changes.refresh_from_db()
    assert changes.state == "approved"
    assert AFTER not in messages_of(client, form_of(page))


def test_who_alters_the_set_itself_is_told(changes, people):
    client = browser_of(people[0])
    sent = {"title": "Gói khác", "day": f"{SOON:%d/%m/%Y}", "decision": changes.decision}
    answer = client.post(reverse("change_set_edit", args=[changes.pk]), sent)
    assert AFTER in messages_of(client, answer.url)


# --- Imports --------------------------------------------------------------------------------------


@pytest.fixture
def untouched(agency, people):
    """An approved set that begins what a list brought and nobody wrote at."""
    bring(national_row(CODE), publish=False)
    page_of(CODE).move(shelf(agency), "last-child")
    page_of(CODE).save_revision()
    return approved(make_set(SOON, (page_of(CODE), BEGINS, None), agency=agency), people)


def test_an_import_that_rewrites_the_draft_sends_the_set_back_at_once(untouched):
    report = bring(national_row(CODE, **{"Yêu cầu, điều kiện thực hiện": "Có sáo."}), publish=False)
    untouched.refresh_from_db()
    step = untouched.steps.last()
    assert (untouched.state, step.step, step.user) == ("submitted", "reopen", None)
    assert "Lần nhập dữ liệu" in step.reason
    assert [each.number for _, each in report.reopened] == [untouched.pk]
    assert str(untouched) in "\n".join(said.reopened(report))
    assert report.as_json()["reopened"] == 1


def test_what_it_carries_into_somebodys_draft_is_not_said_to_be_his_doing(changes):
    bring(national_row(CODE, **{"Yêu cầu, điều kiện thực hiện": "Có sáo."}), publish=False)
    changes.refresh_from_db()
    step = changes.steps.last()
    assert (changes.state, step.step, step.user) == ("submitted", "reopen", None)


def test_an_import_that_changes_nothing_sends_nothing_back(untouched):
    report = bring(national_row(CODE), publish=False)
    untouched.refresh_from_db()
    assert (untouched.state, report.reopened) == ("approved", [])


def test_the_front_page_says_so_to_whoever_works_on_sets(untouched, people):
    bring(national_row(CODE, **{"Yêu cầu, điều kiện thực hiện": "Có sáo."}), publish=False)
    for person in people:
        shown = browser_of(person).get("/quan-tri/").text
        assert "mở lại vì nội dung vừa đổi" in unescape(shown)
    listed = browser_of(people[0]).get(f"{reverse('change_sets')}?den-ngay=reopened").text
    assert untouched.title in unescape(listed)
