"""What changed of a procedure between the version on a paper and the present one, as far as that paper shows it."""

from posting.rules.kinds import Face
from procedures_catalog.comparing.changes import Change, Version, WholeVersion, changed, changed_with_rows
from procedures_catalog.presenting.fingerprints import FACE_PARTS


def changed_since(printed: Version, current: Version, face: Face) -> tuple[Change, ...]:
    """The parts of a face that differ, in the order in which all parts are told."""
    return changed(printed, current, FACE_PARTS[face])


def changed_in_full(before: WholeVersion, now: WholeVersion, face: Face) -> tuple[Change, ...]:
    """As `changed_since`, each part with its rows before and after."""
    return changed_with_rows(before, now, FACE_PARTS[face])
