"""Reads the answers of the kind "not here, but there" that the portal brings along.

A text is written answer by answer:

    [doi-no] Đòi nợ
    trả lời: Người vay không trả thì người cho vay khởi kiện ra Tòa án.
    nơi đến: Tòa án nhân dân khu vực nơi người vay đang ở
    điện thoại: 1900 0000
    liên kết: https://toaan.vn/
    tên: đòi nợ | vay không trả

Telephone and link may be missing. The word in brackets is the name by which a later version of the portal knows the
answer again; nobody sees it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from procedures_catalog.facts.everyday.blocks import Block, blocks
from vietnamese.days import Span

TEXTS = Path(__file__).with_name("texts")

_HEAD = re.compile(r"\[([a-z0-9-]+)\]\s*(.+)")
_LABELS = ("trả lời", "nơi đến", "điện thoại", "liên kết")
_NAMES = "tên"


@dataclass(frozen=True, slots=True)
class Referral:
    """One answer: `title` says what it is about, `answer` is one sentence, `place` where to go; `telephone` is a line
    with numbers and `link` an address, both may be "". `names` are ways of asking for it, with marks."""

    title: str
    answer: str
    place: str
    telephone: str = ""
    link: str = ""
    names: tuple[str, ...] = ()
    span: Span = field(default_factory=Span)


def starting_referrals() -> Mapping[str, Referral]:
    """The word in brackets → the answer, of all texts that the portal brings along."""
    return {key: said for path in sorted(TEXTS.glob("*.txt")) for key, said in read_referrals(path)}


def read_referrals(path: Path) -> Iterator[tuple[str, Referral]]:
    """The answers of a text. ValueError names the line that is none of the format, or the answer that lacks a part."""
    return ((block.key, _referral(path, block)) for block in blocks(path, _HEAD, once=(*_LABELS, _NAMES)))


def _referral(path: Path, block: Block) -> Referral:
    answer, place, telephone, link = map(block.first, _LABELS)
    names = block.listed(_NAMES)
    if not (names and answer and place):
        raise ValueError(f"{path.name}: mục “{block.key}” thiếu câu trả lời, nơi đến hoặc tên.")
    return Referral(block.title, answer, place, telephone, link, names)
