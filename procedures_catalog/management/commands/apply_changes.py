"""Applies the sets of dated changes whose day has come: at 00:00 in the province, and whatever was missed before."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from agencies.day import local_day
from procedures_catalog.dated.applying import apply_due


class Command(BaseCommand):
    """`manage.py apply_changes`: for a timer every few minutes and for the start of the service; run again, it does
    nothing twice."""

    help = "Áp dụng các gói thay đổi đã duyệt và đến ngày; chạy vài phút một lần và khi khởi động."

    def handle(self, *args, **options) -> None:
        """A line for each set; CommandError where one could not be applied, so that the timer tells its keeper."""
        moment = timezone.now()
        done = apply_due(local_day(moment), moment)
        for each in done:
            self.stdout.write(f"{each.title}: {each.failure or 'đã áp dụng'}")
        failed = sum(bool(each.failure) for each in done)
        if failed:
            raise CommandError(f"{failed} gói chưa áp dụng được; xem lý do ở bàn biên tập.")
        self.stdout.write(f"Đã áp dụng {len(done)} gói thay đổi.")
