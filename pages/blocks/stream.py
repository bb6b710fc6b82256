"""The body of a page: which pieces it may be made of, and the words in them."""

from wagtail import blocks

from pages.blocks.links import LinksBlock
from pages.blocks.media import DownloadBlock, PictureBlock
from pages.blocks.notice import NoticeBlock
from pages.blocks.text import HeadingBlock, ParagraphBlock


class BodyBlock(blocks.StreamBlock):
    """The body of news and guidance."""

    heading = HeadingBlock()
    paragraph = ParagraphBlock()
    notice = NoticeBlock()
    links = LinksBlock()
    image = PictureBlock()
    download = DownloadBlock()


def words_of(body: blocks.StreamValue) -> str:
    """Plain text of all pieces, a line each."""
    return "\n".join(map(str, body.stream_block.get_searchable_content(body)))
