"""The number of a decision that publishes procedures: one key for its spellings, in a record as in somebody's hand."""

import re

from legal_documents.facts.numbers import find_numbers
from vietnamese.fold import fold
from vietnamese.plain_signs import plain

# Read on folded text: "so 1766/qd-ubnd ngay …". What stands behind the kind is its maker; "ngay" and "cua" are none.
_SERIAL = r"0*(?P<serial>[0-9]{1,6}(?:\.[0-9])?[a-z]?)"
_YEAR = r"(?:(?P<year>(?:19|20)[0-9]{2})[\s/._-]+)?"
_NO_MAKER = r"(?!(?:ngay|cua|ve|thang|nam)\b)"
_MAKER = rf"(?P<maker>{_NO_MAKER}[a-z][a-z0-9]*(?:\s?[-/._]\s?{_NO_MAKER}[a-z0-9]+)*)"
_BEHIND = re.compile(rf"(?<![\w.,/-]){_SERIAL}[\s/._-]*{_YEAR}(?P<kind>qd|ttr)[\s/._-]*(?:{_MAKER})?")
_BEFORE = re.compile(rf"(?<!\w)(?P<kind>qd)[\s/._-]*{_SERIAL}\s?-\s?(?P<year>){_MAKER}")
_NAMED = re.compile(
    rf"(?<!\w)(?:quyet dinh|qd)\s(?:cong bo\s)?(?:so\s?)?[:.]?\s?{_SERIAL}(?P<year>)(?P<kind>)(?P<maker>)(?![\w/.-]*\w)"
)
_BARE = re.compile(rf"{_SERIAL}(?P<year>)(?P<kind>)(?P<maker>)")
_SPLIT = re.compile(r"[^a-z0-9]+")
#: What may stand around the number where it is all that is asked for: its kind, its day, its maker.
_AROUND = re.compile(
    r"\b(?:so|quyet dinh|qd|cong bo|tthc|thu tuc hanh chinh|danh muc|theo|tai"
    r"|(?:ky |ban hanh )?ngay [0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}"
    r"|ngay [0-9]{1,2} thang [0-9]{1,2} nam [0-9]{4}|nam [0-9]{4}"
    r"|cua (?:chu tich )?(?:ubnd|uy ban nhan dan|bo|bo truong|so)[^,;.()]{0,60})(?!\w)"
)


def decision_keys(text: str) -> tuple[str, ...]:
    """The keys of the decision that a record names: "qd-4472-btc", and once more with the year where the number has
    one; a number of another kind as it is, () for none.
    """
    folded = fold(plain(text))
    match = _found(folded) or _BARE.fullmatch(folded)
    if match is None:
        return find_numbers(text)
    key = _key(match, "")
    return (key, _key(match, match["year"])) if match["year"] else (key,)


def decision_alone(text: str) -> str:
    """The most particular key of the one decision that a plain text is: a number with hardly a word around it."""
    folded = fold(text)
    match = _found(folded)
    if match is None:
        return ""
    around = _AROUND.sub(" ", f"{folded[: match.start()]} ; {folded[match.end() :]}")
    return _key(match, match["year"] or "") if not re.search(r"[^\W_]", around) else ""


def _found(folded: str) -> re.Match[str] | None:
    return _BEHIND.search(folded) or _BEFORE.search(folded) or _NAMED.search(folded)


def _key(match: re.Match[str], year: str) -> str:
    maker = [piece for piece in _SPLIT.split(match["maker"] or "") if piece]
    return "-".join(filter(None, (match["kind"] or "qd", match["serial"], year, *maker)))
