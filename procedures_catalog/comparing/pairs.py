"""Which row of one version is which row of the other: the same words first, then the same address, then the likest."""

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from procedures_catalog.comparing.items import Item
from procedures_catalog.comparing.words import words_of

Pair = tuple[Item | None, Item | None]

# Below this share of common words two rows are two things, and one is told as gone, the other as new.
_ALIKE = 0.4
# Comparing every row with every other is left out where it would take long; such rows are told as gone and new.
_MOST_COMPARED = 2_500


def paired(before: Sequence[Item], after: Sequence[Item]) -> tuple[Pair, ...]:
    """Each row of both versions once, in the order of the later one; what went stands behind what stood before it."""
    match: dict[int, int] = {}
    for key in (_same_words, _same_address, _same_label):
        _match_by(key, before, after, match)
    _match_alike(before, after, match)
    return tuple(_in_order(before, after, match))


def _same_words(item: Item) -> Any:
    return item.label if not item.text and item.items else "", item.said()


def _same_address(item: Item) -> Any:
    return item.id or None


def _same_label(item: Item) -> Any:
    """Only rows that hold others are known by their label: a channel by its kind, a case by its name."""
    return item.label if item.items else None


def _match_by(key: Callable[[Item], Any], before: Sequence[Item], after: Sequence[Item], match: dict[int, int]) -> None:
    """Adds pairs (place after → place before) of rows with the same key, each row once."""
    free: dict[Any, list[int]] = {}
    taken = set(match.values())
    for place, item in enumerate(before):
        if place not in taken and key(item) is not None:
            free.setdefault(key(item), []).append(place)
    for place, item in enumerate(after):
        if place not in match and free.get(key(item)):
            match[place] = free[key(item)].pop(0)


def _match_alike(before: Sequence[Item], after: Sequence[Item], match: dict[int, int]) -> None:
    gone, come = _left(before, after, match)
    if len(gone) * len(come) <= _MOST_COMPARED:
        likeness = sorted(((_likeness(before[a], after[b]), -a, -b) for a in gone for b in come), reverse=True)
        for ratio, a, b in likeness:
            if ratio >= _ALIKE and -b not in match and -a not in match.values():
                match[-b] = -a
    _match_the_only_ones(before, after, match)


def _match_the_only_ones(before: Sequence[Item], after: Sequence[Item], match: dict[int, int]) -> None:
    """What is left is one row of its label on either side: the fee that was, and the one that is."""
    gone, come = _left(before, after, match)
    for place in come:
        label = after[place].label
        same = [earlier for earlier in gone if before[earlier].label == label]
        if len(same) == 1 and [after[other].label for other in come].count(label) == 1:
            match[place] = same[0]


def _left(before: Sequence[Item], after: Sequence[Item], match: dict[int, int]) -> tuple[list[int], list[int]]:
    taken = set(match.values())
    gone = [place for place in range(len(before)) if place not in taken]
    return gone, [place for place in range(len(after)) if place not in match]


def _likeness(one: Item, other: Item) -> float:
    if bool(one.items) != bool(other.items):
        return 0
    matcher = SequenceMatcher(None, words_of(one.said()), words_of(other.said()), autojunk=False)
    return matcher.quick_ratio() and matcher.ratio() if matcher.real_quick_ratio() >= _ALIKE else 0


def _in_order(before: Sequence[Item], after: Sequence[Item], match: dict[int, int]) -> Iterator[Pair]:
    kept = set(match.values())
    told: set[int] = set()
    for place, item in enumerate(after):
        here = match.get(place)
        if here is not None:
            for earlier in range(here):
                if earlier not in kept and earlier not in told:
                    told.add(earlier)
                    yield before[earlier], None
        yield (before[here] if here is not None else None), item
    yield from ((before[place], None) for place in range(len(before)) if place not in kept | told)


def is_moved(before: Sequence[Item], pairs: Sequence[Pair]) -> bool:
    """Whether rows that both versions have stand in another order now."""
    place = {id(item): number for number, item in enumerate(before)}
    order = [place[id(one)] for one, other in pairs if one is not None and other is not None]
    return order != sorted(order)
