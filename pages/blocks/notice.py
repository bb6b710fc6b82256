"""A notice: a short text that must not be overlooked."""

from wagtail import blocks
from wagtail.admin.compare import CharBlockComparison

KINDS = [("info", "Lưu ý"), ("warning", "Cảnh báo")]


class _KindComparison(CharBlockComparison):
    """Between versions a kind is told as people read it."""

    def __init__(self, block, exists_a, exists_b, val_a, val_b) -> None:
        names = dict(KINDS)
        super().__init__(block, exists_a, exists_b, names.get(val_a, ""), names.get(val_b, ""))

    def htmlvalue(self, val):
        """The kind's name."""
        return super().htmlvalue(dict(KINDS).get(val, val))


class KindBlock(blocks.ChoiceBlock):
    """The kind of a notice."""

    def get_comparison_class(self) -> type[CharBlockComparison]:
        """How two versions of it are compared."""
        return _KindComparison


class NoticeBlock(blocks.StructBlock):
    """`kind` is a key of KINDS, `text` rich text without headings."""

    kind = KindBlock(choices=KINDS, default="info", label="Loại", search_index=False)
    text = blocks.RichTextBlock(features=["bold", "italic", "link"], label="Nội dung")

    class Meta:
        icon = "warning"
        label = "Khung lưu ý"
        template = "blocks/notice.html"
