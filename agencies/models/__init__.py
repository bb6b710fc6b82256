"""What the database keeps of agencies and administrative units."""

from agencies.models.agency import Agency, AgencySuccession
from agencies.models.unit import AdministrativeUnit, UnitSuccession

__all__ = ["AdministrativeUnit", "Agency", "AgencySuccession", "UnitSuccession"]
