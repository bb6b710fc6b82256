"""The kinds of paper that are printed, and how much of a procedure each shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

#: How much of a procedure a paper shows: "name" (name, code, state), "short" (what to bring, where, how long, how
#: much), "full" (everything). A change of anything else does not make the paper wrong.
Face = Literal["name", "short", "full"]
FACES: tuple[Face, ...] = ("name", "short", "full")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper: its label, its face, the sizes it comes in (the first unless another is asked for).

    `is_single` says that each procedure has a paper of its own, `is_cut_up` that it goes to many places in pieces and
    so waits for no place on a wall.
    """

    label: str
    face: Face
    sizes: tuple[str, ...]
    is_single: bool = False
    is_cut_up: bool = False


PAPER_KINDS: Mapping[str, Kind] = {
    "short": Kind("Phiếu hướng dẫn ngắn", "short", ("A4",), is_single=True),
    "full": Kind("Phiếu hướng dẫn đầy đủ", "full", ("A4",), is_single=True),
    "large": Kind("Phiếu chữ to", "short", ("A4",), is_single=True),
    "poster": Kind("Áp phích một thủ tục", "name", ("A4", "A5", "A3"), is_single=True),
    "board": Kind("Bảng niêm yết", "name", ("A3", "A2", "A1", "A0")),
    "labels": Kind("Tờ nhãn dán", "name", ("A4",), is_cut_up=True),
    "book": Kind("Sách danh mục", "short", ("A4",)),
}
#: As a model's choices.
KIND_CHOICES = [(key, kind.label) for key, kind in PAPER_KINDS.items()]
