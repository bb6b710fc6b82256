"""What is done elsewhere, as an answer beside the results: called for by the question, first or after a procedure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from search.feed.entries import entries_for
from search.ranking.results import Hit
from search.referrals.matching import BESIDE_A_BETTER, Referrals, is_beside_a_better
from search.referrals.reading import Referral

#: How many of the first hits are asked whether they say the question better.
LOOKED_AT = 3


@dataclass(frozen=True, slots=True)
class Referred:
    """The answer, and whether it stands above all results; else it stands below the first of them."""

    referral: Referral
    is_first: bool


def referred(text: str, referrals: Referrals, hits: Sequence[Hit], on: date) -> Referred | None:
    """The answer that a question calls for on a day, beside the hits it has. No query where none is called for, or one
    that says the whole question."""
    called = referrals.called(text, on) or referrals.spoken_of(text, on)
    if called is None:
        return None
    is_first = not is_beside_a_better(called, text, _phrases(hits[:LOOKED_AT], on))
    return Referred(called.referral, is_first) if is_first or called.share >= BESIDE_A_BETTER else None


def _phrases(hits: Sequence[Hit], on: date) -> Iterator[str]:
    """The names of the hits and what people say of them; read when the first is asked for."""
    for entry in entries_for([hit.key for hit in hits], on):
        yield from (entry.title, *entry.names, *entry.said)
