"""Numbers of forms as people type them: parted where papers write them in one piece."""

import re

from procedures_catalog.facts.forms.named import NamedForm, typed_form
from procedures_catalog.facts.temporary_code import FOLDED
from vietnamese.fold import fold
from vietnamese.syllables import is_plain_syllable

# "ct 01", "CT-01", "mẫu na 5"; not "nđ 61/2018", "ct 1.5".
_PARTED = re.compile(
    r"(?<![^\W_])(?P<mark>(?:mẫu|mau)(?: số| so)? )?(?P<prefix>[a-zđ]{2,5})(?: ?- ?| )(?P<count>[0-9]{1,3}[a-z]?)"
    r"(?![^\W_]|[.,/-]\s?[0-9a-zđ])",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[^\s,;:?!()]*[0-9][^\s,;:?!()]*")
_MOST_WORDS = 8  # of a question that is a number with a word or two beside it
_LAWS = frozenset({"nd", "tt", "qd", "nq", "ttlt"})


def in_one_piece(text: str) -> str:
    """The text with such numbers as "CT01" in one piece; "" where it has none.

    Without the word "mẫu" before them only letters that are no syllable begin one: "ct 01", not "to 5", "khu 12".
    """
    joined = _PARTED.sub(_joined, text)
    return joined if joined != text else ""


def number_asked(text: str) -> str:
    """The key of the form of whose own number a short question asks: "tờ khai ct 01"; "" for every other."""
    if len(text.split()) > _MOST_WORDS or FOLDED.search(fold(text)):  # "TAM-05660" is a procedure's
        return ""
    for piece in _PIECE.findall(in_one_piece(text) or text):
        form = typed_form(piece.upper())
        if form and form.number and form.number.is_own:
            return form.key
    return ""


def form_typed(text: str, sector: str = "") -> NamedForm | None:
    """The form that somebody typed alone at the desk, a number of its own also in small letters and parted; None for
    none."""
    joined = typed_form((in_one_piece(text) or text).upper())
    is_own = joined is not None and joined.number is not None and joined.number.is_own
    return typed_form(text, sector) or (joined if is_own else None)


def _joined(match: re.Match[str]) -> str:
    prefix = fold(match["prefix"])
    if prefix in _LAWS or (is_plain_syllable(prefix) and not match["mark"]) or prefix == "so":
        return match[0]
    return f"{match['mark'] or ''}{match['prefix']}{match['count']}"
