"""Sets by what their day says of them on another."""

from datetime import date

import pytest
from django.utils import timezone

from procedures_catalog.dated.steps_noted import note_step
from procedures_catalog.dated_screens.due import DUE, due
from procedures_catalog.models import ChangeSet

pytestmark = pytest.mark.django_db
ON = date(2027, 2, 28)


@pytest.mark.parametrize(
    ("state", "day", "failure", "keys"),
    [
        ("approved", "2027-03-01", "", {"tomorrow", "week"}),
        ("approved", "2027-03-07", "", {"week"}),
        ("approved", "2027-03-08", "", set()),
        ("approved", "2027-02-27", "", {"missed"}),
        ("approved", "2027-02-27", "Mất điện", {"failed"}),
        ("draft", "2027-03-07", "", {"late"}),
        ("draft", "2027-03-08", "", set()),
        ("submitted", "2027-03-07", "", {"late"}),
        ("checked", "2027-03-07", "", {"late"}),
        ("applied", "2027-03-01", "", set()),
    ],
)
def test_a_set_is_told_by_its_state_and_day(state, day, failure, keys):
    ChangeSet.objects.create(title="Gói", day=day, state=state, failure=failure)
    assert {key for key in DUE if ChangeSet.objects.filter(due(key, ON)).exists()} == keys


@pytest.mark.parametrize(
    ("steps", "is_told"),
    [
        (["submit", "check", "approve", "reopen"], True),
        (["submit", "check", "reopen", "write", "write"], True),
        (["submit", "check", "reopen", "check"], False),
        (["submit"], False),
    ],
)
def test_a_set_that_was_opened_again_is_told_until_somebody_takes_its_next_step(steps, is_told):
    changes = ChangeSet.objects.create(title="Gói", day="2027-05-01", state="submitted")
    for step in steps:
        note_step(changes, step, timezone.now())
    assert ChangeSet.objects.filter(due("reopened", ON)).exists() is is_told
