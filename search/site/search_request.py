"""What an address of the search page asks for, and the addresses that ask a little differently."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

from django.http import QueryDict

from agencies.day import DAY
from pages.entry import PAGE_KINDS
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.filters import PLACE
from search.question.query import MAX_CHARACTERS
from search.site.facets import as_facets, chosen
from vietnamese.somebodys_numbers import asked_without_numbers
from vietnamese.spelling import squeeze

ON_A_PAGE = 10
MOST_PAGES = 1_000
LONGEST_PLACE = 150


@dataclass(frozen=True, slots=True)
class Asking:
    """The question, the kind ("" for all), the choice of each filter, and whether every letter is meant as typed.
    `place` narrows nothing: it goes with the address, since the reader said where he lives. Of another `day` than today
    only procedures are known, and nothing that they are narrowed by."""

    text: str = ""
    kind: str = ""
    choice: Mapping[str, str] = field(default_factory=dict)
    as_typed: bool = False
    place: str = ""
    day: date | None = None

    @classmethod
    def of(cls, data: QueryDict, another: date | None = None) -> "Asking":
        """What an address says; values that no filter or tab offers count as not chosen. `another` is the day that it
        names, None for today."""
        text = squeeze(data.get("q", "")[:MAX_CHARACTERS])
        if another:
            return cls(text, ProcedurePage.search_kind, as_typed=data.get("dung-chu") == "1", day=another)
        kind = data.get("kind", "")
        place = squeeze(data.get(PLACE, "").replace("\0", "")[:LONGEST_PLACE])
        return cls(
            text=text,
            kind=kind if kind in PAGE_KINDS else "",
            choice=chosen(data),
            as_typed=data.get("dung-chu") == "1",
            place=asked_without_numbers(place)[0],
        )

    @property
    def facets(self) -> dict[str, tuple[str, ...]]:
        """The choice as a `Query` wants it."""
        return as_facets(self.choice)

    @property
    def is_plain(self) -> bool:
        """Whether it is a question and nothing else: no tab, no filter."""
        return not (self.kind or self.choice)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """The pairs of the address that go along when a reader says where he lives."""
        named = {"q": self.text, "kind": self.kind, **self.choice, "dung-chu": "1" if self.as_typed else ""}
        return [(name, value) for name, value in named.items() if value]

    def address(self) -> str:
        """The query part of the address that asks this."""
        beside = {PLACE: self.place, DAY: self.day.isoformat() if self.day else ""}
        return urlencode([*self.kept, *((name, value) for name, value in beside.items() if value)])

    def other_words(self, text: str) -> "Asking":
        """Other words and nothing else, for the same place."""
        return Asking(text, self.kind if self.day else "", place=self.place, day=self.day)

    def of_kind(self, kind: str) -> "Asking":
        """The same under another tab; the filters stay, for the tab's count was counted under them."""
        return replace(self, kind=kind)

    def without(self, parameter: str) -> "Asking":
        """The same with a filter less."""
        return replace(self, choice={name: value for name, value in self.choice.items() if name != parameter})


def first_hit(number: str) -> int:
    """How many hits stand before the page of a number as typed; 0 for what is no number or beyond every page."""
    if not (number.isdecimal() and len(number) <= len(str(MOST_PAGES)) and 0 < int(number) <= MOST_PAGES):
        return 0
    return (int(number) - 1) * ON_A_PAGE
