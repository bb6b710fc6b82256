"""What a record says once all that is only formatting is taken away: two that are equal here say the same to a reader.

Formatting is white space wherever it stands, letter case, how lists and steps were cut out of their texts, and the
order of rows of equal rank: levels, agencies, applicants, channels, fees, cases, papers, legal bases, names. The order
of steps counts, and so does the heading in a list of papers that a paper stands below.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from procedures_catalog.facts.fees.national import NOTHING_STATED, format_fees
from procedures_catalog.facts.parts.shapes import LONG_TEXT, TEXT
from procedures_catalog.facts.parts.table import PARTS
from procedures_catalog.facts.record import Case, Channel, ProcedureRecord, RequiredDocument
from procedures_catalog.facts.steps import format_steps
from procedures_catalog.facts.time_limits import format_time_limit

#: Facts that their source writes as one text with commas, and those that are one text in themselves.
_JOINED = tuple(part.name for part in PARTS if part.split)
_TEXTS = ("sector", *(part.name for part in PARTS if part.shape in (TEXT, LONG_TEXT)))

Plain = tuple[Any, ...]


def without_formatting(text: str) -> str:
    """The text without white space and in small letters."""
    return "".join(text.split()).casefold()


_NOTHING = without_formatting(NOTHING_STATED)


def same_field(name: str, one: ProcedureRecord, other: ProcedureRecord) -> bool:
    """Whether two records say the same in one field, a province's own facts aside."""
    if getattr(one, name) == getattr(other, name):
        return True
    if name == "cases":
        return _same_cases(one.cases, other.cases)
    said = _SAID.get(name)
    return said is not None and bool(said(one) == said(other))


# --- Texts and lists ------------------------------------------------------------------------------


def _said_text(text: str) -> str:
    said = without_formatting(text)
    return "" if said == _NOTHING else said


def _said_joined(items: Iterable[str]) -> list[str]:
    """Where a list is cut depends on white space, so it is cut at every comma here; what has lines is one text."""
    text = ",".join(items)
    if "\n" in text.strip():
        return [without_formatting(text)]
    return sorted(filter(None, without_formatting(text).split(",")))


def _said_description(record: ProcedureRecord) -> str:
    """A description that repeats the conditions is none."""
    said = _said_text(record.description or "")
    return "" if said == _said_text(record.conditions) else said


def _said_channel(channel: Channel) -> Plain:
    fees = sorted(sorted(without_formatting(entry).split("|")) for entry in format_fees(channel.fees))
    limit = without_formatting(format_time_limit(channel.time_limit))
    return channel.channel, limit, fees, sorted(filter(None, map(without_formatting, channel.notes)))


def _said_bases(record: ProcedureRecord) -> list[Plain]:
    return sorted(
        (without_formatting(basis.title), without_formatting(basis.number or "")) for basis in record.legal_bases
    )


def _text(name: str) -> Callable[[ProcedureRecord], Any]:
    return lambda record: _said_text(getattr(record, name))


def _joined(name: str) -> Callable[[ProcedureRecord], Any]:
    return lambda record: _said_joined(getattr(record, name))


#: Field → what a record says in it. Fields that are missing here are keys and addresses: their values are compared.
_SAID: Mapping[str, Callable[[ProcedureRecord], Any]] = {
    **{name: _text(name) for name in _TEXTS},
    **{name: _joined(name) for name in _JOINED},
    "levels": lambda record: sorted(set(record.levels)),
    "steps": lambda record: without_formatting(format_steps(record.steps)),
    "description": _said_description,
    "channels": lambda record: sorted(map(_said_channel, record.channels)),
    "legal_bases": _said_bases,
    "everyday_names": lambda record: sorted(filter(None, map(without_formatting, record.everyday_names))),
}


# --- Papers ---------------------------------------------------------------------------------------


def _same_cases(one: Sequence[Case], other: Sequence[Case]) -> bool:
    pairs = zip(sorted(map(_said_case, one)), sorted(map(_said_case, other)), strict=False)
    return len(one) == len(other) and all(
        first[:2] == second[:2] and (not (first[2] and second[2]) or first[2] == second[2]) for first, second in pairs
    )


def _said_case(case: Case) -> Plain:
    """Its name, its papers, and the papers below each heading, if there are headings that have papers below them."""
    name = ("unnamed", "") if case.name is None else ("named", without_formatting(case.name))
    return name, sorted(map(_said_paper, case.papers)), _below_headings(case.papers)


def _said_paper(paper: RequiredDocument) -> Plain:
    return without_formatting(paper.name), paper.originals, paper.copies


def _below_headings(papers: Sequence[RequiredDocument]) -> list[Plain]:
    """The papers by heading where the list begins with one and each has papers below it; else order says nothing."""
    groups: list[tuple[str, list[Plain]]] = []
    for paper in papers:
        if _is_heading(paper):
            groups.append((without_formatting(paper.name), []))
        elif not groups:
            return []
        else:
            groups[-1][1].append(_said_paper(paper))
    return sorted((heading, sorted(below)) for heading, below in groups) if all(below for _, below in groups) else []


def _is_heading(paper: RequiredDocument) -> bool:
    return not paper.originals and not paper.copies and paper.name.rstrip().endswith(":")
