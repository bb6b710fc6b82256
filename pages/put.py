"""Writes one page from plain values, and only when something is different."""

import json
from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from wagtail.fields import StreamField
from wagtail.models import Page

from pages.models.base import BasePage


def put_page(parent: Page, page_type: type[BasePage], slug: str, values: Mapping[str, Any]) -> bool:
    """Publishes the page at that address below the parent, on whichever shelf it stands, with these values; whether
    anything had to be written.

    StreamFields are given as stream data: [{type, value}]. ValidationError for values that are no page.
    """
    page = page_type.objects.filter(url_path=f"{parent.url_path}{slug}/").first()
    if page is None:
        _add(parent, page_type(slug=slug, live=False), values)
        return True
    changed = change(page, values)
    if changed:
        publish(page)
    return changed


def change(instance: Model, values: Mapping[str, Any]) -> bool:
    """Sets the values that are different; whether there were any. Does not save."""
    wanted = {name: _as_kept(instance, name, value) for name, value in values.items()}
    different = {name: value for name, value in wanted.items() if not _same(instance, name, value)}
    for name, value in different.items():
        setattr(instance, name, value)
    return bool(different)


def publish(page: Page) -> None:
    """Publishes the page as it is, as an editor would: with a revision and Wagtail's signal."""
    page.save_revision().publish()


def _add(parent: Page, page: BasePage, values: Mapping[str, Any]) -> None:
    change(page, values)
    parent.refresh_from_db()  # the tree's own columns grow stale when others add pages
    parent.add_child(instance=page)
    publish(page)


def _as_kept(instance: Model, name: str, value: Any) -> Any:
    field = instance._meta.get_field(name)
    return field.to_python(json.dumps(value)) if isinstance(field, StreamField) else value


def _same(instance: Model, name: str, value: Any) -> bool:
    field, present = instance._meta.get_field(name), getattr(instance, name)
    if isinstance(field, StreamField):
        return _without_ids(field.get_prep_value(present)) == _without_ids(field.get_prep_value(value))
    return present == value


def _without_ids(stream: list) -> Any:
    """The stream data without the ids that every piece is given when it is saved."""
    return json.loads(json.dumps(stream), object_hook=lambda piece: {key: piece[key] for key in piece if key != "id"})
