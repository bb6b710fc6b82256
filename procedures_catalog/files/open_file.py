"""Opens what a person hands in, within limits, and says in Vietnamese why a file cannot be read."""

import gzip
import mmap
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.utf_16 import Lines, as_utf_8

Kind: TypeAlias = Literal["jsonl", "csv", "xlsx"]
_Stream: TypeAlias = BinaryIO | gzip.GzipFile

_MB = 2**20
#: Bytes on disk.
MAX_FILE = 100 * _MB
#: Bytes of a text after unpacking.
MAX_UNPACKED = 600 * _MB
#: Bytes of all members of a workbook together: less, because its texts are held in memory.
MAX_WORKBOOK = 200 * _MB
#: Members of a workbook; a list with a picture in every row has thousands.
MAX_MEMBERS = 50_000
#: Bytes after unpacking for one byte on disk; real lists stay below 30.
MAX_RATIO = 200
#: Bytes of one line.
MAX_LINE = 8 * _MB

_HARMLESS = _MB  # what unpacks to less is no bomb, whatever its ratio
_BOM = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_GZIP = b"\x1f\x8b"
_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0"  # the box of old Office files, and of new ones with a password
_SHEET_NAMES = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
_JSON_NAMES = (".jsonl", ".ndjson", ".json")

_SAVE_AS_UTF_8 = "Hãy mở tệp bằng bảng tính hay Notepad và lưu lại với bảng mã UTF-8 (“CSV UTF-8”)."
_SAVE_AS_XLSX = "Hãy mở tệp bằng bảng tính và lưu lại dạng .xlsx."
_BROKEN_GZIP = "Tệp nén gzip bị hỏng hoặc bị cắt ngắn. Hãy tải lại hoặc nén lại tệp."
_BROKEN_ZIP = "Tệp XLSX bị hỏng hoặc tải về chưa hết. Hãy tải lại tệp, hoặc mở bằng bảng tính và lưu lại."
_WITH_PASSWORD = "Tệp XLSX được đặt mật khẩu. Hãy bỏ mật khẩu rồi lưu lại."  # noqa: S105 - a sentence
_BOMB = "Tệp giải nén ra lớn bất thường so với cỡ của nó nên không được mở."


def kind_of(path: Path) -> Kind:
    """Which reader a file is for, by its first bytes and then by its name; it may still be a bad file.

    Old Excel files and all zip files are "xlsx", so that `check_xlsx` can say what is wrong. A packed text
    counts as what is inside. Raises UnreadableFile when there is no file, or an empty one.
    """
    start = _first_bytes(path)
    name = path.name.lower().removesuffix(".gz")
    if start.startswith((_ZIP, _OLE)) or name.endswith(_SHEET_NAMES):
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
    size = _size(path, max_file)
    ceiling = min(max_unpacked, max(size * max_ratio, _HARMLESS))
    with _opened(path) as stream:
        lines = as_utf_8(stream) if utf_16 else stream
        for number, line in enumerate(_raw_lines(lines, ceiling, max_line), 1):
            yield number, _decoded(line, number)


def check_xlsx(
    path: Path,
    *,
    max_file: int = MAX_FILE,
    max_unpacked: int = MAX_WORKBOOK,
    max_ratio: int = MAX_RATIO,
    max_members: int = MAX_MEMBERS,
) -> None:
    """Makes sure that a file is a workbook that is safe to open, and unpacks nothing.

    The sizes it goes by are those the file declares: `zipfile` never unpacks more than these. Raises
    UnreadableFile for another kind of file, an old .xls, one with a password, a broken one, one past a limit
    (in bytes; `max_members` in files).
    """
    size = _size(path, max_file)
    _refuse_other_kinds(path)
    members = _members(path, max_members)
    if "xl/workbook.xml" not in {member.filename for member in members}:
        raise UnreadableFile(f"Tệp không phải là bảng tính XLSX. {_SAVE_AS_XLSX}")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFile(_WITH_PASSWORD)
    if sum(member.file_size for member in members) > min(max_unpacked, max(size * max_ratio, _HARMLESS)):
        raise UnreadableFile(_BOMB)


def _size(path: Path, limit: int) -> int:
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
    return f"{size / _MB:.1f} MB".replace(".", ",")


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
    _size(path, limit=2**63)
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
            raise UnreadableFile(_BOMB)
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


def _refuse_other_kinds(path: Path) -> None:
    with path.open("rb") as file:
        start = file.read(4)
    if start == _OLE and _holds(path, "EncryptedPackage".encode("utf-16-le")):
        raise UnreadableFile(_WITH_PASSWORD)
    if start == _OLE:
        raise UnreadableFile(f"Đây là tệp Excel đời cũ (.xls). {_SAVE_AS_XLSX}")
    if not start.startswith(_ZIP):
        raise UnreadableFile(f"Tệp không phải là bảng tính XLSX. {_SAVE_AS_XLSX}")


def _holds(path: Path, wanted: bytes) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(wanted) >= 0


def _members(path: Path, limit: int) -> list[zipfile.ZipInfo]:
    """What the workbook holds. The directory is measured before `zipfile` builds a list of it in memory."""
    if _most_members(path) > limit:
        raise UnreadableFile("Tệp XLSX chứa quá nhiều tệp con nên không được mở.")
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, struct.error) as fault:
        raise UnreadableFile(_BROKEN_ZIP) from fault


def _most_members(path: Path) -> int:
    """How many members the zip directory has room for; an entry takes 46 bytes and its name.

    A directory in the format for giant files (zip64) counts as endless: no list under `MAX_FILE` needs it.
    """
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 2**16 - 64))
        tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) < end + 22:
        raise UnreadableFile(_BROKEN_ZIP)
    if tail[max(0, end - 20) : end].startswith(b"PK\x06\x07"):
        return 2**63
    directory: int = struct.unpack_from("<I", tail, end + 12)[0]
    return directory // 46
