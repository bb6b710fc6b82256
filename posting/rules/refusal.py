"""Why something is not printed, said to the person who asked for it."""

import difflib
from collections.abc import Iterable

from vietnamese.fold import fold

_MOST_NAMES = 3
_ALIKE = 0.5


class CannotPrintError(ValueError):
    """Nothing is printed; the message is one sentence in Vietnamese, to be shown as it is."""


def nearest(typed: str, known: Iterable[str]) -> str:
    """ " Gần nhất: Hộ tịch; Hộ khẩu." – the known names most like a typed one, marks aside; "" when none is like it."""
    by_fold = {fold(name): name for name in known}
    alike = difflib.get_close_matches(fold(typed), by_fold, _MOST_NAMES, _ALIKE)
    return f" Gần nhất: {'; '.join(by_fold[key] for key in alike)}." if alike else ""


def shortened(typed: str) -> str:
    """What somebody typed, as far as it is shown back."""
    return typed if len(typed) <= 60 else f"{typed[:59]}…"
