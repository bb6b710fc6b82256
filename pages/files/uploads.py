"""What is refused when it is uploaded, in words: files that are not what their name says, pictures that would fill the
memory when they are unpacked."""

from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from PIL.Image import DecompressionBombError
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField

_HEAD = 1_024  # a PDF says what it is within its first bytes, not always with the first
_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
#: Ending → what a file with it begins with.
_BEGINNINGS: dict[str, tuple[bytes, ...]] = {
    "doc": (*_OFFICE, b"{\\rtf"),
    "xls": _OFFICE,
    **dict.fromkeys(("docx", "xlsx", "odt", "ods", "zip"), _PACKED),
}
OTHER_CONTENT = (
    "Tệp này không phải là tệp .{ending} dù tên ghi như vậy. Hãy mở tệp bằng chương trình đã tạo ra nó, lưu lại thành "
    ".{ending} rồi tải lên."
)
TOO_MANY_PIXELS = "Ảnh có quá nhiều điểm ảnh, không mở được. Hãy thu nhỏ ảnh rồi tải lên."


class DocumentForm(BaseDocumentForm):
    """Wagtail's form of a document, at every door where one is uploaded."""

    def clean_file(self) -> File:
        """ValidationError for a file whose content is not what its name says."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and not is_what_it_says(file):
            raise ValidationError(OTHER_CONTENT.format(ending=_ending(file.name)))
        return file


def is_what_it_says(file: File) -> bool:
    """Whether the content fits the ending of the name; an ending that is not known here is Wagtail's to refuse."""
    file.seek(0)
    head = file.read(_HEAD)
    file.seek(0)
    ending = _ending(file.name)
    if ending == "pdf":
        return b"%PDF-" in head
    return ending not in _BEGINNINGS or head.startswith(_BEGINNINGS[ending])


def _ending(name: str | None) -> str:
    return (name or "").rpartition(".")[2].lower()


def refuse_bombs() -> None:
    """Makes Wagtail's field of pictures, which no setting names, tell of a picture that is too large to be opened."""
    check = WagtailImageField.check_image_pixel_size
    if not hasattr(check, "__wrapped__"):
        WagtailImageField.check_image_pixel_size = _in_words(check)


def _in_words(check: Any) -> Any:
    @wraps(check)
    def checked(field: WagtailImageField, file: File) -> None:
        try:
            check(field, file)
        except DecompressionBombError as bomb:
            raise ValidationError(TOO_MANY_PIXELS, code="file_too_many_pixels") from bomb

    return checked
