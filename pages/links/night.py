"""A night's work: asks the addresses that are due, a few sites at a time and each site gently, and writes what counts.

What was answered is written every few answers, so that a run that is killed goes on where it stopped. Silence is kept
until the end: only then is it known whether the sites were silent or the portal had no network.
"""

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from queue import SimpleQueue
from threading import Event
from urllib.parse import urldefrag, urlsplit

from django.db.models import F

from pages.asking.ask import Manner, ask
from pages.asking.verdict import HARD, UNASKED, Answer, carries
from pages.links.keeping import gather, write
from pages.links.on_pages import ensure_on_pages
from pages.models import OutgoingLink

#: Sites that are asked at the same time, and answers that are written together.
AT_ONCE, WRITTEN_AT_ONCE = 4, 20
#: After so many addresses of a site without any answer the others are not tried.
SILENT_AFTER = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """How long the night is, and how long a site is left alone between two questions; in seconds."""

    whole: float = 3600
    pause: float = 1


@dataclass(slots=True)
class Night:
    """What a run has found: the sites that were asked, those that answered, whether the network carried."""

    asked: int = 0
    left: int = 0
    sites: set[str] = field(default_factory=set)
    reached: dict[str, str] = field(default_factory=dict)  # site → an address that answered
    silent: dict[str, Answer] = field(default_factory=dict)
    is_network_down: bool = False


def check_links(on: date, manner: Manner, limits: Limits | None = None) -> Night:
    """Asks what is due on a night, those with something against them first, then those that were asked longest ago."""
    limits = limits or Limits()
    ensure_on_pages()
    gather()
    due = _due(on)
    night = Night()
    fresh: dict[str, Answer] = {}
    for address, answer in _answers(due, manner, limits):
        night.asked += 1
        _sort(night, fresh, address, answer)
        if len(fresh) >= WRITTEN_AT_ONCE:
            write(fresh, on)
            fresh.clear()
    write(fresh, on)
    _conclude(night, manner, on)
    night.left = OutgoingLink.objects.exclude(asked_on=on).count()
    return night


def _due(on: date) -> dict[str, list[str]]:
    """Site → its addresses in their order."""
    rows = OutgoingLink.objects.exclude(asked_on=on).order_by("-nights", F("asked_on").asc(nulls_first=True), "pk")
    found: dict[str, list[str]] = defaultdict(list)
    for address in rows.values_list("address", flat=True):
        found[_site(address)].append(address)
    return found


def _site(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _sort(night: Night, fresh: dict[str, Answer], address: str, answer: Answer) -> None:
    """Puts an answer with those to be written now, or with the silence that is judged at the end."""
    if answer.kind != UNASKED:
        night.sites.add(_site(address))
    if answer.is_reached:
        night.reached.setdefault(_site(address), address)
    (fresh if answer.is_reached or answer.kind == UNASKED else night.silent)[address] = answer


def _conclude(night: Night, manner: Manner, on: date) -> None:
    """Judges the silence: of nearly all sites, or with a site silent that answered an hour ago, it is the portal that
    had no network, and nothing is written of them."""
    if not night.silent:
        return
    night.is_network_down = not carries(len(night.reached), len(night.sites)) or not _still_carries(night, manner)
    if not night.is_network_down:
        silent = list(night.silent.items())
        for start in range(0, len(silent), WRITTEN_AT_ONCE):
            write(dict(silent[start : start + WRITTEN_AT_ONCE]), on)


def _still_carries(night: Night, manner: Manner) -> bool:
    return any(ask(address, manner).is_reached for address in list(night.reached.values())[:SILENT_AFTER])


# --- Asking many ----------------------------------------------------------------------------------


def _answers(due: Mapping[str, list[str]], manner: Manner, limits: Limits) -> Iterator[tuple[str, Answer]]:
    """The answers as they come; the threads ask and nothing else. They end when nobody wants answers any more."""
    bell = _Bell(limits)
    came: SimpleQueue[tuple[str, Answer] | None] = SimpleQueue()

    def ask_site(addresses: list[str]) -> None:
        try:
            for found in _of_site(addresses, manner, bell):
                came.put(found)
        finally:
            came.put(None)

    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="links") as pool, bell:
        for addresses in due.values():
            pool.submit(ask_site, addresses)
        open_sites = len(due)
        while open_sites:
            found = came.get()
            if found is None:
                open_sites -= 1
            else:
                yield found


class _Bell:
    """Rings when the night is over, or when nobody listens any more."""

    def __init__(self, limits: Limits) -> None:
        self._rung = Event()
        self._pause, self._over = limits.pause, time.monotonic() + limits.whole

    def __enter__(self) -> None:
        """Leaving rings it."""

    def __exit__(self, *_error: object) -> None:
        self._rung.set()

    def has_rung(self) -> bool:
        """Whether to stop."""
        return self._rung.is_set() or time.monotonic() >= self._over

    def rest(self) -> None:
        """Leaves a site alone for a while."""
        self._rung.wait(self._pause)


def _of_site(addresses: list[str], manner: Manner, bell: _Bell) -> Iterator[tuple[str, Answer]]:
    """One site's addresses, one after the other; parts of one page are asked once. A site that falls silent is left,
    and if its name does not exist that is the answer for all of them."""
    asked: dict[str, Answer] = {}
    silence = 0
    for address in addresses:
        target = urldefrag(address).url
        if target not in asked:
            if asked:
                bell.rest()
            if bell.has_rung() or silence >= SILENT_AFTER:
                break
            asked[target] = ask(target, manner)
            silence = 0 if asked[target].is_reached else silence + 1
        yield address, asked[target]
    answers = list(asked.values())
    if silence >= SILENT_AFTER and all(answer.kind == HARD and not answer.is_reached for answer in answers):
        yield from ((address, answers[0]) for address in addresses if urldefrag(address).url not in asked)
