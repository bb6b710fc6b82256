"""Keeps the desk's entries in step: what Wagtail saves, deletes, imports in bulk or rebuilds."""

from collections.abc import Iterable

from django.db import connection, models
from modelsearch.backends.base import BaseIndex, get_model_root
from modelsearch.index import Indexed, get_indexed_models

from search.desk.words import name_and_text
from search.models import DeskEntry

PORTION = 500


def table_label(model: type[models.Model]) -> str:
    """The label under which entries of a model are kept: pages of all types share the numbers of one table."""
    return get_model_root(model._meta.concrete_model)._meta.label_lower


class DeskIndex(BaseIndex):
    """The table `DeskEntry` as Wagtail's search writes to it; a thing saved again replaces its entry."""

    def add_items(self, model: type[models.Model], items: Iterable[Indexed]) -> None:
        """Writes the entries of objects of one model."""
        label = table_label(model)
        entries = [_entry(label, item) for item in {item.pk: item for item in items}.values()]
        DeskEntry.objects.bulk_create(
            entries,
            batch_size=PORTION,
            update_conflicts=True,
            unique_fields=["model", "object_id"],
            update_fields=["name", "text"],
        )

    def delete_item(self, item: Indexed) -> None:
        """Takes away the entry of an object that is being deleted and still has its number."""
        DeskEntry.objects.filter(model=table_label(type(item)), object_id=item.pk).delete()

    def reset(self) -> None:
        """Empties the table."""
        DeskEntry.objects.all().delete()

    def delete_stale(self) -> None:
        """Takes away the entries of what is no longer there."""
        roots = {table_label(model): get_model_root(model) for model in get_indexed_models()}
        DeskEntry.objects.exclude(model__in=roots).delete()
        for label, root in roots.items():
            present = root._base_manager.values("pk")
            DeskEntry.objects.filter(model=label).exclude(object_id__in=present).delete()


class DeskRebuilder:
    """Writes the index anew beneath those who search: each entry is replaced, what is stale goes at the end."""

    def __init__(self, index: DeskIndex) -> None:
        self.index = index

    def start(self) -> DeskIndex:
        """The index to write to."""
        return self.index

    def finish(self) -> None:
        """Removes what is stale and tells the database how its rows are spread now."""
        self.index.delete_stale()
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {DeskEntry._meta.db_table}")


def _entry(label: str, item: Indexed) -> DeskEntry:
    name, text = name_and_text(item)
    return DeskEntry(model=label, object_id=item.pk, name=name, text=text)
