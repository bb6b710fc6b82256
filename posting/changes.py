"""What changed of a procedure between the version on a paper and the present one, as far as that paper shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from posting.kinds import Face
from procedures_catalog.faces import FACE_PARTS, PART_LABELS


class Version(Protocol):
    """What is needed of a PublishedVersion: digests and short texts by part."""

    parts: Mapping[str, str]
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One part that says something else now. The texts are lines; both "" where a line cannot tell the difference."""

    part: str
    label: str
    before: str = ""
    after: str = ""


def changed_since(printed: Version, current: Version, face: Face) -> tuple[Change, ...]:
    """The parts of a face that differ, in the order of PART_LABELS; what was changed and changed back is none."""
    return tuple(
        _change(part, printed.answers.get(part, ""), current.answers.get(part, ""))
        for part in FACE_PARTS[face]
        if printed.parts.get(part) != current.parts.get(part)
    )


def _change(part: str, before: str, after: str) -> Change:
    """Where a line says the same before and after, the difference lies deeper and the line would mislead."""
    texts = ("", "") if before == after else (before, after)
    return Change(part, PART_LABELS[part], *texts)
