"""Two versions of a procedure's page, as a reviewer reads them: what citizens will read differently comes first."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils import timezone
from wagtail.models import Page

from pages.desk.lost_choices import chosen_in_hand
from procedures_catalog.comparing.items import Item, period
from procedures_catalog.comparing.records import PartChange, RowChange, compare_items, compare_records
from procedures_catalog.desk.complete.words import AS
from procedures_catalog.facts.fees.shared import shared_in
from procedures_catalog.facts.held import official_record
from procedures_catalog.facts.overlay import PART_LABELS, span_of_block, with_overlay
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.vocabulary import LEVELS
from procedures_catalog.forms_named import form_titles

#: Days on which the province's layer changes that are compared at most.
_MOST_DAYS = 16


@dataclass(frozen=True, slots=True)
class Section:
    """What differs in one respect: its label, a remark (or ""), and the rows."""

    label: str
    rows: tuple[RowChange, ...]
    remark: str = ""


def compare_versions(before: Page, after: Page, on: date) -> tuple[Section, ...]:
    """The sections that differ on a day and later, citizens' first; empty only where the two versions hold the same."""
    for page in (before, after):
        chosen_in_hand().keep_with(page)
        _read_applicants_together(page)
    records = official_record(before), official_record(after)
    read = list(_read_by_citizens(before, after, records, on))
    return tuple([*read, *_kept_at_the_desk(before, after)] or _unseen(*records))


def _read_applicants_together(page: Page) -> None:
    """Keeps the rows on the page, which would ask for each one's kind by itself."""
    rows = list(page.applicants.all())
    prefetch_related_objects(rows, "kind")
    page.applicants = rows


# --- What citizens read ---------------------------------------------------------------------------

Records = tuple[ProcedureRecord, ProcedureRecord]


def _read_by_citizens(before: Page, after: Page, records: Records, on: date) -> Iterator[Section]:
    """The text of that day, then what a layer of the province changes on a later day, then what a layer hides."""
    forms = form_titles(records, before, after)
    told: list[tuple[str, tuple[RowChange, ...]]] = []
    for day in (on, *_later_days(before, after, on)):
        read = _as_read(records[0], before, day), _as_read(records[1], after, day)
        remark = "" if day == on else f"Từ ngày {day:%d/%m/%Y}."
        yield from _sections(compare_records(*read, forms), told, remark)
    hidden = "Nội dung trung ương; người dân đang đọc nội dung của tỉnh thay cho phần này."
    yield from _sections(compare_records(*records, forms), told, hidden)


def _as_read(record: ProcedureRecord, page: Page, on: date) -> ProcedureRecord:
    """The record under the layers of the province that hold on that day."""
    return with_overlay(record, page.said_layer, on)


def _sections(changes: Iterable[PartChange], told: list, remark: str) -> Iterator[Section]:
    """The changes that were not told yet. Levels have rows of their own, with their days."""
    for change in changes:
        if change.key != "levels" and (change.key, change.rows) not in told:
            told.append((change.key, change.rows))
            yield Section(change.label, change.rows, remark)


def _later_days(before: Page, after: Page, on: date) -> Sequence[date]:
    """The days to come on which a layer of the province begins, or the text by the state returns."""
    days = set()
    for block in (*before.overlay.raw_data, *after.overlay.raw_data):
        span = span_of_block(block)
        days |= {span.begins, span.ends}
    return sorted(day for day in days if day and day > on)[:_MOST_DAYS]


# --- What the desk keeps besides ------------------------------------------------------------------


def _kept_at_the_desk(before: Page, after: Page) -> Iterator[Section]:
    for label, items in _DETAILS:
        rows = compare_items(list(items(before)), list(items(after)), is_ordered=False)
        if rows:
            yield Section(label, rows)


def _layers(page: Page) -> Iterator[Item]:
    """One row for each part that the province replaces: by which decision, from when to when, with which amounts that
    others share."""
    taken = page.amounts_taken()
    for block in page.overlay.raw_data:
        decision = block["value"].get("decision")
        source = f"theo quyết định {decision}" if decision else ""
        said = "; ".join(filter(None, (source, period(span_of_block(block))))) or "không ghi quyết định và ngày áp dụng"
        shared = (f"thu theo mức dùng chung “{taken[pk]}”" for pk in sorted(shared_in([block])) if pk in taken)
        said = "; ".join((said, *shared))
        yield Item(PART_LABELS[block["type"]], said, id=block.get("id") or "")


def _levels(page: Page) -> Iterator[Item]:
    for row in page.levels.all():
        decision = f", theo {row.decision}" if row.decision else ""
        yield Item("", " ".join(filter(None, (LEVELS.get(row.level, ""), row.span.in_words()))) + decision)


def _receiving(page: Page) -> Iterator[Item]:
    for row in page.agencies.all():
        if row.role == "receiving":
            yield Item("", row.name or str(row.registered or ""))


def _published_as(page: Page) -> Iterator[Item]:
    yield Item("", AS[page.published_as])


def _plain(*columns: tuple[str, str]) -> Callable[[Page], Iterator[Item]]:
    """The rows of plain columns: (attribute, label)."""

    def items(page: Page) -> Iterator[Item]:
        for name, label in columns:
            if said := _said(getattr(page, name)):
                yield Item(label, said)

    return items


def _said(value: Any) -> str:
    """A value of a column in words; "" for nothing."""
    if isinstance(value, bool):
        return "có" if value else ""
    if hasattr(value, "hour"):
        return f"{timezone.localtime(value):%H:%M %d/%m/%Y}"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value or "")


_DETAILS: tuple[tuple[str, Callable[[Page], Iterator[Item]]], ...] = (
    ("Tên ngắn trên trang", _plain(("title", ""))),
    ("Công bố ở mức", _published_as),
    ("Cấp thực hiện", _levels),
    ("Cơ quan tiếp nhận", _receiving),
    ("Nội dung riêng của tỉnh", _layers),
    (
        "Hiệu lực",
        _plain(
            ("valid_from", "Có hiệu lực từ ngày"),
            ("valid_to", "Bãi bỏ từ ngày"),
            ("ending_decision", "Quyết định bãi bỏ, thay thế"),
            ("successor", "Được thay bằng"),
        ),
    ),
    (
        "Trong danh mục của tỉnh",
        _plain(
            ("local_decision_number", "Quyết định công bố"),
            ("listed_code", "Mã"),
            ("listed_name", "Tên"),
            ("listed_sector", "Lĩnh vực"),
        ),
    ),
    ("Thay đổi gì", _plain(("change_note", "Người dân sẽ đọc"), ("change_is_minor", "Sửa nhỏ, không báo"))),
    ("Lịch đăng", _plain(("go_live_at", "Đăng từ lúc"), ("expire_at", "Gỡ xuống lúc"))),
    (
        "Địa chỉ và tìm kiếm",
        _plain(
            ("slug", "Địa chỉ trang"),
            ("agency", "Cơ quan phụ trách"),
            ("seo_title", "Tiêu đề cho máy tìm kiếm"),
            ("search_description", "Mô tả cho máy tìm kiếm"),
            ("show_in_menus", "Hiện trong thanh mục chính"),
        ),
    ),
)


# --- What nobody is shown -------------------------------------------------------------------------


def _unseen(before: ProcedureRecord, after: ProcedureRecord) -> tuple[Section, ...]:
    """Two versions that read the same may still be kept differently, which is not the same as being equal."""

    remark = "Chỉ khác ở chi tiết không hiện ra: khoảng trắng, dấu đầu dòng, nguyên văn của khoản phí."
    return () if before == after else (Section("Dữ liệu đi kèm", (), remark),)
