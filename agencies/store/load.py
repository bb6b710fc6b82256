"""Loads units and agencies given as plain JSON rows, as the portal's made-up province is."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from agencies.reform.records import AgencyRecord, AgencyStep, UnitKey, UnitRecord, UnitStep
from agencies.store.agencies import store_agencies
from agencies.store.units import store_units

_TEXT_FIELDS = (
    "short_name",
    "identifier",
    "address",
    "phone",
    "email",
    "website",
    "opening_hours",
    "note",
)


def load_units(rows: list[dict[str, Any]]) -> int:
    """Creates or corrects the units. The number of rows written, 0 the second time.

    A row has `code`, `name`, `kind` and may have `parent` (a key: the code, then "/2025-07-01" when that unit
    has that `valid_from`), `valid_from`, `valid_to`, `decision`, and `became`: a list of {`to`: a key or
    null, `kind`, `date`, `decision`}. KeyError when a key leads nowhere or a needed field is missing.
    """
    records = [_unit(row) for row in rows]
    return store_units(records, [step for row in rows for step in _unit_steps(row)]).rows


def load_agencies(rows: list[dict[str, Any]]) -> int:
    """Creates the agencies that are missing, changes none. The number of rows written, 0 the second time.

    A row has `slug`, `name`, `kind` and may have `parent` (a slug), `unit` (a key as for units), the model's
    texts and dates, `latitude`, `longitude` (text), `opening_hours` (a list of lines), `order`, `became`.
    """
    records = [_agency(row) for row in rows]
    return store_agencies(records, [step for row in rows for step in _agency_steps(row)]).rows


def _unit(row: dict[str, Any]) -> UnitRecord:
    return UnitRecord(
        key=_own_key(row),
        name=row["name"],
        kind=row["kind"],
        parent=_key(row.get("parent")),
        valid_to=_day(row.get("valid_to")),
        decision=row.get("decision", ""),
    )


def _unit_steps(row: dict[str, Any]) -> Iterator[UnitStep]:
    for step in row.get("became", ()):
        decision = step.get("decision", "")
        yield UnitStep(_own_key(row), _key(step["to"]), step["kind"], _required_day(step["date"]), decision)


def _agency(row: dict[str, Any]) -> AgencyRecord:
    texts = {name: row.get(name, "") for name in _TEXT_FIELDS}
    return AgencyRecord(
        slug=row["slug"],
        name=row["name"],
        kind=row["kind"],
        parent=row.get("parent"),
        unit=_key(row.get("unit")),
        latitude=_decimal(row.get("latitude")),
        longitude=_decimal(row.get("longitude")),
        valid_from=_day(row.get("valid_from")),
        valid_to=_day(row.get("valid_to")),
        order=row.get("order", 0),
        **texts | {"opening_hours": "\n".join(row.get("opening_hours", ()))},
    )


def _agency_steps(row: dict[str, Any]) -> Iterator[AgencyStep]:
    for step in row.get("became", ()):
        decision = step.get("decision", "")
        yield AgencyStep(row["slug"], step["to"], step["kind"], _required_day(step["date"]), decision)


def _own_key(row: dict[str, Any]) -> UnitKey:
    return UnitKey(row["code"], _day(row.get("valid_from")))


def _key(text: str | None) -> UnitKey | None:
    if not text:
        return None
    code, _, valid_from = text.partition("/")
    return UnitKey(code, _day(valid_from))


def _day(text: str | None) -> date | None:
    return _required_day(text) if text else None


def _required_day(text: str) -> date:
    return date.fromisoformat(text)


def _decimal(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None
