"""A procedure that is published as an entry of the list: what its page says instead of empty parts."""

from dataclasses import dataclass

from procedures_catalog.facts.complete.rules import is_bare
from procedures_catalog.facts.record import ProcedureRecord
from procedures_catalog.facts.temporary_code import is_temporary
from procedures_catalog.presenting.filing_online import NATIONAL_PORTAL

_SAID = (
    "Thủ tục này mới được công bố ở mức danh mục: tên, mã, cấp, cơ quan, lĩnh vực. Nội dung chi tiết chưa công bố trên "
    "cổng này."
)


@dataclass(frozen=True, slots=True)
class ListedOnly:
    """`text` says it, `elsewhere` where the details may be read, `url` leads there ("" where only an office knows)."""

    text: str
    elsewhere: str
    url: str


def listed_only(record: ProcedureRecord) -> ListedOnly | None:
    """None for a procedure that tells anything of what one does, brings or gets."""
    if not is_bare(record):
        return None
    if is_temporary(record.code):
        return ListedOnly(_SAID, "Xin hỏi tại nơi tiếp nhận hồ sơ.", "")
    return ListedOnly(_SAID, f"Tra mã {record.code} trên Cổng Dịch vụ công quốc gia", NATIONAL_PORTAL)
