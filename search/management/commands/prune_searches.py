"""Forgets the questions of weeks that are too long ago."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from search.query_log.asked import KEPT_DAYS, prune


class Command(BaseCommand):
    """For a timer, every night; the portal also does it itself when a new question is counted."""

    help = "Xóa số đếm câu hỏi tìm kiếm đã cũ."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many days are kept."""
        parser.add_argument("--days", type=int, default=KEPT_DAYS, help=f"giữ bao nhiêu ngày, mặc định {KEPT_DAYS}")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many rows were deleted."""
        self.stdout.write(f"Đã xóa {prune(timezone.localdate(), max(options['days'], 0))} dòng.")
