"""Lines of results with twins under one heading."""

import pytest

from search.site.grouping import grouped

TITLES = ("Cấp thẻ thả diều", "Cấp lại thẻ thả diều")


@pytest.mark.parametrize(("is_procedure", "headings"), [(True, ["thẻ thả diều"]), (False, ["", ""])])
def test_only_procedures_have_twins(is_procedure, headings):
    lines = [{"title": title, "is_procedure": is_procedure} for title in TITLES]
    assert [group["thing"] for group in grouped(lines)] == headings
    assert [line for group in grouped(lines) for line in group["lines"]] == lines
