"""What the database keeps of agencies and administrative units."""

from agencies.models.agency import Agency, AgencySuccession
from agencies.models.special_days import CommonDay, CounterDay
from agencies.models.unit import AdministrativeUnit, UnitSuccession

__all__ = ["AdministrativeUnit", "Agency", "AgencySuccession", "CommonDay", "CounterDay", "UnitSuccession"]
