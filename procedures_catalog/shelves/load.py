"""Writes the table of owners from plain data (a demonstration, a first day); the file is read by a floor above."""

from collections.abc import Mapping
from typing import Any

from agencies.models import Agency
from procedures_catalog.models import CatalogueSettings, OwnerRule, Sector


def load_owners(data: Mapping[str, Any]) -> int:
    """`keeper`: the name of the agency that keeps the catalogue; `rows`: each with `owner` (a name in the registry) and
    either `sector` or `executing_name`. How many rows were not there before."""
    settings = CatalogueSettings.load()
    settings.keeping_agency = Agency.objects.get(name=data["keeper"])
    settings.save()
    return sum(_load(row) for row in data["rows"])


def _load(row: Mapping[str, str]) -> bool:
    subject: dict[str, Any] = {"executing_name": row.get("executing_name", "")}
    if "sector" in row:
        subject["sector"] = Sector.objects.get_or_create(name=row["sector"])[0]
    _, is_new = OwnerRule.objects.update_or_create(**subject, defaults={"owner": Agency.objects.get(name=row["owner"])})
    return is_new
