"""Reads what people say of procedures: names, situations and questions, with when to use a procedure and when not.

A text is written procedure by procedure:

    [1.004873] Cấp Giấy xác nhận tình trạng hôn nhân
    dùng khi: cần giấy chứng nhận mình còn độc thân
    không dùng khi: đang sống ở nước ngoài
    tên: giấy độc thân | giấy chưa vợ chưa chồng
    khi: sắp cưới | ngân hàng đòi giấy độc thân
    hỏi: xin giấy độc thân ở đâu

Each question has a line of its own. What stands behind the code is for the eye; a code alone says that nothing is
written of that procedure, and why.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from procedures_catalog.facts.everyday.blocks import blocks

TEXTS = Path(__file__).with_name("texts")
#: How many letters the two sentences may have; a citizen reads both on a telephone, below the answers.
LONGEST_WHEN = 200

_HEAD = re.compile(r"\[([\d.]+)\](.*)")
_SENTENCES = ("dùng khi", "không dùng khi")
_LISTS = ("tên", "khi")
_QUESTION = "hỏi"


@dataclass(frozen=True, slots=True)
class Everyday:
    """What people say of one procedure. `used_when` and `not_used_when` go on from "Dùng khi …" and "không dùng khi …"
    and may be empty; `names` are what it is called, `situations` what has happened, `questions` whole sentences."""

    used_when: str = ""
    not_used_when: str = ""
    names: tuple[str, ...] = ()
    situations: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


def starting_texts() -> Mapping[str, Everyday]:
    """Code of a national procedure → what people say of it, of all texts that the portal brings along."""
    every = (block for path in sorted(TEXTS.glob("*.txt")) for block in read_everyday(path))
    return {code: said for code, said in every if said != Everyday()}


def read_everyday(path: Path) -> Iterator[tuple[str, Everyday]]:
    """The codes of a text, each with what people say of it. ValueError names the line that is none of the format."""
    for block in blocks(path, _HEAD, once=_SENTENCES, again=(*_LISTS, _QUESTION)):
        used_when, not_used_when = map(block.first, _SENTENCES)
        names, situations = map(block.listed, _LISTS)
        questions = tuple(dict.fromkeys(block.said.get(_QUESTION, ())))
        yield block.key, Everyday(used_when, not_used_when, names, situations, questions)
