"""What would move, in words."""

from collections.abc import Iterator, Mapping

from agencies.models import Agency
from procedures_catalog.shelves.shelves import COMMON


def lines_of(counts: Mapping[tuple[int | None, int | None], int]) -> Iterator[str]:
    """A line for each kind of move, most first; `counts` are of `count_misplaced`."""
    names = Agency.objects.in_bulk({agency for move in counts for agency in move if agency})
    for (now, owner), count in sorted(counts.items(), key=lambda each: -each[1]):
        yield f"{_name(names, now)} → {_name(names, owner)}: {count}"


def _name(names: Mapping[int, Agency], agency: int | None) -> str:
    return names[agency].name if agency else COMMON
