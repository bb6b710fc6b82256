"""What an officer's words find: procedures with what is needed to print them, and which one is clearly meant."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from pages.published import published
from procedures_catalog.facts.in_hand.reading import CODES, InHand, read
from procedures_catalog.forms.library import form_asked
from procedures_catalog.models import ProcedurePage
from search.finder import SearchAnswer, find
from search.question.notices import NOTICES
from search.question.query import MAX_CHARACTERS
from search.question.terms import code_form, name_form
from search.ranking.results import Hit
from search.site.lines import lines
from vietnamese.spelling import squeeze

MOST = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """`text` as it was read, the `lines` of the list (those of `search.site.lines` with `short_code` and
    `is_current`), the short code of the procedure that is `clear`ly meant or "", what may have been meant instead,
    whether the finder works, a `notice` where something else than a question was typed, and the `form` whose number it
    is (`forms.library.form_asked`) or None: then it may be the form that is wanted, and no procedure is clear."""

    text: str
    lines: list[dict[str, Any]]
    clear: str
    correction: str
    unavailable: bool
    notice: str
    form: dict[str, Any] | None


def find_procedures(typed: str, on: date) -> Finding:
    """Answers whatever was typed with published procedures, for a day. Raises nothing on any text."""
    text = squeeze(typed[:MAX_CHARACTERS])
    answer = find(text, on, "procedure", limit=MOST)
    codes = _short_codes(answer.results.hits)
    hits = [hit for hit in answer.results.hits if hit.key in codes]
    form = form_asked(text, on)
    meant = None if form else _clearly_meant(read(text), hits, answer)
    return Finding(
        text=text,
        lines=[_line(line, hit, codes) for line, hit in zip(lines(hits, answer.asked, on), hits, strict=True)],
        clear=codes[meant.key] if meant else "",
        correction=answer.correction,
        unavailable=answer.results.unavailable,
        notice=NOTICES.get(answer.notice, ""),
        form=form,
    )


def _line(line: dict[str, Any], hit: Hit, codes: dict[str, str]) -> dict[str, Any]:
    return line | {"short_code": codes[hit.key], "is_current": hit.is_current}


def _short_codes(hits: tuple[Hit, ...]) -> dict[str, str]:
    """Key of a hit → permanent short code; without what was unpublished since the index heard of it."""
    keys = {int(number): hit.key for hit in hits if (number := hit.key.removeprefix("page:")).isdecimal()}
    rows = published(ProcedurePage.objects).filter(pk__in=keys).values_list("pk", "identity__short_code")
    return {keys[pk]: code for pk, code in rows}


def _clearly_meant(held: InHand, hits: list[Hit], answer: SearchAnswer) -> Hit | None:
    """The first hit when it is the only one, has the code that was typed, or alone has the name that was asked for: a
    wrong sheet in a citizen's hand is worse than one more key."""
    current = [hit for hit in hits if hit.is_current]
    if held.kind in {"short", "address", *CODES}:
        code = code_form(answer.question.text if held.alone or held.kind == "address" else held.code)
        having = next((hit for hit in current if code in map(code_form, hit.codes)), None)
        if having or not held.may_be_words:
            return having
    if not current or not answer.fits:
        return None
    wordings = {name_form(wording) for wording in (answer.question.text, *answer.question.also)}
    named = [hit for hit in current if name_form(hit.title) in wordings]
    if len(named) == 1 and named[0] is current[0]:
        return named[0]
    return current[0] if answer.results.total == 1 else None
