"""What a page of the catalogue holds, as a record: its official layer, and the layer that citizens are shown.

The page type uses these functions itself, so they know it only as something with a procedure's attributes: a page, or
a plain row of its columns where thousands are read at once.
"""

import datetime
from dataclasses import dataclass
from typing import Any

from procedures_catalog.facts.overlay import with_overlay
from procedures_catalog.facts.parts.table import HELD, ROLES, Part
from procedures_catalog.facts.record import LegalBasis, ProcedureRecord


@dataclass(slots=True)
class FactRows:
    """The rows of one page in their order: levels (level, layer), agencies (role, name), applicants, legal bases."""

    levels: list[tuple[str, str]]
    agencies: list[tuple[str, str]]
    applicants: list[str]
    legal_bases: list[tuple[str, str | None]]

    def agencies_as(self, role: str) -> tuple[str, ...]:
        """The names of the agencies in one role."""
        return tuple(name for other, name in self.agencies if other == role)

    def levels_of(self, layer: str) -> tuple[str, ...]:
        """The levels that one layer states."""
        return tuple(level for level, other in self.levels if other == layer)


def fact_rows_of(page: Any) -> FactRows:
    """The rows of a page that was loaded whole."""
    return FactRows(
        levels=[(row.level, row.layer) for row in page.levels.all()],
        agencies=[(row.role, row.name or _registered_name(row)) for row in page.agencies.all()],
        applicants=[row.kind.name for row in page.applicants.all()],
        legal_bases=[(row.title, row.number) for row in page.legal_bases.all()],
    )


def receiving_of(page: Any) -> tuple[str, ...]:
    """The names of the agencies that a page says receive."""
    return tuple(row.name or _registered_name(row) for row in page.agencies.all() if row.role == "receiving")


def named_of(page: Any) -> ProcedureRecord:
    """A record with nothing but what says where the page's procedure is handed in: its agencies, address, steps, notes
    and sector, and whose it is."""
    rows = list(page.agencies.all())
    roles: dict[str, Any] = {
        role: tuple(row.name or _registered_name(row) for row in rows if row.role == role) for role in ROLES
    }
    sector = page.sector.name if page.sector else ""
    telling = {part.name: part.shape.read(_raw(page, part)) for part in HELD if part.name in ("channels", "steps")}
    whose = {"name": page.official_name, "decision_number": page.decision_number}
    return ProcedureRecord(
        page.code, sector=sector, receiving_address=page.receiving_address, **whose, **telling, **roles
    )


def _registered_name(row: Any) -> str:
    return row.registered.name if row.registered else ""


def official_record(page: Any) -> ProcedureRecord:
    """The facts of the page's own columns, without the province's layer."""
    return record_of(page, page.sector.name if page.sector else "", fact_rows_of(page))


def record_of(columns: Any, sector: str, rows: FactRows) -> ProcedureRecord:
    """The official record that a page's columns and rows say; `sector` is the name of its sector."""
    facts: dict[str, Any] = {part.name: part.shape.read(_raw(columns, part)) for part in HELD}
    facts |= {role: rows.agencies_as(role) for role in ROLES}
    return ProcedureRecord(
        **facts,
        sector=sector,
        levels=rows.levels_of(columns.layer),
        applicants=tuple(rows.applicants),
        legal_bases=tuple(LegalBasis(title, number or None) for title, number in rows.legal_bases),
    )


def _raw(columns: Any, part: Part) -> Any:
    value = getattr(columns, part.held_in)
    return value.raw_data if part.shape.is_stream else value


def effective_record(page: Any, on: datetime.date) -> ProcedureRecord:
    """The facts that hold here on a day: the official ones with the province's layer over them."""
    return with_overlay(official_record(page), page.said_layer, on)
