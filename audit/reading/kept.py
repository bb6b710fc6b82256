"""The values of a row as they are, beside the words that the log tells of them: of kinds of rows that somebody may take
a change back of. A floor says which; secrets are never among them."""

import datetime
import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.files.base import File
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, ManyToManyField, Model
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField

from audit.acting import acting
from audit.reading.values import is_secret

#: What a row of the log says beside its words: the values before and after (none of what was not there), the fields
#: whose values are secret, what was joined, the row that it hangs on, and the way on which it was written.
WAS, NOW, SECRET, JOINED, UNDER, WAY = "was", "now", "secret", "joined", "under", "way"
Details = dict[str, Any]
Keeps = Callable[[type[Model]], bool]
_keeps: list[Keeps] = []


def keep_values(keeps: Keeps) -> None:
    """A floor says of which models; said twice it counts once."""
    if keeps not in _keeps:
        _keeps.append(keeps)


def is_kept(model: type[Model]) -> bool:
    """Whether that was said of a model."""
    return any(keeps(model) for keeps in _keeps)


def values_kept(row: Model, fields: Iterable[Field], was: Mapping | None, now: Mapping | None) -> Details:
    """Of these fields; `was` and `now` are column → value, None for a row that was or is not there."""
    if not is_kept(type(row)):
        return {}
    open_, secret = _parted(list(fields))
    sides = {name: _of(open_, values) for name, values in ((WAS, was), (NOW, now))}
    hidden = [field.name for field in secret if any((each or {}).get(field.attname) for each in (was, now))]
    return {**_around(row), **sides, SECRET: hidden, JOINED: _all_joined(row) if now is None else {}}


def joined(row: Model, name: str, keys: Iterable[Any], has_come: bool) -> Details:
    """What came to a row or left it by a field that joins many with many."""
    if not is_kept(type(row)):
        return {}
    return {**_around(row), JOINED: {name: {"came" if has_come else "left": sorted(keys)}}}


def value_kept(field: Field, value: Any) -> Any:
    """One value, as JSON holds it."""
    if isinstance(field, StreamField):
        return field.get_prep_value(value)
    if isinstance(value, File):
        return value.name or ""
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()  # to the microsecond
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def under(row: Model) -> str:
    """What a row hangs on and is edited with, as "agencies.agency:7"; "" for what stands by itself."""
    for field in row._meta.concrete_fields:
        if isinstance(field, ParentalKey):
            return f"{field.related_model._meta.label_lower}:{getattr(row, field.attname)}"
    return ""


def _parted(fields: list[Field]) -> tuple[list[Field], list[Field]]:
    secret = [field for field in fields if is_secret(field.name)]
    return [field for field in fields if field not in secret], secret


def _of(fields: Iterable[Field], values: Mapping | None) -> Details | None:
    if values is None:
        return None
    return {each.attname: value_kept(each, values[each.attname]) for each in fields if each.attname in values}


def _around(row: Model) -> Details:
    way = acting()
    found = {UNDER: under(row), WAY: way.mark if way else ""}
    return {name: value for name, value in found.items() if value}


def _all_joined(row: Model) -> Details:
    """What leaves a row that is deleted."""
    fields = [field for field in row._meta.many_to_many if isinstance(field, ManyToManyField)]
    found = {field.name: sorted(getattr(row, field.name).values_list("pk", flat=True)) for field in fields}
    return {name: {"left": keys} for name, keys in found.items() if keys}
