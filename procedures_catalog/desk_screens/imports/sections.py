"""What stands on the screen of an import, section by section, a page of rows each; as many queries for any size."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Max, Min, QuerySet, Window
from django.db.models.functions import RowNumber

from procedures_catalog.importing.at_desk.comparing import label_of
from procedures_catalog.models import ImportedPage, ImportItem, ImportPart, ImportRun

ROWS = 20
#: Procedures of a group that are named.
_NAMED = 5
CHANGED, NEW, VANISHED, ASKED, REFUSED, WRITTEN = "thay-doi", "moi", "vang-mat", "ca-danh-sach", "khong-nhan", "da-ghi"
LABELS: Mapping[str, str] = {
    ASKED: "Hỏi về cả danh sách",
    CHANGED: "Thay đổi",
    NEW: "Thủ tục mới",
    VANISHED: "Không còn trong danh sách",
    REFUSED: "Không nhận được",
    WRITTEN: "Trang đã ghi",
}
_KINDS = {NEW: "new", VANISHED: "vanished", ASKED: "list", REFUSED: "refused"}


@dataclass(frozen=True, slots=True)
class Group:
    """A part that changes by the same words in so many procedures. `sample` is the part of one of them, `choice` what
    was chosen of all, "mixed" where of some something else."""

    sample: ImportPart
    label: str
    count: int
    choice: str
    named: Sequence[ImportItem]
    questions: Sequence[str]


def sections(run: ImportRun) -> list[tuple[str, str, int]]:
    """Key, label and number of rows of each section that has any. Three queries."""
    kinds = dict(run.items.order_by().values_list("kind").annotate(Count("pk")))
    counts = {section: kinds.get(kind, 0) for section, kind in _KINDS.items()}
    counts[CHANGED] = _parts(run).values("group").distinct().count()
    counts[WRITTEN] = run.pages.count()
    return [(key, label, counts[key]) for key, label in LABELS.items() if counts[key]]


def rows_of(run: ImportRun, section: str, group: str, number: str) -> Page:
    """One page of a section's rows; of the changes groups, or the procedures of one."""
    if section == CHANGED:
        return _of_group(run, group, number) if group else _groups(run, number)
    return _page(_SECTIONS[section](run), number)


def _items(kind: str) -> Callable[[ImportRun], QuerySet[ImportItem]]:
    return lambda run: run.items.filter(kind=kind).select_related("page")


def _written(run: ImportRun) -> QuerySet[ImportedPage]:
    """What was kept back while undoing comes first."""
    return run.pages.select_related("page").order_by(F("kept").desc(), "pk")


_SECTIONS: Mapping[str, Callable[[ImportRun], QuerySet[Any]]] = {
    **{section: _items(kind) for section, kind in _KINDS.items()},
    WRITTEN: _written,
}


def _page(rows: Any, number: str) -> Page:
    return Paginator(rows, ROWS).get_page(number)


# --- Groups ---------------------------------------------------------------------------------------


def _parts(run: ImportRun) -> QuerySet[ImportPart]:
    return ImportPart.objects.filter(item__run=run).order_by()


def _groups(run: ImportRun, number: str) -> Page:
    """What waits for a choice first, then what changes most."""
    counted = (
        _parts(run)
        .values("group")
        .annotate(count=Count("pk"), first=Min("pk"), least=Min("choice"), most=Max("choice"))
    )
    page = _page(counted.order_by("least", "-count", "first"), number)
    samples = _parts(run).select_related("item").in_bulk([row["first"] for row in page.object_list])
    named = _named(run, [row["group"] for row in page.object_list])
    page.object_list = [_group(row, samples[row["first"]], named[row["group"]]) for row in page.object_list]
    return page


def _named(run: ImportRun, groups: Sequence[str]) -> dict[str, list[ImportItem]]:
    place = Window(RowNumber(), partition_by="group", order_by="pk")
    parts = _parts(run).filter(group__in=groups).annotate(place=place).filter(place__lte=_NAMED).select_related("item")
    found: dict[str, list[ImportItem]] = {group: [] for group in groups}
    for part in parts.order_by("pk"):
        found[part.group].append(part.item)
    return found


def _group(row: Mapping[str, Any], sample: ImportPart, named: Sequence[ImportItem]) -> Group:
    choice = row["least"] if row["least"] == row["most"] else "mixed"
    questions = [text for item in named for _, text in item.questions]
    return Group(sample, label_of(sample.name), row["count"], choice, named, list(dict.fromkeys(questions)))


def _of_group(run: ImportRun, group: str, number: str) -> Page:
    page = _page(_parts(run).filter(group=group).select_related("item").order_by("pk"), number)
    page.object_list = [
        Group(part, label_of(part.name), 1, part.choice, [part.item], [text for _, text in part.item.questions])
        for part in page.object_list
    ]
    return page
