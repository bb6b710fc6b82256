"""Bars: to scale, readable, said in words, and safe wherever a page puts them."""

import re
from itertools import pairwise

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from posting.statistics.figures.chart import HEIGHT, WIDTH, Bar, bar_chart, nice_top

COUNTS = st.lists(st.integers(0, 10**7), max_size=120)


def drawn(counts: list[int]):
    return ElementTree.fromstring(bar_chart("lượt quét theo ngày", [Bar(f"{n:02}", c) for n, c in enumerate(counts)]))


@given(counts=COUNTS)
def test_every_count_that_is_not_nothing_has_a_bar_and_all_stay_inside(counts):
    bars = drawn(counts).findall("rect")
    assert len(bars) == sum(count > 0 for count in counts)
    for bar in bars:
        x, y, width, height = (float(bar.get(name)) for name in ("x", "y", "width", "height"))
        assert 0 <= x <= x + width <= WIDTH + 0.2
        assert 0 <= y <= y + height <= HEIGHT
        assert height >= 0.9


def test_bars_are_to_scale():
    heights = [float(bar.get("height")) for bar in drawn([50, 100, 25]).findall("rect")]
    assert heights == pytest.approx([73, 146, 36.5])


@given(highest=st.integers(0, 10**9))
def test_the_scale_ends_at_a_round_number_not_far_above(highest):
    top = nice_top(highest)
    assert max(highest, 2) <= top <= max(2 * highest, 2)
    assert top % 2 == 0
    assert re.fullmatch(r"([12468]|12|16)0*", str(top))


@given(counts=COUNTS)
def test_labels_do_not_run_into_each_other(counts):
    below = [each for each in drawn(counts).findall("text") if each.get("text-anchor") == "middle"]
    places = [float(each.get("x")) for each in below]
    assert all(after - before > 7 * len("00") for before, after in pairwise(places))


def test_whoever_does_not_see_it_hears_what_it_shows():
    svg = ElementTree.fromstring(bar_chart("lượt quét theo ngày", [Bar("01/11", 3), Bar("02/11", 1234)]))
    assert svg.get("role") == "img"
    assert svg.get("aria-label") == (
        "Biểu đồ cột: lượt quét theo ngày. Nhiều nhất 1.234 (02/11). Đủ số liệu ở bảng kèm theo."
    )


@pytest.mark.parametrize("bars", [[], [Bar("01", 0), Bar("02", 0)]])
def test_nothing_counted_is_said_too(bars):
    assert "Chưa có lượt nào." in bar_chart("lượt quét", bars)


def test_nothing_in_it_runs_or_needs_a_style():
    svg = bar_chart('a" onload="x', [Bar("<script>", 1), Bar("&", 2)])
    ElementTree.fromstring(svg)
    assert "<script" not in svg
    assert "style" not in svg
    assert not re.search(r"\son\w+=", svg.replace("&quot; onload=&quot;", ""))


def test_a_count_below_nothing_is_refused():
    with pytest.raises(ValueError, match="below 0"):
        bar_chart("lượt quét", [Bar("01", -1)])
