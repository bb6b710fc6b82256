"""Where the procedures of a list are handed in at the reader's own commune."""

from dataclasses import dataclass

from django.http import HttpRequest

from agencies.day import another_day, day_of
from posting.place.chosen import Chosen, chosen_in
from procedures_catalog.facts.agencies.counters_part import letters_of
from procedures_catalog.facts.agencies.known_offices import USUALLY, said_offices
from procedures_catalog.known_offices import Directory, directory
from procedures_catalog.store.at_centres import communes_take_provincial


@dataclass(frozen=True, slots=True)
class InList:
    """What was chosen, and which letters of `counters_part` say that the commune's centre takes the papers."""

    chosen: Chosen
    taken: frozenset[str] = frozenset()
    known: Directory | None = None

    def office(self, letter: str) -> str:
        """The commune's counter for a procedure with that letter; "" where it does not take it or none is known."""
        counter = self.chosen.commune.counter if self.chosen.commune else None
        return counter["name"] if counter and letter in self.taken else ""

    def own(self, line: str) -> str:
        """Where the line of the answer names offices of other kinds, those of the commune that are meant; "" where not
        all of them are known."""
        code = self.chosen.commune.code if self.chosen.commune else ""
        found = self.known.offices.all_meant(said_offices(line), code) if self.known and code else ()
        usually = USUALLY if line.startswith(USUALLY) else ""
        return usually + " hoặc ".join(office.name for office in found) if found else ""


def commune_in_list(request: HttpRequest) -> InList:
    """For the list of a request. No query where no commune is chosen, else three. Of another day its lines name no
    office: only where they lead does the choice stay."""
    chosen = chosen_in(request)
    if chosen.commune is None or another_day(request):
        return InList(chosen)
    takes = communes_take_provincial(day_of(request))
    taken = letters_of("decides", takes) | letters_of("receives", takes)
    return InList(chosen, taken, directory(day_of(request)))
