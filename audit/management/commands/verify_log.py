"""Finds any row of the log that was changed, removed or put in from outside."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.models import LogRow
from audit.verifying import fault_of_head_file, verify

_RESTORED = "Nếu vừa khôi phục từ bản sao lưu hay chuyển máy, ghi lại bằng lệnh renew_log_head."


class Command(BaseCommand):
    """For a timer every night, and for whoever examines the portal."""

    help = "Kiểm tra chuỗi nhật ký: tìm dòng đã bị sửa, bị xóa hoặc bị chèn vào. Có lỗi thì thoát với mã 1."

    def add_arguments(self, parser: CommandParser) -> None:
        """A head that was kept elsewhere."""
        parser.add_argument("--head", metavar="SỐ:MÃ", help="đầu chuỗi đã cất nơi khác, phải còn trong chuỗi")

    def handle(self, *args: Any, **options: Any) -> None:
        """Says how many rows are right; CommandError (exit code 1) names the first that is not."""
        found = verify()
        if found.fault:
            raise CommandError(f"{found.fault} Đã kiểm tra đúng {found.rows} dòng, từ dòng {found.first}.")
        if fault := fault_of_head_file():
            raise CommandError(f"{fault} {_RESTORED}")
        if options["head"]:
            _hold_against(options["head"])
        number, digest = found.head
        self.stdout.write(f"Chuỗi nguyên vẹn: {found.rows} dòng, từ dòng {found.first}. Đầu chuỗi {number}:{digest}")


def _hold_against(head: str) -> None:
    number, _, digest = head.partition(":")
    if not number.isdecimal() or not digest:
        raise CommandError("Đầu chuỗi ghi dạng SỐ:MÃ, như lệnh log_head in ra.")
    if not LogRow.objects.filter(number=int(number), digest=digest).exists():
        raise CommandError(f"Dòng {number} không còn mã băm đã cất: nhật ký đã bị thay từ dòng này hoặc trước đó.")
