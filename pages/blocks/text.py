"""Pieces of running text: a heading between sections, and paragraphs."""

from wagtail import blocks

#: What may be done inside a paragraph; headings are pieces of their own, so that their levels stay right.
FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    """A heading of the second level; the page's title is the first."""

    class Meta:
        icon = "title"
        label = "Đề mục"
        template = "blocks/heading.html"


class ParagraphBlock(blocks.RichTextBlock):
    """Paragraphs and lists."""

    def __init__(self, features: list[str] | None = None, **kwargs) -> None:
        super().__init__(features=features or FEATURES, **kwargs)

    class Meta:
        icon = "pilcrow"
        label = "Đoạn văn"
        template = "blocks/paragraph.html"
