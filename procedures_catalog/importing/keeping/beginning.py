"""Which procedures a set of dated changes will make public on its day."""

from procedures_catalog.facts.dated.difference import BEGINS
from procedures_catalog.models import DatedDifference
from procedures_catalog.models.change_set import OPEN


def pages_beginning() -> frozenset[int]:
    """The ids of pages that a set which is not applied yet begins. One query."""
    begun = DatedDifference.objects.filter(part=BEGINS, changes__state__in=OPEN)
    return frozenset(begun.exclude(identity__page=None).values_list("identity__page", flat=True))
