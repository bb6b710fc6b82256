"""Old names as a line of the table gives them, each a question: which old unit is meant?"""

import re
from collections.abc import Container
from dataclasses import dataclass, replace

from agencies.reform.file import FileUnit, MergeRow
from agencies.reform.ground import OldGround
from agencies.reform.names import TYPES, bare, loose, split_type

_COMMA = re.compile(r",\s*(?![^(]*\))")  # not inside brackets
_BRACKETS = re.compile(r"\(([^()]*)\)")
_DISTRICT_NOTE = re.compile(r"(?:thuộc )?((?:huyện|quận|thị xã|thành phố)\s[^,]+)")
_PART_NOTE = re.compile(r"một phần|phần còn lại")
_UNCHANGED = "không sáp nhập"


@dataclass(frozen=True, slots=True)
class OldName:
    """One old unit as a line names it. `level`: the level its type says, "" when it has no type."""

    text: str
    name: str
    level: str
    district: str = ""
    in_part: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Which old unit does this name mean?

    `candidates` shrink as evidence is heard; `note` says what had to be assumed.
    """

    row: MergeRow
    new: FileUnit
    old: OldName
    candidates: tuple[FileUnit, ...]
    note: str = ""

    @property
    def answer(self) -> FileUnit | None:
        """The one candidate that is left."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    def narrowed(self, codes: Container[str], note: str = "") -> "Question":
        """Only the candidates of these codes, unless none would be left or the question is settled."""
        kept = tuple(unit for unit in self.candidates if unit.code in codes)
        if self.answer or not kept or len(kept) == len(self.candidates):
            return self
        return replace(self, candidates=kept, note=self.note or note)

    def settled(self, units: list[FileUnit], note: str) -> "Question":
        """The question answered by the one unit given; unchanged when there are none or several."""
        return replace(self, candidates=tuple(units), note=note) if len(units) == 1 else self


def old_names(text: str) -> tuple[OldName, ...]:
    """The old units a line names: "Xã A (huyện B), Xã C (phần còn lại …)" → two."""
    return tuple(_old_name(part) for part in _COMMA.split(text) if part.strip())


def asked(row: MergeRow, new: FileUnit, ground: OldGround) -> list[Question]:
    """The questions that a line puts; for a commune that was not merged, its own name is the old one."""
    itself = (OldName(row.olds, new.name, "commune"),)
    olds = itself if _is_unchanged(row) else old_names(row.olds)
    return [Question(row, new, old, _candidates(old, new.code, ground)) for old in olds]


def _is_unchanged(row: MergeRow) -> bool:
    """Whether the line says that the commune was not merged."""
    return bare(row.olds) == _UNCHANGED


def _old_name(part: str) -> OldName:
    notes = [note.lower() for note in _BRACKETS.findall(part)]
    name = _BRACKETS.sub("", part).strip()
    districts = [found[1] for note in notes if (found := _DISTRICT_NOTE.match(note))]
    return OldName(
        text=part.strip(),
        name=name,
        level=TYPES.get(split_type(name)[0], ""),
        district="".join(districts[:1]),
        in_part=any(_PART_NOTE.search(note) for note in notes),
    )


def _candidates(old: OldName, code: str, ground: OldGround) -> tuple[FileUnit, ...]:
    """Old units of that name, in the district in brackets if there is one.

    The unit whose code the new commune kept stands before namesakes elsewhere, even if its marks differ.
    """
    named = _named(old, ground)
    kept = ground.units.get(code)
    if kept is None or not _same_but_for_marks(kept, old):
        return named
    return tuple(unit for unit in named if unit.parent == kept.parent) or (kept,)


def _named(old: OldName, ground: OldGround) -> tuple[FileUnit, ...]:
    exactly = _fitting(old, ground.by_bare.get(bare(old.name), ()), ground)
    return exactly or _fitting(old, ground.by_loose.get(loose(old.name), ()), ground)


def _fitting(old: OldName, units: tuple[FileUnit, ...], ground: OldGround) -> tuple[FileUnit, ...]:
    """Those of the district in brackets and of the same type; if none has that type, of the same level."""
    inside = tuple(unit for unit in units if not old.district or _lies_in(old.district, unit, ground))
    level = tuple(unit for unit in inside if unit.kind == (old.level or "commune"))
    return tuple(unit for unit in level if _type(unit.name) == _type(old.name)) or level


def _lies_in(district: str, unit: FileUnit, ground: OldGround) -> bool:
    return loose(ground.district_of(unit).name) == loose(district)


def _same_but_for_marks(unit: FileUnit, old: OldName) -> bool:
    return loose(unit.name) == loose(old.name) and _type(unit.name) == _type(old.name)


def _type(name: str) -> str:
    return split_type(name)[0]
