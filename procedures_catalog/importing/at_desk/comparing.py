"""Compares the files of an import that waits at the desk with what is held, and keeps what it would do as rows: a
procedure each, and each part that changes with what it says before, now, and what the province says over it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.db import transaction

from procedures_catalog.comparing.records import compare_records
from procedures_catalog.facts.codes import parse_code
from procedures_catalog.facts.overlay import span_of_block
from procedures_catalog.facts.parts.table import BY_NAME
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.files.issues import ReadRow, RowIssue
from procedures_catalog.importing.apply import File, Start, plan_files, silent
from procedures_catalog.importing.at_desk.coming import coming_to, questions_of
from procedures_catalog.importing.judging.changes import Change, changes_between
from procedures_catalog.importing.judging.compare import merged
from procedures_catalog.importing.judging.part_text import SHOWN, block_text
from procedures_catalog.importing.judging.report import Report
from procedures_catalog.importing.keeping.chosen import LAYER, LISTING, LIVE, key_of
from procedures_catalog.importing.keeping_back import Publishing
from procedures_catalog.importing.listing import listing_changes
from procedures_catalog.importing.plan import Plan, Update
from procedures_catalog.models import ImportItem, ImportPart, ImportRun, NationalRecord, ProcedurePage
from procedures_catalog.store.held_pages import HeldPage, held_pages
from procedures_catalog.store.shared_amounts import Layer, said_layers

PORTION = 200
#: Rows of one kind that stand at the desk; the report has them all.
MOST_REFUSED = 2_000
_LIVE_ROW = ("Công bố", "chưa công bố", "công bố")
_LAYER_ROW = ("Nguồn của nội dung", "danh mục của tỉnh", "dữ liệu quốc gia, thay toàn bộ nội dung")
Asked = Mapping[str, Sequence[tuple[str, str]]]


def compare_run(run: ImportRun, files: Sequence[File], on: date, start: Start = silent) -> Report:
    """Puts what importing these files on a day would do in the place of what stood at the run; its report."""
    plans, report = plan_files(files, Publishing.here(True), on=on, whole=run.whole, start=start)
    asked = _asked(report)
    rows = [row for plan in plans for row in _rows_of(run, plan, asked, on)]
    shown = {item.key for item, _ in rows}
    rows += [(item, []) for item in _others(run, report, asked, shown)]
    with transaction.atomic():
        run.items.all().delete()
        ImportItem.objects.bulk_create([item for item, _ in rows], batch_size=PORTION)
        ImportPart.objects.bulk_create([part for _, parts in rows for part in parts], batch_size=PORTION)
    return report


def _asked(report: Report) -> Asked:
    """What looks wrong of procedures, by the bases of their codes; under "" what does of lists."""
    found = defaultdict[str, list[tuple[str, str]]](list)
    for _, question in report.questions:
        found[question.base() if question.code else ""].append((question.reason, question.text))
    return found


# --- New and changed ------------------------------------------------------------------------------

Rows = tuple[ImportItem, Sequence[ImportPart]]


def _rows_of(run: ImportRun, plan: Plan, asked: Asked, on: date) -> Iterator[Rows]:
    for row in plan.create:
        yield _item(run, row, "new", asked), []
    for first in range(0, len(plan.update), PORTION):
        portion = plan.update[first : first + PORTION]
        held = held_pages([update.page_id for update in portion], more=("overlay",))
        before, coming = _seen(portion), coming_to(list(held))
        layers = said_layers({page: each.columns.overlay.raw_data for page, each in held.items()})
        for update in portion:
            item = _item(run, update.row, "changed", asked)
            item.page_id = update.page_id
            item.questions = [*item.questions, *questions_of(coming.get(update.page_id, {}), update.changed)]
            laid = _laid(layers[update.page_id], on)
            yield item, _parts(item, update, held[update.page_id], before.get(update.row.base()), laid)


def _item(run: ImportRun, row: ReadRow, kind: str, asked: Asked) -> ImportItem:
    said = row.record
    return ImportItem(
        run=run, key=key_of(row), code=said.code, name=said.name, kind=kind, questions=asked.get(row.base(), [])
    )


def _seen(updates: Iterable[Update]) -> dict[str, ProcedureRecord]:
    """What the national list said when it was last taken, by the bases of codes."""
    records = NationalRecord.objects.filter(base__in={update.row.base() for update in updates} - {""})
    return {record.base: record.record() for record in records}


def _parts(
    item: ImportItem, update: Update, held: HeldPage, seen: ProcedureRecord | None, laid: Mapping[str, str]
) -> list[ImportPart]:
    row = update.row
    if row.layer == "local":
        told = [_line(change) for change in listing_changes(held, row)]
        return [_part(item, LISTING, told, _words(told))]
    if LAYER in update.changed:
        return [_part(item, LAYER, [_LAYER_ROW], [_LAYER_ROW])]
    if not update.changed:
        return [_part(item, LIVE, [_LIVE_ROW], [_LIVE_ROW])]
    parts = []
    for name in update.changed:
        before, after = _sides(name, held.record(), row.record, seen)
        told = [_line(change) for change in changes_between(before, after)]
        parts.append(_part(item, name, told, _marked(before, after), laid.get(name, "")))
    return parts


def _sides(
    name: str, held: ProcedureRecord, said: ProcedureRecord, seen: ProcedureRecord | None
) -> tuple[ProcedureRecord, ProcedureRecord]:
    """One part before and now: what the State said last, or else what is held."""
    before = held
    if seen is not None and getattr(seen, name) != getattr(said, name):
        before = replace(held, **{name: getattr(seen, name)})
    return before, merged(before, said, [name])


def _laid(layer: Layer, on: date) -> dict[str, str]:
    """What the province says over parts on a day or will, by their names, as people read it."""
    blocks = [block for block in layer if not span_of_block(block).has_ended(on)]
    return {block["type"]: block_text(block) for block in blocks}


def _line(change: Change) -> tuple[str, str, str]:
    return change.field, change.before[:SHOWN], change.after[:SHOWN]


def _part(
    item: ImportItem, name: str, told: Sequence[Sequence[str]], words: Sequence[Any], ours: str = ""
) -> ImportPart:
    """Nothing is chosen yet of what looks wrong, and of what the province's own text stands over."""
    group = hashlib.sha256(json.dumps([name, words, bool(ours), bool(item.questions)]).encode()).hexdigest()
    choice = "" if ours or item.questions or name in (LAYER, LIVE) else "take"
    return ImportPart(item=item, name=name, group=group, rows=[list(row) for row in told], ours=ours, choice=choice)


def _words(told: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    return [list(row) for row in told]


def _marked(before: ProcedureRecord, after: ProcedureRecord) -> list[Any]:
    """The words that go and come, whatever stands around them: what a circular changes alike in many procedures."""
    return [
        [row.kind, [[piece.kind, piece.text] for piece in row.pieces if piece.kind in ("gone", "new")]]
        for part in compare_records(before, after)
        for row in part.rows
    ]


def label_of(name: str) -> str:
    """What people call a part."""
    ours = {LISTING: "Danh mục của tỉnh", LAYER: _LAYER_ROW[0], LIVE: _LIVE_ROW[0]}
    return ours.get(name) or BY_NAME[name].label


# --- What waits without parts ---------------------------------------------------------------------


def _others(run: ImportRun, report: Report, asked: Asked, shown: set[str]) -> Iterator[ImportItem]:
    for reason, text in asked.get("", ()):
        yield ImportItem(run=run, key=reason, name=text, kind="list", questions=[[reason, text]])
    vanished = {base for bases in report.vanished.values() for base in bases} - set().union(
        *map(_known, report.vanished)
    )
    pages = ProcedurePage.objects.filter(code_base__in=vanished).order_by("code_base")
    for pk, base, name in pages.values_list("pk", "code_base", "official_name"):
        yield ImportItem(run=run, key=base, code=base, name=name, kind="vanished", page_id=pk)
    for _, issue in report.refused[:MOST_REFUSED]:
        yield _refused(run, issue)


def _known(layer: str) -> set[str]:
    return ImportRun.known_missing(layer)


def _refused(run: ImportRun, issue: RowIssue) -> ImportItem:
    said = ": ".join(filter(None, (issue.place(), issue.field, issue.reason)))
    return ImportItem(
        run=run, key=parse_code(issue.code).base, code=issue.code, name=issue.name, kind="refused", said=said[:1_000]
    )
