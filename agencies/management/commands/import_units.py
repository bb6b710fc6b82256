"""`import_units`: loads one real province before and after a territorial reform, with its lineage."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from tqdm import tqdm

from agencies.models import AdministrativeUnit
from agencies.reform.file import UnitsFileError, read_merges, read_units
from agencies.reform.plan import Reform, ReformPlan, UnknownProvinceError, plan_province
from agencies.reform.records import Written
from agencies.store.commune_agencies import store_commune_agencies
from agencies.store.units import store_units

_BEFORE = "before-2025-07-01.json.gz"
_AFTER = "after-2025-07-01.json.gz"
_MERGED = "merged-communes.csv"


class Command(BaseCommand):
    """See `help`."""

    help = "Nạp đơn vị hành chính của một tỉnh trước và sau sắp xếp, kèm việc xã cũ nào thành xã mới nào."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The files are looked for in --data-dir unless they are named one by one."""
        parser.add_argument("--province", required=True, help="tên tỉnh sau sắp xếp, ví dụ “Quảng Trị”")
        parser.add_argument("--data-dir", type=Path, default=Path(), help="thư mục chứa ba tệp dữ liệu")
        parser.add_argument("--before", type=Path, help=f"tệp đơn vị cũ (mặc định {_BEFORE})")
        parser.add_argument("--after", type=Path, help=f"tệp đơn vị mới (mặc định {_AFTER})")
        parser.add_argument("--merged", type=Path, help=f"bảng xã mới gồm xã cũ nào (mặc định {_MERGED})")
        parser.add_argument("--date", type=_day, default=date(2025, 7, 1), help="ngày đơn vị mới bắt đầu")
        parser.add_argument("--decision", default="", help="văn bản sắp xếp")
        parser.add_argument("--with-agencies", action="store_true", help="tạo UBND và một cửa cho mỗi xã mới")
        parser.add_argument("--dry-run", action="store_true", help="chỉ báo cáo, không ghi")
        parser.add_argument("--report", type=Path, help="ghi báo cáo JSON vào tệp này")

    def handle(self, **options: Any) -> None:
        """Reads, plans, stores in one transaction, tells. CommandError for files that cannot be read."""
        with _clear_errors(), _progress() as step:
            plan = _plan(options, step)
            written = _store(plan, options, step)
        self._tell(plan, written, options["dry_run"])
        if options["report"]:
            _write_report(options["report"], plan, written)

    def _tell(self, plan: ReformPlan, written: Written, dry_run: bool) -> None:
        for line in (*_counts(plan), *map(str, plan.complaints), _summary(written, dry_run)):
            self.stdout.write(line)


def _plan(options: dict[str, Any], step: tqdm) -> ReformPlan:
    folder = options["data_dir"]
    before = read_units(options["before"] or folder / _BEFORE)
    step.update()
    after = read_units(options["after"] or folder / _AFTER)
    step.update()
    merges, bad_lines = read_merges(options["merged"] or folder / _MERGED)
    step.update()
    reform = Reform(options["province"], options["date"], options["decision"])
    plan = plan_province(before, after, merges, reform)
    step.update()
    return plan.with_complaints(bad_lines)


def _store(plan: ReformPlan, options: dict[str, Any], step: tqdm) -> Written:
    with transaction.atomic():
        written = store_units(plan.units, plan.steps)
        if options["with_agencies"]:
            written += store_commune_agencies(_new_communes(plan))
        transaction.set_rollback(options["dry_run"])
    step.update()
    return written


def _new_communes(plan: ReformPlan) -> list[AdministrativeUnit]:
    keys = {unit.key for unit in plan.of_kind("commune", ended=False)}
    return [unit for unit in AdministrativeUnit.objects.all() if (unit.code, unit.valid_from) in keys]


@contextmanager
def _clear_errors() -> Iterator[None]:
    try:
        yield
    except (UnitsFileError, UnknownProvinceError) as error:
        raise CommandError(str(error)) from error


def _progress() -> tqdm:
    """A bar on a terminal, nothing elsewhere: three files, the plan, the database."""
    return tqdm(total=5, disable=None, leave=False, desc="Nạp đơn vị hành chính")


def _counts(plan: ReformPlan) -> list[str]:
    old, new = plan.of_kind("commune", ended=True), plan.of_kind("commune", ended=False)
    districts = plan.of_kind("district", ended=True)
    return [
        f"{plan.province}: {len(old)} đơn vị cấp xã cũ thuộc {len(districts)} đơn vị cấp huyện cũ.",
        f"{len(new)} đơn vị cấp xã mới, {len(new) - len(plan.without_lineage)} rõ gồm những đơn vị cũ nào.",
        f"{len(plan.complaints)} điều cần xem lại, trong đó {len(_unresolved(plan))} điều chưa rõ.",
    ]


def _unresolved(plan: ReformPlan) -> list[Any]:
    return [complaint for complaint in plan.complaints if not complaint.resolved]


def _summary(written: Written, dry_run: bool) -> str:
    counts = f"{written.created} dòng mới, {written.changed} dòng sửa, {written.unchanged} dòng giữ nguyên"
    return f"Chạy thử, chưa ghi gì: sẽ có {counts}." if dry_run else f"Đã ghi: {counts}."


def _write_report(path: Path, plan: ReformPlan, written: Written) -> None:
    report = {
        "province": plan.province,
        "created": written.created,
        "changed": written.changed,
        "unchanged": written.unchanged,
        "communes_before": len(plan.of_kind("commune", ended=True)),
        "communes_after": len(plan.of_kind("commune", ended=False)),
        "without_lineage": [unit.name for unit in plan.without_lineage],
        "complaints": [
            {"line": said.line, "value": said.value, "reason": said.reason, "resolved": said.resolved}
            for said in plan.complaints
        ],
    }
    path.write_text(json.dumps(report, ensure_ascii=False, indent=2), encoding="utf-8")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CommandError(f"Ngày “{text}” không đúng dạng năm-tháng-ngày, ví dụ 2025-07-01.") from error
