"""Sends to the search indexes the changes that they have not got yet."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from search.feed.outbox import flush, waiting
from search.index.port import IndexUnavailableError
from search.management.choose_engine import add_engine, chosen_engines


class Command(BaseCommand):
    """For a timer: normally there is nothing to send, for every publishing sends its own."""

    help = "Đưa vào chỉ mục tìm kiếm những thay đổi còn chờ."

    def add_arguments(self, parser: CommandParser) -> None:
        """The option `--engine`."""
        add_engine(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints for each engine how many keys were sent and how many still wait; tries all before it fails."""
        failures = [failure for engine in chosen_engines(options["engine"]) if (failure := self._flush(engine))]
        if failures:
            raise CommandError("\n".join(failures))

    def _flush(self, engine: str) -> str:
        """What went wrong; "" when nothing did."""
        with tqdm(total=waiting(engine).count(), unit=" mục", disable=None) as bar:  # None: only on a terminal
            try:
                sent = flush(engine, timezone.localdate(), bar.update)
            except IndexUnavailableError as error:
                return f"Chỉ mục {engine} chưa nhận được, thay đổi vẫn còn chờ: {error}"
        self.stdout.write(f"{engine}: Đã đưa {sent} mục vào chỉ mục, còn chờ {waiting(engine).count()}.")
        return ""
