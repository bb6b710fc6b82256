"""Finishes imports that were cut short, or leaves them as far as they came."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.importing.apply import read_file
from procedures_catalog.importing.journal import finish, give_up, only_import
from procedures_catalog.models import ImportRun


class Command(BaseCommand):
    """`manage.py finish_import [--give-up]`."""

    help = "Nhập nốt những lần nhập bị ngắt giữa chừng. Không có lần nào thì không làm gì."

    def add_arguments(self, parser: CommandParser) -> None:
        """The words of the command."""
        parser.add_argument("--give-up", action="store_true", help="không nhập nốt; phần đã ghi vẫn giữ")

    def handle(self, *args, **options) -> None:
        """Each unfinished run, the oldest first."""
        with only_import(lambda: self.stderr.write("Đang có một lần nhập khác; chờ nó xong…")):
            for run in ImportRun.unfinished():
                self.stdout.write(f"{run}: {self._give_up(run) if options['give_up'] else self._finish(run)}")

    def _give_up(self, run: ImportRun) -> str:
        give_up(run)
        return "đã bỏ dở."

    def _finish(self, run: ImportRun) -> str:
        try:
            return finish(run, read=_read).summary()
        except Exception as why:  # the run stays as it is, and somebody must know which way out
            said = why if isinstance(why, UnreadableFile) else f"{type(why).__name__}: {why}"
            raise CommandError(f"{run}: {said} Để bỏ lần nhập này, chạy lại với --give-up.") from why


def _read(path: Path) -> list:
    return list(read_file(path))
