"""The units of each province of today with their lineage, as an import would store them, without a database."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from agencies.finding.ground import Ground, Place
from agencies.reform.file import read_merges, read_units
from agencies.reform.lineage import Edge
from agencies.reform.plan import Reform, ReformPlan, plan_province
from agencies.reform.records import UnitKey, UnitRecord
from vietnamese.days import Span

ON = date(2026, 11, 28)
REFORM = date(2025, 7, 1)


@dataclass(frozen=True)
class Land:
    """One province: its ground as the portal would know it, and the answers, straight from the plan of its reform."""

    name: str
    ground: Ground
    units: Mapping[UnitKey, UnitRecord]
    heirs: Mapping[UnitKey, frozenset[str]]
    plan: ReformPlan

    def communes(self, ended: bool) -> list[UnitRecord]:
        """Its communes of then or of now whose ground today is known."""
        communes = (unit for unit in self.units.values() if unit.kind == "commune" and self.heirs.get(unit.key))
        return [unit for unit in communes if (unit.valid_to is not None) == ended]

    def above(self, unit: UnitRecord) -> list[UnitRecord]:
        """Its district and province, or its province."""
        over = self.units[unit.parent] if unit.parent else None
        return [over, *self.above(over)] if over else []

    def without(self, left_out: UnitRecord) -> "Land":
        """The same province if its list had never known a commune, as it does not know those merged before 2025."""
        units = [unit for key, unit in self.units.items() if key != left_out.key]
        steps = [step for step in self.plan.steps if left_out.key not in (step.predecessor, step.successor)]
        return _land(replace(self.plan, units=tuple(units), steps=tuple(steps)))


def lands(folder: Path, provinces: Iterable[str] = ()) -> Iterator[Land]:
    """All provinces of the files, or those named."""
    before, after = read_units(folder / "before-2025-07-01.json.gz"), read_units(folder / "after-2025-07-01.json.gz")
    merges, _ = read_merges(folder / "merged-communes.csv")
    names = list(provinces) or [unit.name for unit in after if unit.kind == "province"]
    return (_land(plan_province(before, after, merges, Reform(name, REFORM))) for name in names)


def _land(plan: ReformPlan) -> Land:
    return Land(plan.province, _ground(plan), {unit.key: unit for unit in plan.units}, _heirs(plan), plan)


def _ground(plan: ReformPlan) -> Ground:
    ids = {unit.key: number for number, unit in enumerate(plan.units)}
    places = (
        Place(ids[unit.key], unit.name, unit.kind, ids.get(unit.parent), Span(unit.key.valid_from, unit.valid_to))
        for unit in plan.units
    )
    edges = [Edge(ids[step.predecessor], ids.get(step.successor), step.kind, step.date) for step in plan.steps]
    return Ground(places, edges, ON)


def _heirs(plan: ReformPlan) -> Mapping[UnitKey, frozenset[str]]:
    """Each commune → the names of those that hold its ground; the reform of 2025 is one step."""
    names = {unit.key: unit.name for unit in plan.units if unit.kind == "commune"}
    heirs = {key: frozenset({name}) for key, name in names.items() if key.valid_from}
    for step in plan.steps:
        if step.successor in names:
            heirs[step.predecessor] = heirs.get(step.predecessor, frozenset()) | {names[step.successor]}
    return heirs
