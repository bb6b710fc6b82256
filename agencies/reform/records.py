"""Shapes in which units and agencies travel from a file to the database."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class UnitKey(NamedTuple):
    """A unit's identity: a reform gives old codes to new units, so the code alone is not enough."""

    code: str
    valid_from: date | None = None

    def __str__(self) -> str:
        return f"{self.code}/{self.valid_from}" if self.valid_from else self.code


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """One administrative unit.

    `kind`: province, district or commune; `valid_to`: the first day it no longer exists.
    """

    key: UnitKey
    name: str
    kind: str
    parent: UnitKey | None = None
    valid_to: date | None = None
    decision: str = ""


@dataclass(frozen=True, slots=True)
class UnitStep:
    """One step of a unit's lineage. No successor: abolished. `kind` is one of `agencies.reform.lineage.BECAME`."""

    predecessor: UnitKey
    successor: UnitKey | None
    kind: str
    date: date
    decision: str = ""


@dataclass(frozen=True, slots=True)
class AgencyRecord:
    """One agency; `slug` is its identity, `parent` a slug; `opening_hours` may have several lines."""

    slug: str
    name: str
    kind: str
    short_name: str = ""
    identifier: str = ""
    parent: str | None = None
    unit: UnitKey | None = None
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    opening_hours: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    order: int = 0


@dataclass(frozen=True, slots=True)
class AgencyStep:
    """One step of an agency's lineage, between slugs. No successor: abolished."""

    predecessor: str
    successor: str | None
    kind: str
    date: date
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows an import created, changed and found as they should be."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def rows(self) -> int:
        """Rows written."""
        return self.created + self.changed

    def __add__(self, other: "Written") -> "Written":
        return Written(self.created + other.created, self.changed + other.changed, self.unchanged + other.unchanged)
