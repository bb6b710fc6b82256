"""Which versions are news to those who are told of changes: not those with which a catalogue was brought in.

The first import makes 5,652 first versions, and writes over what was typed in before. Nothing of that changed for
citizens or communes; it is where the telling begins. On an ordinary day some procedures are new, after the greatest
reforms a few dozen; a beginning is when a good part of all that there are came one right after the other.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from procedures_catalog.models import PublishedVersion

#: The part of all procedures that must come at once, and how many at least: a small portal fills by hand.
SHARE = 0.04
FEWEST = 30
#: What follows within so long belongs together, also where the machine is busy.
PAUSE = datetime.timedelta(minutes=1)
#: No import of the same run pauses for so long; who comes after that has read a file first.
BREATH = datetime.timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Beginning:
    """A catalogue that was brought in: the moments of its first and last new procedure, when the last import of it
    began to write, how many procedures were new."""

    start: datetime.datetime
    end: datetime.datetime
    last_import: datetime.datetime
    count: int


def beginnings(since: datetime.datetime) -> list[Beginning]:
    """The catalogues that were brought in from a moment on, the latest first. Two queries."""
    first = PublishedVersion.objects.filter(number=1).order_by("noted_at")
    known = first.filter(noted_at__lt=since).count()
    moments = first.filter(noted_at__gte=since).values_list("noted_at", flat=True)
    return list(_beginnings(list(moments), known))[::-1]


def _beginnings(moments: Sequence[datetime.datetime], known: int) -> Iterator[Beginning]:
    for group in _parted(moments, PAUSE):
        known += len(group)
        if len(group) >= max(FEWEST, SHARE * known):
            *_, last = _parted(group, BREATH)
            yield Beginning(group[0], group[-1], last[0], len(group))


def _parted(moments: Iterable[datetime.datetime], pause: datetime.timedelta) -> Iterator[list[datetime.datetime]]:
    """In groups between which there is a longer pause."""
    group: list[datetime.datetime] = []
    for moment in moments:
        if group and moment - group[-1] > pause:
            yield group
            group = []
        group.append(moment)
    if group:
        yield group


def news(since: datetime.datetime, begun: Iterable[Beginning]) -> QuerySet[PublishedVersion]:
    """The versions from a moment on, without those of the beginnings from then on: the first versions, and what the
    same import wrote over procedures that there were before."""
    versions = PublishedVersion.objects.filter(noted_at__gte=since)
    for beginning in begun:
        versions = versions.exclude(_belongs_to(beginning))
    return versions


def _belongs_to(beginning: Beginning) -> Q:
    there_before = PublishedVersion.objects.filter(
        identity=OuterRef("identity"), number=1, noted_at__lt=beginning.last_import
    )
    is_first = Q(number=1, noted_at__range=(beginning.start, beginning.end))
    return is_first | Q(Exists(there_before), number__gt=1, noted_at__range=(beginning.start, beginning.end + PAUSE))
