"""Whoever guesses is slowed down, and nobody else is by it."""

from cms.demo.editors import PASSWORD
from posting.scan.misses import MOST_A_MINUTE
from procedures_catalog.facts.short_code import new_short_code
from tests.probe.door import Door
from tests.probe.found import Found, check
from tests.probe.portal import PROCESSES
from tests.probe.probe import Probe
from tests.probe.visitor import Visitor

STRANGER, OFFICE = "192.0.2.66", "198.51.100.8"


def _from(door: Door, address: str) -> Visitor:
    """Somebody whom nginx would tell by that address."""
    return Visitor(door, **{"X-Forwarded-For": address})


def _guesses(door: Door, username: str, times: int) -> list[int]:
    return [_from(door, STRANGER).sign_in(username, f"sai-{number}").status for number in range(times)]


@check
def passwords_are_guessed_five_times(probe: Probe) -> Found:
    """Whichever process answers: five tries, then 429 and a time to come again."""
    seen = {username: _guesses(probe.portal, username, 8) for username in ("quantri", "canbo", "khong-co-ai")}
    return Found(all(statuses == [200] * 5 + [429] * 3 for statuses in seen.values()), seen)


@check
def a_stranger_closes_the_door_to_nobody(probe: Probe) -> Found:
    """While somebody guesses an account's password, its owner signs in from the office."""
    _guesses(probe.portal, "duyet", 6)
    seen = {
        "owner": _from(probe.portal, OFFICE).sign_in("duyet", PASSWORD).status,
        "stranger": _from(probe.portal, STRANGER).sign_in("duyet", PASSWORD).status,
    }
    return Found(seen == {"owner": 302, "stranger": 429}, seen)


@check
def an_address_of_ones_own_invention_does_not_help(probe: Probe) -> Found:
    """Behind nginx every try counts for the address that it came from, whatever it says of itself."""
    tries = [Visitor(probe.site, **{"X-Forwarded-For": f"10.0.0.{n}"}) for n in range(6)]
    seen = [visitor.sign_in("bientap", f"sai-{n}").status for n, visitor in enumerate(tries)]
    return Found(seen == [200] * 5 + [429], seen)


@check
def codes_are_guessed_slowly(probe: Probe) -> Found:
    """Codes that were never given out are told so only so often; each process counts alone."""
    visitor = _from(probe.portal, STRANGER)
    codes = [new_short_code() for _ in range(PROCESSES * MOST_A_MINUTE + 10)]
    seen = [visitor.get(f"/q/{code}").status for code in codes]
    return Found(429 in seen, {"first refused": seen.index(429) if 429 in seen else None, "of": len(seen)})
