"""Wagtail's panel for publishing at a set time, in Vietnamese."""

from wagtail.admin.panels import FieldPanel, PublishingPanel

_WORDS = {
    "go_live_at": ("Đăng từ lúc", "Để trống để đăng ngay."),
    "expire_at": ("Gỡ xuống lúc", "Để trống nếu không gỡ."),
}


def publishing_panel() -> PublishingPanel:
    """The panel with Wagtail's own two boxes, which its dialog needs as they are, under other names."""
    panel = PublishingPanel(heading="Hẹn giờ đăng", help_text="Trang chỉ hiện trong khoảng thời gian này.")
    for child in panel.children:
        _rename(child)
    return panel


def _rename(child: FieldPanel) -> None:
    child.heading, child.help_text = _WORDS[child.field_name]
