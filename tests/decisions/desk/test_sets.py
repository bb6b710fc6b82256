"""A decision's set is changed at the decision alone: what somebody puts into it the next change there would lose."""

import pytest
from django.urls import reverse

from agencies.models import Agency, Role
from cms.desk.later.moving import move_draft
from decisions.changing.composing import compose, follow
from pages.four_eyes.shown import seal_of_draft
from procedures_catalog.dated.steps import StepRefused
from tests.decisions.changing.test_composing import DAY, NOW, ON, said
from tests.decisions.factories import CODE, OTHER_CODE, decision, line, two_procedures
from tests.editors import browser_of, member
from tests.procedures_catalog.dated.sets import make_set
from tests.procedures_catalog.factories import page_of, shelf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


@pytest.fixture
def agency(portal) -> Agency:
    two_procedures()
    made = Agency.objects.create(name="Sở Gió")
    for code in (CODE, OTHER_CODE):
        page_of(code).move(shelf(made), pos="last-child")
    return made


@pytest.fixture
def writer(agency):
    return member(Role.WRITER, agency)


@pytest.fixture
def made(agency):
    of = decision(number="7/QĐ-UBND", effective_on=DAY, agency=agency)
    line(of, kind="abolished")
    return of


@pytest.fixture
def changes(made, writer):
    return compose(made, writer, NOW, ON)


@pytest.fixture
def drafted(agency, writer):
    page = page_of(OTHER_CODE)
    page.conditions = "Có diều và dây."
    page.save_revision(user=writer)
    return page_of(OTHER_CODE)


def test_a_draft_is_not_offered_the_set_of_a_decision(changes, drafted, agency, writer):
    of_hand = make_set(DAY, agency=agency)
    offered = browser_of(writer).get(reverse("draft_for_later", args=[drafted.pk])).context["form"]
    assert list(offered.fields["changes"].queryset) == [of_hand]


def test_a_draft_does_not_go_into_the_set_of_a_decision_and_is_not_lost(made, changes, drafted, writer):
    with pytest.raises(StepRefused, match="sửa ở quyết định"):
        move_draft(drafted, writer, NOW, seal_of_draft(drafted), lambda _agency: changes)
    made.refresh_from_db()
    follow(made, writer, NOW, ON)
    assert page_of(OTHER_CODE).get_latest_revision_as_object().conditions == "Có diều và dây."
    assert page_of(OTHER_CODE).has_unpublished_changes


def test_the_day_and_the_number_of_a_decisions_set_are_changed_at_the_decision(made, changes, writer):
    browser, edit = browser_of(writer), reverse("change_set_edit", args=[changes.pk])
    assert browser.get(edit).url == reverse("decision", args=[made.pk])
    answer = browser.post(edit, {"title": "khác", "day": "05/05/2028", "decision": "99/XX"})
    assert (answer.status_code, "sửa ở quyết định" in answer.content.decode()) == (422, True)
    changes.refresh_from_db()
    assert (changes.day, changes.decision) == (DAY, "7/QĐ-UBND")


def test_no_line_is_taken_out_of_a_decisions_set_by_hand(changes, writer):
    ticked = [row.pk for row in changes.differences.all()]
    answer = browser_of(writer).post(reverse("change_set_remove", args=[changes.pk]), {"difference": ticked})
    assert (answer.status_code, "sửa ở quyết định" in answer.content.decode()) == (422, True)
    assert said(changes)


def test_the_screen_of_a_decisions_set_leads_to_the_decision(made, changes, agency, writer):
    shown = browser_of(writer).get(reverse("change_set", args=[changes.pk])).content.decode()
    assert f'href="{reverse("decision", args=[made.pk])}"' in shown
    assert reverse("change_set_edit", args=[changes.pk]) not in shown
    assert 'name="difference"' not in shown
    by_hand = make_set(DAY, agency=agency)
    shown = browser_of(writer).get(reverse("change_set", args=[by_hand.pk])).content.decode()
    assert reverse("change_set_edit", args=[by_hand.pk]) in shown
