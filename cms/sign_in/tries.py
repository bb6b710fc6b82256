"""Wrong passwords: whose, from where, how many, and when the next try is taken. Decided in decision record 29.

No name, address or device is kept, only keyed hashes of them in the tables of django-axes, and these for a day; those
of places where somebody did sign in, for `KNOWN_DAYS`.
"""

import datetime
import ipaddress
import unicodedata
from dataclasses import dataclass

from axes.models import AccessAttempt, AccessLog
from django.core.cache import caches
from django.db import DatabaseError
from django.db.models import F, Max, QuerySet, Sum
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from cms.sign_in.devices import device_of
from pages.impatience import impatient
from pages.visitors.clients import nameless, network_of
from pages.visitors.fair_share import CACHE

#: Wrong tries for one account from one place; as TCVN 14423:2026 has it.
MOST = 5
#: Wrong tries for one account from all places together: then only places that the account knows may try.
MOST_FOR_ACCOUNT = 20
#: Wrong tries from one address for all accounts together: then only accounts that have signed in there may try.
MOST_FROM_ADDRESS = 50
COOL_OFF = datetime.timedelta(minutes=15)
KNOWN_DAYS = 60
_WAIT = 1_000  # milliseconds that a count may wait for another writer
_NO_ADDRESS = "::"  # in the row of a device, which is the same wherever it is


@dataclass(frozen=True)
class Try:
    """Somebody at a door, as hashes; `device` is "" unless this account has signed in on it before."""

    account: str
    address: str
    device: str

    @property
    def place(self) -> dict[str, str]:
        """What says in a row of axes where the try was made: a known device, or else an address."""
        return {"ip_address": _NO_ADDRESS if self.device else self.address, "user_agent": self.device}

    @property
    def _key(self) -> str:
        return f"sign_in.{self.account}.{self.address}.{self.device}"


def try_of(request: HttpRequest, username: str) -> Try:
    """The try of this client for that account."""
    account = nameless_account(username)
    return Try(account, nameless_address(request), device_of(request, account))


def nameless_account(username: str) -> str:
    """The hash of a name as somebody typed it; it may be no account, or a password in the wrong field."""
    return nameless("sign_in.account", unicodedata.normalize("NFKC", username))


def nameless_address(request: HttpRequest) -> str:
    """The hash of the client's network in the shape of an address, which is all that the column takes: one of those
    that lead nowhere (RFC 4193)."""
    return hashed_address(network_of(request))


def hashed_address(network: str) -> str:
    """The same for a network that is known."""
    digest = salted_hmac("sign_in.address", network, algorithm="sha256").digest()
    return str(ipaddress.IPv6Address(b"\xfd" + digest[:15]))


def open_again(this: Try) -> datetime.datetime | None:
    """When the next try is taken; None: now."""
    closed = [_until(_recent(username=this.account, **this.place), MOST), _remembered(this)]
    if not this.device and not _is_known(this):
        closed.append(_until(_recent(username=this.account, user_agent=""), MOST_FOR_ACCOUNT))
        closed.append(_until(_recent(ip_address=this.address, user_agent=""), MOST_FROM_ADDRESS))
    return max(filter(None, closed), default=None)


def note_wrong(this: Try) -> None:
    """Counts a wrong try; in this process alone where the database takes nothing."""
    place = this.place
    try:
        with impatient(_WAIT):
            if not _one_more(AccessAttempt.objects.filter(username=this.account, **place)):
                AccessAttempt.objects.create(username=this.account, failures_since_start=1, **place)
    except DatabaseError:
        caches[CACHE].add(this._key, 0, COOL_OFF.total_seconds())
        caches[CACHE].incr(this._key)


def note_right(this: Try) -> None:
    """Somebody has signed in: the account knows this place from now on, and its wrong tries here are forgotten."""
    caches[CACHE].delete(this._key)
    try:
        with impatient(_WAIT):
            AccessAttempt.objects.filter(username=this.account, **this.place).delete()
            known = AccessLog.objects.filter(username=this.account, ip_address=this.address)
            if not known.update(attempt_time=timezone.now()):
                AccessLog.objects.create(username=this.account, ip_address=this.address)
    except DatabaseError:
        return


def prune(days: int = KNOWN_DAYS) -> int:
    """Forgets wrong tries of yesterday, and places where nobody has signed in for so many days; how many rows."""
    now = timezone.now()
    tries = AccessAttempt.objects.filter(attempt_time__lt=now - max(COOL_OFF, datetime.timedelta(days=1)))
    known = AccessLog.objects.filter(attempt_time__lt=now - datetime.timedelta(days=days))
    return tries.delete()[0] + known.delete()[0]


def _one_more(rows: QuerySet) -> int:
    """One more in the row of this place, from one where the last is too long ago; how many rows there are: 0 or 1."""
    now = timezone.now()
    begun_anew = rows.filter(attempt_time__lt=now - COOL_OFF).update(failures_since_start=1, attempt_time=now)
    return begun_anew or rows.update(failures_since_start=F("failures_since_start") + 1, attempt_time=now)


def _recent(**where: str) -> QuerySet:
    return AccessAttempt.objects.filter(attempt_time__gt=timezone.now() - COOL_OFF, **where)


def _until(rows: QuerySet, most: int) -> datetime.datetime | None:
    """When the last of too many is long enough ago; None where they are not too many."""
    seen = rows.aggregate(wrong=Sum("failures_since_start"), last=Max("attempt_time"))
    return seen["last"] + COOL_OFF if (seen["wrong"] or 0) >= most else None


def _remembered(this: Try) -> datetime.datetime | None:
    """The same of what this process counted alone."""
    return timezone.now() + COOL_OFF if caches[CACHE].get(this._key, 0) >= MOST else None


def _is_known(this: Try) -> bool:
    begun = timezone.now() - datetime.timedelta(days=KNOWN_DAYS)
    return AccessLog.objects.filter(username=this.account, ip_address=this.address, attempt_time__gt=begun).exists()
