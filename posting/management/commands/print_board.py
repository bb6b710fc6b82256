"""Prints one board of many procedures."""

from argparse import ArgumentParser

from posting.management.printing_command import PrintingCommand
from posting.rules.kinds import PAPER_KINDS


class Command(PrintingCommand):
    """`manage.py print_board --commune … [--size A3|A2|A1|A0] [--columns 2–6] --out FILE.pdf`."""

    help = "In bảng niêm yết, chia theo lĩnh vực."
    kind = "board"

    def add_shape(self, parser: ArgumentParser) -> None:
        """The size, and how many columns."""
        parser.add_argument("--size", choices=PAPER_KINDS[self.kind].sizes, default="", help="khổ giấy")
        parser.add_argument("--columns", type=int, choices=range(2, 7), default=0, help="số cột; mặc định tùy khổ giấy")
