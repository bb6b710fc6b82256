"""Decides what an import will do, row by row, before anything is written: create, update, publish, leave or refuse."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Any

from procedures_catalog.facts.codes import parse_code
from procedures_catalog.facts.fees.national import NOTHING_STATED
from procedures_catalog.files.issues import Outcome, ReadRow, Refused, RowIssue, Told, about, complain
from procedures_catalog.importing.judging.broken_names import broken_names
from procedures_catalog.importing.judging.changes import changes_between
from procedures_catalog.importing.judging.compare import differences, merged
from procedures_catalog.importing.judging.doubts import doubts
from procedures_catalog.importing.judging.formatting import without_formatting
from procedures_catalog.importing.judging.mended_codes import doubtful_codes
from procedures_catalog.importing.judging.questions import Cut, about_change, about_cuts, about_taking_down, cuts
from procedures_catalog.importing.judging.report import Report
from procedures_catalog.importing.keeping_back import Publishing
from procedures_catalog.importing.listing import listing_changes
from procedures_catalog.importing.matching.by_code import HeldCodes
from procedures_catalog.importing.matching.by_name import recognised
from procedures_catalog.importing.matching.official_names import OfficialNames
from procedures_catalog.importing.waiting import clashes, waiting_on
from procedures_catalog.models import ProcedurePage
from procedures_catalog.store.held_pages import HeldPage, held_page, held_pages
from procedures_catalog.store.withdrawn import is_withdrawn

PORTION = 200
_SPOILED = "dòng này không nhập, trang đang có giữ nguyên; hãy lấy lại từ tệp gốc"
Advance = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class Update:
    """A held page that a row changes; `changed` names the record's fields, empty when it only has to be published.

    `dropped` are the parts from which the province's own text is taken away, `restored` blocks of it that come back.
    `is_back`: the row is what the page said before an import, to be said again word for word.
    """

    page_id: int
    row: ReadRow
    changed: tuple[str, ...]
    dropped: Set[str] = frozenset()
    restored: tuple[Mapping[str, Any], ...] = ()
    is_back: bool = False


@dataclass
class Plan:
    """What is to be written for one file, and what is to be said of it.

    `layer` is whose list the file is, "" for a file without any row that could be read; `named` are the bases of all
    codes in it, those of refused rows included; `unchanged` are rows whose pages already say it, `cuts` are what
    its procedures lose, asked about where many do; `ended` are rows that the list itself calls abolished.
    """

    file: str
    layer: str = ""
    named: set[str] = field(default_factory=set)
    create: list[ReadRow] = field(default_factory=list)
    update: list[Update] = field(default_factory=list)
    unchanged: list[ReadRow] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    ended: list[Refused] = field(default_factory=list)
    report: Report = field(default_factory=Report)

    def accepted(self) -> Iterator[ReadRow]:
        """The rows that are taken."""
        yield from (*self.create, *(update.row for update in self.update), *self.unchanged)


def make_plan(file: str, rows: Iterable[Outcome], how: Publishing, advance: Advance = lambda _count: None) -> Plan:
    """The plan for one file's rows, with counts and remarks in its report."""
    plan = Plan(file)
    read = recognised(_with_names_held(_without_told(plan, rows)))
    accepted = _one_row_per_code(file, _accepted(plan, read), plan.report)
    existing: list[tuple[int, ReadRow]] = []
    codes = HeldCodes()
    for row in _chosen(plan, accepted, how):
        meant = codes.meant(row)
        if isinstance(meant, int) and how.leaves(row):
            plan.report.counts["unchanged"] += 1
            plan.unchanged.append(row)
        elif isinstance(meant, int):
            existing.append((meant, row))
        elif meant:
            plan.report.refuse(file, about(row, "Mã thủ tục", meant))
        else:
            plan.create.append(row)
            plan.report.keep_back(file, how.kept_back(row))
            plan.report.questions += [(file, asked) for asked in codes.questions(row)]
    plan.update = list(_compare(plan, existing, how, advance))
    plan.report.questions += [(file, asked) for asked in about_cuts(plan.cuts)]
    plan.report.first_of_changed(row.record.code for row in plan.unchanged)
    plan.report.counts["created"] += len(plan.create)
    plan.report.counts["updated"] += len(plan.update)
    return plan


def _chosen(plan: Plan, rows: Iterable[ReadRow], how: Publishing) -> Iterator[ReadRow]:
    """The rows with what of them is to be taken."""
    for row in rows:
        said = how.said(row)
        if isinstance(said, RowIssue):
            plan.report.refuse(plan.file, said)
        else:
            yield said


def _without_told(plan: Plan, rows: Iterable[Outcome]) -> Iterator[ReadRow | Refused]:
    """The rows; what is said of the file itself goes into the report."""
    for row in rows:
        if isinstance(row, Told):
            plan.report.told.append((plan.file, row.issue))
        else:
            yield row


def _accepted(plan: Plan, rows: Iterable[ReadRow | Refused]) -> Iterator[ReadRow]:
    for row in rows:
        plan.report.counts["read"] += 1
        if isinstance(row, Refused):
            plan.named.add(parse_code(row.complaint.code).base)
            _refuse(plan, row)
        else:
            plan.named |= {row.base(), row.temporary} - {""}
            plan.layer = row.layer
            if broken := next(broken_names(row.record), None):
                plan.report.refuse(plan.file, about(row, broken[0], f"tên mất chữ: “{broken[1]}”; {_SPOILED}"))
            else:
                yield row


def _refuse(plan: Plan, row: Refused) -> None:
    if row.is_ended:
        plan.ended.append(row)
        plan.report.counts["abolished"] += 1
    else:
        plan.report.refuse(plan.file, row.complaint)


def _with_names_held(rows: Iterable[ReadRow | Refused]) -> list[ReadRow | Refused]:
    """The rows, where a refused one has no name with the name that its procedure has on the portal."""
    rows = list(rows)
    bases = {parse_code(row.complaint.code).base for row in rows if isinstance(row, Refused) and _is_nameless(row)}
    pages = ProcedurePage.objects.filter(code_base__in=bases - {""})
    names = dict(pages.values_list("code_base", "official_name"))
    return [_named(row, names) if isinstance(row, Refused) and _is_nameless(row) else row for row in rows]


def _is_nameless(row: Refused) -> bool:
    return without_formatting(row.complaint.name) in ("", without_formatting(NOTHING_STATED))


def _named(row: Refused, names: Mapping[str, str]) -> Refused:
    said = row.complaint
    name = names.get(parse_code(said.code).base, "")
    named = complain(said.row, said.field, said.value, said.reason, code=said.code, name=name, sheet=said.sheet)
    return replace(row, complaint=named)


def present_codes(rows: Iterable[ReadRow]) -> set[str]:
    """The bases of those rows' codes that some page has now."""
    pages = ProcedurePage.objects.filter(code_base__in={row.base() for row in rows} - {""})
    return set(pages.values_list("code_base", flat=True))


# --- Rows of one code -----------------------------------------------------------------------------


def _one_row_per_code(file: str, rows: Iterable[ReadRow], report: Report) -> Iterable[ReadRow]:
    accepted: dict[str, ReadRow] = {}
    for row in rows:
        base = row.base() or row.place()
        first = accepted.get(base)
        if first is None:
            accepted[base] = row
        elif joined := _join_levels(first, row):
            accepted[base] = joined
            report.counts["unchanged"] += 1
            remark = about(row, "Mã thủ tục", f"cùng thủ tục với {first.place()} ở cấp khác, gộp")
            report.repair(file, (*row.repairs, remark))
            continue
        else:
            reason = f"trùng mã với {first.place()}; giữ {first.place()}"
            report.refuse(file, about(row, "Mã thủ tục", reason))
            continue
        report.repair(file, row.repairs)
        report.doubtful += [(file, issue) for issue in _doubts(row)]
    return accepted.values()


def _doubts(row: ReadRow) -> Iterator[RowIssue]:
    of = {"code": row.record.code, "name": row.record.name, "sheet": row.sheet}
    for part, value, reason in doubts(row.record):
        yield complain(row.row, part, value, reason, **of)


def _join_levels(first: ReadRow, second: ReadRow) -> ReadRow | None:
    """One row for a code that a local list writes once per level; None when they are simply two rows of one code."""
    one, other = first.record, second.record
    if first.layer != "local" or "levels" not in second.known or set(other.levels) <= set(one.levels):
        return None
    levels = tuple(dict.fromkeys((*one.levels, *other.levels)))
    executing = tuple(dict.fromkeys((*one.executing, *other.executing)))
    known = first.known | {"levels"} | (second.known & {"executing"})
    return replace(first, record=replace(one, levels=levels, executing=executing), known=known)


# --- Comparing with what is held ------------------------------------------------------------------


def _compare(
    plan: Plan, existing: Sequence[tuple[int, ReadRow]], how: Publishing, advance: Advance
) -> Iterator[Update]:
    names = OfficialNames()
    for start in range(0, len(existing), PORTION):
        portion = existing[start : start + PORTION]
        pages = held_pages([pk for pk, _ in portion])
        for pk, row in portion:
            plan.report.keep_back(plan.file, how.kept_back(row, was_public=pages[pk].columns.live))
            doubts = doubtful_codes(row, pages[pk].columns.official_name)
            plan.report.doubtful += [(plan.file, doubt) for doubt in doubts]
            decided = decide(pages[pk], row, how)
            if isinstance(decided, Update):
                _tell(plan, pages[pk], decided, how)
                plan.report.questions += [(plan.file, asked) for asked in names.questions(pages[pk], row)]
                yield decided
            elif decided is None:
                plan.report.counts["unchanged"] += 1
                plan.unchanged.append(row)
            else:
                plan.report.refuse(plan.file, decided)
        advance(len(portion))


def decide(held: HeldPage, row: ReadRow, how: Publishing) -> Update | RowIssue | None:
    """What a row does to a page that is held: changes or publishes it, is refused for a reason, or nothing."""
    page, changed = held.columns, changes(held, row)
    waiting = waiting_on(page.pk) if page.has_unpublished_changes and page.latest_revision_id else []
    is_kept = page.pk in how.beginning
    goes_live = how.publishes(row) and not page.live and not is_kept and not is_withdrawn(page)
    if not changed and not goes_live:
        return None
    if waiting and goes_live:
        return about(row, "", f"{waiting[-1].whose()} chưa công bố lần nào; hãy công bố hoặc bỏ bản ấy rồi nhập lại")
    if found := clashes(held, row, waiting):
        return about(row, "", "; ".join(found))
    if not how.wanted and page.live and _draft_says(page, row):
        return None
    return Update(page.pk, row, changed, how.dropped(row))


def _draft_says(page: Any, row: ReadRow) -> bool:
    """Whether the page's newest unpublished revision already says what the row says."""
    if not page.has_unpublished_changes or page.latest_revision_id is None:
        return False
    return not changes(held_page(ProcedurePage.objects.get(pk=page.pk).get_latest_revision_as_object()), row)


def changes(held: HeldPage, row: ReadRow) -> tuple[str, ...]:
    """Names of what a row changes on a page."""
    if row.layer == "local":
        return ("listing",) if listing_changes(held, row) else ()
    found = differences(held.record(), row.record, row.known)
    return found if held.columns.layer == "national" else (*found, "layer")


def taken(update: Update) -> Set[str]:
    """The record's fields that are taken from the row: only what differs, so that formatting alone never changes what
    people read; all it says where the page had another source.
    """
    if {"layer", "listing"} & set(update.changed):
        return update.row.known
    return update.row.known & set(update.changed)


def _tell(plan: Plan, held: HeldPage, update: Update, how: Publishing) -> None:
    """Notes what an update changes, and what looks wrong about it."""
    row = update.row
    before = held.record()
    # On a page with a national text a province's list changes its own columns only.
    is_official = row.layer == "national" or held.columns.layer == "local"
    after = merged(before, row.record, taken(update)) if is_official else before
    told = listing_changes(held, row) if row.layer == "local" else changes_between(before, after)
    plan.report.changes += [(plan.file, change) for change in told]
    plan.report.questions += [(plan.file, asked) for asked in about_change(before, after)]
    if held.columns.live and how.wanted:
        plan.report.questions += [(plan.file, asked) for asked in about_taking_down(before, after)]
    plan.cuts += cuts(before, after)
