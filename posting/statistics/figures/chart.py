"""Draws counts as bars in an SVG picture: no script, no style, plain enough to be read on a small phone.

The picture only repeats what a table beside it says; its label tells whoever does not see it what it shows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import ceil

# One unit is one pixel on a screen of 360 pixels; wider screens enlarge the whole.
WIDTH, HEIGHT = 328, 180
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 14, 10, 24
_FILLED = 0.72  # of the room that a bar has
_LETTER = 7  # the widest digit at this size
_GAP = 6  # between two labels
_STEPS = (1, 2, 3, 4, 5, 6, 8)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what stands below it, and a count from 0."""

    label: str
    count: int


def bar_chart(title: str, bars: Sequence[Bar]) -> str:
    """The SVG element, with `title` and the highest count as its label. Raises ValueError for a negative count."""
    if any(bar.count < 0 for bar in bars):
        raise ValueError("a count below 0")
    top = nice_top(max((bar.count for bar in bars), default=0))
    parts = [*_lines(top), *_bars(bars, top), *_labels(bars)]
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{escape(_summary(title, bars))}">'
        f"{''.join(parts)}</svg>"
    )


def nice_top(highest: int) -> int:
    """The least of 2, 4, 6, 8, 10, 12, 16, 20, 40 … that is not below the highest count: round, and so is its half."""
    size = 1
    while True:
        for step in _STEPS:
            if 2 * step * size >= highest:
                return 2 * step * size
        size *= 10


def _summary(title: str, bars: Sequence[Bar]) -> str:
    highest = max(bars, key=lambda bar: bar.count, default=None)
    if highest is None or not highest.count:
        return f"Biểu đồ cột: {title}. Chưa có lượt nào."
    return f"Biểu đồ cột: {title}. Nhiều nhất {_number(highest.count)} ({highest.label}). Đủ số liệu ở bảng kèm theo."


def _number(count: int) -> str:
    """With dots between the thousands, as Vietnamese writes them."""
    return f"{count:,}".replace(",", ".")


def _height(count: int, top: int) -> float:
    """Of a bar; the least count that is not 0 is still seen."""
    return max(1.0, (HEIGHT - _TOP - _BOTTOM) * count / top) if count else 0.0


def _lines(top: int) -> list[str]:
    """The scale: nothing, half and all of the highest."""
    parts = []
    for count in (0, top // 2, top):
        y = HEIGHT - _BOTTOM - _height(count, top)
        parts.append(f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{WIDTH}" y2="{y:.1f}"/>')
        parts.append(f'<text x="{_LEFT - 5}" y="{y + 4:.1f}" text-anchor="end">{_number(count)}</text>')
    return parts


def _slot(bars: Sequence[Bar]) -> float:
    """How much room each bar has."""
    return (WIDTH - _LEFT - _RIGHT) / max(len(bars), 1)


def _bars(bars: Sequence[Bar], top: int) -> list[str]:
    slot = _slot(bars)
    left = _LEFT + slot * (1 - _FILLED) / 2
    return [
        _bar(left + slot * number, slot * _FILLED, _height(bar.count, top))
        for number, bar in enumerate(bars)
        if bar.count
    ]


def _bar(x: float, width: float, height: float) -> str:
    y = HEIGHT - _BOTTOM - height
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>'


def _labels(bars: Sequence[Bar]) -> list[str]:
    """Below the bars, as many as there is room for, at even distances from the first on."""
    slot = _slot(bars)
    longest = max((len(bar.label) for bar in bars), default=0) * _LETTER + _GAP
    every = max(ceil(longest / slot), 1)
    return [
        f'<text x="{_LEFT + slot * (number + 0.5):.1f}" y="{HEIGHT - 6}" text-anchor="middle">'
        f"{escape(bars[number].label)}</text>"
        for number in range(0, len(bars), every)
    ]
