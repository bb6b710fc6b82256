"""The judged questions are answered as well as they were when the figures were last written down."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.portal_process import manage

KEPT = Path(__file__).parent / "kept_figures.json"
MAY_DROP = 0.01


@pytest.fixture(scope="module")
def figures(national_portal, shared_data) -> dict[str, Any]:
    """What `evaluate_search` says of the real catalogue."""
    run = manage(national_portal, "evaluate_search", str(shared_data / "search" / "dev-queries.jsonl"))
    return json.loads(run.stdout)


@pytest.mark.shared
@pytest.mark.parametrize("kind", ["faq", "colloquial"])
@pytest.mark.parametrize("marks", ["as_typed", "without_marks"])
def test_no_more_questions_miss_than_before(figures, marks, kind):
    kept = json.loads(KEPT.read_text(encoding="utf-8"))[marks][kind]
    assert figures[marks][kind]["success@3"] >= kept - MAY_DROP
