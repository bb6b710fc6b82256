"""Two revisions say the same although saving gave their rows other numbers, and another when a word differs."""

import json

import pytest

from pages.four_eyes.text import digest

BLOCK = {"type": "paragraph", "value": "Diều", "id": "a"}
CONTENT = {
    "pk": 1,
    "title": "Diều",
    "body": json.dumps([BLOCK]),
    "levels": [{"pk": 7, "sort_order": 0, "level": "xã"}, {"pk": 8, "sort_order": 1, "level": "tỉnh"}],
    "latest_revision": 3,
    "go_live_at": None,
}
SAME = {
    "numbers of rows": {"levels": [{"pk": None, "sort_order": 4, "level": "xã"}, {"sort_order": 5, "level": "tỉnh"}]},
    "rows as they were saved": {"levels": CONTENT["levels"][::-1]},
    "numbers of blocks": {"body": json.dumps([BLOCK | {"id": "b"}])},
    "what saving writes": {"latest_revision": 4, "last_published_at": "2026-11-30T00:00:00Z"},
    "the publisher's hours": {"go_live_at": "2026-12-30T00:00:00Z", "expire_at": "2027-01-01T00:00:00Z"},
    "an empty column that is newer": {"note": "", "is_late": False},
}
ANOTHER = {
    "a word": {"title": "Sáo"},
    "a word in a block": {"body": json.dumps([BLOCK | {"value": "Sáo"}])},
    "the order of rows": {"levels": [{"sort_order": 0, "level": "tỉnh"}, {"sort_order": 1, "level": "xã"}]},
    "a row less": {"levels": CONTENT["levels"][:1]},
    "a tick": {"is_late": True},
}


@pytest.mark.parametrize("changed", SAME.values(), ids=SAME)
def test_what_saving_writes_is_no_text(changed):
    assert digest(CONTENT | changed) == digest(CONTENT)


@pytest.mark.parametrize("changed", ANOTHER.values(), ids=ANOTHER)
def test_what_people_read_is(changed):
    assert digest(CONTENT | changed) != digest(CONTENT)


def test_a_text_that_only_looks_like_a_stream_is_a_text():
    assert digest({"note": "[{hỏng"}) != digest({"note": "[{hỏng hơn"})
