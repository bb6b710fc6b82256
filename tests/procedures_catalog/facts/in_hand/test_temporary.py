"""A temporary code in hand: alone, behind a label, in a sentence, in the address of its page."""

import pytest

from procedures_catalog.facts.in_hand.reading import read


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("TAM-05660", True), ("tạm 05660", True), ("Mã tạm của cổng: TAM-05660", True), ("“TAM–05660”.", True),
        ("mã tạm 05660", True), ("xem thủ tục TAM-05660 cấp thẻ căn cước", False),
    ],
)  # fmt: skip
def test_a_temporary_code_in_any_spelling(text, alone):
    held = read(text)
    assert (held.kind, held.code, held.alone) == ("temporary", "TAM-05660", alone)


@pytest.mark.parametrize("text", ["đóng tạm 12000 đồng", "TAM-05660 hay TAM-05661", "tạm trú 05660", "TAM-1001193"])
def test_what_is_not_certain_is_words(text):
    assert read(text).kind == "words"


def test_the_address_of_its_page_carries_it():
    held = read("https://x.vn/thu-tuc/tam-05660-cap-the-can-cuoc/?fbclid=1")
    assert (held.kind, held.code, held.slug) == ("address", "TAM-05660", "tam-05660-cap-the-can-cuoc")
