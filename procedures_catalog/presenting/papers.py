"""The papers of a procedure as its page shows them: sections and cases, and what some bring behind the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from procedures_catalog.facts.dossier.arranging import Paper, Part, arranged
from procedures_catalog.facts.dossier.counting import said_of
from procedures_catalog.facts.dossier.short_names import plain_name, told_apart
from procedures_catalog.facts.record import Case, RequiredDocument
from procedures_catalog.presenting.form_links import Library, Links, no_links
from procedures_catalog.presenting.parts import anchor

Context = dict[str, Any]
Forms = Mapping[int, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Offered:
    """The forms that dossiers may offer: files at their papers by id, and forms of the library by key."""

    files: Forms = field(default_factory=dict)
    library: Library = field(default_factory=dict)


#: What is said of a paper that nobody may ask for.
IN_DATABASE = "Đã có trong cơ sở dữ liệu – không phải nộp"
_HOW: Mapping[str, str] = {"": "", "submit": "nộp", "show": "xuất trình", "office": "cơ quan lập"}
_UNNAMED = "Giấy tờ chung"
#: So many cases are folded on a page, with a list of them on top.
_MANY = 4


def case_items(cases: Sequence[Case], forms: Forms, links: Links = no_links) -> list[Context]:
    """The sections and cases in reading order; `forms` maps a form's id to its title and url, `links` gives the forms
    of the library that a paper names.

    `name` is what the record calls it, `short_name` what tells it apart, "" for the only one without a name.
    """
    parts = arranged(cases)
    short = _short_names(parts)
    return [
        {
            "anchor": _anchor(part),
            "name": part.name,
            "short_name": short[_anchor(part)],
            "kind": part.label.kind,
            "papers": [_paper(paper, place, forms, links) for place, paper in enumerate(part.papers)],
            "count_label": _count_label(part),
        }
        for part in parts
    ]


def case_menu(items: Sequence[Context]) -> list[Context]:
    """The cases of which one is chosen, of so many that the page folds them; [] for few."""
    cases = [item for item in items if item["kind"] == "case"]
    return cases if len(cases) >= _MANY else []


def _anchor(part: Part) -> str:
    return anchor("truong-hop", part.id, part.place) if part.place >= 0 else "truong-hop-nop"


def _short_names(parts: Sequence[Part]) -> dict[str, str]:
    """Anchor → the name that is shown."""
    cases = [part for part in parts if part.label.kind == "case"]
    unnamed = _UNNAMED if len(parts) > 1 else ""
    return {_anchor(part): plain_name(part.name) or unnamed for part in parts} | {
        _anchor(part): name or unnamed
        for part, name in zip(cases, told_apart([part.name for part in cases]), strict=True)
    }


def _count_label(part: Part) -> str:
    return "cơ quan lập, bạn không phải nộp" if part.label.how == "office" else said_of(part)


def _paper(shown: Paper, place: int, forms: Forms, links: Links) -> Context:
    """`how` is a closed word; `how_label` and `count_label` say what to do with how many of it."""
    paper = shown.paper
    return {
        "anchor": anchor("giay-to", paper.id, place),
        "name": paper.name,
        "originals": paper.originals,
        "copies": paper.copies,
        "count_label": count_label(paper),
        "form": forms.get(paper.form) if paper.form else None,
        "named_forms": [] if paper.form in forms else links(paper.name),
        "is_note": not (shown.is_asked or paper.in_database),
        "is_conditional": shown.is_conditional,
        "how": shown.how if shown.is_asked else "",
        "how_label": _HOW[shown.how] if shown.is_asked else "",
        "in_database": paper.in_database,
    }


def count_label(paper: RequiredDocument) -> str:
    """ "1 bản chính, 2 bản sao"; "" for a heading."""
    counts = ((paper.originals, "bản chính"), (paper.copies, "bản sao"))
    return ", ".join(f"{number} {word}" for number, word in counts if number)
