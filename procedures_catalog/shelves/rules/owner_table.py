"""Which agency owns a procedure, by the table that the desk keeps."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from procedures_catalog.facts.naming import name_key


@dataclass(frozen=True, slots=True)
class OwnerTable:
    """What the desk has written down: executing agency (as a procedure names it, by `name_key`; or its id in the
    registry) or sector (its id) → the id of the agency that owns. `keeper` owns the rest: None, nobody's in particular.
    """

    names: Mapping[str, int] = field(default_factory=dict)
    agencies: Mapping[int, int] = field(default_factory=dict)
    sectors: Mapping[int, int] = field(default_factory=dict)
    keeper: int | None = None

    def owner(self, chosen: int | None, executing: Iterable[tuple[str, int | None]], sector: int | None) -> int | None:
        """The first that is known: the agency in charge that an editor has `chosen` at the procedure itself; a row
        about its executing agencies, which come in the order of the official text as (name, id in the registry), the
        name before the id; a row about its sector; the keeper."""
        known = (chosen, *(self._by_agency(*each) for each in executing), self.sectors.get(sector or 0), self.keeper)
        return next((agency for agency in known if agency is not None), None)

    def _by_agency(self, name: str, registered: int | None) -> int | None:
        return self.names.get(name_key(name)) or self.agencies.get(registered or 0)
