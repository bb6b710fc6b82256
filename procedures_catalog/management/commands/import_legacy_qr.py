"""Loads addresses that another system printed in its QR codes, so that old papers still lead to their procedures."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.legacy_qr.apply import load_addresses
from procedures_catalog.legacy_qr.file import read_legacy
from procedures_catalog.legacy_qr.list import listed_by_picture, with_list

MOST_SHOWN = 20


class Command(BaseCommand):
    """`manage.py import_legacy_qr FILE [--list EXPORT.xlsx] [--dry-run]`."""

    help = "Nạp địa chỉ in trong mã QR của hệ thống khác, để tờ giấy cũ vẫn mở đúng thủ tục."

    def add_arguments(self, parser: CommandParser) -> None:
        """The words of the command."""
        parser.add_argument("file", type=Path, metavar="TỆP", help="bảng TSV hoặc CSV có cột payload")
        parser.add_argument(
            "--list", type=Path, metavar="TỆP.xlsx", help="danh sách có ảnh mã QR trong ô, nối với cột image của TỆP"
        )
        parser.add_argument("--dry-run", action="store_true", help="chỉ đối chiếu và báo cáo, không ghi gì")

    def handle(self, *args, **options) -> None:
        """Reads everything first, then writes."""
        rows = self._rows(options["file"], options["list"])
        with tqdm(desc="Nạp", total=len(rows), unit=" địa chỉ", disable=None) as bar:
            report = load_addresses(rows, dry_run=options["dry_run"], advance=bar.update)
        for complaint in report.refused[:MOST_SHOWN]:
            self.stderr.write(f"dòng {complaint.row}: {complaint.field} “{complaint.value}”: {complaint.reason}")
        if len(report.refused) > MOST_SHOWN:
            self.stderr.write(f"… và {len(report.refused) - MOST_SHOWN} dòng nữa.")
        self.stdout.write(report.summary())

    def _rows(self, path: Path, export: Path | None):
        listed = self._read(export, listed_by_picture) if export else {}
        rows = self._read(path, lambda path: list(tqdm(read_legacy(path), "Đọc", unit=" dòng", disable=None)))
        return list(with_list(rows, listed)) if export else rows

    def _read(self, path: Path, read):
        try:
            return read(path)
        except UnreadableFile as why:
            raise CommandError(f"{path.name}: {why}") from why
