"""Whether what editors uploaded is still there and can be read: the folder may be lost, or of another account."""

from collections.abc import Iterator

from django.db.models.fields.files import FieldFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from cms.health.check import DEGRADED, OK, Finding, PortalCheck

UNREADABLE = (
    "Không đọc được tệp mới tải lên nhất ({}): xem thư mục media trong thư mục dữ liệu còn đó không, người dùng chạy "
    "cổng có đọc được không; mất thì phục hồi từ bản sao lưu."
)


class Uploads(PortalCheck):
    """Pages are read without them, so it is never a failure."""

    key, name = "uploads", "Tệp tải lên"

    def look(self) -> Finding:
        """The last picture and the last document stand for all. Two queries."""
        unreadable = [file.name or "" for file in _last() if not _is_readable(file)]
        if unreadable:
            return Finding(DEGRADED, UNREADABLE.format(", ".join(unreadable)))
        return Finding(OK, "Đọc được tệp tải lên.")


def _last() -> Iterator[FieldFile]:
    for model in (get_document_model(), get_image_model()):
        last = model.objects.order_by("-pk").first()
        if last is not None:
            yield last.file


def _is_readable(file: FieldFile) -> bool:
    try:
        with file.storage.open(file.name or "") as opened:
            opened.read(1)
    except OSError:
        return False
    return True
