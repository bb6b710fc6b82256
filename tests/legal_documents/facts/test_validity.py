"""In force or not, on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal_documents.facts.validity import LABELS, shown, status

DAY = date(2026, 11, 22)
BEFORE, AFTER = DAY - timedelta(1), DAY + timedelta(1)
dates = st.none() | st.dates()


@pytest.mark.parametrize(
    ("effective", "expires", "declared", "expected"),
    [
        (BEFORE, None, "", "in_force"),
        (DAY, None, "", "in_force"),
        (AFTER, None, "", "not_yet"),
        (BEFORE, AFTER, "", "in_force"),
        (BEFORE, DAY, "", "expired"),
        (None, BEFORE, "", "expired"),
        (None, AFTER, "", "unknown"),
        (None, None, "", "unknown"),
        (None, None, "expired", "expired"),
        (BEFORE, None, "expired", "in_force"),
    ],
)
def test_status(effective, expires, declared, expected):
    assert status(effective, expires, DAY, declared) == expected


@given(dates, dates, st.dates(), st.sampled_from(["", "not_yet", "in_force", "expired"]))
def test_every_status_has_a_label(effective, expires, on, declared):
    assert shown(status(effective, expires, on, declared))["label"] in LABELS.values()


@given(dates, dates, st.dates(), st.dates())
def test_what_has_expired_stays_expired(effective, expires, one, other):
    earlier, later = sorted((one, other))
    if status(effective, expires, earlier) == "expired":
        assert status(effective, expires, later) == "expired"
