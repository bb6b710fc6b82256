"""Sets that are written from something else and follow it, as a decision's: by hand nothing goes into them or out of
them, for the next change there would write over it. The floors above say which sets those are."""

from collections.abc import Callable, Collection, Mapping

from procedures_catalog.models import ChangeSet

#: Sets by number → those of them that follow something, with the address at which it is changed. One query.
Reader = Callable[[Collection[int]], Mapping[int, str]]

_readers: dict[str, Reader] = {}


def followed_by_sets(name: str, reader: Reader) -> None:
    """A floor says which sets follow its things; said twice under one name the last counts."""
    _readers[name] = reader


def followed(sets: Collection[int]) -> dict[int, str]:
    """Set → the address at which what it follows is changed, for those that follow something. A query for each floor
    that has such sets."""
    return {key: address for reader in _readers.values() for key, address in reader(sets).items()}


def address_followed(changes: ChangeSet) -> str:
    """The address at which what a set follows is changed; "" for one that is written by hand."""
    return followed([changes.pk]).get(changes.pk, "")
