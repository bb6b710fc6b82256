"""Prints the catalogue of an agency or a commune as a book."""

from posting.management.printing_command import PrintingCommand


class Command(PrintingCommand):
    """`manage.py print_book --agency … --out FILE.pdf`."""

    help = "In sách danh mục thủ tục, có mục lục và bảng tra."
    kind = "book"
