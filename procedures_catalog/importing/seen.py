"""Keeps the national record of each code as last seen, and says which codes a whole national file has no more.

A row that is refused is not kept: the third side of a comparison is what the portal last took, not what it turned away.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from procedures_catalog.comparing.packing import pack
from procedures_catalog.comparing.record_json import digest_of, record_to_json
from procedures_catalog.files.issues import ReadRow
from procedures_catalog.importing.judging.report import Absent
from procedures_catalog.importing.turns import Turns
from procedures_catalog.models import NationalRecord

#: Rows whose text changed, in the first turn, and codes whose rows get the same day, in one statement.
KEPT_FIRST, PIECE = 50, 500
_LAST_SEEN = ("file", "seen_on", "vanished_on")
_RENEWED = ("raw", "kept", "digest", *_LAST_SEEN)


@dataclass(frozen=True, slots=True)
class Seen:
    """Where and on which day rows are seen."""

    file: str
    on: date


# --- What is named --------------------------------------------------------------------------------


def keep_seen(rows: Iterable[ReadRow], seen: Seen) -> int:
    """Keeps the national ones of a portion's rows, inside the caller's transaction; how many say something else than
    before. As many statements for a hundred rows as for one."""
    texts = {row.base(): (row.record.code, record_to_json(row.record)) for row in filter(_is_national, rows)}
    held = dict(NationalRecord.objects.filter(base__in=texts).values_list("base", "digest"))
    changed = [base for base, (_, text) in texts.items() if held.get(base) != digest_of(text)]
    kept = [_row(base, *texts[base], seen) for base in changed]
    NationalRecord.objects.bulk_create(kept, update_conflicts=True, unique_fields=["base"], update_fields=_RENEWED)
    same = texts.keys() - set(changed)
    NationalRecord.objects.filter(base__in=same).update(file=seen.file, seen_on=seen.on, vanished_on=None)
    return len(changed)


def keep_unchanged(rows: Iterable[ReadRow], seen: Seen, turns: Turns) -> int:
    """The same for rows that changed no page, by turns; nothing is written of what was seen there on that day."""
    held = {base: rest for base, *rest in NationalRecord.objects.values_list("base", "digest", *_LAST_SEEN)}
    changed, renewed, written = [], [], 0
    for row in filter(_is_national, rows):
        digest, *last_seen = held.get(row.base(), [""])
        if digest != digest_of(record_to_json(row.record)):
            changed.append(row)
        elif last_seen != [seen.file, seen.on, None]:
            renewed.append(row.base())
    for portion in turns.portions(changed, KEPT_FIRST):
        with turns.turn():
            written += keep_seen(portion, seen)
    _by_turns(renewed, {"file": seen.file, "seen_on": seen.on, "vanished_on": None}, turns)
    return written


def _is_national(row: ReadRow) -> bool:
    return row.layer == "national"


def _row(base: str, raw: str, text: bytes, seen: Seen) -> NationalRecord:
    kept = {"kept": pack(text), "digest": digest_of(text)}
    return NationalRecord(base=base, raw=raw, file=seen.file, first_seen_on=seen.on, seen_on=seen.on, **kept)


def _by_turns(bases: Sequence[str], values: Mapping[str, Any], turns: Turns) -> None:
    """Writes the same values into the rows of many codes."""
    pieces = [bases[start : start + PIECE] for start in range(0, len(bases), PIECE)]
    for portion in turns.portions(pieces, 1):
        with turns.turn():
            for piece in portion:
                NationalRecord.objects.filter(base__in=piece).update(**values)


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
    _by_turns([each.code for each in absent if each.code not in marked], {"vanished_on": on}, turns)
    _by_turns(sorted(marked & named), {"vanished_on": None}, turns)
