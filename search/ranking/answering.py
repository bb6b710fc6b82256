"""How a question becomes an answer, whichever engine holds the index: what to look for, in what order, how many."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from search.question.meant import Meant, as_written, with_wordings
from search.question.query import Asked, Query, asked_for, take_apart
from search.question.terms import is_sign, name_form
from search.ranking import ranking
from search.ranking.action_and_case import by_action_and_case
from search.ranking.fields import IN_NAMES, IN_SAID, IN_TEXT, IN_TEXT_OFTEN
from search.ranking.offices import offices_first, wanted_traits
from search.ranking.postings import GRAIN, Candidate, Facets, Frequencies, Postings, Wanted
from search.ranking.ranking import Idf
from search.ranking.results import Results
from search.ranking.weights import (
    COMMON,
    FEW,
    KEPT,
    NAME_PAIR,
    NAME_TERMS,
    NAME_WORD,
    OFTEN,
    OTHER_MARKS,
    SAID_FOUND,
    SAID_PAIR,
    SAID_TERMS,
    SAID_WORD,
    TEXT_PAIR,
    TEXT_SIGN,
    TEXT_TERMS,
    as_spoken,
)
from vietnamese.syllables import is_plain_syllable


def answer(postings: Postings, query: Query) -> Results:
    """The hits asked for, in order, with counts of everything that fits."""
    asked = [asked_for(query.codes)] if query.codes else [take_apart(text) for text in (query.text, *query.also)]
    shares = ranking.shares(asked, list(map(take_apart, query.about)))
    frequencies = postings.frequencies({field: list(shares) for field in (IN_NAMES, IN_TEXT, IN_SAID)})
    traits = {} if query.codes else wanted_traits(query.text)
    offices = tuple(map(name_form, query.offices))
    wanted = _wanted(asked, shares, frequencies, traits)
    wanted = replace(wanted, names=(*wanted.names, *offices))
    facets = _facets(query)
    least = max(KEPT * postings.strongest(wanted), GRAIN)
    tally = postings.tally(wanted, least, facets)
    candidates = postings.best(wanted, least, facets)
    rarity = _rarity_of_names(postings, candidates)
    weights = {**wanted.weights, IN_TEXT: {**wanted.weights[IN_TEXT], **traits}, IN_SAID: _as_ranked(wanted)}
    in_order = ranking.order(candidates, asked, weights, shares, rarity, _meant(query), by_action_and_case(query.text))
    ordered = offices_first(in_order, offices)
    return Results(
        hits=postings.hits(ordered[query.offset : query.offset + query.limit]),
        total=tally.total,
        reach=len(ordered),
        counts=tally.facets.get("kind", {}),
        facets={name: values for name, values in tally.facets.items() if name != "kind"},
        incomplete=not frequencies.is_whole,
        held=frequencies.total,
    )


def _meant(query: Query) -> Meant:
    """Which marks its words have: as they were read, else as they were typed."""
    own = as_written(query.text) if query.meant is None else query.meant
    return Meant(with_wordings(own, query.text, query.also), OTHER_MARKS)


def _facets(query: Query) -> Facets:
    return {**query.facets, "kind": (query.kind,)} if query.kind else query.facets


def _wanted(
    asked: Sequence[Asked], shares: Mapping[str, float], frequencies: Frequencies, traits: Iterable[str]
) -> Wanted:
    """Which of the terms are worth looking for where, and what for. Traits find nothing, only hits tell if they have
    them: they are worth the least that there is."""
    rarities = {field: Idf(frequencies, field) for field in (IN_NAMES, IN_TEXT, IN_SAID)}
    names = _telling(shares, frequencies, IN_NAMES)[:NAME_TERMS]
    in_texts = _telling([term for term in shares if _says_enough(term)], frequencies, IN_TEXT)[:TEXT_TERMS]
    spoken = _telling(shares, frequencies, IN_SAID)[:SAID_TERMS]
    as_said = as_spoken(len(asked[0].name.split()))
    in_said = {
        term: SAID_FOUND * as_said * shares[term] * rarities[IN_SAID](term) * _worth_in_said(term) for term in spoken
    }
    in_names = {term: shares[term] * rarities[IN_NAMES](term) * _worth_in_names(term) for term in names}
    in_text = {term: shares[term] * rarities[IN_TEXT](term) * _worth_in_texts(term) for term in in_texts}
    often = {term: OFTEN * weight for term, weight in in_text.items() if "_" in term}
    told = dict.fromkeys(traits, GRAIN) if in_names or in_text else {}
    weights = {
        IN_NAMES: _rounded(in_names),
        IN_TEXT: told | _rounded(in_text),
        IN_TEXT_OFTEN: _rounded(often),
        IN_SAID: _rounded(in_said),
    }
    codes = dict.fromkeys(code for each in asked for code in each.codes)
    return Wanted(weights, tuple(codes), tuple(dict.fromkeys(each.name for each in asked if each.name)))


def _as_ranked(wanted: Wanted) -> Mapping[str, float]:
    """What the terms of people are worth in the order: less than while entries are collected."""
    return {term: weight / SAID_FOUND for term, weight in wanted.weights[IN_SAID].items()}


def _says_enough(term: str) -> bool:
    """Whether it says something in a text: a pair does, a sign, and what is a whole word by itself (CITES, karaoke)."""
    return "_" in term or is_sign(term) or (len(term) > 1 and term.isalpha() and not is_plain_syllable(term))


def _worth_in_names(term: str) -> float:
    return NAME_PAIR if "_" in term else NAME_WORD


def _worth_in_texts(term: str) -> float:
    return TEXT_SIGN if is_sign(term) else TEXT_PAIR


def _worth_in_said(term: str) -> float:
    return SAID_PAIR if "_" in term else SAID_WORD


def _telling(terms: Iterable[str], frequencies: Frequencies, field: str) -> list[str]:
    """The terms that somebody has in the field, rarest first; common ones only when there is nothing else."""
    holders = frequencies.holders.get(field, {})
    held = sorted((holders[term], term) for term in terms if term in holders)
    telling = [pair for pair in held if pair[0] <= max(COMMON * frequencies.total, FEW)]
    return [term for _, term in (telling or held)]


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {term: max(round(weight / GRAIN), 1) * GRAIN for term, weight in weights.items()}


def _rarity_of_names(postings: Postings, candidates: Iterable[Candidate]) -> Idf:
    """How rare the words of the candidates' names are in all that is written."""
    words = {word for candidate in candidates for name in candidate.names for word in name.split()}
    return Idf(postings.frequencies({IN_TEXT: sorted(words)}), IN_TEXT)
