"""Where no agency is named and no sentence of the usual shape tells a place: the line that hands in to a government by
its name (“gửi Chủ tịch Ủy ban nhân dân cấp xã”), or in which it receives the papers."""

import dataclasses
import re
from collections.abc import Iterator
from functools import lru_cache

from procedures_catalog.facts.agencies.by_names import CENTRES, Filing, filing_at
from procedures_catalog.facts.agencies.told import is_of_an_agency
from procedures_catalog.facts.record import ProcedureRecord
from vietnamese.fold import fold

#: A government of a known level, a department of the province's, a one-stop centre; the registrars of businesses are
#: divisions of the committees (Decree 168/2025/NĐ-CP).
_GOVERNMENT = (
    r"(?:(?:(?:chu tich )?(?:uy ban nhan dan|ubnd)|co quan dang ky kinh doanh) (?:cap )?(?P<level>xa\b(?! hoi)|tinh\b)"
    r"|(?P<department>so (?!huu)\w)|(?P<centre>trung tam (?:phuc vu )?hanh chinh cong\b(?: cap (?P<of>xa|tinh)\b)?))"
)
_VERB = r"\b(?:nop|gui)\b"
_HANDS_IN = re.compile(
    rf"{_VERB}(?:(?!{_VERB}|\. )[^;])*?(?:\b(?:den|toi|tai|ve|cho) |(?<=gui )){_GOVERNMENT}(?P<rest>[^.;]*)"
)
_RECEIVES = re.compile(
    rf"(?:.*?\b(?P<officer>can bo tiep nhan ho so tai) |(?:\W|\d|buoc )*){_GOVERNMENT}(?P<receives> tiep nhan\b)?"
)
_OTHERS = re.compile(r"\bhoac (?:chu tich )?(?:uy ban nhan dan|ubnd) cap (?P<level>xa|tinh)\b")
#: “- Nếu lựa chọn hình thức nộp hồ sơ trực tiếp, người yêu cầu …” is said to who comes.
_CHOOSING = re.compile(r"\W*neu lua chon hinh thuc [^,]*, ")
_LEVELS = {"xa": "commune", "tinh": "province"}


def received(record: ProcedureRecord, at: frozenset[str]) -> Filing | None:
    """Where such a line has it handed in, `at` being the levels of the procedure; None where there is none."""
    through = _through(_lines(record))
    if through is None:
        return None
    levels = frozenset(through or at & set(CENTRES))
    filing = filing_at(levels, ()) if levels else None
    return filing and dataclasses.replace(filing, is_told=True)


def _lines(record: ProcedureRecord) -> tuple[str, ...]:
    notes = (note.removeprefix("Mô tả:") for row in record.channels if row.channel == "direct" for note in row.notes)
    steps = (f"{step.name} {step.text}" for step in record.steps)
    return tuple(line.strip() for text in (*notes, *steps) for line in text.splitlines() if line.strip())


@lru_cache(maxsize=64)
def _through(lines: tuple[str, ...]) -> frozenset[str] | None:
    """The levels of CENTRES that the first such line names; none for a centre of no level."""
    return next((frozenset(found) for found in map(_in_line, lines) if found is not None), None)


def _in_line(line: str) -> set[str] | None:
    folded = fold(line)
    choosing = _CHOOSING.match(folded)
    start = choosing.end() if choosing else 0
    if not is_of_an_agency(line[start:]):
        for told in _HANDS_IN.finditer(folded, start):
            if _is_meant(told, line):
                return {*_levels(told), *_beside(told["rest"])}
    found = _RECEIVES.match(folded)
    takes = found and (found["officer"] or found["receives"]) and _is_meant(found, line)
    return {*_levels(found)} if found and takes else None


def _is_meant(found: re.Match[str], line: str) -> bool:
    """Not “số 1”, which folds like “Sở 1”."""
    at = found.start("department")
    return at < 0 or (line[at : at + 2].lower() == "sở" and line[at + 3].isupper())


def _levels(found: re.Match[str]) -> Iterator[str]:
    if found["department"]:
        yield "province"
    said = found["level"] or found["of"]
    if said:
        yield _LEVELS[said]


def _beside(rest: str) -> set[str]:
    return {_LEVELS[other["level"]] for other in _OTHERS.finditer(rest)}
