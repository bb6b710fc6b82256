"""What the stored text of a draft has chosen and is no more is taken out of it, asked for all rows of a kind at once.

Wagtail asks for each row and each choice of it, five times a row before the form of a procedure is drawn.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.models import Page

Data = Mapping[str, Any]


def without_lost(page_type: type[Page], data: Data) -> dict[str, Any]:
    """A page's stored text in which every choice exists: a lost one is left empty, a row that cannot be without it is
    left out. A query for each column that chooses something."""
    (own,) = _cleaned(page_type, [data], is_row=False)
    names = {relation.get_accessor_name(): relation.related_model for relation in get_all_child_relations(page_type)}
    return own | {name: _cleaned(model, own[name], is_row=True) for name, model in names.items() if name in own}


def _cleaned(model: type[models.Model], items: Sequence[Data], is_row: bool) -> list[dict[str, Any]]:
    held = {field: _held(field, items) for field in _choices(model)}
    lost = [(item, [field for field in held if _is_lost(field, item, held[field])]) for item in items]
    return [
        {**item, **{field.name: None for field in fields}}
        for item, fields in lost
        if not is_row or all(field.null for field in fields)
    ]


def _choices(model: type[models.Model]) -> Iterable[models.ForeignKey]:
    """The columns that lead to other rows; not to the page itself, nor where what is lost is meant to stay."""
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and not isinstance(field, ParentalKey):
            way = field.remote_field
            if not way.parent_link and way.on_delete is not models.DO_NOTHING:
                yield field


def _held(field: models.ForeignKey, items: Iterable[Data]) -> set[Any]:
    """Those of the chosen that exist."""
    target = field.target_field
    wanted = {target.to_python(item[field.name]) for item in items if item.get(field.name) is not None}
    if not wanted:
        return set()
    rows = field.remote_field.model._default_manager.filter(**{f"{target.name}__in": wanted})
    return set(rows.values_list(target.name, flat=True))


def _is_lost(field: models.ForeignKey, item: Data, held: set[Any]) -> bool:
    chosen = item.get(field.name)
    return chosen is not None and field.target_field.to_python(chosen) not in held
