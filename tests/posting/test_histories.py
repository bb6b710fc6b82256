"""However procedures, communes and domains change, every code ever issued answers, and at the right page.

`make histories` runs 10,000 histories; here some dozens are enough for every day.
"""

import os

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.posting.histories import CODES, Histories
from tests.procedures_catalog.factories import bring, national_row

HOW_MANY = int(os.environ.get("HISTORIES", "20"))


@pytest.mark.slow
@pytest.mark.usefixtures("portal")
def test_every_code_ever_issued_answers_through_every_history():
    bring(*(national_row(code) for code in CODES))
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=HOW_MANY,
            stateful_step_count=12,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
