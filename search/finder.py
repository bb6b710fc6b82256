"""The one door to the finder: from what somebody typed to an answer, for the page, the API and the evaluation."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from legal_documents.facts.numbers import find_numbers, number_key
from procedures_catalog.facts.codes import code_query
from procedures_catalog.facts.in_hand.reading import PERSONAL, InHand, read
from procedures_catalog.store.addressed import code_meant, retired_code
from search.feed.engine import current_index
from search.index.port import SearchReader
from search.question.correcting import correction
from search.question.initials import has_initials, in_full
from search.question.query import MAX_CHARACTERS, Query
from search.question.synonyms import Synonyms
from search.question.understanding import Question, understand
from search.ranking.relevance import fits
from search.ranking.results import Hit, Results
from search.words.known_initials import known_initials
from search.words.known_names import known_names
from search.words.promoting import promoted_hits
from search.words.words import EditorsWords, current_words
from vietnamese.spelling import squeeze

Facets = Mapping[str, tuple[str, ...]]

CORRECTED = 12  # words; longer questions are not corrected
_NOTHING_ASKED = Question("", "")


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """The question as understood, the hits, pages that editors put above them, and what may have been meant instead.

    `correction` is "" where nothing better is known, else also looked for, and counts a little less than the question;
    `fits` says whether any of the results holds what was asked; `notice` is a key of `notices.NOTICES` where something
    else than a question was typed, else ""; `opens` the short code that tells of a procedure without a public page.
    """

    question: Question = _NOTHING_ASKED
    results: Results = field(default_factory=Results)
    promoted: tuple[Hit, ...] = ()
    correction: str = ""
    fits: bool = True
    notice: str = ""
    opens: str = ""


def find(
    text: str,
    on: date,
    kind: str = "",
    facets: Facets | None = None,
    limit: int = 10,
    offset: int = 0,
    as_typed: bool = False,
    index: SearchReader | None = None,
) -> SearchAnswer:
    """Answers whatever was typed, for a day; `kind`, `facets`, `limit` and `offset` as in `Query`. Raises nothing on
    any text.

    `as_typed` neither decodes keystrokes nor spells out abbreviations; `index` is another than the portal's own.
    """
    typed = squeeze(text[:MAX_CHARACTERS])
    if not typed:
        return SearchAnswer()
    held, index = read(typed), index or current_index()
    if held.kind in PERSONAL:
        return _told(typed, held.kind)
    narrowed = Query(typed, kind, facets or {}, limit=limit, offset=offset)
    if not as_typed and (answer := _by_number(held, narrowed, index)):
        return answer
    words = current_words()
    question = _with_initials_read(understand(typed, words.synonyms, as_typed), words)
    meant = "" if as_typed else _correction(question, words)
    asked = question.or_else(meant, *words.synonyms.wordings(meant)) if meant else question
    results = index.search(replace(narrowed, text=asked.text, also=asked.also))
    promoted = () if facets or offset else _promoted(question, words, kind, on)
    is_good = bool(promoted) or results.unavailable or fits(asked, results)
    notice = "unknown_decision" if held.kind == "decision" and not as_typed and not _names(typed, results) else ""
    return SearchAnswer(question, results, promoted, meant, is_good, notice)


def _by_number(held: InHand, asked: Query, index: SearchReader) -> SearchAnswer | None:
    """The answer to a code, an address or a decision's number; None where its words are to be looked for."""
    code = code_meant(held) if held.kind == "address" else held.code
    if not code or not (held.alone or held.kind == "address"):
        return _told(asked.text, "address") if held.kind == "address" and held.alone else None
    results = index.search(replace(asked, codes=_codes(held, code, asked.text)))
    shown = Question(asked.text, asked.text if held.kind == "decision" else code)
    known = results.counts.get("procedure") if held.kind == "decision" else any(results.counts.values())
    if known or results.unavailable:
        return SearchAnswer(shown, results)
    if held.kind == "decision" or asked.facets:
        return None  # of a decision that is law the texts speak, too
    opens = retired_code(held)
    if held.kind == "short" and not (opens or held.address):
        return None  # seven letters may be words
    return _told(asked.text, "not_public" if opens else "unknown_code", opens)


def _names(typed: str, results: Results) -> bool:
    """Whether the best hit is the very document of the number that was typed."""
    codes = (code for hit in results.hits[:1] for code in hit.codes)
    return not set(find_numbers(typed)).isdisjoint(map(number_key, codes))


def _codes(held: InHand, code: str, typed: str) -> tuple[str, ...]:
    """What is looked up; a decision may have a page of its own beside the procedures that name it."""
    return (code, *find_numbers(typed)) if held.kind == "decision" else (code,)


def _told(typed: str, notice: str, opens: str = "") -> SearchAnswer:
    """The answer to what is no question."""
    return SearchAnswer(Question(typed, typed), notice=notice, opens=opens)


def _with_initials_read(question: Question, words: EditorsWords) -> Question:
    """The question, with its abbreviations in full as one more wording where the names explain them."""
    if not has_initials(question.text) or code_query(question.text):
        return question
    return question.or_else(in_full(question.text, known_initials(words.names)))


def look_up(text: str, synonyms: Synonyms, limit: int = 10) -> Results:
    """The plain results of a text under the given rules, to compare rules by."""
    question = understand(text, synonyms)
    return current_index().search(Query(question.text, also=question.also, limit=limit))


def _correction(question: Question, words: EditorsWords) -> str:
    """What may have been meant instead of a short question; a long one finds its way in spite of a slip."""
    if len(question.text.split()) > CORRECTED or code_query(question.text):
        return ""
    return correction(question.text, known_names(words.names)) or ""


def _promoted(question: Question, words: EditorsWords, kind: str, on: date) -> tuple[Hit, ...]:
    return promoted_hits((question.text, *question.also), words.promotions, on, kind)
