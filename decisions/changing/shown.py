"""What a line changes, for people: sentences, and the words of each part before and after."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from decisions.changing.planning import Plan
from decisions.matching import Matched
from procedures_catalog.comparing.records import PartChange, compare_records
from procedures_catalog.facts.dated.difference import BEGINS, ENDS
from procedures_catalog.forms_named import form_titles
from vietnamese.days import written


@dataclass(frozen=True, slots=True)
class Shown:
    """`sentences` say what no comparison shows; `left` names what a draft changes and no dated change can carry."""

    sentences: Sequence[str]
    sections: Sequence[PartChange]
    left: Sequence[str] = ()


def changes_of(matched: Matched, line: int, made: Plan) -> Shown:
    """What becomes of the procedures that a line is about, upon what will stand on the day."""
    identities = [each.identity for each in (*([matched.held] if matched.held else []), *matched.replaced)]
    named = {each.identity: each.code for each in matched.replaced}
    sentences: list[str] = []
    sections: list[PartChange] = []
    for identity in identities:
        values = made.values.get(identity, {})
        sentences += _sentences(values, named.get(identity, ""), made)
        sections += _compared(made, identity, values)
    return Shown(sentences, sections, made.left.get(line, ()))


def _sentences(values: Mapping[str, Any], code: str, made: Plan) -> Iterator[str]:
    day = written(made.day)
    if BEGINS in values:
        yield f"Công bố bản nháp mới nhất của trang từ {day}."
    if ENDS in values:
        which = f"Thủ tục {code} hết" if code else "Hết"
        yield f"{which} hiệu lực từ {day}{', có thủ tục thay thế' if values[ENDS].successors else ''}."


def _compared(made: Plan, identity: int, values: Mapping[str, Any]) -> Sequence[PartChange]:
    if identity not in made.against:
        return ()
    before = made.against[identity]
    after = replace(before, **{part: value for part, value in values.items() if part not in (BEGINS, ENDS)})
    return compare_records(before, after, form_titles([before, after]))
