"""How likely it is a procedure that people mean, before anybody has asked: points for the order of search.

Learned together with the weights of `search.ranking.weights`; docs/search.md says what each is worth.
"""

import re
from collections.abc import Collection

#: A citizen goes to the commune first, and hardly ever to a ministry.
_LEVELS = {"commune": 1.5, "ministry": -0.5}
#: What states no level at home is done abroad.
_NO_LEVEL = 0.5
#: The first numbers that the national database gave out: what people have asked for longest.
_LONG_STANDING, _FIRST_NUMBERS = 3.0, re.compile(r"1\.00[0-5]|2\.00[01]")


def standing(code: str, levels: Collection[str]) -> float:
    """Points for a procedure by its national code and the levels that carry it out today; 0 says nothing."""
    by_level = sum(_LEVELS.get(level, 0.0) for level in set(levels)) if levels else _NO_LEVEL
    by_age = _LONG_STANDING if _FIRST_NUMBERS.match(code) else 0.0
    return by_level + by_age
