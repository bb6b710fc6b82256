"""The desk's form for copying a page: a copy begins as a draft, and none is public at once."""

from wagtail.admin.forms.pages import CopyForm


class DraftCopyForm(CopyForm):
    """Wagtail's, without its two boxes that make something public which nobody else has seen at its new place."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
