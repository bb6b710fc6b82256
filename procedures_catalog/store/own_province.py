"""Of which province the portal is: its name by the settings, and the provinces that became it by the units."""

from agencies.models import AdministrativeUnit, UnitSuccession
from agencies.models.unit import UnitKind
from agencies.reform.names import province_key
from pages.models import PortalSettings

#: What the settings say before anybody has named the province.
UNNAMED = ("", PortalSettings._meta.get_field("province_name").default)


def own_names() -> frozenset[str]:
    """The province's name and those of all provinces before it; none where the settings name no province yet. Three
    queries."""
    name = PortalSettings.of_main_site().province_name.strip()
    return frozenset() if name in UNNAMED else frozenset({name, *_names_on_its_ground(province_key(name))})


def _names_on_its_ground(key: str) -> list[str]:
    """The names of the units of that key, and of those that became one of them."""
    provinces = dict(AdministrativeUnit.objects.filter(kind=UnitKind.PROVINCE).values_list("pk", "name"))
    found = {pk for pk, name in provinces.items() if province_key(name) == key}
    steps = UnitSuccession.objects.filter(predecessor__in=provinces, successor__in=provinces)
    edges = list(steps.values_list("predecessor", "successor"))
    while before := {old for old, new in edges if new in found} - found:
        found |= before
    return [provinces[pk] for pk in found]
