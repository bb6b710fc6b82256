"""What was approved for a later day, told beforehand: what page, sheet and API announce, and what will stand then."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from procedures_catalog.facts.dated.difference import Difference, layer_with, record_with
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.overlay import with_overlay
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.models import DatedDifference, ProcedurePage


def differences_of(identities: Collection[int]) -> Mapping[int, list[Difference]]:
    """Identity → what was approved for it and is not applied yet, the next first. One query."""
    found: dict[int, list[Difference]] = defaultdict(list)
    for row in DatedDifference.objects.announced(identities):
        found[row.identity_id].append(row.as_difference())
    return found


def record_on(page: ProcedurePage, differences: Collection[Difference], on: date) -> ProcedureRecord:
    """What will stand on a day: the page as it is, and whatever begins by then. With no differences it is the effective
    record of that day."""
    due = [each for each in differences if each.day <= on]
    return with_overlay(record_with(official_record(page), due, on), layer_with(page.overlay.raw_data, due), on)
