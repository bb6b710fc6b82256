"""What the database keeps of agencies and administrative units."""

from agencies.models.agency import Agency, AgencySuccession
from agencies.models.agency_desk import AgencyDesk
from agencies.models.role import Role, RoleGroup
from agencies.models.special_days import CommonDay, CounterDay
from agencies.models.unit import AdministrativeUnit, UnitSuccession

__all__ = [
    "AdministrativeUnit",
    "Agency",
    "AgencyDesk",
    "AgencySuccession",
    "CommonDay",
    "CounterDay",
    "Role",
    "RoleGroup",
    "UnitSuccession",
]
