"""Starting texts fill what is done elsewhere once, and leave alone what an editor has changed, drafted or deleted."""

from dataclasses import replace

import pytest

from search.models import ReferralAnswer
from search.referrals.reading import Referral
from search.words.starting_referrals import ensure_referrals
from search.words.words import current_words
from tests.clock import today

pytestmark = [pytest.mark.django_db, pytest.mark.database_differs]
OLD = {"dieu": Referral("Diều hỏng", "Thợ vá.", "Xưởng", "115", "https://dieu.vn/", ("diều hỏng", "diều rách"))}
NEW = {"dieu": replace(OLD["dieu"], place="Xưởng mới")}


def answer() -> ReferralAnswer:
    return ReferralAnswer.objects.get(key="dieu")


def test_they_are_written_once_and_can_be_asked_at_once():
    assert (ensure_referrals(OLD), ensure_referrals(OLD)) == (1, 0)
    assert answer().said() == OLD["dieu"]
    assert current_words().referrals.called("diều hỏng", today()).referral == OLD["dieu"]


def test_a_newer_text_replaces_what_nobody_changed():
    ensure_referrals(OLD)
    assert (ensure_referrals(NEW), ensure_referrals(NEW)) == (1, 0)
    assert answer().place == "Xưởng mới"
    assert current_words().referrals.called("diều hỏng", today()).referral.place == "Xưởng mới"


def test_what_an_editor_has_changed_stays():
    ensure_referrals(OLD)
    ReferralAnswer.objects.update(place="Xưởng của bác Tư")
    assert ensure_referrals(NEW) == 0
    assert answer().place == "Xưởng của bác Tư"


def test_days_that_an_editor_has_set_are_a_change_too():
    ensure_referrals(OLD)
    ReferralAnswer.objects.update(valid_to=today())
    assert ensure_referrals(NEW) == 0


def test_a_draft_that_waits_is_a_change_too():
    ensure_referrals(OLD)
    changed = answer()
    changed.place = "Xưởng của bác Tư"
    changed.save_revision()
    assert ensure_referrals(NEW) == 0


def test_what_an_editor_has_deleted_does_not_come_back():
    ensure_referrals(OLD)
    answer().delete()
    assert ensure_referrals(NEW) == 0
    assert not ReferralAnswer.objects.exists()


def test_what_is_taken_off_is_not_shown_and_not_put_back():
    ensure_referrals(OLD)
    answer().unpublish()
    assert ensure_referrals(OLD) == 0
    assert current_words().referrals.called("diều hỏng", today()) is None
