"""Begins and ends what deputies do on the days of it, for those who do not come to be met by it themselves."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from agencies.day import local_day
from cms.access.deputies.days import due, turn


class Command(BaseCommand):
    """For a timer, soon after midnight; also where it never runs nobody has a right for longer than its day."""

    help = "Cho người thay khi vắng bắt đầu có quyền và hết quyền đúng ngày đã ghi."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints for how many."""
        moment = timezone.now()
        found = list(due(local_day(moment)))
        for deputy in found:
            turn(deputy, moment)
        self.stdout.write(f"Đã xem lại quyền của {len(found)} người thay.")
