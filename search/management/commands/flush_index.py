"""Sends to the search index the changes that it has not got yet."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.index.port import IndexUnavailableError
from search.models import PendingEntry
from search.outbox import flush


class Command(BaseCommand):
    """For a timer: normally there is nothing to send, for every publishing sends its own."""

    help = "Đưa vào chỉ mục tìm kiếm những thay đổi còn chờ."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints how many keys were sent and how many still wait."""
        try:
            sent = flush()
        except IndexUnavailableError as error:
            raise CommandError(f"Chỉ mục tìm kiếm chưa nhận được, thay đổi vẫn còn chờ: {error}") from error
        self.stdout.write(f"Đã đưa {sent} mục vào chỉ mục, còn chờ {PendingEntry.objects.count()}.")
