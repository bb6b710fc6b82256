"""The card of a procedure: one picture of one size, whatever it says."""

import struct

import pytest

from paper.card_contents import Card, CardLine
from paper.make import card_png
from tests.paper.samples import NAME_228, NAME_1192

LINES = tuple(
    CardLine(question, "Ba giấy tờ") for question in ("Mang gì", "Nộp ở đâu", "Bao lâu", "Bao nhiêu", "Nhận gì")
)
CARD = Card("Cổng tỉnh Sông Diều", "Cấp thẻ thả diều", "1.100001", LINES, site="dieu.gov.vn")


def _size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("name", ["Diều", NAME_228, NAME_1192, "a" * 300, "", "#let x = 1 *đậm* \ue000"])
def test_it_is_1200_by_630_for_any_name(name):
    card = Card(name, name, name[:60], tuple(CardLine(name, name, False) for _ in LINES), name, name)
    assert _size(card_png(card)) == (1200, 630)


def test_what_it_says_is_what_is_drawn():
    drawn = {card_png(card) for card in (CARD, Card(**{**_fields(CARD), "state": "Đã bãi bỏ"}))}
    assert len(drawn) == 2
    assert card_png(CARD) == card_png(CARD)


def _fields(card: Card) -> dict:
    return {name: getattr(card, name) for name in card.__dataclass_fields__}
