"""The two boxes in which whoever changes a procedure says what changed: their words, and when they begin empty."""

from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page

LONGEST_NOTE = 500  # signs
_NOTE = (
    "Người dân đọc dòng này trong lịch sử thay đổi, bản tin và trang “Cập nhật trong ngày”, ví dụ: “Thời hạn: "
    "5 → 3 ngày làm việc”. Để trống thì cổng tự ghi từ chỗ khác nhau; sau này vẫn sửa được."
)
MINOR_HELP = (
    "Sửa lỗi chính tả và những chỗ không đổi việc phải làm: có trong lịch sử của thủ tục, không báo cho ai. Thay đổi "
    "về tình trạng, ngày áp dụng, thời hạn, phí, lệ phí thì luôn được báo."
)


def note_panel() -> MultiFieldPanel:
    """The boxes, at the end of the form."""
    boxes = [FieldPanel("change_note", help_text=_NOTE), FieldPanel("change_is_minor", help_text=MINOR_HELP)]
    return MultiFieldPanel(boxes, heading="Thay đổi gì")


def begin_empty(page: Page) -> None:
    """Where no draft waits, what the last publication said of itself is said no more."""
    if not page.has_unpublished_changes:
        page.change_note, page.change_is_minor = "", False
