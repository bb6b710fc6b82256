"""Decides what an import will do, row by row, before anything is written: create, update, publish, leave or refuse."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from procedures_catalog.codes import parse_code
from procedures_catalog.importing.compare import differences
from procedures_catalog.importing.complaints import ReadRow, complain
from procedures_catalog.importing.held_pages import HeldPage, held_page, held_pages
from procedures_catalog.importing.listing import listing_differs
from procedures_catalog.importing.report import Report
from procedures_catalog.models import ProcedureCode, ProcedurePage

PORTION = 200
Advance = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Update:
    """A held page that a row changes; `changed` names the record's fields, empty when it only has to be published."""

    page_id: int
    row: ReadRow
    changed: tuple[str, ...]


@dataclass
class Plan:
    """What is to be written for one file."""

    create: list[ReadRow] = field(default_factory=list)
    update: list[Update] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Held:
    page_id: int
    name: str


def make_plan(file: str, rows: Iterable[ReadRow], report: Report, *, publish: bool, advance: Advance) -> Plan:
    """The plan for one file's rows; counts and remarks go into the report."""
    accepted = _one_row_per_code(file, rows, report)
    present, former = _held_codes()
    plan = Plan()
    existing: list[tuple[int, ReadRow]] = []
    for base, row in accepted.items():
        if base in present:
            existing.append((present[base].page_id, row))
        elif base in former:
            reason = f"mã này từng là mã cũ của thủ tục “{former[base]}”; cần biên tập viên quyết định"
            report.refuse(file, complain(row.row, "Mã thủ tục", row.record.code, reason))
        else:
            plan.create.append(row)
    plan.update = [update for update in _compare(file, existing, report, publish, advance) if update]
    report.counts["created"] += len(plan.create)
    report.counts["updated"] += len(plan.update)
    return plan


def _held_codes() -> tuple[dict[str, _Held], dict[str, str]]:
    """Code bases → pages that have them now, and bases → short names of procedures that had them once."""
    pages = ProcedurePage.objects.values_list("code_base", "pk", "title")
    present = {base: _Held(pk, title) for base, pk, title in pages}
    rows = ProcedureCode.objects.filter(is_present=False).values_list("base", "identity__page__title")
    return present, {base: title or "đã gỡ" for base, title in rows if base not in present}


# --- Rows of one code -----------------------------------------------------------------------------


def _one_row_per_code(file: str, rows: Iterable[ReadRow], report: Report) -> dict[str, ReadRow]:
    accepted: dict[str, ReadRow] = {}
    for row in rows:
        base = parse_code(row.record.code).base
        first = accepted.get(base)
        if first is None:
            accepted[base] = row
        elif joined := _join_levels(first, row):
            accepted[base] = joined
            report.counts["unchanged"] += 1
            remark = complain(
                row.row, "Mã thủ tục", row.record.code, f"cùng thủ tục với dòng {first.row} ở cấp khác, gộp"
            )
            report.repair(file, (*row.repairs, remark))
            continue
        else:
            report.refuse(
                file,
                complain(
                    row.row, "Mã thủ tục", row.record.code, f"trùng mã với dòng {first.row}; giữ dòng {first.row}"
                ),
            )
            continue
        report.repair(file, row.repairs)
    return accepted


def _join_levels(first: ReadRow, second: ReadRow) -> ReadRow | None:
    """One row for a code that a local list writes once per level; None when they are simply two rows of one code."""
    one, other = first.record, second.record
    if first.layer != "local" or "levels" not in second.known or set(other.levels) <= set(one.levels):
        return None
    return replace(
        first,
        record=replace(one, levels=(*one.levels, *(level for level in other.levels if level not in one.levels))),
        known=first.known | {"levels"},
    )


# --- Comparing with what is held ------------------------------------------------------------------


def _compare(
    file: str, existing: Sequence[tuple[int, ReadRow]], report: Report, publish: bool, advance: Advance
) -> Iterator[Update | None]:
    for start in range(0, len(existing), PORTION):
        portion = existing[start : start + PORTION]
        pages = held_pages([pk for pk, _ in portion])
        for pk, row in portion:
            yield _compare_one(file, pages[pk], row, report, publish)
        advance(len(portion))


def _compare_one(file: str, held: HeldPage, row: ReadRow, report: Report, publish: bool) -> Update | None:
    page, changed = held.columns, changes(held, row)
    has_draft = page.has_unpublished_changes and page.latest_revision_id is not None
    if not changed and (page.live or not publish or is_withdrawn(page)):
        report.counts["unchanged"] += 1
    elif has_draft and page.latest_revision__user_id is not None:
        reason = "trang đang có bản nháp chưa công bố của biên tập viên; hãy công bố hoặc bỏ bản nháp rồi nhập lại"
        report.refuse(file, complain(row.row, "", page.code, reason))
    elif has_draft and not publish and not changes(_draft(page.pk), row):
        report.counts["unchanged"] += 1
    else:
        return Update(page.pk, row, changed)
    return None


def is_withdrawn(page: Any) -> bool:
    """Whether a published page was taken away at the desk: no import brings it back by itself."""
    return not page.live and page.first_published_at is not None


def _draft(page_id: int) -> HeldPage:
    """The page as its newest unpublished revision has it."""
    return held_page(ProcedurePage.objects.get(pk=page_id).get_latest_revision_as_object())


def changes(held: HeldPage, row: ReadRow) -> tuple[str, ...]:
    """Names of what a row changes on a page."""
    if row.layer == "local":
        return ("listing",) if listing_differs(held, row) else ()
    found = differences(held.record(), row.record, row.known)
    return found if held.columns.layer == "national" else (*found, "layer")
