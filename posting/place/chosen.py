"""The commune that a reader says is his: named in the address (`?xa=`), else remembered by his browser at his wish."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest

from agencies.day import asked_on
from agencies.store.places import PlaceMatch, find_places, who_followed
from posting.place.counters import CommuneCounter, counters
from procedures_catalog.store.filters import PLACE
from vietnamese.somebodys_numbers import asked_without_numbers

Communes = Mapping[str, CommuneCounter]
#: The cookie that remembers it: the commune's code, nothing else.
COOKIE = "xa_phuong"
#: Longer than any place's name with its superiors; what follows is not looked at.
LONGEST_ASKED = 150
#: The request's own attribute that keeps what was looked up.
_KNOWN = "commune_chosen"
_CODE = re.compile(r"\d{5}\Z")


@dataclass(frozen=True, slots=True)
class Choice:
    """One commune among several that may be meant: its code and name, and what leads to it ("Xã Cũ, Huyện Cũ: …")."""

    code: str
    name: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was `asked` for, and the `commune` of today that is meant; where none is certain, `choices` to choose from
    and a `sentence`. `is_remembered` says that the browser remembers it and the address does not say it; `among` are
    the communes of that day, where they were asked for."""

    asked: str = ""
    commune: CommuneCounter | None = None
    choices: Sequence[Choice] = ()
    sentence: str = ""
    is_remembered: bool = False
    among: Communes = field(default_factory=dict, repr=False)


def chosen_in(request: HttpRequest) -> Chosen:
    """What a request chooses, looked up once for it: a commune of today, also where the answer speaks of another day.
    No query where it chooses nothing; one for a commune's code."""
    known = vars(request)
    if _KNOWN not in known:
        known[_KNOWN] = _chosen(request, asked_on(request))
    return known[_KNOWN]


def known_choice(request: HttpRequest) -> Chosen | None:
    """What was looked up for a request already; None where nothing of its answer asked for it."""
    return vars(request).get(_KNOWN)


def _chosen(request: HttpRequest, on: date) -> Chosen:
    asked = request.GET.get(PLACE, "").replace("\0", "").strip()[:LONGEST_ASKED]
    if asked:
        return meant(asked, on)
    remembered = request.COOKIES.get(COOKIE, "")
    held = counters(on) if _CODE.match(remembered) else {}
    return Chosen(commune=held[remembered], is_remembered=True, among=held) if remembered in held else Chosen()


def meant(asked: str, on: date) -> Chosen:
    """The commune of a day that a code or a name means, of whatever day the code or name is; somebody's number, also
    among words, is only told of, and is not what was asked."""
    if told := asked_without_numbers(asked)[1]:
        return Chosen(sentence=told)
    held = counters(on)
    if asked in held:
        return Chosen(asked, held[asked], among=held)
    return _of_code(asked, on, held) if _CODE.match(asked) else _of_name(asked, on, held)


def _of_code(code: str, on: date, held: Communes) -> Chosen:
    """By the communes that hold the ground of the one that had this code last."""
    last, heirs = who_followed(code, on)
    choices = [Choice(heir.code, heir.name, f"{last} có mã này.") for heir in heirs if heir.code in held]
    only = held[choices[0].code] if len(choices) == 1 else None
    return Chosen(code, only, choices, "" if choices else f"Không có xã, phường nào mang mã {code}.", among=held)


def _of_name(asked: str, on: date, held: Communes) -> Chosen:
    found = find_places(asked, on)
    choices: dict[str, Choice] = {}
    for match in found.matches:
        if match.today.code in held:
            choices.setdefault(match.today.code, Choice(match.today.code, match.today.name, _what(match)))
    only = held.get(found.commune.code) if found.commune else None
    sentence = found.sentence or ("" if choices else "Không có xã, phường nào tên như vậy trong danh mục của cổng.")
    return Chosen(asked, only, tuple(choices.values()), sentence, among=held)


def _what(match: PlaceMatch) -> str:
    return "" if match.asked is match.today else f"{match.asked_name}: {match.what}"
