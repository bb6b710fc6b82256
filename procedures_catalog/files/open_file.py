"""Opens what a person hands in, within limits, and says in Vietnamese why a file cannot be read."""

import gzip
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.utf_16 import Lines, as_utf_8

Kind: TypeAlias = Literal["jsonl", "csv", "xlsx"]
_Stream: TypeAlias = BinaryIO | gzip.GzipFile

MB = 2**20
#: Bytes on disk.
MAX_FILE = 100 * MB
#: Bytes of a text after unpacking.
MAX_UNPACKED = 600 * MB
#: Bytes after unpacking for one byte on disk; real lists stay below 30.
MAX_RATIO = 200
#: Bytes of one line.
MAX_LINE = 8 * MB

HARMLESS = MB  # what unpacks to less is no bomb, whatever its ratio
_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_GZIP = b"\x1f\x8b"
ZIP = b"PK"
OLE = b"\xd0\xcf\x11\xe0"  # the box of old Office files, and of new ones with a password
_SHEET_NAMES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_JSON_NAMES = (".jsonl", ".ndjson", ".json")

_SAVE_AS_UTF_8 = "Hãy mở tệp bằng bảng tính hay Notepad và lưu lại với bảng mã UTF-8 (“CSV UTF-8”)."
_BROKEN_GZIP = "Tệp nén gzip bị hỏng hoặc bị cắt ngắn. Hãy tải lại hoặc nén lại tệp."
BOMB = "Tệp giải nén ra lớn bất thường so với cỡ của nó nên không được mở."


def kind_of(path: Path) -> Kind:
    """Which reader a file is for, by its first bytes and then by its name; it may still be a bad file.

    Old Excel files and all zip files are "xlsx", so that `office_file.check_xlsx` can say what is wrong. A packed text
    counts as what is inside. Raises UnreadableFile when there is no file, or an empty one.
    """
    start = _first_bytes(path)
    name = path.name.lower().removesuffix(".gz")
    if start.startswith((ZIP, OLE)) or name.endswith(_SHEET_NAMES):
        return "xlsx"
    if start.removeprefix(_BOM).lstrip().startswith(b"{") or name.endswith(_JSON_NAMES):
        return "jsonl"
    return "csv"


def text_lines(
    path: Path,
    *,
    max_file: int = MAX_FILE,
    max_unpacked: int = MAX_UNPACKED,
    max_ratio: int = MAX_RATIO,
    max_line: int = MAX_LINE,
    utf_16: bool = False,
) -> Iterator[tuple[int, str]]:
    """The lines of a UTF-8 text, plain or gzip, with their numbers from 1 and without line ends; of one in UTF-16 too
    where that is asked for.

    Never holds more than one line. Limits in bytes. Raises UnreadableFile, perhaps after many good lines:
    nothing should be kept for good before the last one.
    """
    size = size_of(path, max_file)
    ceiling = min(max_unpacked, max(size * max_ratio, HARMLESS))
    with _opened(path) as stream:
        lines = as_utf_8(stream) if utf_16 else stream
        for number, line in enumerate(_raw_lines(lines, ceiling, max_line), 1):
            yield number, _decoded(line, number)


def size_of(path: Path, limit: int) -> int:
    """The size in bytes of an ordinary file that is neither empty nor too large."""
    try:
        facts = path.stat()
    except (OSError, ValueError) as fault:
        raise UnreadableFile("Không tìm thấy tệp.") from fault
    if not stat.S_ISREG(facts.st_mode):
        raise UnreadableFile("Đường dẫn này không phải là một tệp (có thể là thư mục).")
    if facts.st_size == 0:
        raise UnreadableFile("Tệp rỗng.")
    if facts.st_size > limit:
        raise UnreadableFile(f"Tệp quá lớn: {_shown(facts.st_size)}, giới hạn {_shown(limit)}.")
    return facts.st_size


def _shown(size: int) -> str:
    return f"{size / MB:.1f} MB".replace(".", ",")


def _opened(path: Path) -> _Stream:
    """The bytes of the text, unpacked on the way when the file is packed."""
    try:
        with path.open("rb") as file:
            packed = file.read(2) == _GZIP
        return gzip.open(path, "rb") if packed else path.open("rb")
    except OSError as fault:
        raise UnreadableFile("Không mở được tệp: hãy kiểm tra quyền đọc.") from fault


def _first_bytes(path: Path) -> bytes:
    """Up to 512 bytes of what the file says; nothing when its packing is broken: its reader reports that."""
    size_of(path, limit=2**63)
    with _opened(path) as stream:
        try:
            return stream.read(512)
        except (OSError, EOFError, zlib.error):
            return b""


def _raw_lines(stream: Lines, ceiling: int, max_line: int) -> Iterator[bytes]:
    number = total = 0
    while line := _next_line(stream, max_line + 1):
        number, total = number + 1, total + len(line)
        if total > ceiling:
            raise UnreadableFile(BOMB)
        if len(line) > max_line:
            raise UnreadableFile(f"Dòng {number} dài quá {_shown(max_line)}: tệp không đúng dạng.")
        yield line
    if total == 0:
        raise UnreadableFile("Tệp rỗng.")


def _next_line(stream: Lines, limit: int) -> bytes:
    try:
        return stream.readline(limit)
    except (OSError, EOFError, zlib.error) as fault:
        raise UnreadableFile(_BROKEN_GZIP) from fault


def _decoded(line: bytes, number: int) -> str:
    if number == 1:
        if line.startswith(_UTF_16):
            raise UnreadableFile(f"Tệp dùng bảng mã UTF-16, không phải UTF-8. {_SAVE_AS_UTF_8}")
        line = line.removeprefix(_BOM)
    if b"\0" in line:
        raise UnreadableFile(f"Dòng {number} có byte NUL: tệp không phải văn bản UTF-8. {_SAVE_AS_UTF_8}")
    try:
        return line.decode().rstrip("\r\n")
    except UnicodeDecodeError as fault:
        old = "có thể là Windows-1258, TCVN3 hoặc VNI"
        raise UnreadableFile(f"Dòng {number} không phải chữ UTF-8 ({old}). {_SAVE_AS_UTF_8}") from fault
