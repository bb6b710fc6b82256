"""What changes beneath an approved set is put before a person: once for each change, whoever made it."""

import datetime

import pytest
from django.utils import timezone

from procedures_catalog.dated import steps
from procedures_catalog.dated.applying import apply_due
from procedures_catalog.dated.moving import mark_moved
from procedures_catalog.dated.steps import StepRefused
from procedures_catalog.facts.dated.difference import ENDS, Ending
from procedures_catalog.facts.held import effective_record
from tests.clock import today
from tests.procedures_catalog.dated.sets import approved, everybody, make_set
from tests.procedures_catalog.factories import bring, national_row, page_of, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]
CODE = "1.100001"
SOON = today() + datetime.timedelta(days=3)
CONDITIONS = "Yêu cầu, điều kiện thực hiện"


@pytest.fixture
def page():
    return published(CODE)


def _is_moved(changes) -> bool:
    changes.refresh_from_db()
    return changes.is_moved


def _brought(**more) -> None:
    """The State's list says something else."""
    bring(national_row(CODE, **more))


def test_an_import_of_the_same_part_marks_the_set_and_another_part_does_not(page):
    changes = approved(make_set(SOON, (page, "conditions", "Có sáo.")), today())
    _brought(Mô_tả="Khác.")
    assert not _is_moved(changes)
    _brought(**{CONDITIONS: "Có mây."})
    assert _is_moved(changes)


def test_who_looked_is_asked_again_only_by_the_next_change(page):
    changes = approved(make_set(SOON, (page, "conditions", "Có sáo.")), today())
    _brought(**{CONDITIONS: "Có mây."})
    approver = changes.steps.get(step="approve").user
    steps.look(changes.pk, approver, timezone.now())
    mark_moved([page.pk])
    assert not _is_moved(changes)
    _brought(**{CONDITIONS: "Có mưa."})
    assert _is_moved(changes)
    assert changes.steps.last().step == "look"


def test_the_approver_has_looked_at_what_moved_before(page):
    changes = make_set(SOON, (page, "conditions", "Có sáo."))
    _brought(**{CONDITIONS: "Có mây."})
    approved(changes, today())
    mark_moved([page.pk])
    assert not _is_moved(changes)


def test_what_ends_stands_over_whatever_changes(page):
    changes = approved(make_set(SOON, (page, ENDS, Ending("1/QĐ-UBND"))), today())
    _brought(**{CONDITIONS: "Có mây."})
    assert not _is_moved(changes)


def test_a_marked_set_is_applied_all_the_same_and_is_marked_no_more(page):
    changes = approved(make_set(SOON, (page, "conditions", "Có sáo.")), today())
    _brought(**{CONDITIONS: "Có mây."})
    assert [each.failure for each in apply_due(SOON, timezone.now())] == [""]
    assert not _is_moved(changes)
    assert effective_record(page_of(CODE), SOON).conditions == "Có sáo."


def test_an_earlier_set_of_the_same_part_moves_the_later_one_no_more_than_was_known(page):
    first = make_set(SOON, (page, "conditions", "Có sáo."))
    second = make_set(SOON + datetime.timedelta(days=1), (page, "conditions", "Có gió."))
    people = everybody()
    for changes in (first, second):
        with steps.writing(changes.pk, people[0], timezone.now()):
            pass
        steps.submit(changes.pk, people[0], timezone.now())
        steps.check(changes.pk, people[1], timezone.now())
        steps.approve(changes.pk, people[2], timezone.now(), today(), sees_overlaps=True)
    apply_due(SOON, timezone.now())
    assert not _is_moved(second)


def test_who_may_not_approve_may_not_say_that_it_was_looked_at(page, django_user_model):
    changes = approved(make_set(SOON, (page, "conditions", "Có sáo.")), today())
    with pytest.raises(StepRefused, match="không có quyền"):
        steps.look(changes.pk, django_user_model.objects.create(username="khac"), timezone.now())


def test_a_page_without_sets_costs_one_question(page, django_assert_num_queries):
    with django_assert_num_queries(1):
        mark_moved([page.pk])
