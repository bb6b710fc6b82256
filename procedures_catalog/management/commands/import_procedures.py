"""Imports procedures from national JSON lines, a province's XLSX export or a CSV list."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from procedures_catalog.importing.apply import import_rows, read_file
from procedures_catalog.importing.complaints import UnreadableFile
from procedures_catalog.models import ProcedureIndexPage

MOST_SHOWN = 20


class Command(BaseCommand):
    """`manage.py import_procedures FILE… [--dry-run] [--publish] [--report FILE.json]`."""

    help = "Nhập thủ tục từ tệp JSON lines quốc gia (.jsonl, .jsonl.gz), bảng XLSX của tỉnh hoặc danh sách CSV."

    def add_arguments(self, parser: CommandParser) -> None:
        """The words of the command."""
        parser.add_argument("files", nargs="+", type=Path, metavar="TỆP")
        parser.add_argument("--dry-run", action="store_true", help="chỉ so sánh và báo cáo, không ghi gì")
        parser.add_argument("--publish", action="store_true", help="công bố ngay những gì nhập được")
        parser.add_argument("--report", type=Path, metavar="TỆP.json", help="ghi báo cáo đầy đủ ra tệp")

    def handle(self, *args, **options) -> None:
        """Reads every file first, then writes all or nothing."""
        if not ProcedureIndexPage.objects.exists():
            raise CommandError("Cổng chưa có trang danh mục thủ tục. Hãy chạy “manage.py prepare_portal” trước.")
        if options["report"] and not options["report"].parent.is_dir():
            raise CommandError(f"Không có thư mục {options['report'].parent} để ghi báo cáo.")
        files = [(path.name, self._read(path)) for path in options["files"]]
        report = import_rows(files, publish=options["publish"], dry_run=options["dry_run"], start=self._bar)
        if options["report"]:
            text = json.dumps(report.as_json(), ensure_ascii=False, indent=1)
            options["report"].write_text(text + "\n", encoding="utf-8")
        for file, complaint in report.refused[:MOST_SHOWN]:
            self.stderr.write(f"{file} dòng {complaint.row}: {complaint.field}: {complaint.reason}")
        if len(report.refused) > MOST_SHOWN:
            self.stderr.write(f"… và {len(report.refused) - MOST_SHOWN} dòng nữa; xem đủ bằng --report.")
        self.stdout.write(report.summary())

    def _read(self, path: Path):
        """All rows of a file, with a bar that counts them."""
        try:
            return list(tqdm(read_file(path), f"Đọc {path.name}", unit=" dòng", disable=None))
        except UnreadableFile as why:
            raise CommandError(f"{path.name}: {why}") from why

    def _bar(self, label: str, total: int):
        return tqdm(desc=label, total=total, unit=" thủ tục", disable=None).update
