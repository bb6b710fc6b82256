"""Rows about accounts of persons are seen by who keeps these accounts and by the person himself, by nobody else."""

import datetime

import pytest
from django.apps import apps
from django.utils import timezone

from agencies.models import Agency, Role
from audit.acting import Acting, Actor, passing
from audit.models import LogRow
from audit.recording import record
from audit.things import Thing, thing
from cms.access.deputies.days import Wish, make
from cms.access.groups import group_of
from cms.access.review.deciding import FINISHED, Choice, finish, keep
from cms.access.upkeep import ensure_access
from cms.log.people import APPS
from cms.log.visible import rows_visible_to
from cms.log.watched import watched
from cms.models import Decision, Editor
from tests.clock import today
from tests.editors import browser_of, member, with_application

pytestmark = pytest.mark.django_db
SCREEN = "/quan-tri/bao-cao/nhat-ky/"


@pytest.fixture
def agency(portal) -> Agency:
    ensure_access()
    return Agency.objects.create(name="Sở Gió", kind="department")


@pytest.fixture
def people(agency) -> dict[str, Editor]:
    """A writer, a colleague, their administrator, another agency's, and an administrator of the portal who works
    beside them."""
    other = Agency.objects.create(name="Sở Mây", kind="department")
    roles = {"lan": Role.WRITER, "minh": Role.PUBLISHER, "quan": Role.UNIT_ADMIN}
    found = {name: member(role, agency, name) for name, role in roles.items()}
    found["may"] = member(Role.UNIT_ADMIN, other, "may")
    found["goc"] = Editor.objects.create_superuser("goc", agency=agency)
    return found


def acting_as(editor: Editor) -> Acting:
    return Acting(actor=lambda: Actor(editor.pk, editor.username, editor.agency_id))


def seen_by(editor: Editor, **chosen: str) -> set[str]:
    rows = rows_visible_to(Editor.objects.get(pk=editor.pk)).filter(**chosen)
    return {f"{row.action} {row.name}".strip() for row in rows}


def sees(people: dict[str, Editor], row: LogRow) -> set[str]:
    return {name for name, each in people.items() if rows_visible_to(each).filter(pk=row.pk).exists()}


def test_of_an_account_its_keeper_and_its_person_see_the_rows_and_no_colleague(people):
    for actor, about in (("quan", "lan"), ("goc", "lan"), ("lan", "lan")):
        with passing(acting_as(people[actor])):
            row = record("row.change", thing(people[about]))
        assert sees(people, row) == {"lan", "quan", "goc"}


def test_of_a_portal_administrator_his_agencys_administrator_sees_nothing(people):
    with passing(acting_as(people["goc"])):
        rows = [record("sign_in", thing(people["goc"])), record("row.create", Thing("cms.editor", "999", "x"))]
    assert [sees(people, row) for row in rows] == [{"goc"}, {"goc"}]


def test_a_second_factor_is_told_to_the_person_and_the_keeper(people):
    with passing(acting_as(people["lan"])):
        with_application(people["lan"])
    rows = LogRow.objects.filter(kind="mfa.authenticator")
    assert rows
    assert all(sees(people, row) == {"lan", "quan", "goc"} for row in rows)


def test_a_deputy_is_told_to_both_and_to_who_keeps_them(people, agency):
    member(Role.WRITER, agency, "hoa")
    groups, tomorrow = [group_of(Role.PUBLISHER, agency)], today() + datetime.timedelta(days=1)
    wish = Wish(people["minh"], people["lan"], groups, today(), tomorrow)
    with passing(acting_as(people["quan"])):
        make(wish, people["quan"], timezone.now())
    rows = LogRow.objects.filter(kind="cms.deputising")
    everybody = people | {"hoa": Editor.objects.get(username="hoa")}
    assert rows
    assert all(sees(everybody, row) == {"lan", "minh", "quan", "goc"} for row in rows)


def reviewed(by: Editor, *listed: Editor) -> LogRow:
    """The row of a review of these accounts, as its screen leaves it."""
    now, kept = timezone.now(), [each.pk for each in listed]
    with passing(acting_as(by)):
        finish(keep(by, [Choice(pk, Decision.KEEP, "Đã hỏi.") for pk in kept], kept, now), kept, now)
    return LogRow.objects.filter(action=FINISHED).first()


def test_a_review_is_open_to_who_keeps_all_whom_it_lists(people):
    assert sees(people, reviewed(people["quan"], people["lan"], people["minh"])) == {"quan", "goc"}
    assert sees(people, reviewed(people["goc"], people["lan"], people["may"])) == {"goc"}


def test_the_screen_and_its_file_show_a_writer_no_row_of_a_review(people):
    reviewed(people["goc"], people["lan"], people["may"], people["minh"])
    browser = browser_of(people["lan"])
    chosen = {"action": FINISHED}
    assert not browser.get(SCREEN, chosen).context["object_list"]
    text = b"".join(browser.get(SCREEN, chosen | {"export": "csv"}).streaming_content).decode("utf-8-sig")
    assert len(text.splitlines()) == 1


def test_who_lost_the_role_sees_the_review_no_more_that_he_made(people, agency):
    row = reviewed(people["quan"], people["lan"])
    people["quan"].groups.set([group_of(Role.WRITER, agency)])
    assert not rows_visible_to(Editor.objects.get(username="quan")).filter(pk=row.pk).exists()


def test_who_keeps_all_units_sees_of_people_those_whom_he_keeps(people):
    keeper = member(Role.UNIT_ADMIN, name="tat-ca")
    rows = [record("sign_in", thing(people[name])) for name in ("lan", "may", "goc")]
    seen = [rows_visible_to(keeper).filter(pk=row.pk).exists() for row in rows]
    assert seen == [True, True, False]


KINDS = sorted(model._meta.label_lower for model in apps.get_models() if model._meta.app_label in APPS)


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_of_row_about_people_is_a_colleagues(people, agency, kind):
    for of in (agency.pk, None):
        with passing(acting_as(people["quan"])):
            record("row.change", Thing(kind, "99999", "ai đó", of))
    assert seen_by(people["lan"], kind=kind) == set()
    assert seen_by(people["goc"], kind=kind)


def test_what_else_points_at_an_account_is_work_on_content():
    def points(model) -> bool:
        return any(field.is_relation and field.related_model is Editor for field in model._meta.concrete_fields)

    others = {model._meta.label for model in watched() if points(model) and model._meta.app_label not in APPS}
    assert others == {
        *("procedures_catalog.ChangeSetStep", "decisions.Decision", "decisions.DecisionLine"),
        "pages.PageReview",
        *("posting.PrintJob", "posting.PostedPaper", "posting.QueuedSheet"),
        *("wagtaildocs.Document", "wagtailimages.Image"),
    }
