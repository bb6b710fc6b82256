"""Which counts the public is shown, so that none says what one person did.

A count below `SMALLEST_SHOWN` is hidden, 0 like 4: where few people live, somebody could tell who it was. A hidden
count takes part in nothing that is shown. Totals add up only what is shown, so that nothing is left of a total when
the shown numbers are taken from it, and no further number has to be hidden to cover a small one, as it must be beside
true totals (complementary suppression; A. Hundepool and others, "Statistical Disclosure Control", 2012). Nor is a
month shown before it is over: whoever looked twice would see what came between.
"""

from collections.abc import Mapping
from typing import TypeVar

Key = TypeVar("Key")

#: Official statistics commonly hide what is below 3 to 10; one family may well scan a code three or four times.
SMALLEST_SHOWN = 5


def shown(counts: Mapping[Key, int]) -> dict[Key, int]:
    """The counts that are not hidden."""
    return {key: count for key, count in counts.items() if count >= SMALLEST_SHOWN}
