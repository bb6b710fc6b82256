"""Which questions may be counted for the report: none that may name a person, a device or a dossier."""

import re

from procedures_catalog.facts.codes import code_query
from search.question.names_of_people import may_name_somebody
from vietnamese.fold import fold
from vietnamese.plain_signs import plain
from vietnamese.spelling import exact, squeeze

LONGEST = 150  # characters; a longer text tells a story, and stories have people in them
_DIGITS = (
    7  # of a run, however it is parted; no year, no amount and no form has as many, and all that is somebody's has
)

#: Between the figures of one number people write any sign, any space and an x.
_RUN = re.compile(r"\d(?:[\W_x]*\d)*")
#: Letters that stand for figures.
_LIKE_FIGURES = (re.compile(r"o(?=\d)|(?<=\d)o(?![^\W\d_])"), "0"), (re.compile(r"(?<=\d)[il](?=\d)"), "1")
_FIGURE = "khong mot hai ba bon tu nam lam sau bay tam chin muoi linh le".replace(" ", "|")
#: What is nobody's: the code of a procedure with its dot and without figures behind it, and the number of a document.
_NOBODYS = re.compile(
    r"(?<![\w.])[1-9]\.\d{6}(?:(?:\.0{2,3}){3}\.[a-z]\d{2})?(?!\w|[\W_]*\d)"
    r"|\b\d{1,5}/(?:19|20)\d{2}/[^\W\d_][\w-]*"
)
_PRIVATE = re.compile(
    rf"""
      \S\s*@ | \(at\) | \ba\ cong\b | \bgmail\b  # an e-mail address
    | https?:// | \.\s?(?:com|net|me)\b          # an address that may hold anything
    | \b\d{{1,2}}[\W_]{{1,3}}\d{{1,2}}[\W_]{{1,3}}(?:\d{{2}}|\d{{4}})\b       # a day: mostly of birth
    | \b\d{{1,2}}\ thang\ \d{{1,2}}\ nam\ \d{{2,4}}\b
    | \b\d{{2}}[\W_]{{0,3}}[a-z]{{1,2}}\d?[\W_]{{0,3}}\d{{3}}[\W_]?\d{{1,2}}\b   # the plate of a vehicle
    | \b[a-z]\d{{7,8}}\b                         # a passport
    | (?<!\d)\d{{6}}(?!\d)                       # of papers that have fewer figures, such as a certificate of land
    | (?:\b(?:{_FIGURE})\b\s?){{6}}               # a number in words
    """,
    re.VERBOSE,
)


def kept_form(question: str) -> str:
    """The question as it is counted: in one spelling; "" when it may not be kept at all."""
    form = exact(squeeze(question))
    is_kept = len(form) <= LONGEST and _is_harmless(form) and not may_name_somebody(squeeze(question))
    return form if is_kept else ""


#: The commonest family names with the middle names that go with them; folded, because people leave out the marks.
_NAME = re.compile(
    r"\b(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|trinh|luong|mai|truong)"
    r" (?:van|thi|huu|duc|ngoc|quoc|xuan|minh|thanh) \w+"
)


def _is_harmless(form: str) -> bool:
    """Looked at in plain signs. Alone a code may stand without its dot; none begins with 0, as telephones do."""
    if code_query(form) and not form.startswith("0"):
        return True
    rest = _NOBODYS.sub("*", plain(form))
    return not (_NAME.search(fold(form)) or _PRIVATE.search(fold(rest)) or _has_long_number(rest))


def _has_long_number(text: str) -> bool:
    for letters, figure in _LIKE_FIGURES:
        text = letters.sub(figure, text)
    return any(sum(map(str.isdigit, run)) >= _DIGITS for run in _RUN.findall(text))
