"""What an import changes, for people: each place that differs, before and after, with long unchanged stretches cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from procedures_catalog.comparing.records import PartChange, RowChange, compare_records
from procedures_catalog.comparing.words import Piece
from procedures_catalog.facts.record import ProcedureRecord

_CUT = "…"


@dataclass(frozen=True, slots=True)
class Change:
    """One place of one procedure; `field` says in Vietnamese which. "" before or after: nothing stands there."""

    code: str
    name: str
    field: str
    before: str
    after: str

    def line(self, most: int = 160) -> str:
        """On one line, neither text longer than `most` characters."""
        before, after = (_shortened(text, most) for text in (self.before, self.after))
        return f"{self.code} {_shortened(self.name, most // 2)}: {self.field}: “{before}” → “{after}”"


def changes_between(before: ProcedureRecord, after: ProcedureRecord) -> tuple[Change, ...]:
    """All that a reader would notice; the procedure is called as it was called before."""
    return tuple(
        Change(before.code, before.name, _place(part, row), _text(row.pieces, "gone"), _text(row.pieces, "new"))
        for part in compare_records(before, after)
        for row in part.rows
    )


def _place(part: PartChange, row: RowChange) -> str:
    return " · ".join(filter(None, (part.label, row.label)))


def _text(pieces: Sequence[Piece], kind: str) -> str:
    """One of the two versions: what stayed and what only this one has."""
    texts = (_CUT if piece.kind == "cut" else piece.text for piece in pieces if piece.kind in ("same", "cut", kind))
    return " ".join(" ".join(texts).split())


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + _CUT
