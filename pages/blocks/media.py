"""Pictures, with words for those who cannot see them, and documents to take home."""

from django.template.defaultfilters import filesizeformat
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from pages.files.pictures import Picture, picture_of


class PictureValue(blocks.StructValue):
    """A picture as a template reads it."""

    @property
    def picture(self) -> Picture | None:
        """What is shown; None when the image has been deleted since."""
        return picture_of(self["image"]) if self.get("image") else None


class PictureBlock(blocks.StructBlock):
    """`image`, `alt` (required: WCAG 1.1.1) and `caption`."""

    image = ImageChooserBlock(label="Ảnh")
    alt = blocks.CharBlock(
        max_length=255,
        label="Mô tả ảnh bằng lời",
        help_text="Cho người không nhìn thấy ảnh: trong ảnh có gì, không cần viết “ảnh”.",
    )
    caption = blocks.CharBlock(required=False, max_length=255, label="Chú thích dưới ảnh")

    class Meta:
        icon = "image"
        label = "Ảnh"
        template = "blocks/image.html"
        value_class = PictureValue


class DownloadValue(blocks.StructValue):
    """A document as a template reads it."""

    @property
    def url(self) -> str:
        """Where the file is."""
        return self["document"].url if self.get("document") else ""

    @property
    def name(self) -> str:
        """The label, else the document's own title."""
        return self.get("label") or (self["document"].title if self.get("document") else "")

    @property
    def size_label(self) -> str:
        """The size as people say it, "" when the file is missing."""
        size = self["document"].get_file_size() if self.get("document") else None
        return filesizeformat(size) if size else ""


class DownloadBlock(blocks.StructBlock):
    """`document` and `label`; templates read `url`, `name` and `size_label`."""

    document = DocumentChooserBlock(label="Tệp")
    label = blocks.CharBlock(
        required=False, max_length=150, label="Tên hiện trên trang", help_text="Để trống để dùng tên của tệp."
    )

    class Meta:
        icon = "doc-full"
        label = "Tệp để tải về"
        template = "blocks/download.html"
        value_class = DownloadValue
