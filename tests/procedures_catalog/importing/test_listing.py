"""What a list changes is told in the words that people read."""

import pytest

from tests.procedures_catalog.factories import bring, local_row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("portal")]


def test_a_changed_online_level_is_told_in_vietnamese():
    bring(local_row(online_level="full"))
    [(_, change)] = bring(local_row(online_level="partial")).changes
    assert (change.before, change.after) == ("Trực tuyến toàn trình", "Trực tuyến một phần")


def test_a_decision_that_a_row_does_not_know_keeps_its_good_value():
    bring(local_row(decision_number="1907/QĐ-UBND"))
    known = frozenset({"code", "name", "sector", "levels", "online_level"})
    report = bring(local_row(decision_number="", known=known))
    assert (report.counts["unchanged"], report.changes) == (1, [])
