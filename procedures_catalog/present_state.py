"""The state of a procedure in words: in force, to come, abolished, replaced."""

from datetime import date
from typing import Any

from wagtail.models import Page

from vietnamese.days import Span, written


def state_of(page: Page, on: date) -> dict[str, Any]:
    """`kind` (current, upcoming, abolished, replaced) on that day, a label, a sentence, a link to what came instead."""
    span = Span(page.valid_from, page.valid_to)
    if span.has_ended(on):
        return _ended(page)
    if span.is_to_come(on):
        return {
            "kind": "upcoming",
            "label": f"Áp dụng từ {written(page.valid_from)}",
            "text": "Thủ tục chưa có hiệu lực.",
        }
    if page.valid_to:
        text = f"Thủ tục sẽ được bãi bỏ từ ngày {written(page.valid_to)}."
        return {"kind": "upcoming", "label": "Sắp thay đổi", "text": text, **_link(page)}
    return {"kind": "current", "label": "Đang áp dụng", "text": ""}


def _ended(page: Page) -> dict[str, Any]:
    decision = f" theo {page.ending_decision}" if page.ending_decision else ""
    what = "được thay thế" if page.successor_id else "bị bãi bỏ"
    return {
        "kind": "replaced" if page.successor_id else "abolished",
        "label": "Đã được thay thế" if page.successor_id else "Đã bãi bỏ",
        "text": f"Thủ tục này đã {what} từ ngày {written(page.valid_to)}{decision}. Nội dung dưới đây chỉ để tra cứu.",
        **_link(page),
    }


def _link(page: Page) -> dict[str, str]:
    if page.public_successor is None:
        return {}
    return {"link_url": page.public_successor.get_url(), "link_label": "Xem thủ tục thay thế"}
