"""Edition: which version of a procedure is printed, and the address and foot that say so on paper."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from agencies.day import local_day
from paper.contents import Code, Stamp
from procedures_catalog.models import PublishedVersion
from procedures_catalog.versions.noting import versions_to_print

_PORTION = 500


@dataclass(frozen=True, slots=True)
class Edition:
    """One version: its row's id, its number, and the day on which citizens first read it here."""

    version: int
    number: int
    noted_on: datetime.date


def editions_of(identities: Sequence[int], on: datetime.date) -> dict[int, Edition]:
    """The version that each published procedure is printed in on a day, by identity.

    Asked for before the texts are read: a change in between makes a paper that the ledger lists as out of date too
    early, never one that it misses.
    """
    wanted = versions_to_print(identities, on)
    rows = {pk: (number, noted_at) for pk, number, noted_at in _rows(list(wanted.values()))}
    return {
        identity: Edition(version, rows[version][0], local_day(rows[version][1]))
        for identity, version in wanted.items()
    }


def current_edition(identity: int) -> Edition | None:
    """The version that is current now, as it is noted; None before the first was."""
    version = PublishedVersion.objects.without_text().filter(identity=identity, is_current=True).first()
    return Edition(version.pk, version.number, local_day(version.noted_at)) if version else None


def _rows(versions: Sequence[int]) -> Iterable[tuple[int, int, datetime.datetime]]:
    for start in range(0, len(versions), _PORTION):
        rows = PublishedVersion.objects.filter(pk__in=versions[start : start + _PORTION])
        yield from rows.values_list("pk", "number", "noted_at")


def code_of(short_code: str, tag: str = "") -> Code:
    """The permanent address of a procedure, with the paper's tag where it is in the ledger."""
    path = f"/q/{short_code}/{tag}" if tag else f"/q/{short_code}"
    return Code(address=settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path, label=short_code)


def stamp_of(
    printed_at: datetime.datetime,
    tag: str = "",
    edition: Edition | None = None,
    valid_from: datetime.date | None = None,
) -> Stamp:
    """The foot of a paper: version and the day that it holds from, when it was printed, its number in the ledger."""
    local = timezone.localtime(printed_at)
    return Stamp(
        printed_at=f"In lúc {local:%H:%M} ngày {local:%d/%m/%Y}",
        version=f"Phiên bản {edition.number}" if edition else "",
        effective=_effective(edition, valid_from),
        paper=f"Tờ số {tag}" if tag else "",
    )


def _effective(edition: Edition | None, valid_from: datetime.date | None) -> str:
    if valid_from:
        return f"Áp dụng từ {valid_from:%d/%m/%Y}"
    return f"Công bố ngày {edition.noted_on:%d/%m/%Y}" if edition else ""
