"""National codes of procedures as people write them: alone, behind a label, or somewhere in a sentence."""

import re

from procedures_catalog.facts.codes import code_typed
from vietnamese.plain_signs import labels, rest_of

#: Words that say of a code that it is one, folded.
LABELS = labels("ma so tthc thu tuc hanh chinh code quoc gia cua la dvc dich vu cong ky hieu")

_LOOK_ALIKES = str.maketrans("OoОоIl|", "0000111")  # the second pair is Cyrillic
_FIGURE = r"[0-9OoОоIl|]"
# With its dot a code is told apart anywhere: no sum has six figures behind one dot. "1.001193.html" ends a code too.
_DOTTED = re.compile(
    rf"(?<![\w.,])(?<![0-9][-/])({_FIGURE}\.{_FIGURE}{{6}}(?:[0-9]{{0,3}})(?:-[A-Za-z0-9]{{1,6}})?)"
    r"((?:\.?0{3,4}\.?00\.?00)?\.[A-Za-z][0-9]{2}(?:\.[A-Za-z])?)?(?!\w|\.[0-9]|,[0-9])"
)
_DOTTED_ALONE = re.compile(rf"{_FIGURE}\.{_FIGURE}{{6}}")
_FEWEST_FIGURES = 4  # of seven; what has fewer is rather a word
_FEWEST_BESIDE_A_DOT = 2
_SEVEN = re.compile(rf"({_FIGURE})({_FIGURE}{{6}})")
_SPLITS = ([7], [1, 6], [1, 3, 3])
_SPLIT_WITH_SUFFIX = 4  # pieces behind the number: 000 00 00 H29
_SUFFIX = re.compile(r"0{3,4}0000[A-Z][0-9]{2}[A-Z]?")
_SURE = 2  # figures that no short code has


def national_codes(text: str) -> tuple[str, ...]:
    """The bases of all codes with their dot in a plain text, each once."""
    found = [_base(match[1]) for match in _DOTTED.finditer(text)]
    return tuple(dict.fromkeys(base for base in found if base))


def is_only(text: str) -> bool:
    """Whether a plain text says hardly anything besides codes with their dot."""
    return not rest_of(_DOTTED.sub(" ", text), LABELS)


def national_code_alone(text: str) -> str:
    """The base of the one code that a plain text is, in any spelling and perhaps behind a label; "" for other texts.

    Seven figures in one piece are a code only where one slip cannot have made them of a short code, which has neither 0
    nor 1; every national code has two of them or more.
    """
    pieces = rest_of(text, LABELS)
    number, suffix = _parted(pieces)
    match = _SEVEN.fullmatch(number)
    if not match or (suffix and not _SUFFIX.fullmatch(suffix.upper())) or _figures(number) < _FEWEST_FIGURES:
        return ""
    figures = number.translate(_LOOK_ALIKES)
    is_sure = number not in pieces or sum(map(figures.count, "01")) >= _SURE
    return code_typed(f"{figures[0]}.{figures[1:]}") if is_sure else ""


def _parted(pieces: list[str]) -> tuple[str, str]:
    """The seven figures of the pieces and what stands behind them; two "" where they are cut otherwise."""
    for split in _SPLITS:
        head, tail = pieces[: len(split)], pieces[len(split) :]
        if list(map(len, head)) == split and len(tail) <= _SPLIT_WITH_SUFFIX + 1:
            return "".join(head), "".join(tail)
    return "", ""


def _base(written: str) -> str:
    """The base of a code with its dot; letters that look like figures are read as such where the rest is figures."""
    if base := code_typed(written):
        return base
    head = _DOTTED_ALONE.match(written)
    if not head or head[0] != written or _figures(written) < _FEWEST_BESIDE_A_DOT:
        return ""
    return code_typed(written.translate(_LOOK_ALIKES))


def _figures(text: str) -> int:
    return sum(map(str.isdecimal, text))
