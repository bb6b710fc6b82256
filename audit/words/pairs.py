"""Two texts, before and after, so short that both can be kept and read: of long ones only where they differ."""

from itertools import takewhile

#: Letters of a text that is kept whole, and of the piece that is kept of a longer one.
WHOLE, PIECE = 1_000, 2_000
#: Letters that are kept on each side of what differs.
_AROUND = 60
_LEFT_OUT = "…"


def pair(before: str, after: str) -> tuple[str, str]:
    """Both, whole where they are short, else from where they begin to differ to where they end to."""
    if max(len(before), len(after)) <= WHOLE:
        return before, after
    same = _same(before, after)
    most = min(len(before), len(after)) - same
    same_end = min(_same(before[::-1], after[::-1]), most)
    return _piece(before, same, same_end), _piece(after, same, same_end)


def _same(one: str, other: str) -> int:
    """How many letters both begin with."""
    return sum(1 for _ in takewhile(lambda letters: letters[0] == letters[1], zip(one, other, strict=False)))


def _piece(text: str, same: int, same_end: int) -> str:
    begin, end = max(same - _AROUND, 0), min(len(text) - same_end + _AROUND, len(text))
    piece = text[begin:end]
    shortened = piece if len(piece) <= PIECE else piece[:PIECE] + _LEFT_OUT
    return f"{_LEFT_OUT if begin else ''}{shortened}{_LEFT_OUT if end < len(text) else ''}"
