"""Text in UTF-16, as spreadsheet programs save “Unicode text”, read on as UTF-8."""

import gzip
import io
from typing import BinaryIO, Protocol

from procedures_catalog.files.issues import UnreadableFile

_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class Lines(Protocol):
    """What gives a text's bytes line by line."""

    def readline(self, limit: int, /) -> bytes:
        """The next line, its end included, cut after so many bytes; nothing at the end."""


def as_utf_8(stream: BinaryIO | gzip.GzipFile) -> Lines:
    """The lines of a text that has just been opened, recoded where its byte order mark says UTF-16."""
    encoding = _MARKS.get(stream.read(2))
    if encoding:
        return _Recoded(io.TextIOWrapper(stream, encoding, newline="\n"))
    stream.seek(0)
    return stream


class _Recoded:
    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text

    def readline(self, limit: int, /) -> bytes:
        """As in `Lines`; the limit counts letters. Raises UnreadableFile where the text is broken."""
        try:
            return self._text.readline(limit).encode()
        except UnicodeError as fault:
            raise UnreadableFile("Tệp UTF-16 bị hỏng hoặc bị cắt ngắn. Hãy lưu lại tệp.") from fault
