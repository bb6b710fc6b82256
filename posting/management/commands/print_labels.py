"""Prints small labels to cut out."""

from posting.management.printing_command import PrintingCommand


class Command(PrintingCommand):
    """`manage.py print_labels --field … --out FILE.pdf`."""

    help = "In nhãn mã QR để cắt và dán."
    kind = "labels"
