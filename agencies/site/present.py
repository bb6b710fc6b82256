"""What the pages about agencies show, in the shapes that their templates read."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from agencies.hours.on_day import SpecialDay, hours_on
from agencies.hours.wording import coming, day_in_short, today_in_short, today_text
from agencies.models import Agency, AgencySuccession, UnitSuccession
from agencies.models.agency import AgencyKind
from agencies.reform.lineage import BECAME, CAME_FROM
from agencies.store.places import Found, PlaceMatch
from agencies.store.special_days import special_days
from vietnamese.days import written
from vietnamese.telephone import pieces

Shown = dict[str, Any]


def groups(agencies: Iterable[Agency]) -> list[Shown]:
    """[{label, agencies: [{name, url, address, phone}]}] in the order of the kinds that occur."""
    places = {kind: place for place, kind in enumerate(AgencyKind.values)}
    sorted_by_kind = sorted(agencies, key=lambda agency: places[agency.kind])
    return [
        {"label": AgencyKind(kind).label, "agencies": [_line(agency) for agency in members]}
        for kind, members in groupby(sorted_by_kind, key=lambda agency: agency.kind)
    ]


def places(found: Found, agencies_by_unit: Mapping[int, Agency]) -> Shown:
    """{sentence, communes: [{name, url, asked: [{name, what}]}]}: each commune that may be meant once, as its agency,
    with the names that led to it and what became of them."""
    matches: dict[int, list[PlaceMatch]] = {}
    for match in found.matches:
        matches.setdefault(match.today.pk, []).append(match)
    communes = [_commune(of_one, agencies_by_unit.get(pk)) for pk, of_one in matches.items()]
    return {"sentence": found.sentence, "communes": communes}


def _commune(matches: list[PlaceMatch], agency: Agency | None) -> Shown:
    return {
        "name": agency.name if agency else matches[0].today.name,
        "url": agency.get_absolute_url() if agency else "",
        "asked": [{"name": match.asked_name, "what": match.what} for match in matches],
    }


def counters(agencies: Sequence[Agency], on: date) -> list[Shown]:
    """Places where papers are handed in, as on a day. Two queries however many; none for none."""
    specials = special_days([agency.pk for agency in agencies], on)
    return [counter(agency, on, specials[agency.pk]) for agency in agencies]


def counter(agency: Agency, on: date, specials: Sequence[SpecialDay] = ()) -> Shown:
    """A place where papers are handed in: {name, address, phone (pieces), email, website, hours (lines, as typed),
    map_url, note}, what holds on a day: today {text ("": not known), short, named (the same with the name of the day),
    is_open, reason, notes}, None for one that is not there then, and the days coming that differ [(text, source)]."""
    is_there = agency.is_in_force(on)
    return {
        "name": agency.name,
        "address": agency.address,
        "phone": pieces(agency.phone),
        "email": agency.email,
        "website": agency.website,
        "hours": agency.opening_hours.splitlines(),
        "map_url": map_url(agency),
        "note": agency.note,
        "today": _today(agency, on, specials) if is_there else None,
        "coming": coming(specials, on) if is_there else (),
    }


def _today(agency: Agency, on: date, specials: Sequence[SpecialDay]) -> Shown:
    day = hours_on(agency.opening_hours.splitlines(), specials, on)
    return {
        "text": today_text(day, on),
        "short": today_in_short(day),
        "named": day_in_short(day, on),
        "is_open": day.is_open,
        "reason": day.reason,
        "notes": day.notes,
    }


def linked(agency: Agency) -> Shown:
    """{name, url}."""
    return {"name": agency.name, "url": agency.get_absolute_url()}


def validity_text(agency: Agency, on: date) -> str:
    """A sentence when the agency does not exist on that day; empty when it does."""
    if agency.valid_to and agency.span.has_ended(on):
        return f"Cơ quan này đã chấm dứt hoạt động từ {written(agency.valid_to)}."
    if agency.valid_from and agency.span.is_to_come(on):
        return f"Cơ quan này bắt đầu hoạt động từ {written(agency.valid_from)}."
    return ""


def predecessor(step: AgencySuccession) -> Shown:
    """{name, url, date, what} of what came before; `what` is followed by "từ" and the date."""
    return {**linked(step.predecessor), "date": step.date, "what": CAME_FROM[step.kind]}


def successor(step: AgencySuccession) -> Shown:
    """{name, url, date, what} of what came after; without a name when it was abolished."""
    heir = linked(step.successor) if step.successor else {"name": "", "url": ""}
    return {**heir, "date": step.date, "what": BECAME[step.kind]}


def heir_today(agency: Agency) -> Shown:
    """{name, url, date, what} of who does the work today, after several steps."""
    return {**linked(agency), "date": None, "what": "Hiện nay là"}


def old_unit(step: UnitSuccession) -> str:
    """ "Xã Hải Lệ", "Xã A Dơi (một phần)"."""
    return f"{step.predecessor.name} (một phần)" if step.kind == "split" else step.predecessor.name


def map_url(agency: Agency) -> str:
    """A page of OpenStreetMap with a mark at the agency; "" without coordinates."""
    if agency.latitude is None or agency.longitude is None:
        return ""
    place = f"{agency.latitude}/{agency.longitude}"
    mark = f"mlat={agency.latitude}&mlon={agency.longitude}"
    return f"https://www.openstreetmap.org/?{mark}#map=17/{place}"


def _line(agency: Agency) -> Shown:
    return {**linked(agency), "address": agency.address, "phone": pieces(agency.phone)}
