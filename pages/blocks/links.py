"""A list of links, each to a page of the portal or to another site."""

from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError


class LinkValue(blocks.StructValue):
    """One link as a template reads it: `label`, `url`."""

    @property
    def url(self) -> str:
        """The page's address, else the address typed; "" when the page is gone."""
        page = self.get("page")
        return (page.get_url() or "") if page else self.get("address") or ""


class LinkBlock(blocks.StructBlock):
    """A label and exactly one target."""

    label = blocks.CharBlock(max_length=150, label="Tên liên kết")
    page = blocks.PageChooserBlock(required=False, label="Trang của cổng")
    address = blocks.URLBlock(required=False, label="Hoặc địa chỉ ngoài cổng")

    class Meta:
        icon = "link"
        label = "Liên kết"
        value_class = LinkValue

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """StructBlockValidationError when there is no target, or two; a draft may still lack what it will need."""
        value = super().clean(value)
        if not self.is_deferred_validation and bool(value.get("page")) == bool(value.get("address")):
            raise StructBlockValidationError(non_block_errors=["Chọn một trang hoặc ghi một địa chỉ, không cả hai."])
        return value


class LinksBlock(blocks.StructBlock):
    """`items`: one link or more."""

    items = blocks.ListBlock(LinkBlock(), min_num=1, label="Các liên kết")

    class Meta:
        icon = "list-ul"
        label = "Danh sách liên kết"
        template = "blocks/links.html"
