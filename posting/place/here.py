"""What a procedure's page says of the reader's own commune: its counter, and the nearest others that take it too."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from wagtail.models import Page

from agencies.day import another_day, asked_on, day_of
from posting.place.chosen import Chosen, chosen_in
from posting.place.commune_place import Place, part_of_communes, with_note
from posting.place.counters import CommuneCounter, nearest
from procedures_catalog.facts.agencies.counters_part import IN_COMMUNES
from procedures_catalog.known_offices import as_of_now

#: So many others are named where papers may be handed in at any of them.
MOST_OTHERS = 3


@dataclass(frozen=True, slots=True)
class Here:
    """What was chosen, and for a commune its `place` in the procedure; `others` with their kilometres are counters of
    other communes that take it as well, the nearest first. `may_help` says that it may be handed in in each commune.
    `of_another` is the day of which the answer speaks where that is not today: counters are known of today."""

    chosen: Chosen
    place: Place | None = None
    others: Sequence[tuple[CommuneCounter, int]] = ()

    may_help: bool = False
    of_another: date | None = None

    @property
    def is_shown(self) -> bool:
        """Whether the reader said anything of his commune."""
        return bool(self.chosen.asked or self.chosen.commune)


def commune_here(request: HttpRequest | None, page: Page) -> Here:
    """What the page says to the reader of a request. No query where no commune is chosen, else three, four where people
    hand in elsewhere."""
    chosen = chosen_in(request) if request else Chosen()
    may_help = bool(IN_COMMUNES & set(page.taken_at))
    if chosen.commune is None or request is None:
        return Here(chosen, may_help=may_help)
    counter, another = chosen.commune.counter, another_day(request)
    if counter and another:
        counter = counter | {"address": as_of_now(counter["address"])}
    part = part_of_communes(page, day_of(request), asked_on(request))
    others = nearest(chosen.commune, chosen.among, MOST_OTHERS) if part.role.is_anywhere else ()
    place = part.at(chosen.commune.name, chosen.commune.code, counter)
    return Here(chosen, with_note(place, page, chosen.commune.code), others, may_help, another)
