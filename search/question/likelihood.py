"""How likely a word is where it stands: by how often it follows the word before it, and how common it is anywhere.
Slips and missing marks are read by the same."""

_PAIRS_WEIGH = 0.8  # in what is likely after a word; the rest is how common the word is anywhere
_UNSEEN = 0.1  # the count of a word that is not known


def anywhere(count: float, total: float) -> float:
    """How common a word is of which there are so many, of all words that are known."""
    return (count + _UNSEEN) / (total + 1)


def after(pairs: float, before: float, common: float) -> float:
    """How likely a word is behind another: so often are they neighbours, so often is the other said at all, and so
    `common` is the word anywhere."""
    return _PAIRS_WEIGH * pairs / before + (1 - _PAIRS_WEIGH) * common
