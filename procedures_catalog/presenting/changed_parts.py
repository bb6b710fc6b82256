"""Which parts of a procedure say something else than before, named in a line."""

from collections.abc import Sequence

#: Parts named in a line; how many more there are is said behind them.
MOST_NAMED = 3


def in_a_line(labels: Sequence[str]) -> str:
    """ "thời hạn; phí, lệ phí; kết quả và 2 mục khác"."""
    named = "; ".join(label[:1].lower() + label[1:] for label in labels[:MOST_NAMED])
    more = len(labels) - MOST_NAMED
    return named + (f" và {more} mục khác" if more > 0 else "")
