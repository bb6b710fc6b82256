"""The five answers of nearly every real procedure stand on the first screen of a small phone."""

import pytest

from tests.bench.first_screen import GOAL, LINES, SCREEN, measured, measured_in_communes
from tests.browser.fixtures import browser

__all__ = ["browser"]
pytestmark = [pytest.mark.shared, pytest.mark.browser, pytest.mark.slow]


def test_the_answers_of_nearly_all_procedures_end_on_the_first_screen(browser):
    boxes = measured(browser)
    assert len(boxes) == 5_652
    assert sum(box["ends"] <= SCREEN for box in boxes) >= GOAL * len(boxes)
    assert [box["code"] for box in boxes if box["lines"] > LINES] == []


def test_they_do_so_in_the_communes_of_the_longest_names(browser):
    boxes = measured_in_communes(browser)
    assert sum(box["ends"] <= SCREEN for box in boxes) >= GOAL * len(boxes)
