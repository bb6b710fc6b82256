"""Edition: which version of a procedure is printed, and the address and foot that say so on paper."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import timezone

from paper.contents import Code, Stamp
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.models import PublishedVersion
from procedures_catalog.presenting.shown import decisions_told
from procedures_catalog.versions.noting import versions_to_print
from vietnamese.days import day_in, written

_PORTION = 500


@dataclass(frozen=True, slots=True)
class Edition:
    """One version: its row's id and its number."""

    version: int
    number: int


def editions_of(identities: Sequence[int], on: datetime.date) -> dict[int, Edition]:
    """The version that each published procedure is printed in on a day, by identity.

    Asked for before the texts are read: a change in between makes a paper that the ledger lists as out of date too
    early, never one that it misses.
    """
    wanted = versions_to_print(identities, on)
    numbers = dict(_rows(list(wanted.values())))
    return {identity: Edition(version, numbers[version]) for identity, version in wanted.items()}


def current_edition(identity: int) -> Edition | None:
    """The version that is current now, as it is noted; None before the first was."""
    version = PublishedVersion.objects.without_text().filter(identity=identity, is_current=True).first()
    return Edition(version.pk, version.number) if version else None


def _rows(versions: Sequence[int]) -> Iterable[tuple[int, int]]:
    for start in range(0, len(versions), _PORTION):
        rows = PublishedVersion.objects.filter(pk__in=versions[start : start + _PORTION])
        yield from rows.values_list("pk", "number")


def code_of(short_code: str, tag: str = "") -> Code:
    """The permanent address of a procedure, with the paper's tag where it is in the ledger."""
    path = f"/q/{short_code}/{tag}" if tag else f"/q/{short_code}"
    return Code(address=settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path, label=short_code)


def stamp_of(
    printed_at: datetime.datetime,
    tag: str = "",
    edition: Edition | None = None,
    effective: str = "",
) -> Stamp:
    """The foot of a paper: version, since when what it says holds (`effective`), when it was printed, its number in the
    ledger."""
    local = timezone.localtime(printed_at)
    return Stamp(
        printed_at=f"In lúc {local:%H:%M} ngày {local:%d/%m/%Y}",
        version=f"Phiên bản {edition.number}" if edition else "",
        effective=effective,
        paper=f"Tờ số {tag}" if tag else "",
    )


def effective_of(page: Any, record: ProcedureRecord) -> str:
    """Since when what a page says holds: its first day, else the day of the decision that made it public. When an
    import brought it here says nothing of that; where no text names a day, it is said to be unknown."""
    if page.valid_from:
        return f"Áp dụng từ {written(page.valid_from)}"
    decided = next(filter(None, map(day_in, decisions_told(record.decision_number, page.local_decision_number))), None)
    return f"Quyết định công bố ngày {written(decided)}" if decided else "Ngày công bố: chưa rõ"
