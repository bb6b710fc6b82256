"""What somebody typed, scanned or pasted, in plain signs; and the words that people write around a number."""

import re
import unicodedata

from vietnamese.fold import fold
from vietnamese.spelling import squeeze

#: Characters that are read; what is longer is no number, no address and nobody's note.
LONGEST = 1_300

_SIGNS = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("∕⁄", "/"))
_PIECE = re.compile(r"[^\W_]+")


def plain(text: str) -> str:
    """The first 1,300 characters on one line, without hidden signs, letters and figures of double width as usual ones,
    every dash and stroke the same. Raises nothing."""
    wide = unicodedata.normalize("NFKC", squeeze(text[:LONGEST])).translate(_SIGNS)
    return squeeze(wide)[: 2 * LONGEST]


def labels(words: str) -> frozenset[str]:
    """Folded words that say of a number what it is."""
    return frozenset(words.split())


def rest_of(text: str, labels: frozenset[str]) -> list[str]:
    """The runs of letters and digits of a plain text in their order, without those that only say what follows."""
    return [piece for piece in _PIECE.findall(text) if fold(piece) not in labels]
