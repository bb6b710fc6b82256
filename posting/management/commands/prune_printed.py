"""Removes files of long printings that were fetched long ago; the ledger keeps its papers."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from posting.jobs import prune


class Command(BaseCommand):
    """`manage.py prune_printed [--days N]`."""

    help = "Xóa tệp PDF của các lần in cũ; sổ niêm yết không đổi."

    def add_arguments(self, parser: CommandParser) -> None:
        """How old."""
        parser.add_argument("--days", type=int, default=30, help="giữ tệp bao nhiêu ngày; mặc định 30")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many files went."""
        self.stdout.write(f"Đã xóa {prune(timedelta(days=max(options['days'], 0)))} tệp.")
