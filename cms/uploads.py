"""Files are taken only while the disk has room for them and for the database beside them."""

from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler

from pages.files.disk_room import demand_room


class OnlyWithRoom(FileUploadHandler):
    """Stands before Django's own handlers, which keep the file. A form without a file passes."""

    _length = 0

    def handle_raw_input(
        self,
        input_data: IO[bytes],
        meta: dict[str, str],
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Remembers how much is being sent, in bytes."""
        self._length = content_length

    def new_file(self, *args: Any, **more: Any) -> None:
        """Raises NoRoomError, which is told in words (`cms.failing`)."""
        demand_room(Path(settings.MEDIA_ROOT), self._length, settings.KEPT_FREE_BYTES)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """For the next handler."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Nothing is kept here."""
