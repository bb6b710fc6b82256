"""Every place of a record where something can be stated, found from the record's own shape, and how much stands there.

A place is written as a path: "channels", "channels.fees", "legal_bases.number". Inside a row the places are what may
be missing: its lists, its limit, and what is None when nothing is stated. The words of a row move freely between its
other texts (a step's name and its text) and make one place with it.
"""

import dataclasses
import types
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Union, get_args, get_origin, get_type_hints

from procedures_catalog.facts.parts.table import PARTS
from procedures_catalog.facts.record import ProcedureRecord, TimeLimit

#: Rows of one text that only a reader cut out of it: their number says nothing.
_ONE_TEXT = {"steps"}
#: A procedure cannot be without them, and a case needs no name of its own.
_NO_PLACES = {"code", "name", "cases.name"}
_LABELS: Mapping[str, str] = {part.name: part.label for part in PARTS} | {
    "channels.time_limit": "Thời hạn giải quyết",
    "channels.fees": "Phí, lệ phí",
    "channels.fees.amount": "Số tiền phí, lệ phí",
    "channels.notes": "Ghi chú về cách thức thực hiện",
    "cases.papers": "Giấy tờ trong thành phần hồ sơ",
    "legal_bases.number": "Số hiệu văn bản căn cứ",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Stated:
    """How much a record states in one place: values (rows of a list, or the text itself), and words in all of them."""

    values: int
    words: int


def stated(record: ProcedureRecord) -> dict[str, Stated]:
    """What a record states, by place; places with nothing are missing."""
    found = {place: _measured(place, _values(record, place.split("."))) for place in PLACES}
    if record.description is None:  # it repeats the conditions
        found["description"] = found["conditions"]
    return {place: measure for place, measure in found.items() if measure.words}


def _measured(place: str, values: Sequence[Any]) -> Stated:
    words = [count for count in map(_words, values) if count]
    return Stated(min(len(words), 1) if place in _ONE_TEXT else len(words), sum(words))


def _values(value: Any, path: Sequence[str]) -> list[Any]:
    if isinstance(value, tuple):
        return [found for item in value for found in _values(item, path)]
    return _values(getattr(value, path[0]), path[1:]) if path else [value]


def _words(value: Any) -> int:
    if isinstance(value, str):
        return len(value.split())
    if isinstance(value, tuple):
        return sum(map(_words, value))
    if isinstance(value, TimeLimit):  # its unit alone says nothing
        return _words((value.number, value.text))
    if dataclasses.is_dataclass(value):
        return sum(_words(getattr(value, field.name)) for field in _compared(type(value)))
    return int(value is not None and not isinstance(value, bool))


# --- The places of a shape ------------------------------------------------------------------------


def _compared(shape: type[Any]) -> Iterator[dataclasses.Field[Any]]:
    """The fields that a national record speaks of."""
    return (field for field in dataclasses.fields(shape) if field.compare and not field.metadata.get("own"))


def places_of(shape: type[Any], prefix: str = "") -> Iterator[str]:
    """The paths of a shape's places, in its order; `prefix` is the path of the list whose row it is, with a dot."""
    hints = get_type_hints(shape)
    for field in _compared(shape):
        place, row = f"{prefix}{field.name}", _row_of(hints[field.name])
        if place not in _NO_PLACES and (not prefix or row or _may_be_missing(hints[field.name])):
            yield place
        if row and row is not str:
            yield from places_of(row, f"{place}.")


def _row_of(hint: Any) -> Any:
    """What a list is made of; None where the field is no list."""
    return get_args(hint)[0] if get_origin(hint) is tuple else None


def _may_be_missing(hint: Any) -> bool:
    is_union = get_origin(hint) in (types.UnionType, Union)
    return dataclasses.is_dataclass(hint) or (is_union and type(None) in get_args(hint))


#: Path → what people call it; a place that has no name yet is called by its path.
PLACES: Mapping[str, str] = {place: _LABELS.get(place, place) for place in places_of(ProcedureRecord)}
