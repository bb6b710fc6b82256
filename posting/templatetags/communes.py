"""What pages of lower floors say to a reader who told them his commune; no query where he told none."""

from typing import Any

from django import template

from agencies.day import day_of
from agencies.models import Agency
from posting.place.chosen import Chosen, chosen_in
from posting.place.counter_list import Taken, taken_at_counter
from posting.place.here import Here, commune_here
from posting.place.in_lists import InList, commune_in_list
from procedures_catalog.store.filters import PLACE

register = template.Library()


@register.simple_tag(takes_context=True, name="commune_chosen")
def commune_chosen_tag(context: Any) -> Chosen:
    """What the reader said of his commune."""
    request = context.get("request")
    return chosen_in(request) if request else Chosen()


@register.simple_tag(takes_context=True, name="commune_here")
def commune_here_tag(context: Any) -> Here:
    """Where the page's procedure is handed in at the reader's own commune; nowhere where it has ended."""
    if context.get("state", {}).get("has_ended"):
        return Here(Chosen())
    return commune_here(context.get("request"), context["page"])


@register.simple_tag(takes_context=True, name="commune_in_list")
def commune_in_list_tag(context: Any) -> InList:
    """The reader's own commune, for a list of procedures."""
    return commune_in_list(context["request"])


@register.filter
def in_commune(address: str, chosen: Chosen) -> str:
    """An address of the portal that keeps the commune which the reader's address names."""
    if not chosen.asked or chosen.commune is None:
        return address
    return f"{address}{'&' if '?' in address else '?'}{PLACE}={chosen.commune.code}"


@register.filter
def office_for(in_list: InList, letter: str) -> str:
    """Its counter where that takes a procedure with this letter, else ""."""
    return in_list.office(letter) if in_list else ""


@register.filter
def own_for(in_list: InList, line: str) -> str:
    """The commune's own offices, such as its police, that a line of the answer means, else ""."""
    return in_list.own(line) if in_list and line else ""


@register.simple_tag(takes_context=True)
def taken_here(context: Any, agency: Agency) -> Taken | None:
    """What a counter takes, in numbers; nothing for an agency that is none."""
    return taken_at_counter(agency, day_of(context["request"]))
