"""The day's changes as one plain text for a channel such as Zalo, of bounded length, with short addresses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from procedures_catalog.presenting.note_lines import in_one_line
from vietnamese.days import written

#: What a message of a Zalo official account may have, in signs.
LONGEST = 2_000
_LONGEST_NAME, _LONGEST_NOTE = 120, 200


@dataclass(frozen=True, slots=True)
class Line:
    """One procedure that changed: its name, what changed, a sentence a line, its short address, and how many changes
    of it that tells."""

    name: str
    note: str
    address: str
    changes: int = 1


def by_procedure(lines: Iterable[Line]) -> list[Line]:
    """The lines, one for each procedure however often it changed: what changed once, in order, no sentence twice."""
    found: dict[str, Line] = {}
    for line in lines:
        held = found.get(line.address)
        notes = "\n".join(dict.fromkeys([*held.note.splitlines(), *line.note.splitlines()])) if held else line.note
        found[line.address] = replace(line, note=notes, changes=line.changes + (held.changes if held else 0))
    return list(found.values())


def channel_text(lines: Sequence[Line], total: int, day: date, speaker: str, address: str) -> str:
    """The text of a day, never longer than LONGEST: as many of the `lines` as there is room for, how many of the
    `total` are left, and the `address` of the page with all. `speaker` is the portal's name. "" for a day without."""
    if not total:
        return ""
    head = f"{speaker}\nCập nhật thủ tục hành chính ngày {written(day)}: {total} thay đổi."
    parts, told, room = [head], 0, LONGEST - len(head) - len(_end(total, total, address))
    for line in lines:
        said = _said(line)
        if (room := room - len(said) - 2) < 0:
            break
        parts.append(said)
        told += line.changes
    return "\n\n".join([*parts, _end(total - told, total, address)])


def _said(line: Line) -> str:
    return f"• {_cut(line.name, _LONGEST_NAME)}\n{_cut(in_one_line(line.note), _LONGEST_NOTE)}\n{line.address}"


def _end(left: int, total: int, address: str) -> str:
    """Blanks around it are counted with it."""
    more = f"Và {left} thay đổi khác. " if 0 < left < total else ""
    return f"{more}Xem đầy đủ: {address}"


def _cut(text: str, most: int) -> str:
    """A text in one line, cut between words."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return f"{flat[: most - 1].rsplit(' ', 1)[0]}…"
