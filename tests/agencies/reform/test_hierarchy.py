"""Nobody is their own superior."""

import pytest

from agencies.reform.hierarchy import goes_round


@pytest.mark.parametrize(
    ("parents", "answer"),
    [
        ({1: None}, False),
        ({}, False),
        ({1: 2, 2: 3, 3: None}, False),
        ({1: 1}, True),
        ({1: 2, 2: 3, 3: 1}, True),
        ({1: 2, 2: 3, 3: 2}, False),
    ],
)
def test_climbing(parents, answer):
    assert goes_round(1, parents) is answer
