"""Texts that the portal brings along block by block: a head in brackets, and lines "label: words" below it.

Lines that begin with # are notes.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

Said = Mapping[str, tuple[str, ...]]  # label → the words of each of its lines


@dataclass(slots=True)
class Block:
    """What stands in the brackets, what stands behind them, and the lines below, by label."""

    key: str
    title: str
    said: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def first(self, label: str) -> str:
        """The words of the only line with this label; "" where there is none."""
        return next(iter(self.said.get(label, ())), "")

    def listed(self, label: str) -> tuple[str, ...]:
        """What the lines with this label list between |, each once."""
        parts = (part.strip() for words in self.said.get(label, ()) for part in words.split("|"))
        return tuple(dict.fromkeys(filter(None, parts)))


def blocks(path: Path, head: re.Pattern[str], once: Collection[str], again: Collection[str] = ()) -> Iterator[Block]:
    """The blocks of a text; the two groups of `head` are key and title. A block has at most one line with each label of
    `once`, and any number with those of `again`. ValueError names the line that is neither head nor one of these."""
    found: list[Block] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if begun := head.fullmatch(line.strip()):
            found.append(Block(begun[1], begun[2]))
        elif not (found and _takes(found[-1].said, line, once, again)):
            raise ValueError(f"{path.name}, dòng {number}: không đọc được “{line}”.")
    yield from found


def _takes(said: dict[str, tuple[str, ...]], line: str, once: Collection[str], again: Collection[str]) -> bool:
    """Whether the line belongs to the block; then it has it."""
    label, _, words = (part.strip() for part in line.partition(":"))
    if not words or label not in (*once, *again) or (label in once and label in said):
        return False
    said[label] = (*said.get(label, ()), words)
    return True
