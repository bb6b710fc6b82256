"""Makes a readable ASCII address out of a Vietnamese name."""

import re

from vietnamese.fold import fold

_NOT_IN_ADDRESS = re.compile(r"[^a-z0-9]+")
_NAMELESS = "muc"  # mục: an item


def slug(text: str, max_length: int = 80) -> str:
    """The name in a-z, 0-9 and single hyphens, at most max_length characters, cut between words if possible.

    "muc" when no letter or digit remains. ValueError when max_length has no room even for that.
    """
    if max_length < len(_NAMELESS):
        raise ValueError(f"max_length must be at least {len(_NAMELESS)}, not {max_length}")
    return _cut(_NOT_IN_ADDRESS.sub("-", fold(text)).strip("-"), max_length) or _NAMELESS


def _cut(address: str, max_length: int) -> str:
    if len(address) <= max_length:
        return address
    whole_words = address[: max_length + 1].rpartition("-")[0]
    return whole_words or address[:max_length]
