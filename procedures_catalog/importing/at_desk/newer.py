"""A newer list that a command fetched stands in the place of those that still wait: what people chose of them goes over
where the newer one says the same."""

from collections.abc import Iterable

from procedures_catalog.importing.journal import end
from procedures_catalog.models import ImportItem, ImportPart, ImportRun

_NEWER = "Đã có tệp mới hơn thay thế; những lựa chọn còn đúng đã chuyển sang lần nhập mới."


def take_the_place(run: ImportRun) -> None:
    """Ends the older lists that commands fetched and that wait, and takes over what was chosen of them. What somebody
    handed in himself stays."""
    older = list(ImportRun.objects.filter(state="waiting", author=None, pk__lt=run.pk).order_by("pk"))
    if not older:
        return
    _carry_parts(run, older)
    _carry_items(run, older)
    run.deciders = sorted({key for each in older for key in each.deciders})
    for each in older:
        each.message = _NEWER
        end(each, "given_up")


def _carry_parts(run: ImportRun, older: Iterable[ImportRun]) -> None:
    chosen = ImportPart.objects.filter(item__run__in=older).order_by("pk")
    told = {(key, group): choice for key, group, choice in chosen.values_list("item__key", "group", "choice")}
    parts = list(ImportPart.objects.filter(item__run=run).select_related("item"))
    for part in parts:
        part.choice = told.get((part.item.key, part.group), part.choice)
    ImportPart.objects.bulk_update(parts, ["choice"], batch_size=200)


def _carry_items(run: ImportRun, older: Iterable[ImportRun]) -> None:
    chosen = ImportItem.objects.filter(run__in=older, kind__in=["new", "vanished"]).exclude(choice="").order_by("pk")
    told = {(kind, key): choice for kind, key, choice in chosen.values_list("kind", "key", "choice")}
    items = list(run.items.filter(kind__in=["new", "vanished"]))
    for item in items:
        item.choice = told.get((item.kind, item.key), item.choice)
    ImportItem.objects.bulk_update(items, ["choice"], batch_size=200)
