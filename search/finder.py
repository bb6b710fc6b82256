"""The one door to the finder: from what somebody typed to an answer, for the page, the API and the evaluation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from procedures_catalog.facts.codes import code_query
from procedures_catalog.facts.legacy_addresses import is_address
from procedures_catalog.store.addressed import code_meant
from search.feed.engine import current_index
from search.index.port import SearchReader
from search.question.correcting import correction
from search.question.initials import has_initials, in_full
from search.question.numbers_in_hand import is_dossier_number
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
    `fits` says whether any of the results holds what was asked; `notice` is a key of `numbers_in_hand.NOTICES` where
    something else than a question was typed, else "".
    """

    question: Question = _NOTHING_ASKED
    results: Results = field(default_factory=Results)
    promoted: tuple[Hit, ...] = ()
    correction: str = ""
    fits: bool = True
    notice: str = ""


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
    if is_dossier_number(typed):
        return _told(typed, "dossier")
    code = code_meant(typed) if is_address(typed) else None
    if code == "":
        return _told(typed, "address")
    words = current_words()
    read = Question(typed, code) if code else understand(typed, words.synonyms, as_typed)
    question = _with_initials_read(read, words)
    meant = "" if as_typed else _correction(question, words)
    asked = question.or_else(meant, *words.synonyms.wordings(meant)) if meant else question
    query = Query(asked.text, kind, facets or {}, asked.also, limit, offset)
    results = (index or current_index()).search(query)
    promoted = () if facets or offset else _promoted(question, words, kind, on)
    is_good = bool(promoted) or results.unavailable or fits(asked, results)
    return SearchAnswer(question, results, promoted, meant, is_good)


def _told(typed: str, notice: str) -> SearchAnswer:
    """The answer to what is no question."""
    return SearchAnswer(Question(typed, typed), notice=notice)


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
