"""What the screen of a set tells of it: each procedure with its words before and after, and what to look at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from django.urls import reverse

from procedures_catalog.comparing.records import PartChange, compare_records
from procedures_catalog.dated.announced import record_on
from procedures_catalog.dated.clashes import clashes
from procedures_catalog.dated.readiness import drafts_of, fault_of
from procedures_catalog.dated.standing import earlier
from procedures_catalog.dated.writing import held_pages_of
from procedures_catalog.dated_screens.wording import Wording, wording_of
from procedures_catalog.desk.complete.against import gaps_on_form
from procedures_catalog.desk.complete.words import named
from procedures_catalog.facts.complete.rules import TIERS
from procedures_catalog.facts.dated.difference import BEGINS, ENDS, Difference, shared_of, told_with
from procedures_catalog.facts.dated.part_json import part_from_json
from procedures_catalog.facts.fees.shared import with_shared
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.forms_named import form_titles
from procedures_catalog.models import ChangeSet, DatedDifference, ProcedurePage
from procedures_catalog.models.shared_amount import hold_amounts
from procedures_catalog.presenting.announcing import told


@dataclass(frozen=True, slots=True)
class OfProcedure:
    """What a set does to one procedure: `sentences` says what no comparison shows, `sections` the parts whose words
    differ, `warnings` what a person has to look at, `faults` why it cannot be published yet, `rows` its differences."""

    identity: int
    title: str
    code: str
    edit_url: str
    sentences: Sequence[str]
    sections: Sequence[PartChange]
    warnings: Sequence[str]
    faults: Sequence[str]
    rows: Sequence[DatedDifference]


def procedures_of(changes: ChangeSet) -> list[OfProcedure]:
    """The procedures of a set in the order in which they were written. As many queries for one as for a hundred."""
    by_identity: dict[int, list[DatedDifference]] = {}
    for row in changes.differences.select_related("changes").order_by("pk"):
        by_identity.setdefault(row.identity_id, []).append(row)
    pages = held_pages_of(list(by_identity))
    before, warned = earlier(list(by_identity), changes), clashes(changes) if changes.is_open else {}
    said = [each.as_difference() for rows in by_identity.values() for each in rows]
    hold_amounts(pages.values(), shared_of([*said, *chain.from_iterable(before.values())]))
    drafts = drafts_of(changes) if changes.is_open and any(each.part == BEGINS for each in said) else {}
    return [
        _told(rows, pages[identity], before.get(identity, ()), _warnings(rows, warned), drafts.get(identity))
        for identity, rows in by_identity.items()
        if identity in pages
    ]


def _warnings(rows: Sequence[DatedDifference], warned: Mapping[int, Sequence[str]]) -> list[str]:
    return [f"{row.get_part_display()}: {text}" for row in rows for text in warned.get(row.pk, ())]


def _told(
    rows: Sequence[DatedDifference],
    page: ProcedurePage,
    before: Sequence[Difference],
    warnings: Sequence[str],
    draft: ProcedurePage | None,
) -> OfProcedure:
    changes, amounts = rows[0].changes, page.known_amounts
    stands = with_shared(_before(rows, record_on(page, before, changes.day)), amounts, changes.day)
    differences = [told_with(row.as_difference(), amounts) for row in rows]
    after = replace(stands, **{each.part: each.value for each in differences if each.part not in (ENDS, BEGINS)})
    forms = form_titles([stands, after])
    return OfProcedure(
        identity=page.identity_id,
        title=page.told_name,
        code=page.code,
        edit_url=reverse("wagtailadmin_pages:edit", args=[page.pk]),
        sentences=[*_sentences(stands, differences, wording_of(changes)), *(_of_draft(draft) if draft else ())],
        sections=compare_records(stands, after, forms),
        warnings=warnings,
        faults=[fault] if draft and (fault := fault_of(draft)) else [],
        rows=rows,
    )


def _before(rows: Sequence[DatedDifference], stands: ProcedureRecord) -> ProcedureRecord:
    """What stood before a set that is over: what it was held against last, for the page says it no more."""
    if rows[0].changes.is_open:
        return stands
    kept = {row.part: part_from_json(row.part, row.against) for row in rows if row.against is not None}
    return replace(stands, **{part: value for part, value in kept.items() if part not in (ENDS, BEGINS)})


def _sentences(stands: ProcedureRecord, differences: Sequence[Difference], words: Wording) -> Iterator[str]:
    for each in differences:
        said = words.begins if each.part == BEGINS else f"{each.label}: {told(stands, each, words.will)}"
        yield said


def _of_draft(draft: ProcedurePage) -> Iterator[str]:
    """What the form of the page tells who publishes: the tier with what is missing, and the note of the change."""
    gaps = gaps_on_form(draft)
    tier = TIERS["list" if gaps else "full"]
    yield f"Mức của bản nháp: {tier}" + (f"; còn trống: {named(gaps)}." if gaps else ".")
    if draft.change_note:
        yield f"“Thay đổi gì” (người dân sẽ đọc): {draft.change_note}"
