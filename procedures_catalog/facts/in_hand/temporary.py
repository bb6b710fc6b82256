"""Temporary codes of the portal as people write them: alone, behind a label, or somewhere in a sentence."""

from procedures_catalog.facts.temporary_code import FOLDED, proper
from vietnamese.fold import fold
from vietnamese.plain_signs import labels, rest_of

_LABELS = labels("ma so tam cua cong thu tuc tthc hanh chinh thong tin dien tu")


def temporary_in(text: str) -> tuple[str, bool]:
    """The one temporary code in a plain text, in its proper spelling, and whether the text says hardly anything else;
    ("", False) for none, or several. Where words stand around it, it must have its hyphen: “tạm 12000 đồng” has none.
    """
    folded = fold(text)
    alone = not rest_of(FOLDED.sub(" ", folded), _LABELS)
    codes = {proper(match) for match in FOLDED.finditer(folded) if alone or match["sign"].strip()}
    return (codes.pop(), alone) if len(codes) == 1 else ("", False)
