"""The state of a procedure in words: in force, to come, abolished, replaced."""

from datetime import date
from typing import Any

from wagtail.models import Page

from procedures_catalog.facts.temporary_code import called
from vietnamese.days import Span, written


def state_of(page: Page, on: date) -> dict[str, Any]:
    """`kind` (current, upcoming, abolished, replaced) on that day, a label, a sentence, `links` to all
    that came instead; `has_ended` where it holds no more."""
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
        return {"kind": "upcoming", "label": "Sắp thay đổi", "text": text, **_links(page)}
    return {"kind": "current", "label": "Đang áp dụng", "text": ""}


def _ended(page: Page) -> dict[str, Any]:
    decision = f" theo {page.ending_decision}" if page.ending_decision else ""
    what = _replaced(page) if page.successor_id else "bị bãi bỏ"
    return {
        "kind": "replaced" if page.successor_id else "abolished",
        "label": "Đã được thay thế" if page.successor_id else "Đã bãi bỏ",
        "has_ended": True,
        "text": f"Thủ tục này đã {what} từ ngày {written(page.valid_to)}{decision}. Nội dung dưới đây chỉ để tra cứu.",
        **_links(page),
    }


def _replaced(page: Page) -> str:
    """By what, in words that paper has, too; without names of what not everybody may read."""
    names = "; ".join(f"“{each.told_name}” ({called(each.code)})" for each in page.public_successors)
    return f"được thay thế bằng {names}" if names else "được thay thế"


def _links(page: Page) -> dict[str, Any]:
    every = page.public_successors
    labels = ["Xem thủ tục thay thế"] if len(every) == 1 else [each.told_name for each in every]
    links = [{"url": each.get_url(), "label": label} for each, label in zip(every, labels, strict=True)]
    return {"links": links} if links else {}
