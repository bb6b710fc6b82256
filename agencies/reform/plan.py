"""Works out one province's reform from the files: its units before and after, and their lineage."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches

from agencies.reform.file import FileUnit, LineIssue, MergeRow
from agencies.reform.ground import old_ground
from agencies.reform.lineage import kind_of
from agencies.reform.match import Link, match
from agencies.reform.names import bare, province_key
from agencies.reform.records import UnitKey, UnitRecord, UnitStep
from vietnamese.spelling import exact


class UnknownProvinceError(ValueError):
    """No province of that name after the reform; the message names near ones."""


@dataclass(frozen=True, slots=True)
class Reform:
    """A reform in one province: what to read, and from which day by which decision the new units exist."""

    province: str
    day: date
    decision: str = ""


@dataclass(frozen=True, slots=True)
class ReformPlan:
    """One province before and after, ready to be stored. Units stand after their superiors."""

    province: str
    units: tuple[UnitRecord, ...]
    steps: tuple[UnitStep, ...]
    complaints: tuple[LineIssue, ...]

    def of_kind(self, kind: str, ended: bool) -> list[UnitRecord]:
        """The units of a level that ended, or that did not."""
        return [unit for unit in self.units if unit.kind == kind and (unit.valid_to is not None) == ended]

    def with_complaints(self, more: Iterable[LineIssue]) -> "ReformPlan":
        """The same plan with more complaints before its own."""
        return replace(self, complaints=(*more, *self.complaints))

    @property
    def without_lineage(self) -> list[UnitRecord]:
        """New communes that no old unit leads to."""
        reached = {step.successor for step in self.steps}
        return [unit for unit in self.of_kind("commune", ended=False) if unit.key not in reached]


@dataclass(frozen=True, slots=True)
class _Land:
    """The units of one province: the new one with its communes, the old ones with districts and communes."""

    new: FileUnit
    communes: tuple[FileUnit, ...]
    provinces: tuple[FileUnit, ...]
    olds: tuple[FileUnit, ...]

    @property
    def is_same_province(self) -> bool:
        """Whether the province itself went on as it was."""
        return [_identity(old) for old in self.provinces] == [_identity(self.new)]


def _identity(unit: FileUnit) -> tuple[str, str]:
    return unit.code, exact(unit.name)


def plan_province(
    before: Iterable[FileUnit], after: Iterable[FileUnit], merges: Iterable[MergeRow], reform: Reform
) -> ReformPlan:
    """The plan of `reform`. UnknownProvinceError when `after` has no such province."""
    land = _land(tuple(before), tuple(after), reform.province)
    rows, strangers = _rows(land, merges)
    links, doubts = match(rows, old_ground(land.olds))
    steps = (*_commune_steps(land, links, reform), *_upper_steps(land, links, reform))
    complaints = (*strangers, *doubts, *_lost(land, links))
    return ReformPlan(land.new.name, _records(land, reform), steps, complaints)


def find_province(units: Iterable[FileUnit], name: str) -> FileUnit:
    """The province of that name. UnknownProvinceError, with near names, when there is none."""
    provinces = {province_key(unit.name): unit for unit in units if unit.kind == "province"}
    wanted = province_key(name)
    if wanted in provinces:
        return provinces[wanted]
    near = [provinces[key].name for key in get_close_matches(wanted, provinces, n=3, cutoff=0.5)]
    hint = f" Có phải: {', '.join(near)}?" if near else ""
    raise UnknownProvinceError(f"Không có tỉnh, thành phố nào tên “{name}”.{hint}")


def _land(before: tuple[FileUnit, ...], after: tuple[FileUnit, ...], name: str) -> _Land:
    new = find_province(after, name)
    communes = tuple(unit for unit in after if unit.parent == new.code and unit.kind == "commune")
    codes = _old_provinces(before, new, communes)
    provinces = tuple(unit for unit in before if unit.kind == "province" and unit.code in codes)
    districts = {unit.code: unit for unit in before if unit.kind == "district" and unit.parent in codes}
    inside = [unit for unit in before if unit.kind == "commune" and unit.parent in districts]
    return _Land(new, communes, provinces, (*districts.values(), *inside))


def _old_provinces(before: tuple[FileUnit, ...], new: FileUnit, communes: Iterable[FileUnit]) -> set[str]:
    """Codes of the old provinces on whose land the new one lies.

    A new commune keeps the code of one of its old ones, so the codes tell; and the province of the same name.
    """
    kept = {unit.code for unit in communes}
    province_of = {unit.code: unit.parent for unit in before if unit.kind == "district"}
    found = {province_of[unit.parent] for unit in before if unit.kind == "commune" and unit.code in kept}
    namesake = {unit.code for unit in before if unit.kind == "province" and bare(unit.name) == bare(new.name)}
    return found | namesake


def _rows(land: _Land, merges: Iterable[MergeRow]) -> tuple[list[tuple[MergeRow, FileUnit]], list[LineIssue]]:
    """The lines of this province with their new communes, and complaints about those that have none."""
    lines = [row for row in merges if province_key(row.province) == province_key(land.new.name)]
    by_name = {bare(unit.name): unit for unit in land.communes}
    rows = [(row, by_name[bare(row.name)]) for row in lines if bare(row.name) in by_name]
    strangers = [row for row in lines if bare(row.name) not in by_name]
    return rows, [
        *(LineIssue(row.line, row.name, "tệp đơn vị mới không có đơn vị này") for row in strangers),
        *_absent(land, rows),
    ]


def _absent(land: _Land, rows: list[tuple[MergeRow, FileUnit]]) -> Iterable[LineIssue]:
    said = {new.code for _, new in rows}
    for unit in land.communes:
        if unit.code not in said:
            yield LineIssue(None, unit.name, "bảng sáp nhập không có dòng nào cho đơn vị mới này")


def _lost(land: _Land, links: Iterable[Link]) -> Iterable[LineIssue]:
    """Old communes that lead nowhere."""
    followed = {link.old for link in links}
    districts = {unit.code: unit.name for unit in land.olds if unit.kind == "district"}
    for unit in land.olds:
        if unit.kind == "commune" and unit.code not in followed:
            value = f"{unit.name}, {districts[unit.parent]} (mã {unit.code})"
            yield LineIssue(None, value, "không rõ đơn vị cũ này nay thuộc đâu")


def _records(land: _Land, reform: Reform) -> tuple[UnitRecord, ...]:
    """Old provinces, the new one, old districts, old communes, new communes."""
    new = _new_province(land, reform)
    ended = [_ended(old, None, reform) for old in land.provinces if UnitKey(old.code) != new.key]
    olds = [_ended(old, UnitKey(old.parent), reform) for old in land.olds]
    communes = [
        UnitRecord(_new_key(unit, reform), unit.name, "commune", new.key, decision=reform.decision)
        for unit in land.communes
    ]
    return (*ended, new, *olds, *communes)


def _new_province(land: _Land, reform: Reform) -> UnitRecord:
    if land.is_same_province:
        return UnitRecord(UnitKey(land.new.code), land.new.name, "province")
    return UnitRecord(_new_key(land.new, reform), land.new.name, "province", decision=reform.decision)


def _new_key(unit: FileUnit, reform: Reform) -> UnitKey:
    return UnitKey(unit.code, reform.day)


def _ended(unit: FileUnit, parent: UnitKey | None, reform: Reform) -> UnitRecord:
    return UnitRecord(UnitKey(unit.code), unit.name, unit.kind, parent, valid_to=reform.day)


def _commune_steps(land: _Land, links: Iterable[Link], reform: Reform) -> list[UnitStep]:
    links = list(links)
    names = {unit.code: exact(unit.name) for unit in land.olds}
    new_names = {unit.code: exact(unit.name) for unit in land.communes}
    came, went = Counter(link.new for link in links), Counter(link.old for link in links)
    return [
        UnitStep(
            UnitKey(link.old),
            UnitKey(link.new, reform.day),
            kind_of(came[link.new], went[link.old], names[link.old] == new_names[link.new], link.in_part),
            reform.day,
            reform.decision,
        )
        for link in links
    ]


def _upper_steps(land: _Land, links: Iterable[Link], reform: Reform) -> list[UnitStep]:
    """Old provinces became the new one; districts ended without a successor, but for those a line names."""
    followed = {link.old for link in links}
    ended = [unit for unit in land.olds if unit.kind == "district" and unit.code not in followed]
    steps = [UnitStep(UnitKey(unit.code), None, "abolished", reform.day) for unit in ended]
    return steps if land.is_same_province else [*_province_steps(land, reform), *steps]


def _province_steps(land: _Land, reform: Reform) -> list[UnitStep]:
    kind = kind_of(len(land.provinces), 1, same_name=False)
    new = _new_key(land.new, reform)
    return [UnitStep(UnitKey(old.code), new, kind, reform.day, reform.decision) for old in land.provinces]
