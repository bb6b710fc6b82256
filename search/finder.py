"""The one door to the finder: from what somebody typed to an answer, for the page, the API and the evaluation."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from agencies.store.telephones import office_with_telephone
from legal_documents.facts.numbers import find_numbers, number_key
from procedures_catalog.facts.codes import code_query
from procedures_catalog.facts.in_hand.reading import PERSONAL, InHand, read, without_numbers
from procedures_catalog.store.addressed import code_meant, retired_code
from search.feed.engine import current_index
from search.index.port import SearchReader
from search.offices.registry import Asked as Offices
from search.question.correcting import correction
from search.question.initials import has_initials, in_full
from search.question.meant import certain
from search.question.notices import NUMBER_LEFT_OUT
from search.question.query import MAX_CHARACTERS, Asked, Query, take_apart
from search.question.readings import read as read_marks
from search.question.speech.concepts import meanings
from search.question.speech.telling import is_unheard_of, tells_nothing
from search.question.synonyms import Synonyms
from search.question.terms import name_form
from search.question.titles import title_asked
from search.question.understanding import Question, understand
from search.question.vocabulary import NamesVocabulary
from search.ranking.relevance import fits
from search.ranking.results import Hit, Results
from search.words.known_initials import known_initials
from search.words.known_names import known_names
from search.words.known_offices import known_offices
from search.words.promoting import promoted_hits
from search.words.referring import Referred, referred
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
    else than a question was typed, else ""; `opens` the short code that tells of a procedure without a public page;
    `sentence` what is said above offices that were asked for; `referred` an answer of what is done elsewhere;
    `spellings` the words whose marks are certain (`search.question.meant`), None where nothing was read.
    """

    question: Question = _NOTHING_ASKED
    results: Results = field(default_factory=Results)
    promoted: tuple[Hit, ...] = ()
    correction: str = ""
    fits: bool = True
    notice: str = ""
    opens: str = ""
    sentence: str = ""
    referred: Referred | None = None
    spellings: frozenset[str] | None = None

    @property
    def asked(self) -> Asked:
        """The question taken apart, with the marks that it was read with where they are certain."""
        asked = take_apart(self.question.text)
        return asked if self.spellings is None else replace(asked, marked=self.spellings)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Under which a question is answered. `as_typed` neither decodes keystrokes nor spells out abbreviations, nor asks
    for offices; `near` is the commune, by code or name, whose offices come before those of others; `index` and `names`
    are others than the portal's own."""

    as_typed: bool = False
    near: str = ""
    index: SearchReader | None = None
    names: NamesVocabulary | None = None


def find(
    text: str,
    on: date,
    kind: str = "",
    facets: Facets | None = None,
    limit: int = 10,
    offset: int = 0,
    under: Circumstances = Circumstances(),
) -> SearchAnswer:
    """Answers whatever was typed, for a day; `kind`, `facets`, `limit` and `offset` as in `Query`. Raises nothing on
    any text. Somebody's number is left out of the words around it."""
    typed, held = _held(squeeze(text[:MAX_CHARACTERS]), on)
    if not typed:
        return SearchAnswer()
    if held.kind in PERSONAL:
        return _told("", held.kind)
    rest, left_out = without_numbers(typed)
    if left_out:
        beside = find(rest, on, kind, facets, limit, offset, under)
        return beside if beside.notice in PERSONAL else replace(beside, notice=NUMBER_LEFT_OUT)
    index, narrowed = under.index or current_index(), Query(typed, kind, facets or {}, limit=limit, offset=offset)
    if not under.as_typed and (answer := _by_number(held, narrowed, index)):
        return answer
    answer = _by_words(narrowed, on, index, under)
    unknown = held.kind == "decision" and not (under.as_typed or answer.notice or _names(typed, answer.results))
    return replace(answer, notice="unknown_decision") if unknown else answer


def _held(typed: str, on: date) -> tuple[str, InHand]:
    """What was typed, and what of that somebody holds; an office's telephone is the office."""
    held = read(typed)
    office = office_with_telephone(typed, on) if held.kind == "telephone" else ""
    return (office, read(office)) if office else (typed, held)


def _by_words(narrowed: Query, on: date, index: SearchReader, under: Circumstances) -> SearchAnswer:
    """The answer to what is no number: offices, what its words find, or that it asks nothing."""
    words = current_words()
    question = _understood(narrowed.text, words, under.as_typed)
    offices = None if under.as_typed else known_offices(words.version, on).asked(question.text, under.near)
    if offices:
        return _offices(question, narrowed, index, offices)
    names = under.names or known_names(words.names)
    if _asks_nothing(question, names, index) and not words.referrals.called(question.text, on):
        return _told(narrowed.text, "nothing_asked")
    return _beside(_searched(question, narrowed, index, names, words, under.as_typed), narrowed, words, on)


def _understood(typed: str, words: EditorsWords, as_typed: bool) -> Question:
    """The question with its other wordings: synonyms, initials in full, the title in it."""
    question = _with_initials_read(understand(typed, words.synonyms, as_typed), words)
    title = "" if as_typed else title_asked(question.text)
    return question.or_else(title) if title else question


def _searched(
    question: Question,
    narrowed: Query,
    index: SearchReader,
    names: NamesVocabulary,
    words: EditorsWords,
    as_typed: bool,
) -> SearchAnswer:
    """The hits of its words, as they were read and as they may have been meant."""
    meant = "" if as_typed else _correction(question, names)
    asked = question.or_else(meant, *words.synonyms.wordings(meant)) if meant else question
    spellings = certain(read_marks(question.text, names))
    results = index.search(
        replace(narrowed, text=asked.text, also=asked.also, about=meanings(question.text), meant=spellings)
    )
    is_good = results.unavailable or fits(asked, results)
    return SearchAnswer(question, results, correction=meant, fits=is_good, spellings=spellings)


def _beside(answer: SearchAnswer, narrowed: Query, words: EditorsWords, on: date) -> SearchAnswer:
    """The answer with what editors put above its hits, and with where else it is done; on its first page alone."""
    if narrowed.facets or narrowed.offset:
        return answer
    text = answer.question.text
    promoted = _promoted(answer.question, words, narrowed.kind, on)
    there = None if narrowed.kind else referred(text, words.referrals, answer.results.hits, on)
    return replace(answer, promoted=promoted, referred=there, fits=answer.fits or bool(promoted or there))


def _offices(question: Question, narrowed: Query, index: SearchReader, offices: Offices) -> SearchAnswer:
    """The answer to a question that asks for offices; no word of it is a slip of another."""
    results = index.search(replace(narrowed, text=question.text, also=question.also, offices=offices.names))
    return SearchAnswer(question, results, sentence=offices.sentence)


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
    unknown = "unknown_temporary" if held.kind == "temporary" else "unknown_code"
    return _told(asked.text, "not_public" if opens else unknown, opens)


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


def _asks_nothing(question: Question, names: NamesVocabulary, index: SearchReader) -> bool:
    """Whether nothing of it tells what is wanted; of letters that no name has ("abc") the index is asked, too."""
    if tells_nothing(question.text):
        return True
    if question.also or not is_unheard_of(question.text, names.count):
        return False
    found = index.search(Query(question.text, limit=1))
    return not (found.total or found.unavailable)


def look_up(text: str, synonyms: Synonyms, limit: int = 10) -> Results:
    """The plain results of a text under the given rules, to compare rules by."""
    question = understand(text, synonyms)
    return current_index().search(Query(question.text, also=question.also, about=meanings(text), limit=limit))


def _correction(question: Question, names: NamesVocabulary) -> str:
    """What may have been meant instead of a short question; a long one finds its way in spite of a slip."""
    if len(question.text.split()) > CORRECTED or code_query(question.text):
        return ""
    meant = correction(question.text, names) or ""
    return "" if name_form(meant) == name_form(question.text) else meant  # the same words are found with other marks


def _promoted(question: Question, words: EditorsWords, kind: str, on: date) -> tuple[Hit, ...]:
    return promoted_hits((question.text, *question.also), words.promotions, on, kind)
