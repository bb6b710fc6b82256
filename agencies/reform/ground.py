"""The old districts and communes of the land of one new province, found by code and by name."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from agencies.reform.file import FileUnit
from agencies.reform.names import bare, loose


@dataclass(frozen=True, slots=True)
class OldGround:
    """All the old districts and communes of the land that a new province covers, by code and by name."""

    units: Mapping[str, FileUnit]
    by_bare: Mapping[str, tuple[FileUnit, ...]]
    by_loose: Mapping[str, tuple[FileUnit, ...]]

    def district_of(self, unit: FileUnit) -> FileUnit:
        """A commune's district; a district is its own."""
        return unit if unit.kind == "district" else self.units[unit.parent]

    @property
    def communes(self) -> list[FileUnit]:
        """The communes, in the order of the file."""
        return [unit for unit in self.units.values() if unit.kind == "commune"]


def old_ground(units: Iterable[FileUnit]) -> OldGround:
    """The units, found by code and name."""
    units = tuple(units)
    return OldGround({unit.code: unit for unit in units}, _grouped(units, bare), _grouped(units, loose))


def _grouped(units: Iterable[FileUnit], key: Callable[[str], str]) -> dict[str, tuple[FileUnit, ...]]:
    groups: dict[str, tuple[FileUnit, ...]] = defaultdict(tuple)
    for unit in units:
        groups[key(unit.name)] += (unit,)
    return dict(groups)
