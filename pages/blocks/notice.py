"""A notice: a short text that must not be overlooked."""

from wagtail import blocks

KINDS = [("info", "Lưu ý"), ("warning", "Cảnh báo")]


class NoticeBlock(blocks.StructBlock):
    """`kind` is a key of KINDS, `text` rich text without headings."""

    kind = blocks.ChoiceBlock(choices=KINDS, default="info", label="Loại", search_index=False)
    text = blocks.RichTextBlock(features=["bold", "italic", "link"], label="Nội dung")

    class Meta:
        icon = "warning"
        label = "Khung lưu ý"
        template = "blocks/notice.html"
