"""What the catalogue tells the finder, many procedures at a time."""

from collections.abc import Iterable, Iterator

from pages.entry import SearchEntry
from procedures_catalog.loading import with_facts
from procedures_catalog.models import ProcedurePage

PORTION = 200


def procedure_entries(page_ids: Iterable[int] | None = None) -> Iterator[SearchEntry]:
    """An entry for each published procedure, or for those of the given ids that are published."""
    pages = ProcedurePage.objects.live().public()
    for ids in _portions(pages.order_by("pk").values_list("pk", flat=True) if page_ids is None else page_ids):
        for page in with_facts(pages.filter(pk__in=ids)):
            entry = page.search_entry()
            if entry is not None:
                yield entry


def _portions(ids: Iterable[int]) -> Iterator[list[int]]:
    everything = list(ids)
    return (everything[start : start + PORTION] for start in range(0, len(everything), PORTION))
