"""What happened to a procedure in its life, as dated sentences: names, codes, levels, ends, returns, successors."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from procedures_catalog.facts.temporary_code import called, is_temporary
from procedures_catalog.facts.titles.display_name import display_name
from procedures_catalog.facts.vocabulary import LEVELS
from procedures_catalog.presenting.note_lines import lines_but
from procedures_catalog.presenting.shown import STATES

#: Parts of a note that the names, codes, states, days and levels of a procedure's life tell.
_TOLD_BY_LIFE = ("new", "name", "code", "state", "validity", "carried_out")
_WITHDRAWN, _IN_FORCE = STATES["withdrawn"], STATES["in_force"]


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened on a day, in a sentence; `number`: of the version whose note it is, 0 for others."""

    date: date
    note: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class NotedVersion:
    """What one published version was called, its state and its levels as people read them, and the day it was noted.
    `official` is the digest of its official name, "" where none was taken; `note` says what changed with it, a sentence
    a line, and `parts` which part each tells of, "" where a person wrote it."""

    on: date
    title: str
    state: str
    levels: str
    official: str = ""
    number: int = 0
    note: str = ""
    parts: str = ""


@dataclass(frozen=True, slots=True)
class LevelSpan:
    """One level of government (a key of LEVELS) and the days between which it carried the procedure out."""

    level: str
    begins: date | None
    ends: date | None
    decision: str


def life_of(page: Any, today: date) -> list[Happening]:
    """What happened to a procedure until today, the newest first; `page` comes from `public.find_procedure`."""
    versions = noted_versions(getattr(page, "version_lines", None))
    spans = [LevelSpan(row.level, row.valid_from, row.valid_to, row.decision) for row in page.levels.all()]
    told = [
        *codes_changed(getattr(page, "code_lines", None)),
        *names_changed(versions),
        *states_changed(versions),
        *notes_of(versions),
        *(levels_moved(spans) or levels_noted(versions)),
        *took_the_place(getattr(page, "predecessor_lines", None)),
        *_begun_and_ended(page),
    ]
    return sorted((one for one in told if one.date <= today), key=lambda one: one.date, reverse=True)


# --- Lines of the database ------------------------------------------------------------------------


def _rows(lines: str | None) -> list[list[Any]]:
    """The JSON lists of a text with one on each line."""
    return [json.loads(line) for line in (lines or "").splitlines()]


def former_codes(lines: str | None) -> list[str]:
    """The codes that a procedure had before, from lines of [code, last day]."""
    return [raw for raw, _until in _rows(lines)]


def codes_until(lines: str | None, on: date) -> str:
    """Of the lines those of codes that were former ones on a day already, or of which nobody knows since when."""
    held = (line for line in (lines or "").splitlines())
    return "\n".join(line for line in held if not (until := json.loads(line)[1]) or date.fromisoformat(until) <= on)


def noted_versions(lines: str | None) -> list[NotedVersion]:
    """The versions in their order, from lines of [number, day, title, state, levels that carry it out, the same as
    versions have it of whose text nothing was kept, digest of the official name, note, its parts]."""
    return [_noted(*row) for row in sorted(_rows(lines), key=lambda row: row[0])]


def _noted(number: int, on: str, title: str, *said: str | None) -> NotedVersion:
    state, levels, former_levels, official, note, parts = (text or "" for text in said)
    return NotedVersion(date.fromisoformat(on), title, state, levels or former_levels, official, number, note, parts)


# --- What is told ---------------------------------------------------------------------------------


def codes_changed(lines: str | None) -> Iterator[Happening]:
    """A code that another one followed; one without its last day is told among the former codes only."""
    for raw, until in _rows(lines):
        if until:
            yield Happening(date.fromisoformat(until), _followed(raw))


def _followed(code: str) -> str:
    if is_temporary(code):
        return f"Được cấp mã quốc gia; trước đó mang {called(code)}."
    return f"Đổi mã; mã trước đó là {code}."


def names_changed(versions: Sequence[NotedVersion]) -> Iterator[Happening]:
    """Each change of the name, with the name before; a shorter title beside the same official name is no change of it,
    whoever made it."""
    for before, after in pairwise(versions):
        is_same = before.official and before.official == after.official
        if not is_same and display_name(before.title) != display_name(after.title):
            yield Happening(after.on, f"Đổi tên; tên trước đó là “{before.title}”.")


def states_changed(versions: Sequence[NotedVersion]) -> Iterator[Happening]:
    """What was taken down, put back, ended and restored. The end that lasts until today has its own legal date."""
    for before, after in pairwise(versions):
        if before.state == after.state:
            continue
        if after.state == _WITHDRAWN:
            yield Happening(after.on, "Gỡ khỏi cổng.")
        elif after.state == _IN_FORCE:
            yield Happening(after.on, "Công bố lại trên cổng." if before.state == _WITHDRAWN else "Khôi phục áp dụng.")
        elif versions[-1].state == _IN_FORCE:
            yield Happening(after.on, f"{after.state}.")


def levels_moved(spans: Iterable[LevelSpan]) -> list[Happening]:
    """Moves between levels, those of one day in one sentence with the decision they rest on."""
    spans = list(spans)
    days = {day for span in spans for day in (span.begins, span.ends) if day}
    return [Happening(day, _move(spans, day)) for day in sorted(days)]


def _move(spans: Sequence[LevelSpan], day: date) -> str:
    ended = [span for span in spans if span.ends == day]
    begun = [span for span in spans if span.begins == day]
    basis = next((span.decision for span in [*begun, *ended] if span.decision), "")
    return f"{_moved(_labels(ended), _labels(begun))}{f' theo {basis}' if basis else ''}."


def _moved(ended: str, begun: str) -> str:
    if ended and begun:
        return f"Chuyển từ {ended} sang {begun}"
    return f"Bắt đầu thực hiện ở {begun}" if begun else f"Thôi thực hiện ở {ended}"


def _labels(spans: Iterable[LevelSpan]) -> str:
    labels = (LEVELS[span.level] for span in spans)
    return ", ".join(dict.fromkeys(label[:1].lower() + label[1:] for label in labels))


def levels_noted(versions: Sequence[NotedVersion]) -> Iterator[Happening]:
    """Moves between levels that only the published versions tell, for lists that give no dates."""
    for before, after in pairwise(versions):
        if before.levels and after.levels and before.levels != after.levels:
            yield Happening(after.on, f"Chuyển từ {before.levels.lower()} sang {after.levels.lower()}.")


def notes_of(versions: Iterable[NotedVersion]) -> Iterator[Happening]:
    """What changed with each version: all that a person wrote, and of what the portal wrote whatever nothing else
    in a procedure's life tells."""
    for each in versions:
        if lines := list(lines_but(each.note, each.parts, _TOLD_BY_LIFE)):
            yield Happening(each.on, "\n".join(lines), each.number)


def took_the_place(lines: str | None) -> Iterator[Happening]:
    """The procedures that this one replaced, from lines of [name, code, day]."""
    for name, code, day in _rows(lines):
        if day:
            yield Happening(date.fromisoformat(day), f"Thay cho thủ tục “{name}” ({called(code)}).")


def _begun_and_ended(page: Any) -> Iterator[Happening]:
    if page.valid_from:
        yield Happening(page.valid_from, "Bắt đầu áp dụng.")
    if page.valid_to:
        what = _replaced(page.public_successors) if page.successor_id else "Bị bãi bỏ"
        basis = f" theo {page.ending_decision}" if page.ending_decision else ""
        yield Happening(page.valid_to, f"{what}{basis}.")


def _replaced(successors: Sequence[Any]) -> str:
    """Without the names of successors that are no longer, or not yet, for everybody to read."""
    names = ", ".join(f"“{each.title}”" for each in successors)
    return f"Được thay bằng {names}" if names else "Được thay thế"
