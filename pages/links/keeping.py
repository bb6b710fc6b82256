"""Keeps one row for each address that something public holds, and tells when what readers see of one changes."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db import transaction

from consequences.registry import changing
from pages.asking.verdict import Answer, after
from pages.links.sources import sources
from pages.models import OutgoingLink
from pages.models.link import LONGEST_ADDRESS

#: How many addresses one question to the database names.
PORTION = 200


def ensure_links(addresses: Collection[str]) -> dict[str, int]:
    """Address → its row, made where there is none; too long ones have none. Three queries a portion at most."""
    wanted = sorted(address for address in addresses if len(address) <= LONGEST_ADDRESS)
    found: dict[str, int] = {}
    for start in range(0, len(wanted), PORTION):
        portion = wanted[start : start + PORTION]
        found |= _held(portion)
        if missing := [address for address in portion if address not in found]:
            OutgoingLink.objects.bulk_create(map(_row, missing), ignore_conflicts=True)
            found |= _held(missing)
    return found


def _row(address: str) -> OutgoingLink:
    return OutgoingLink(address=address)


def _held(addresses: Collection[str]) -> dict[str, int]:
    return dict(OutgoingLink.objects.filter(address__in=addresses).values_list("address", "pk"))


def gather() -> None:
    """Makes rows for the addresses that are held, and forgets those that nothing public holds any more."""
    held = {row["leads_to"] for source in sources() for row in source.rows(None).iterator()} - {""}
    every = dict(OutgoingLink.objects.values_list("address", "pk"))
    ensure_links({address for address in held - every.keys() if address.lower().startswith(("http://", "https://"))})
    gone = [pk for address, pk in every.items() if address not in held]
    for start in range(0, len(gone), PORTION):
        with changing(OutgoingLink, gone[start : start + PORTION]):
            OutgoingLink.objects.filter(pk__in=gone[start : start + PORTION]).delete()


def write(found: Mapping[str, Answer], on: date) -> None:
    """Writes what was found on a night, in one transaction; an address counts once a night, however often it was
    asked. Readers' pages are told of only where a link breaks or is whole again."""
    with transaction.atomic():
        rows = list(OutgoingLink.objects.filter(address__in=found).exclude(asked_on=on))
        turned = [row.pk for row in rows if _note(row, found[row.address], on)]
        with changing(OutgoingLink, turned):
            OutgoingLink.objects.bulk_update(rows, ["kind", "told", "nights", "failing_since", "asked_on"])


def _note(row: OutgoingLink, answer: Answer, on: date) -> bool:
    """Whether readers see another thing from now on."""
    before, now = row.standing, after(row.standing, answer, on)
    row.kind, row.told, row.asked_on = answer.kind, answer.told, on
    row.nights, row.failing_since = min(now.nights, 9_999), now.since
    return before.is_broken != now.is_broken
