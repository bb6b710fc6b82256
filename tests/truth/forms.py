"""Forms: no number that a paper names goes unread, and none is put to another document's forms."""

import re
from collections.abc import Iterator, Mapping

from procedures_catalog.facts.forms.named import NamedForm, forms_of
from tests.truth.kinds import Kind, Told
from vietnamese.fold import fold

# A number of two letters or more right behind "mẫu", as the eye finds it; those that begin like a law's are none.
_SEEN = re.compile(r"(?i:mẫu)\s+(?i:số\s+)?(?!NĐ|TT|QĐ|NQ)([A-ZĐ]{2,6}-?\d{1,2}[a-z]?)\b")
# What follows a hyphen is an issuer, in at least two capitals: not the next paper, "… TT-BKHCN - Thuyết minh".
_DOCUMENT = re.compile(
    r"\d[\d.]*[A-Za-z]?\s?/\s?\d{4}\s?/\s?[^\W\d_]+\d*(?:\s?-\s?[A-ZĐƯ]{2}[A-ZĐƯa-zđ0-9]*|/[A-ZĐƯ]{2,})*"
)
_PLAIN = re.compile(r"[^a-z0-9]")


def _papers(told: Told) -> Iterator[str]:
    return (paper.name for case in told.record.cases for paper in case.papers)


def _plain(text: str) -> str:
    return _PLAIN.sub("", fold(text))


def _overlooks_a_number(told: Told) -> bool:
    """A number with letters behind the word "mẫu" that no form of the procedure begins with."""
    read = {_plain(form.number.written) for form in forms_of(told.record) if form.number}
    seen = {_plain(number) for text in _papers(told) for number in _SEEN.findall(text)}
    return not all(any(number.startswith(each) for number in read) for each in seen)


def _takes_another_document(told: Told) -> bool:
    """A form of a document that does not stand first behind its number in any paper."""
    papers = [" ".join(text.split()) for text in _papers(told)]
    counted = (form for form in forms_of(told.record) if form.key and form.issued.document and form.number)
    return any(not any(_stands_first(form, text) for text in papers) for form in counted)


def _stands_first(form: NamedForm, text: str) -> bool:
    assert form.number is not None
    number = re.findall(r"[0-9]+[A-Za-zđ]?", form.number.written)[0].lstrip("0")
    places = re.finditer(rf"(?<![0-9])0*{re.escape(number)}", text)
    return any(_first_document(text[place.end() :]) == _plain(form.issued.document) for place in places)


def _first_document(text: str) -> str:
    found = _DOCUMENT.search(re.sub(r"(?<=[A-ZĐ])- (?=[A-ZĐ])", "-", text))  # "36/2025/TT- BKHCN"
    return _plain(found[0]) if found else ""


FORM_KINDS: Mapping[str, Kind] = {
    "form_overlooked": Kind("a form's number in a paper that is not read", _overlooks_a_number),
    "form_of_another_document": Kind("a form put to a document that does not issue it", _takes_another_document),
}
