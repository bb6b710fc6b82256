"""Puts every procedure onto the shelf of the agency that owns it."""

from collections import Counter

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from pages.turns import Turns
from procedures_catalog.models import ProcedureIndexPage
from procedures_catalog.shelves.arranging import arrange
from procedures_catalog.shelves.owners import count_misplaced, owner_table
from procedures_catalog.shelves.words import lines_of


class Command(BaseCommand):
    """`manage.py arrange_shelves [--dry-run]`: for every night; run again, it moves nothing."""

    help = "Xếp mọi thủ tục vào ngăn của cơ quan mà bảng giao thủ tục ghi; địa chỉ và mã in không đổi."

    def add_arguments(self, parser: CommandParser) -> None:
        """The words of the command."""
        parser.add_argument("--dry-run", action="store_true", help="chỉ đếm, không chuyển gì")

    def handle(self, *args, **options) -> None:
        """Counts first, then moves in portions that are each whole."""
        if not ProcedureIndexPage.objects.exists():
            raise CommandError("Cổng chưa có trang danh mục thủ tục. Hãy chạy “manage.py prepare_portal” trước.")
        counts = count_misplaced(owner_table())
        for line in lines_of(counts):
            self.stdout.write(line)
        if options["dry_run"]:
            self.stdout.write(f"Cần chuyển {counts.total()} thủ tục; chưa chuyển gì.")
        else:
            self.stdout.write(f"Đã chuyển {self._arrange(counts)} thủ tục.")

    def _arrange(self, counts: Counter) -> int:
        with tqdm(desc="Xếp thủ tục", total=counts.total(), unit=" thủ tục", disable=None) as bar:
            return arrange(Turns(), advance=bar.update)
