"""What is refused when it is uploaded, in words: files that are not what their name says, pictures that would fill the
memory when they are unpacked, and another file in the place of one that readers are offered by whoever may publish."""

from functools import wraps
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from PIL.Image import DecompressionBombError
from wagtail.admin.forms.collections import BaseCollectionMemberForm
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from pages.files.replaced import is_kept
from pages.files.uses import refusal

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


#: What of a file that readers are offered only those change who may publish it: a closed collection takes it away, and
#: links that say nothing of their own say its title.
_SHOWN = ("file", "collection", "title", "description")


class _KeptByPublishers(BaseCollectionMemberForm):
    """Whose right it is to change what readers are offered already; without a person nothing is refused."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.person = kwargs.get("user")
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """An error at the box of the new file, or of another collection, for who may not publish."""
        cleaned = super().clean()
        changed = [name for name in _SHOWN if name in self.changed_data]
        said = refusal(self.instance, self.person) if self.person and self.instance.pk and changed else ""
        if said:
            self.add_error(changed[0], said)
        return cleaned


class _KeepsReplaced(_KeptByPublishers):
    """Leaves the file that another takes the place of on the disk, so that the step can be taken back; Wagtail removes
    it at once, also where the form is not saved in the end."""

    def save(self, commit: bool = True) -> Any:
        """As Wagtail's."""
        if is_kept() and "file" in self.changed_data:
            self.original_file = None
        return super().save(commit=commit)


class ImageForm(_KeepsReplaced, BaseImageForm):
    """Wagtail's form of a picture, at every door where one is uploaded or changed."""

    def save(self, commit: bool = True) -> Any:
        """As Wagtail's; smaller copies of the former picture go at once."""
        is_replaced = bool(self.original_file) and "file" in self.changed_data
        image = super().save(commit=commit)
        if commit and is_replaced:
            image.renditions.all().delete()
        return image


class DocumentForm(_KeepsReplaced, BaseDocumentForm):
    """Wagtail's form of a document, at every door where one is uploaded or changed."""

    def clean_file(self) -> File:
        """ValidationError for a file whose content is not what its name says."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and not is_what_it_says(file):
            raise ValidationError(OTHER_CONTENT.format(ending=_ending(file.name)))
        return file

    def add_error(self, field: str | None, error: Any) -> None:
        """A file that was refused has no name any more, of which the model would say that its ending is not taken."""
        said = getattr(error, "error_dict", {})
        if field is None and self.has_error("file") and "file" in said:
            error = ValidationError({name: errors for name, errors in said.items() if name != "file"})
        super().add_error(field, error)


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


def keep_what_is_shown() -> None:
    """Lets nobody delete a file, at any door of the desk, who may not publish what shows it: Wagtail asks its policy,
    which no setting names, and takes the right to change for that to delete."""
    asked = CollectionOwnershipPermissionPolicy.user_has_permission_for_instance
    if not hasattr(asked, "__wrapped__"):
        CollectionOwnershipPermissionPolicy.user_has_permission_for_instance = _unless_shown(asked)


def _unless_shown(asked: Any) -> Any:
    @wraps(asked)
    def answered(policy: Any, user: Any, action: str, instance: Any) -> bool:
        return asked(policy, user, action, instance) and not (action == "delete" and refusal(instance, user))

    return answered


def _in_words(check: Any) -> Any:
    @wraps(check)
    def checked(field: WagtailImageField, file: File) -> None:
        try:
            check(field, file)
        except DecompressionBombError as bomb:
            raise ValidationError(TOO_MANY_PIXELS, code="file_too_many_pixels") from bomb

    return checked
