"""Keeps the national record of each code as last seen, and says which codes a whole national file has no more.

A row that is refused is not kept: the third side of a comparison is what the portal last took, not what it turned away.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from pages.turns import Turns
from procedures_catalog.comparing.packing import pack
from procedures_catalog.facts.parts.record_json import digest_of, record_to_json
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.importing.judging.report import Absent
from procedures_catalog.models import NationalRecord

#: Records, and codes whose rows get the same values, that are written in one statement.
ROWS, CODES = 50, 500
_LAST_SEEN = ("file", "seen_on", "vanished_on")
_RENEWED = ("raw", "kept", "digest", *_LAST_SEEN)
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Seen:
    """Where and on which day rows are seen."""

    file: str
    on: date

    def values(self) -> dict[str, Any]:
        """What a row says of it."""
        return dict(zip(_LAST_SEEN, (self.file, self.on, None), strict=True))


# --- What is named --------------------------------------------------------------------------------


def keep_seen(rows: Iterable[ReadRow], seen: Seen) -> None:
    """Keeps the national ones of a portion's rows, inside the caller's transaction: as many statements for a hundred
    rows as for one."""
    texts = {row.base(): (row.record.code, record_to_json(row.record)) for row in filter(_is_national, rows)}
    held = dict(NationalRecord.objects.filter(base__in=texts).values_list("base", "digest"))
    changed = [base for base, (_, text) in texts.items() if held.get(base) != digest_of(text)]
    kept = [_row(base, *texts[base], seen) for base in changed]
    NationalRecord.objects.bulk_create(kept, update_conflicts=True, unique_fields=["base"], update_fields=_RENEWED)
    _write_into(texts.keys() - set(changed), seen.values())


def keep_unchanged(rows: Iterable[ReadRow], seen: Seen, turns: Turns) -> None:
    """The same for rows that changed no page, by turns; nothing is written of what was seen there on that day."""
    held = {base: rest for base, *rest in NationalRecord.objects.values_list("base", "digest", *_LAST_SEEN)}
    changed, renewed = [], []
    for row in filter(_is_national, rows):
        digest, *last_seen = held.get(row.base(), [""])
        if digest != digest_of(record_to_json(row.record)):
            changed.append(row)
        elif last_seen != list(seen.values().values()):
            renewed.append(row.base())
    _by_turns(changed, ROWS, lambda portion: keep_seen(portion, seen), turns)
    _by_turns(renewed, CODES, lambda bases: _write_into(bases, seen.values()), turns)


def _is_national(row: ReadRow) -> bool:
    return row.layer == "national"


def _row(base: str, raw: str, text: bytes, seen: Seen) -> NationalRecord:
    kept = {"kept": pack(text), "digest": digest_of(text)}
    return NationalRecord(base=base, raw=raw, first_seen_on=seen.on, **kept, **seen.values())


def _write_into(bases: Collection[str], values: Mapping[str, Any]) -> None:
    NationalRecord.objects.filter(base__in=bases).update(**values)


def _by_turns(items: Sequence[Item], size: int, write: Callable[[Sequence[Item]], None], turns: Turns) -> None:
    """Writes pieces of so many items, as many pieces a turn as there is time for."""
    pieces = [items[start : start + size] for start in range(0, len(items), size)]
    for portion in turns.portions(pieces, 1):
        with turns.turn():
            for piece in portion:
                write(piece)


# --- What is named no more ------------------------------------------------------------------------


def absent_from(named: Set[str], on: date) -> list[Absent]:
    """Every code seen so far that a whole national file of that day does not name; those missed last come first."""
    held = NationalRecord.objects.values_list("base", "pk")
    gone = NationalRecord.objects.in_bulk([pk for base, pk in held if base not in named]).values()
    found = [
        Absent(row.base, row.record().name, row.file, f"{row.seen_on}", f"{row.vanished_on or on}") for row in gone
    ]
    return sorted(sorted(found, key=lambda absent: absent.code), key=lambda absent: absent.since, reverse=True)


def mark_absent(absent: Iterable[Absent], named: Set[str], on: date, turns: Turns) -> None:
    """Marks codes that vanished on that day, and takes the mark off those that are named again."""
    marked = set(NationalRecord.objects.exclude(vanished_on=None).values_list("base", flat=True))
    gone = [each.code for each in absent if each.code not in marked]
    _by_turns(gone, CODES, lambda bases: _write_into(bases, {"vanished_on": on}), turns)
    _by_turns(sorted(marked & named), CODES, lambda bases: _write_into(bases, {"vanished_on": None}), turns)
