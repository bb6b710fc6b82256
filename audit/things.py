"""What a row of the log is about: a thing's kind, key, name and agency, as they were."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

Belongs = Callable[[Any], int | None]

_belongs: dict[type[Model], Belongs] = {}
_called: dict[type[Model], Callable[[Any], str]] = {}
_nameless: set[type[Model]] = set()


@dataclass(frozen=True, slots=True)
class Thing:
    """`kind` is the model in lower case ("agencies.agency"), `agency` the number of the agency that it belongs to."""

    kind: str = ""
    key: str = ""
    name: str = ""
    agency: int | None = None


NOTHING = Thing()


def belongs(model: type[Model], to: Belongs) -> None:
    """A floor says to which agency's number rows of a model, and of its heirs, belong; of others their `agency`."""
    _belongs[model] = to


def nameless(model: type[Model]) -> None:
    """A floor says that the names of a model's rows are words of citizens, which are not written down."""
    _nameless.add(model)


def call(model: type[Model], by: Callable[[Any], str]) -> None:
    """A floor says what rows of a model are called whose own name nobody would know them by."""
    _called[model] = by


def is_nameless(model: type[Model]) -> bool:
    """Whether that was said."""
    return model in _nameless


def thing(row: Model) -> Thing:
    """The thing that a row is."""
    return Thing(row._meta.label_lower, str(row.pk), _name_of(row), _agency_of(row))


def _name_of(row: Model) -> str:
    """Of a row without a name of its own its kind and key."""
    if is_nameless(type(row)):
        return ""
    if type(row) in _called:
        return _called[type(row)](row)
    return str(row) if type(row).__str__ is not Model.__str__ else f"{row._meta.verbose_name} {row.pk}"


def _agency_of(row: Model) -> int | None:
    for model in type(row).__mro__:
        if model in _belongs:
            return _belongs[model](row)
    return getattr(row, "agency_id", None)
