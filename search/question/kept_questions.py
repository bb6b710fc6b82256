"""Which questions may be counted for the report: none that may name a person, a device or a dossier."""

import re

from procedures_catalog.facts.codes import code_query
from vietnamese.fold import fold
from vietnamese.spelling import exact, squeeze

LONGEST = 150  # characters; a longer text tells a story, and stories have people in them
_DIGITS = 9  # an identity number has 12 or 9 digits, a telephone 10, a tax or insurance number 10

_NUMBER = re.compile(r"\d[\d .()+-]*\d")
_PRIVATE = re.compile(
    r"""
      \S@\S                                  # an e-mail address
    | https?://                              # an address that may hold anything
    | \b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b      # a day: mostly of birth
    | \b\d{2}\s?-?[a-z]{1,2}\d?\s?[-.]?\s?\d{3}\.?\d{2}\b   # the plate of a vehicle
    | \b[a-z]\d{7,8}\b                       # a passport
    """,
    re.VERBOSE,
)


def kept_form(question: str) -> str:
    """The question as it is counted: in one spelling; "" when it may not be kept at all."""
    form = exact(squeeze(question))
    return form if len(form) <= LONGEST and _is_harmless(form) else ""


#: The commonest family names with the middle names that go with them; folded, because people leave out the marks.
_NAME = re.compile(
    r"\b(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|trinh|luong|mai|truong)"
    r" (?:van|thi|huu|duc|ngoc|quoc|xuan|minh|thanh) \w+"
)


def _is_harmless(form: str) -> bool:
    if _NAME.search(fold(form)):
        return False
    rest = " ".join("" if _is_code(piece) else piece for piece in form.split())
    return not _PRIVATE.search(rest) and not any(map(_names_somebody, _NUMBER.findall(rest)))


def _is_code(piece: str) -> bool:
    """Whether it is the code of a procedure, which is nobody's; no code begins with 0, telephones do."""
    return not piece.startswith("0") and bool(code_query(piece))


def _names_somebody(number: str) -> bool:
    """Whether a run of digits is longer than any that is not somebody's."""
    return sum(map(str.isdigit, number)) >= _DIGITS
