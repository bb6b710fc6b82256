"""A dossier in the order in which one reads it: its parts, then its cases, and what only some need behind the rest.

The record keeps the order of the national list, which follows nothing: of the lists that number their own rows two
thirds are shuffled.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from procedures_catalog.facts.dossier.labels import How, Label, judge_label
from procedures_catalog.facts.dossier.marks import bare
from procedures_catalog.facts.dossier.papers import Row, judge_paper
from procedures_catalog.facts.dossier.remarks import says_how_many_sets
from procedures_catalog.facts.record import Case, RequiredDocument


@dataclass(frozen=True, slots=True)
class Paper:
    """A row in its part. `is_asked` says that it is a paper one brings, `is_conditional` that only some do, `how` what
    is done with it where the part or its own words say so."""

    paper: RequiredDocument
    is_asked: bool
    is_conditional: bool = False
    how: How = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A case, a section or a note with its rows; `place` is where it stands in the record, -1 for a section that the
    record does not have (forms that it names among its notes)."""

    name: str
    label: Label
    papers: tuple[Paper, ...]
    place: int
    id: str = ""


def arranged(cases: Sequence[Case]) -> tuple[Part, ...]:
    """The parts of a dossier in reading order."""
    rows = [[judge_paper(paper) for paper in case.papers] for case in cases]
    labels = _labels(cases, rows)
    forms = {row.form for row in _flat(rows) if not row.is_note}
    parts = [
        _part(case, label, place, found, "paper" in forms)
        for place, (case, label, found) in enumerate(zip(cases, labels, rows, strict=True))
    ]
    return tuple(sorted(_with_forms_of_notes(parts), key=_reading_order))


def _flat(rows: Iterable[Iterable[Row]]) -> Iterator[Row]:
    return (row for some in rows for row in some)


# --- What the names mean beside each other --------------------------------------------------------

_A_CONDITION = re.compile(r"(?:doi voi|truong hop)\b")


def _labels(cases: Sequence[Case], rows: Sequence[Sequence[Row]]) -> list[Label]:
    labels = [judge_label(case.name) for case in cases]
    if len(cases) == 1:
        return [_alone(labels[0])]
    asking = [any(not row.is_note for row in found) for found in rows]
    if not any(asks and label.kind != "note" for asks, label in zip(asking, labels, strict=True)):
        labels = [Label("section") if label.kind == "note" else label for label in labels]
    if all(label.how == "office" for label in labels):
        return [Label("case")] * len(labels)
    if sum(label.kind == "case" for label in labels) == 1:
        has_base = any(label.kind == "section" and not label.when and label.how != "office" for label in labels)
        labels = [_only_case(label, case, has_base) for label, case in zip(labels, cases, strict=True)]
    return labels


def _alone(label: Label) -> Label:
    """Of the only "trường hợp" nothing but what is done with its papers counts."""
    return Label("section", label.how if label.how in ("submit", "show") else "")


def _only_case(label: Label, case: Case, has_base: bool) -> Label:
    """One case beside parts is none: it is what some need besides, where its name is a condition, or a part."""
    if label.kind != "case":
        return label
    return Label("section", label.how, "if" if has_base and _A_CONDITION.match(bare(case.name or "")) else "")


# --- Rows -----------------------------------------------------------------------------------------


def _part(case: Case, label: Label, place: int, rows: Sequence[Row], has_paper_form: bool) -> Part:
    once = _once(rows)
    others = sum(row.form == "paper" and not row.is_note for row in once) > 1
    papers = _numbered([_paper(row, label, has_paper_form, others) for row in once])
    last = [paper for paper in papers if paper.is_asked and paper.is_conditional]
    sets = [paper for paper in papers if not paper.is_asked and says_how_many_sets(bare(paper.paper.name))]
    first = [paper for paper in papers if paper not in last and paper not in sets]
    return Part((case.name or "").strip(), label, (*first, *last, *sets), place, case.id)


def _once(rows: Sequence[Row]) -> list[Row]:
    """The rows without those that say what another one says, word for word."""
    seen: dict[tuple[str, bool], Row] = {}
    for row in rows:
        known = seen.setdefault(_key(row), row)
        if known.is_note and not row.is_note:
            seen[_key(row)] = row
    return list(seen.values())


def _key(row: Row) -> tuple[str, bool]:
    text = re.sub(r"\W+", " ", bare(row.paper.name)).strip()
    return text or row.paper.name, row.paper.in_database


def _paper(row: Row, label: Label, has_paper_form: bool, has_other_forms: bool) -> Paper:
    """`has_other_forms` says that its part has more than one form, so that one for some is not the only one."""
    how = row.how or label.how
    if row.is_note or row.paper.in_database or (label.kind == "note" and not row.form):
        return Paper(row.paper, False)
    limited = row.is_limited and (has_other_forms or not row.form)
    conditional = has_paper_form if row.form == "screen" else row.is_conditional or limited
    return Paper(row.paper, True, conditional, how if how != "" or label.kind != "note" else "submit")


_NUMBER = re.compile(r"\s*[-+]?\s*\(?(\d{1,2}|[a-zđ]|[ivx]{1,4})[.)]+(?=\W)")
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def _numbered(papers: list[Paper]) -> list[Paper]:
    """The rows by their own numbers, where every paper that all bring has one of the same kind and none twice; what has
    none stands behind them."""
    found = [(paper, _NUMBER.match(paper.paper.name)) for paper in papers]
    signs = [match[1] for _, match in found if match]
    unsigned = [paper for paper, match in found if not match]
    if any(paper.is_asked and not paper.is_conditional for paper in unsigned) or len(set(signs)) < len(signs):
        return papers
    papers = [paper for paper, match in found if match]
    if all(sign.isdigit() for sign in signs):
        keys = [int(sign) for sign in signs]
    elif all(sign in _ROMAN for sign in signs):
        keys = [_ROMAN.index(sign) for sign in signs]
    elif all(sign in _ALPHABET for sign in signs):
        keys = [_ALPHABET.index(sign) for sign in signs]
    else:
        return [paper for paper, _ in found]
    ordered = [paper for _, paper in sorted(zip(keys, papers, strict=True), key=lambda pair: pair[0])]
    return [*ordered, *unsigned]


# --- Parts ----------------------------------------------------------------------------------------


def _with_forms_of_notes(parts: Sequence[Part]) -> list[Part]:
    """Forms that the record names among its notes stand first in what one hands in."""
    forms = [paper for part in parts if part.label.kind == "note" for paper in part.papers if paper.is_asked]
    if not forms or any(part.label.kind == "case" for part in parts):
        return [_without_papers(part) if part.label.kind == "note" else part for part in parts]
    rest = [_without_forms(part) if part.label.kind == "note" else part for part in parts]
    target = next((part for part in rest if part.label == Label("section", "submit")), None)
    if target is None:
        return [*rest, Part("Giấy tờ phải nộp", Label("section", "submit"), tuple(forms), -1)]
    return [_with_forms(part, forms) if part is target else part for part in rest]


def _without_papers(part: Part) -> Part:
    return replace(part, papers=tuple(replace(paper, is_asked=False, is_conditional=False) for paper in part.papers))


def _without_forms(part: Part) -> Part:
    return replace(part, papers=tuple(paper for paper in part.papers if not paper.is_asked))


def _with_forms(part: Part, forms: Sequence[Paper]) -> Part:
    papers = [*forms, *part.papers]
    last = [paper for paper in papers if paper.is_asked and paper.is_conditional]
    return replace(part, papers=(*(paper for paper in papers if paper not in last), *last))


_HOW_ORDER = ("submit", "", "show", "office")


def _reading_order(part: Part) -> tuple[int, int, int]:
    """What everybody brings, the cases, what some bring, what comes later, notes; else as the record has it."""
    label = part.label
    if label.kind == "note":
        return 5, 0, part.place
    if label.kind == "case":
        return 1, 0, part.place
    group = {"": 0, "if": 2, "later": 3}[label.when] if label.how != "office" else 4
    return group, _HOW_ORDER.index(label.how), part.place
