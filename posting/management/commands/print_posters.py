"""Prints posters, one procedure each."""

from argparse import ArgumentParser

from posting.management.printing_command import PrintingCommand
from posting.rules.kinds import PAPER_KINDS


class Command(PrintingCommand):
    """`manage.py print_posters --codes … [--size A5|A4|A3] --out FILE.pdf`."""

    help = "In áp phích mã QR, mỗi thủ tục một tờ."
    kind = "poster"

    def add_shape(self, parser: ArgumentParser) -> None:
        """The size."""
        parser.add_argument("--size", choices=PAPER_KINDS[self.kind].sizes, default="", help="khổ giấy")
