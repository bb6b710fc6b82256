"""What changed of a procedure between two versions, part by part: lines before and after, and the rows that differ."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from procedures_catalog.comparing.kept import Kept, compare_kept
from procedures_catalog.comparing.records import RowChange
from procedures_catalog.comparing.words import Piece, folded, marked
from procedures_catalog.presenting.fingerprints import PART_LABELS


class Version(Protocol):
    """What is needed of a PublishedVersion: digests and short texts by part."""

    parts: Mapping[str, str]
    answers: Mapping[str, str]


class WholeVersion(Version, Kept, Protocol):
    """A version with its text."""


@dataclass(frozen=True, slots=True)
class Change:
    """One part that says something else now. The texts are lines; both "" where a line cannot tell the difference.

    `rows` tell it row by row, where both versions kept their text and somebody asked for them.
    """

    part: str
    label: str
    before: str = ""
    after: str = ""
    rows: tuple[RowChange, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The two lines as one, what went and what came marked, long stretches that stayed cut short."""
        return folded(marked(self.before, self.after))


def changed(before: Version, now: Version, parts: Iterable[str] = PART_LABELS) -> tuple[Change, ...]:
    """Those of the parts that differ, in their order; what was changed and changed back is none."""
    return tuple(
        _change(part, before.answers.get(part, ""), now.answers.get(part, ""))
        for part in parts
        if before.parts.get(part) != now.parts.get(part)
    )


def changed_with_rows(
    before: WholeVersion, now: WholeVersion, parts: Iterable[str] = PART_LABELS
) -> tuple[Change, ...]:
    """As `changed`, each part with its rows before and after."""
    changes = changed(before, now, parts)
    keys = {_ROWS.get(change.part, "channels") for change in changes}
    rows = {part.key: part.rows for part in compare_kept(before, now, keys)}
    told = [replace(change, rows=tuple(_rows_of(change.part, rows))) for change in changes]
    return tuple(
        change for change in told if not (_is_told_elsewhere(change, told) or _is_the_name_again(change, told))
    )


#: Part of a face → the part of `comparing.items` that has its rows. Three have parts of a channel's rows.
_ROWS: Mapping[str, str] = {
    "official_name": "name",
    "papers": "cases",
    "where": "receiving_address",
    "result": "results",
    **{
        same: same
        for same in ("steps", "conditions", "applicants", "agencies", "law", "online", "decision", "ended_by")
    },
    "everyday_names": "everyday_names",
}
_CHANNELS: Mapping[str, str] = {"time": "Thời hạn", "fee": "Phí, lệ phí", "notes": "Ghi chú"}


def _rows_of(part: str, rows: Mapping[str, tuple[RowChange, ...]]) -> Iterator[RowChange]:
    """A channel that came or went with all it has is told where its time is."""
    if part not in _CHANNELS:
        yield from rows.get(_ROWS.get(part, ""), ())
        return
    for row in rows.get("channels", ()):
        _, inside, what = row.label.partition(" · ")
        if what.startswith(_CHANNELS[part]) or (not inside and part == "time"):
            yield row


def _is_told_elsewhere(change: Change, told: Sequence[Change]) -> bool:
    """Whether a part of the channels has nothing of its own to tell beside another that tells of a whole channel."""
    if change.part not in _CHANNELS or change.rows or change.before or change.after:
        return False
    return any(other.rows for other in told if other.part == "time")


def _is_the_name_again(change: Change, told: Sequence[Change]) -> bool:
    """Whether the official name changed in the very words in which the shown one did."""
    words = [piece for row in change.rows for piece in row.pieces if piece.kind in ("gone", "new")]
    shown = (other.pieces for other in told if other.part == "name")
    return change.part == "official_name" and words in [
        [piece for piece in pieces if piece.kind in ("gone", "new")] for pieces in shown
    ]


def _change(part: str, before: str, after: str) -> Change:
    """Where a line says the same before and after, the difference lies deeper and the line would mislead."""
    texts = ("", "") if before == after else (before, after)
    return Change(part, PART_LABELS[part], *texts)
