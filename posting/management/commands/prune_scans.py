"""Forgets the scans of months that are too long ago."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from posting.statistics.keeping import KEPT_MONTHS, prune


class Command(BaseCommand):
    """For a timer, every month."""

    help = "Xóa số lượt quét mã QR của những tháng đã quá cũ."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many months are kept."""
        help_text = f"giữ bao nhiêu tháng đã qua, từ 1 đến 1200, mặc định {KEPT_MONTHS}"
        parser.add_argument(
            "--months", type=int, choices=range(1, 1201), metavar="N", default=KEPT_MONTHS, help=help_text
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many rows were deleted."""
        self.stdout.write(f"Đã xóa {prune(timezone.localdate(), options['months'])} dòng.")
