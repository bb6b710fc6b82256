"""Forgets what people asked too long ago, and what the filters of today would not have kept."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from search.query_log.asked import KEPT_DAYS, forget_refused, prune


class Command(BaseCommand):
    """For a timer, every night; the portal also does it itself when a new question is counted."""

    help = "Xóa số đếm câu hỏi tìm kiếm đã cũ, và câu có thể chứa tên hay số của một người."

    def add_arguments(self, parser: CommandParser) -> None:
        """How many days are kept."""
        parser.add_argument("--days", type=int, default=KEPT_DAYS, help=f"giữ bao nhiêu ngày, mặc định {KEPT_DAYS}")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many rows were deleted."""
        old = prune(timezone.localdate(), max(options["days"], 0))
        self.stdout.write(f"Đã xóa {old + forget_refused()} dòng.")
