"""The shape of what one change touches: public keys, each of a kind that somebody keeps something under."""

from collections.abc import Iterable
from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Touched:
    """The public things whose answer may be another one after a change.

    A list has one address, whatever is asked of it behind a "?". `frame` is what stands around every page.
    """

    #: Keys of the finder's entries (`consequences.keys`).
    entries: frozenset[str] = frozenset()
    #: Addresses of single pages, such as "/thu-tuc/1-001/".
    pages: frozenset[str] = frozenset()
    #: Addresses of pages that gather others, such as "/thu-tuc/".
    lists: frozenset[str] = frozenset()
    #: Addresses of feeds.
    feeds: frozenset[str] = frozenset()
    #: Numbers of files in the desk's library.
    files: frozenset[int] = frozenset()
    #: Permanent codes, as they stand in QR codes.
    codes: frozenset[str] = frozenset()
    #: Keys of what is printed on paper (`consequences.keys`).
    papers: frozenset[str] = frozenset()
    frame: bool = False

    @classmethod
    def of(
        cls,
        *,
        entries: Iterable[str] = (),
        pages: Iterable[str] = (),
        lists: Iterable[str] = (),
        feeds: Iterable[str] = (),
        files: Iterable[int] = (),
        codes: Iterable[str] = (),
        papers: Iterable[str] = (),
        frame: bool = False,
    ) -> "Touched":
        """From whatever can be gone through once."""
        return cls(
            entries=frozenset(entries),
            pages=frozenset(pages),
            lists=frozenset(lists),
            feeds=frozenset(feeds),
            files=frozenset(files),
            codes=frozenset(codes),
            papers=frozenset(papers),
            frame=frame,
        )

    def __or__(self, other: "Touched") -> "Touched":
        """What the two touch together."""
        return Touched(*(getattr(self, each.name) | getattr(other, each.name) for each in fields(self)))

    def __bool__(self) -> bool:
        """Whether anything is touched at all."""
        return any(getattr(self, each.name) for each in fields(self))
