"""What the stored text of a draft has chosen is read for all rows of a kind at once, and kept with the rows; what is no
more is taken out of the text.

Wagtail asks for each row and each choice of it, five times a row before the form of a procedure is drawn.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Page, Revision

Data = Mapping[str, Any]
#: What nobody chooses: Wagtail puts the page's own in its place as soon as the text is read.
_OF_THE_PAGE = frozenset({"content_type", "locale", "latest_revision", "owner", "locked_by", "alias_of"})


class Chosen:
    """What was chosen, by the column that it is found by: key → the row, None for one that is no more."""

    def __init__(self) -> None:
        self._rows: dict[models.Field, dict[Any, models.Model | None]] = {}

    def of(self, field: models.ForeignKey, items: Iterable[Data]) -> dict[Any, models.Model]:
        """What these stored rows have chosen in a column and is there. One query, for what was not asked for yet."""
        target = field.target_field
        known = self._rows.setdefault(target, {})
        wanted = {target.to_python(item[field.name]) for item in items if item.get(field.name) is not None}
        if unasked := wanted - known.keys():
            known |= dict.fromkeys(unasked) | _rows_by(field, unasked)
        return {key: row for key in wanted if (row := known[key]) is not None}

    def keep_with(self, page: Page) -> None:
        """Lets a page have its rows at hand, and what it and they have chosen as far as that was read. No query for a
        page that was made of a text, one a kind of row for the page itself."""
        self._keep(page)
        for relation in get_all_child_relations(page):
            if (name := relation.get_accessor_name()) != COMMENTS_RELATION_NAME:
                for row in getattr(page, name).get_object_list():
                    self._keep(row)

    def _keep(self, row: models.Model) -> None:
        for field in _choices(type(row)):
            chosen = self._rows.get(field.target_field, {}).get(getattr(row, field.attname))
            if chosen is not None:
                field.set_cached_value(row, chosen)


_together: ContextVar[Chosen | None] = ContextVar("together", default=None)


@contextmanager
def read_together() -> Iterator[None]:
    """While this lasts, what several texts have chosen is asked for once."""
    token = _together.set(Chosen())
    try:
        yield
    finally:
        _together.reset(token)


def chosen_in_hand() -> Chosen:
    """What was read of others of these texts; nothing where one is read by itself."""
    return _together.get() or Chosen()


def without_lost(page_type: type[Page], data: Data, chosen: Chosen) -> dict[str, Any]:
    """A page's stored text in which every choice exists: a lost one is left empty, a row that cannot be without it is
    left out. A query for each column that chooses something."""
    (own,) = _cleaned(page_type, [data], chosen, is_row=False)
    names = {relation.get_accessor_name(): relation.related_model for relation in get_all_child_relations(page_type)}
    return own | {name: _cleaned(model, own[name], chosen, is_row=True) for name, model in names.items() if name in own}


def _cleaned(model: type[models.Model], items: Sequence[Data], chosen: Chosen, is_row: bool) -> list[dict[str, Any]]:
    held = {field: chosen.of(field, items) for field in _choices(model)}
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
            is_chosen = not (issubclass(model, Page) and field.name in _OF_THE_PAGE)
            if is_chosen and not way.parent_link and way.on_delete is not models.DO_NOTHING:
                yield field


def _rows_by(field: models.ForeignKey, keys: Iterable[Any]) -> dict[Any, models.Model]:
    """Those that exist; of an earlier text of the page no more than that it does."""
    target, model = field.target_field, field.remote_field.model
    rows = model._default_manager.order_by().filter(**{f"{target.name}__in": keys})
    return {getattr(row, target.attname): row for row in (rows.only("pk") if model is Revision else rows)}


def _is_lost(field: models.ForeignKey, item: Data, held: Mapping[Any, models.Model]) -> bool:
    chosen = item.get(field.name)
    return chosen is not None and field.target_field.to_python(chosen) not in held
