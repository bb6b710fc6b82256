"""Makes sure that a workbook or a text document of an office program is safe to open, and unpacks nothing of it."""

import mmap
import struct
import zipfile
from dataclasses import dataclass
from pathlib import Path

from procedures_catalog.files.issues import UnreadableFile
from procedures_catalog.files.open_file import BOMB, HARMLESS, MAX_FILE, MAX_RATIO, MB, OLE, ZIP, size_of

#: Bytes of all members together: less than of a text, because what they say is held in memory.
MAX_WORKBOOK = 200 * MB
#: Members of a workbook; a list with a picture in every row has thousands.
MAX_MEMBERS = 50_000
#: A text document is held in memory as a tree of its marks, some fifteen times as large.
MAX_TEXT_FILE, MAX_TEXT = 20 * MB, 60 * MB
#: Bytes of what is read of it, its text and how its lists number, while somebody waits.
MAX_TEXT_BODY = 8 * MB
_NUMBERING = "word/numbering.xml"
_MACROS = "vbaproject.bin"


@dataclass(frozen=True, slots=True)
class _Kind:
    """How messages call a kind of file, the member that makes it one, and how to get it."""

    called: str
    thing: str
    former: str
    main: str
    save: str


_WORKBOOK = _Kind(
    "XLSX",
    "bảng tính XLSX",
    "tệp Excel đời cũ (.xls)",
    "xl/workbook.xml",
    "Hãy mở tệp bằng bảng tính và lưu lại dạng .xlsx.",
)
_TEXT = _Kind(
    "DOCX",
    "văn bản DOCX",
    "tệp Word đời cũ (.doc)",
    "word/document.xml",
    "Hãy mở tệp bằng Word hay LibreOffice và lưu lại dạng .docx.",
)


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
    size = size_of(path, max_file)
    members = _members(path, max_members, _WORKBOOK)
    _refuse_bomb(members, min(max_unpacked, max(size * max_ratio, HARMLESS)))


def check_docx(path: Path, *, max_body: int = MAX_TEXT_BODY) -> None:
    """The same of a text document; refuses macros too. `max_body` in bytes, of what is read of it alone."""
    size = size_of(path, MAX_TEXT_FILE)
    members = _members(path, MAX_MEMBERS, _TEXT)
    if any(member.filename.lower().endswith(_MACROS) for member in members):
        raise UnreadableFile(f"Tệp Word có macro nên không được mở. {_TEXT.save}")
    _refuse_bomb(members, min(MAX_TEXT, max(size * MAX_RATIO, HARMLESS)))
    if sum(member.file_size for member in members if member.filename in (_TEXT.main, _NUMBERING)) > max_body:
        raise UnreadableFile(
            "Tệp Word quá dài để đọc. Hãy chép riêng bảng danh mục của phụ lục sang một tệp mới rồi tải lên."
        )


def is_docx(path: Path) -> bool:
    """Whether a file is a text document by its name or by what it holds; it may still be a bad one."""
    if path.suffix.lower() in (".docx", ".docm", ".doc", ".dotx"):
        return True
    try:
        with zipfile.ZipFile(path) as archive:
            return _TEXT.main in archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, struct.error):
        return False


def _refuse_bomb(members: list[zipfile.ZipInfo], most: int) -> None:
    if sum(member.file_size for member in members) > most:
        raise UnreadableFile(BOMB)


def _members(path: Path, limit: int, kind: _Kind) -> list[zipfile.ZipInfo]:
    """What the file holds, where it is one of its kind that opens without a password."""
    _refuse_other_kinds(path, kind)
    members = _listed(path, limit, kind)
    if kind.main not in {member.filename for member in members}:
        raise UnreadableFile(f"Tệp không phải là {kind.thing}. {kind.save}")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFile(_with_password(kind))
    return members


def _refuse_other_kinds(path: Path, kind: _Kind) -> None:
    with path.open("rb") as file:
        start = file.read(4)
    if start == OLE and _holds(path, "EncryptedPackage".encode("utf-16-le")):
        raise UnreadableFile(_with_password(kind))
    if start == OLE:
        raise UnreadableFile(f"Đây là {kind.former}. {kind.save}")
    if not start.startswith(ZIP):
        raise UnreadableFile(f"Tệp không phải là {kind.thing}. {kind.save}")


def _with_password(kind: _Kind) -> str:
    return f"Tệp {kind.called} được đặt mật khẩu. Hãy bỏ mật khẩu rồi lưu lại."


def _broken(kind: _Kind) -> str:
    return (
        f"Tệp {kind.called} bị hỏng hoặc tải về chưa hết. Hãy tải lại tệp, hoặc mở bằng chương trình đã làm ra nó và "
        "lưu lại."
    )


def _holds(path: Path, wanted: bytes) -> bool:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(wanted) >= 0


def _listed(path: Path, limit: int, kind: _Kind) -> list[zipfile.ZipInfo]:
    """The directory is measured before `zipfile` builds a list of it in memory."""
    if _most_members(path, kind) > limit:
        raise UnreadableFile(f"Tệp {kind.called} chứa quá nhiều tệp con nên không được mở.")
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, struct.error) as fault:
        raise UnreadableFile(_broken(kind)) from fault


def _most_members(path: Path, kind: _Kind) -> int:
    """How many members the zip directory has room for; an entry takes 46 bytes and its name.

    A directory in the format for giant files (zip64) counts as endless: nothing under `MAX_FILE` needs it.
    """
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 2**16 - 64))
        tail = file.read()
    end = tail.rfind(b"PK\x05\x06")
    if end < 0 or len(tail) < end + 22:
        raise UnreadableFile(_broken(kind))
    if tail[max(0, end - 20) : end].startswith(b"PK\x06\x07"):
        return 2**63
    directory: int = struct.unpack_from("<I", tail, end + 12)[0]
    return directory // 46
