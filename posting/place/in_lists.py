"""Where the procedures of a list are handed in at the reader's own commune."""

from dataclasses import dataclass

from django.http import HttpRequest

from agencies.day import day_of
from posting.place.chosen import Chosen, chosen_in
from procedures_catalog.facts.agencies.counters_part import letters_of
from procedures_catalog.store.at_centres import communes_take_provincial


@dataclass(frozen=True, slots=True)
class InList:
    """What was chosen, and which letters of `counters_part` say that the commune's centre takes the papers."""

    chosen: Chosen
    taken: frozenset[str] = frozenset()

    def office(self, letter: str) -> str:
        """The commune's counter for a procedure with that letter; "" where it does not take it or none is known."""
        counter = self.chosen.commune.counter if self.chosen.commune else None
        return counter["name"] if counter and letter in self.taken else ""


def commune_in_list(request: HttpRequest) -> InList:
    """For the list of a request. No query where no commune is chosen, else two."""
    chosen = chosen_in(request)
    if chosen.commune is None:
        return InList(chosen)
    takes = communes_take_provincial(day_of(request))
    return InList(chosen, letters_of("decides", takes) | letters_of("receives", takes))
