"""What differs between two contents of a page or a row, as revisions hold them: field → before and after."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations

from audit.reading.values import readable, said
from audit.words.pairs import pair

Content = Mapping[str, Any]
Changes = dict[str, tuple[str, str]]

#: What saving itself writes into a page, and what stands in the log in other words.
OF_SAVING = frozenset(
    {
        *("pk", "path", "depth", "numchild", "url_path", "content_type", "translation_key", "locale", "alias_of"),
        *("live", "has_unpublished_changes", "draft_title", "latest_revision", "live_revision", "owner"),
        *("first_published_at", "last_published_at", "latest_revision_created_at", "expired", "sort_order"),
        *("locked", "locked_at", "locked_by", "wagtail_admin_comments"),
    }
)


def content_changes(model: type[models.Model], before: Content, after: Content) -> Changes:
    """Of a model's contents; a part that consists of rows is told row by row, where they differ."""
    relations = {relation.get_accessor_name(): relation.related_model for relation in get_all_child_relations(model)}
    names = [name for name in {**before, **after} if name not in OF_SAVING and before.get(name) != after.get(name)]
    found: Changes = {}
    for name in names:
        old, new = before.get(name), after.get(name)
        texts = _rows(relations[name], old, new) if name in relations else _values(model, name, old, new)
        if texts[0] != texts[1]:
            found[name] = pair(*texts)
    return found


def _values(model: type[models.Model], name: str, old: Any, new: Any) -> tuple[str, str]:
    """Without the marks of rich text, unless nothing else differs."""
    raw = _value(model, name, old), _value(model, name, new)
    plain = readable(raw[0]), readable(raw[1])
    return raw if plain[0] == plain[1] else plain


def _value(model: type[models.Model], name: str, value: Any) -> str:
    fields = {field.name: field for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    field = fields.get(name)
    if field is None:
        return "" if value is None else str(value)
    if isinstance(value, list) and field.many_to_many:
        return ", ".join(sorted(said(field, each) for each in value))
    return said(field, value)


def _rows(model: type[models.Model], old: Any, new: Any) -> tuple[str, str]:
    before, after = ([_row(model, row) for row in rows or ()] for rows in (old, new))
    kept = [(one, other) for one, other in zip_longest(before, after, fillvalue="") if one != other]
    return "\n".join(filter(None, (one for one, _ in kept))), "\n".join(filter(None, (other for _, other in kept)))


def _row(model: type[models.Model], row: Content) -> str:
    return " · ".join(_parts(model, row))


def _parts(model: type[models.Model], row: Content) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        if field.name not in OF_SAVING and not field.primary_key and not isinstance(field, ParentalKey):
            text = said(field, row.get(field.name))
            if text:
                yield f"{field.verbose_name}: {readable(text)}"
