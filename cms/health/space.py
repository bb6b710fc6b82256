"""How much room is left on the disks that the portal writes to, and whether they can be written at all."""

from pathlib import Path

from django.conf import settings

from cms.health.check import DEGRADED, OK, Finding, PortalCheck
from pages.files.disk_room import MEGABYTE, disk_of, free_bytes, is_read_only


class Space(PortalCheck):
    """JSON: {"free_megabytes": of the fullest disk, "wanted_megabytes": the threshold, "read_only": bool}. Readers are
    served on a full disk too, so it is never a failure."""

    key, name = "disk", "Chỗ trên đĩa"

    def look(self) -> Finding:
        """The fullest disk counts."""
        disks = {disk_of(folder): folder for folder in _folders()}.values()
        free = min(map(free_bytes, disks)) // MEGABYTE
        read_only = any(map(is_read_only, disks))
        wanted = settings.FREE_MEGABYTES
        said = {"free_megabytes": free, "wanted_megabytes": wanted, "read_only": read_only}
        return Finding(DEGRADED if read_only or free < wanted else OK, _sentence(free, wanted, read_only), said)


def _folders() -> tuple[Path, ...]:
    index = Path(settings.SEARCH_INDEX_FILE).parent
    return tuple(map(Path, (settings.DATA_DIR, settings.MEDIA_ROOT, settings.PRINTED_ROOT, index)))


def _sentence(free: int, wanted: int, read_only: bool) -> str:
    if read_only:
        return "Đĩa dữ liệu đang ở chế độ chỉ đọc: không ai đăng nhập, lưu hay in được. Trang công khai vẫn đọc được."
    if free < wanted:
        return f"Đĩa dữ liệu sắp đầy: còn {free} MB, cần ít nhất {wanted} MB. Hãy dọn hoặc thêm đĩa."
    return f"Đĩa dữ liệu còn {free} MB."
