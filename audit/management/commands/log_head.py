"""Prints where the log's chain ends, to be kept elsewhere: what is kept there proves what stood here."""

from typing import Any

from django.core.management.base import BaseCommand

from audit.verifying import head


class Command(BaseCommand):
    """For a timer: its line goes by mail or to another machine."""

    help = "In đầu chuỗi nhật ký (SỐ:MÃ) để cất ở máy khác; verify_log --head đối chiếu với dòng đã cất."

    def handle(self, *args: Any, **options: Any) -> None:
        """One line."""
        self.stdout.write("{}:{}".format(*head()))
