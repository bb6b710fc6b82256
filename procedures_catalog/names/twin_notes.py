"""Keeps beside each procedure the words that tell it apart from others of its name, whoever changes one of them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from consequences.keys import numbers
from consequences.registry import tell, touched, touches
from consequences.touched import Touched
from procedures_catalog.facts.parts.table import ROLES
from procedures_catalog.facts.titles.twins import Twin, told_apart
from procedures_catalog.models import ProcedureAgency, ProcedureLevel, ProcedurePage, PublishedVersion
from procedures_catalog.store.held_rows import by_page

#: So many pages are asked about at once.
PORTION = 500
#: Page → rows of plain values.
Rows = Mapping[int, list[tuple]]


def connect() -> None:
    """Starts listening; connecting twice changes nothing."""
    touched.connect(_renew_touched, dispatch_uid="procedures_catalog.names")


def _renew_touched(sender: type[Model], what: Touched, **_kwargs: Any) -> None:
    """In the transaction of the change: the twin of what changed may be told apart by other words now."""
    pages = numbers(what.papers, "procedure")
    if pages and sender is not PublishedVersion:
        renew_and_tell(pages)


def renew_and_tell(page_ids: Iterable[int]) -> None:
    """The same for these pages; tells of the others whose words changed with them."""
    ids = list(page_ids)
    tell(ProcedurePage, touches(ProcedurePage, renew_notes(ids).difference(ids)))


def renew_notes(page_ids: Iterable[int]) -> set[int]:
    """Writes what tells these pages and those of the same name apart, and takes it from whatever has no twin any more;
    the pages whose words changed. Six queries for a portion of pages at most."""
    ids, changed = list(page_ids), set[int]()
    for start in range(0, len(ids), PORTION):
        names = ProcedurePage.objects.filter(pk__in=ids[start : start + PORTION]).values("sort_name")
        changed |= _renew(_standing().filter(sort_name__in=names))
    alone = list(_alone().values_list("pk", flat=True))
    ProcedurePage.objects.filter(pk__in=alone).update(twin_note="")
    return changed.union(alone)


def of_shared_names() -> QuerySet:
    """The ids of all pages that have a twin."""
    return _standing().filter(_has_twin()).order_by("pk").values_list("pk", flat=True)


def _standing() -> QuerySet[ProcedurePage]:
    """What can be taken for another: everything public without an end, which would be told beside its name."""
    return ProcedurePage.objects.live().filter(valid_to__isnull=True)


def _alone() -> QuerySet[ProcedurePage]:
    """What has words that it does not need."""
    ends = Q(live=False) | Q(valid_to__isnull=False)
    return ProcedurePage.objects.exclude(twin_note="").filter(ends | ~_has_twin())


def _has_twin() -> Exists:
    return Exists(_standing().filter(sort_name=OuterRef("sort_name")).exclude(pk=OuterRef("pk")))


def _renew(pages: QuerySet[ProcedurePage]) -> set[int]:
    rows = pages.values_list("pk", "code", "official_name", "sort_name", "twin_note", "sector__name", named=True)
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in rows.order_by("pk"):
        groups[row.sort_name].append(row)
    twins = [group for group in groups.values() if len(group) > 1]
    return _write(twins, *_facts([row.pk for group in twins for row in group])) if twins else set()


def _facts(ids: Sequence[int]) -> tuple[Rows, Rows]:
    """Page → levels, and agencies that carry it out or decide, as the text names them; two queries."""
    levels = ProcedureLevel.objects.filter(page__in=ids, valid_to__isnull=True).order_by("sort_order", "pk")
    agencies = ProcedureAgency.objects.filter(page__in=ids, role__in=ROLES[:2]).order_by("sort_order", "pk")
    return by_page(levels.values_list("page", "level")), by_page(agencies.values_list("page", "name"))


def _write(groups: Iterable[Sequence[Any]], levels: Rows, agencies: Rows) -> set[int]:
    changed = []
    for group in groups:
        notes = told_apart([_twin(row, levels[row.pk], agencies[row.pk]) for row in group])
        changed += [(row.pk, notes[row.code]) for row in group if row.twin_note != notes[row.code]]
    pages = [ProcedurePage(pk=pk, twin_note=note) for pk, note in changed]
    ProcedurePage.objects.bulk_update(pages, ["twin_note"], batch_size=PORTION)
    return {pk for pk, _ in changed}


def _twin(row: Any, levels: Iterable[tuple], agencies: Iterable[tuple]) -> Twin:
    own_levels = tuple(dict.fromkeys(level for (level,) in levels))
    names = tuple(dict.fromkeys(name for (name,) in agencies if name))
    return Twin(row.code, row.official_name, own_levels, names, row.sector__name or "")
