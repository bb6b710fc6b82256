"""Begins the file that keeps the log's head anew, after the database was restored or moved; the log says so."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.renewing import renew


class Command(BaseCommand):
    """For whoever restored a backup; never for a timer."""

    help = "Ghi lại tệp giữ đầu chuỗi nhật ký sau khi khôi phục hay chuyển máy; lý do được ghi vào nhật ký."

    def add_arguments(self, parser: CommandParser) -> None:
        """Why."""
        parser.add_argument("reason", metavar="LÝ_DO", help="vì sao, như “khôi phục bản sao lưu ngày 30/11”")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints what the file holds now."""
        if not options["reason"].strip():
            raise CommandError("Hãy ghi lý do.")
        self.stdout.write(f"Tệp giữ đầu chuỗi nay ghi {renew(options['reason'])}")
