"""The pieces of a page's body."""

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents import get_document_model

from pages.blocks.links import LinkBlock
from pages.blocks.media import DownloadBlock, PictureBlock
from pages.blocks.stream import BodyBlock, words_of
from tests.pages.factories import make_content


def test_words_without_markup():
    block = BodyBlock()
    body = block.to_python(
        [
            {"type": "heading", "value": "Mang gì"},
            {"type": "notice", "value": {"kind": "info", "text": "<p><b>Bản chính</b></p>"}},
        ]
    )
    assert words_of(body) == "Mang gì\nBản chính"


def test_a_link_leads_to_a_page_or_elsewhere(home):
    page = make_content(home, "Giới thiệu")
    block = LinkBlock()
    assert block.to_python({"label": "a", "page": page.pk}).url == "/gioi-thieu/"
    assert block.to_python({"label": "a", "address": "https://example.vn/"}).url == "https://example.vn/"
    assert block.to_python({"label": "a"}).url == ""


@pytest.mark.parametrize("both", [True, False])
def test_a_link_has_exactly_one_target(home, both):
    target = {"page": make_content(home).pk, "address": "https://example.vn/"} if both else {}
    block = LinkBlock()
    with pytest.raises(StructBlockValidationError):
        block.clean(block.to_python({"label": "a", **target}))


def test_a_picture_needs_words():
    assert PictureBlock().child_blocks["alt"].required


def test_a_download_without_its_file(db):
    document = get_document_model().objects.create(title="Mẫu tờ khai", file="khong-co.pdf")
    value = DownloadBlock().to_python({"document": document.pk, "label": ""})
    assert (value.name, value.size_label) == ("Mẫu tờ khai", "")
    assert value.url
