"""Writes printed addresses of another system into the database and ties them to procedures by their codes."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from audit.bulk import note_rows
from consequences.registry import changing
from procedures_catalog.facts.codes import parse_code
from procedures_catalog.files.issues import Refused, RowIssue, complain
from procedures_catalog.legacy_qr.file import PrintedRow
from procedures_catalog.models import LegacyAddress, ProcedureCode

PORTION = 500
Advance = Callable[[int], object]
_FACTS = ("identity_id", "code", "name")


@dataclass
class LegacyReport:
    """Counts of rows, and the remarks on those that were refused. `rows_written`: rows of the database that changed.

    Every row read is linked to a procedure, without one, or refused; `repeated` counts rows that say what another row
    said already.
    """

    counts: Counter[str] = field(default_factory=Counter)
    refused: list[RowIssue] = field(default_factory=list)
    dry_run: bool = False
    rows_written: int = 0

    def summary(self) -> str:
        """One Vietnamese line with the counts."""
        labels = {
            "read": "đọc", "linked": "gắn với thủ tục", "unlinked": "chưa có thủ tục", "repeated": "lặp lại",
            "refused": "không nhận",
        }  # fmt: skip
        line = ", ".join(f"{label} {self.counts[name]}" for name, label in labels.items())
        written = f"; ghi {self.rows_written}" if not self.dry_run else ""
        return f"{'Chạy thử, chưa ghi gì: ' if self.dry_run else ''}{line}{written}."


def load_addresses(
    rows: Iterable[PrintedRow | Refused], *, dry_run: bool = False, advance: Advance = lambda _count: None
) -> LegacyReport:
    """Loads rows in one transaction; what is held already in the same words is not written again.

    A row without a code keeps the procedure that its address had. `advance` hears how many rows were done.
    """
    report = LegacyReport(dry_run=dry_run)
    accepted = _one_row_per_address(rows, report)
    identities = _identities()
    for start in range(0, len(accepted), PORTION):
        portion = accepted[start : start + PORTION]
        with transaction.atomic():
            _load_portion(portion, identities, report)
        advance(len(portion))
    return report


def _one_row_per_address(rows: Iterable[PrintedRow | Refused], report: LegacyReport) -> Sequence[PrintedRow]:
    first: dict[tuple[str, str], PrintedRow] = {}
    for row in rows:
        report.counts["read"] += 1
        if isinstance(row, Refused):
            _refuse(report, row.complaint)
            continue
        known = first.setdefault((row.address.host, row.address.path), row)
        if known is row:
            continue
        if parse_code(known.code).base == parse_code(row.code).base:
            report.counts["repeated"] += 1
        else:
            why = f"địa chỉ này ở dòng {known.row} đã ghi cho mã {known.code or 'khác'}; giữ dòng {known.row}"
            _refuse(report, complain(row.row, "code", row.code, why))
    return list(first.values())


def _refuse(report: LegacyReport, complaint: RowIssue) -> None:
    report.counts["refused"] += 1
    report.refused.append(complaint)


def _identities() -> dict[str, int]:
    """Base of a code → the procedure that has it; a former code only where no procedure has it now."""
    rows = ProcedureCode.objects.order_by("is_present", "-pk").values_list("base", "identity")
    return dict(rows)


def _load_portion(portion: Sequence[PrintedRow], identities: dict[str, int], report: LegacyReport) -> None:
    held = _held(portion)
    new: list[LegacyAddress] = []
    changed: list[LegacyAddress] = []
    for row in portion:
        address = held.get((row.address.host, row.address.path))
        if address is None:
            new.append(_filled(LegacyAddress(host=row.address.host, path=row.address.path), row, identities))
            address = new[-1]
        elif _facts(address) != _facts(_filled(address, row, identities)):
            changed.append(address)
        report.counts["linked" if address.identity_id else "unlinked"] += 1
    if not report.dry_run:
        with changing(LegacyAddress, [address.pk for address in changed]) as concerned:
            concerned.update(address.pk for address in LegacyAddress.objects.bulk_create(new))
            LegacyAddress.objects.bulk_update(changed, ["identity", "code", "name"])
            note_rows(LegacyAddress, created=[each.pk for each in new], changed=[each.pk for each in changed])
        report.rows_written += len(new) + len(changed)


def _held(portion: Sequence[PrintedRow]) -> dict[tuple[str, str], LegacyAddress]:
    rows = LegacyAddress.objects.filter(path__in=[row.address.path for row in portion])
    return {(row.host, row.path): row for row in rows}


def _facts(address: LegacyAddress) -> tuple[object, ...]:
    return tuple(getattr(address, name) for name in _FACTS)


def _filled(address: LegacyAddress, row: PrintedRow, identities: dict[str, int]) -> LegacyAddress:
    """The address with what the row says; what the row does not say stays."""
    address.code = row.code or address.code
    address.name = row.name or address.name
    base = parse_code(address.code).base if address.code else ""
    address.identity_id = identities.get(base, address.identity_id)
    return address
