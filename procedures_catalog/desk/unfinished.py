"""What stands against publishing a procedure, as the desk's form says it beside the fields."""

from typing import Any

from procedures_catalog.facts.overlay import span_of_block
from procedures_catalog.facts.periods import ends_before_it_begins, overlapping
from procedures_catalog.facts.scope.scope import NEVER_PUBLIC, is_internal
from vietnamese.days import Span

_WITHOUT_FIRST_DAY = "Hồ sơ nộp trước theo quy định cũ: ghi “Áp dụng từ ngày” để biết trước ngày nào."


def unfinished(page: Any) -> dict[str, str]:
    """Field → what must be mended there: an internal procedure is never published; a period does not end before it
    begins, also one inside the layer of the province; on no day that has two texts for a part; and nothing is its own
    successor."""
    found = {}
    if is_internal(page.code, page.kind):
        found["code"] = NEVER_PUBLIC
    if Span(page.valid_from, page.valid_to).is_empty():
        found["valid_to"] = "Ngày bãi bỏ phải sau ngày có hiệu lực."
    if page.successor_id and page.successor_id == page.pk:
        found["successor"] = "Thủ tục không thể thay bằng chính nó."
    if page.reason_partial and page.online_level != "partial":
        found["reason_partial"] = "Chỉ ghi lý do khi mức độ dịch vụ công là trực tuyến một phần."
    return found | _periods(page)


def _periods(page: Any) -> dict[str, str]:
    found = {}
    for name in ("overlay", "channels"):
        if backwards := ends_before_it_begins(getattr(page, name).raw_data):
            found[name] = f"{backwards}: ngày “Đến hết ngày” phải không trước ngày “Áp dụng từ ngày”."
    if both := "; ".join(overlapping(page.overlay.raw_data)):
        once = f"{both} trùng ngày nhau. Mỗi ngày chỉ một nội dung của tỉnh được áp dụng cho một phần."
        found.setdefault("overlay", once)
    if any(block["value"].get("earlier_stay") and not span_of_block(block).begins for block in page.overlay.raw_data):
        found.setdefault("overlay", _WITHOUT_FIRST_DAY)
    return found
