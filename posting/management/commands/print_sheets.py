"""Prints A4 sheets, one procedure each."""

from argparse import ArgumentParser

from posting.management.printing_command import PrintingCommand


class Command(PrintingCommand):
    """`manage.py print_sheets --codes … [--kind short|full|large] [--two-sided] --out FILE.pdf`."""

    help = "In phiếu hướng dẫn A4, mỗi thủ tục một phiếu."
    kind = "short"

    def add_shape(self, parser: ArgumentParser) -> None:
        """How much each sheet says, and whether each begins on a sheet of paper of its own."""
        parser.add_argument(
            "--kind", choices=("short", "full", "large"), default=self.kind, help="ngắn, đầy đủ, hoặc chữ to"
        )
        parser.add_argument("--two-sided", action="store_true", help="in hai mặt: mỗi phiếu bắt đầu ở một tờ mới")
