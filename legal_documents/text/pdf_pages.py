"""Reads the words of a PDF, page by page, within bounds; run as a program it does so in a process of its own."""

import json
import resource
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from pypdf import PdfReader

MAX_BYTES = 100 * 1024 * 1024
MAX_PAGES = 1_000
MAX_CHARACTERS = 1_000_000
MAX_MEMORY = 1_500 * 1024 * 1024  # bytes that the reading process may have

#: What stands in the way of finding a file by its content → what the editor reads.
COMPLAINTS: Mapping[str, str] = {
    "not_pdf": "Tệp không phải là PDF nên không tìm được theo nội dung, chỉ theo số, tên và trích yếu.",
    "scan": "Tệp PDF này là ảnh quét, không tìm được theo nội dung. Nếu có bản chữ (xuất từ Word), nên dùng bản đó.",
    "locked": "Tệp PDF bị khóa bằng mật khẩu, không tìm được theo nội dung.",
    "broken": "Tệp PDF bị hỏng, không đọc được hết; chỉ tìm được theo những trang đọc được.",
    "too_big": f"Tệp lớn hơn {MAX_BYTES // 1024 // 1024} MB nên không tìm được theo nội dung.",
    "long": "Tệp quá dài, chỉ tìm được theo nội dung của phần đầu.",
    "slow": "Tệp đọc quá lâu, chỉ tìm được theo nội dung của những trang đã đọc kịp.",
    "missing": "Không thấy tệp trên máy chủ.",
}


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of each page in order, and a key of `COMPLAINTS` or "" when all of it could be read."""

    pages: tuple[str, ...] = ()
    complaint: str = ""


class UnreadableError(Exception):
    """The rest of the file cannot be read; its text is a key of `COMPLAINTS`."""


def pages_of(stream: BinaryIO) -> Iterator[str]:
    """The text of one page of a PDF after the other, as the file has it. Raises UnreadableError and nothing else."""
    try:
        yield from _texts(PdfReader(stream))
    except UnreadableError:
        raise
    except Exception as error:  # a broken file breaks its reader in any way it likes
        raise UnreadableError("broken") from error


def _texts(reader: PdfReader) -> Iterator[str]:
    if reader.is_encrypted and not _opens_without_password(reader):
        raise UnreadableError("locked")
    room = MAX_CHARACTERS
    for number, page in enumerate(reader.pages):
        text = page.extract_text() if number < MAX_PAGES else ""
        room -= len(text)
        if number == MAX_PAGES or room < 0:
            raise UnreadableError("long")
        yield text


def _opens_without_password(reader: PdfReader) -> bool:
    """Many files are only protected from being changed; such a file opens with an empty password."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # an unknown cipher, or one whose library is not installed
        return False


def main() -> None:
    """Reads a PDF from the standard input; writes each page as a line of JSON, then {"complaint": …}."""
    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    complaint = ""
    try:
        for page in pages_of(BytesIO(sys.stdin.buffer.read())):
            print(json.dumps(page), flush=True)
    except UnreadableError as error:
        complaint = str(error)
    print(json.dumps({"complaint": complaint}))


if __name__ == "__main__":
    main()
