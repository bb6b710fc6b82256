"""Of which province the portal is: its name by the settings, and the provinces that became it by the units."""

from agencies.models import AdministrativeUnit
from agencies.models.unit import UnitKind
from agencies.reform.names import province_key
from pages.models import PortalSettings

#: What the settings say before anybody has named the province.
UNNAMED = ("", PortalSettings._meta.get_field("province_name").default)


def own_names() -> frozenset[str]:
    """The province's name and those of all provinces before it; none where the settings name no province yet. Two
    queries."""
    name = PortalSettings.of_main_site().province_name.strip()
    return frozenset() if name in UNNAMED else frozenset({name, *_names_on_its_ground(province_key(name))})


def _names_on_its_ground(key: str) -> list[str]:
    """The names of the units of that key, and of those that became one of them."""
    provinces = AdministrativeUnit.objects.filter(kind=UnitKind.PROVINCE)
    rows = list(provinces.order_by().values_list("pk", "name", "next_steps__successor"))
    names = {pk: name for pk, name, _ in rows}
    found = {pk for pk, name in names.items() if province_key(name) == key}
    while before := {pk for pk, _, successor in rows if successor in found} - found:
        found |= before
    return [names[pk] for pk in found]
