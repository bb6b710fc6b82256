"""How much a workbook with an appendix may unpack to: it is read while somebody waits, and is a table of some pages."""

import zipfile
from pathlib import Path

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.office_file import check_xlsx
from procedures_catalog.files.open_file import MB

#: Bytes of all members together, and of one.
MOST_OF_ALL, MOST_OF_ONE = 20 * MB, 8 * MB
TOO_LONG = "Bảng tính quá dài để đọc. Hãy chép riêng bảng danh mục của phụ lục sang một tệp mới rồi tải lên."


def check_short(path: Path, *, most: int = MOST_OF_ALL, most_of_one: int = MOST_OF_ONE) -> None:
    """Makes sure that a workbook is safe to open and short, and unpacks nothing. Raises UnreadableFile."""
    check_xlsx(path)
    with zipfile.ZipFile(path) as book:
        sizes = [member.file_size for member in book.infolist()]
    if sum(sizes) > most or max(sizes) > most_of_one:
        raise UnreadableFile(TOO_LONG)
