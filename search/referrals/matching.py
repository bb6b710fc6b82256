"""Which answer of the kind "not here, but there" a question calls for, and whether a procedure says it better.

An answer is called for by a name of it that the question says whole: a word of it may not be missing, and typed marks
bind. What the question says besides is another matter, and may not be more than what it says of the name.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from search.question.phrases import Word, words_of
from search.question.terms import known_words
from search.referrals.reading import Referral
from search.referrals.telling import Telling, places_of, telling
from vietnamese.sounds import one_i

#: Telling words of a question; a longer one tells a story, of which a few words do not say what it asks.
MOST_WORDS = 12
#: The share of the telling words of a question that a name has to say; and from which an answer is shown although some
#: procedure says more of the question.
HALF, BESIDE_A_BETTER = 0.5, 0.66
#: The share that an answer and its names together have to say of a question that tells more, as whoever has just been
#: robbed does.
WITH_DETAILS = 0.4
#: Of the telling words of a procedure's phrase, how many must have been asked for it to say more of a question.
OF_A_PHRASE = 1 / 3
#: Telling words of the question that may stand between those of a name: who asks "đòi lại tiền cọc" means "đòi tiền
#: cọc", but "mất bằng lái xe máy" is no lost motorcycle. Without marks so many words of any kind, and only in the order
#: of the name: there "lai xe may chuyen dung" holds nobody whom a car hit ("xe đụng"). Two words have to stand as near
#: as in the name: "mất ở nước ngoài" is not "mất nước".
MOST_BETWEEN, MOST_BETWEEN_BARE, NEIGHBOURS = 1, 2, 2
#: Whose errand is another one: who sets something up, runs it or gives it up wants a permit for it and not its service
#: ("mở văn phòng công chứng"); who asks for money because of what has happened wants an allowance.
_OTHER_ERRANDS = [
    tuple(words_of(one_i(phrase)))
    for phrase in (
        *("mở", "thành lập", "giải thể", "hợp nhất", "sáp nhập", "gộp", "đổi tên", "trụ sở", "giấy phép", "xin phép"),
        *("điều kiện", "điều lệ", "loại hình", "sang nhượng", "chuyển nhượng", "hoạt động", "hành nghề", "tập sự"),
        *("bổ nhiệm", "miễn nhiệm", "thu hồi", "cấp thẻ", "xin thẻ", "mất thẻ"),
        *("hỗ trợ", "trợ cấp", "chế độ", "mai táng"),
    )
]


@dataclass(frozen=True, slots=True)
class Called:
    """An answer that a question calls for, how many words its best name has, and the share of the question that it
    says, up to 1."""

    referral: Referral
    words: int
    share: float


@dataclass(frozen=True, slots=True)
class _Name:
    """The words that have to be said, and how many others stand between them in the name."""

    words: tuple[Word, ...]
    left_out: int
    referral: Referral


class Referrals:
    """The answers made ready for many questions; never changes."""

    def __init__(self, referrals: Iterable[Referral]) -> None:
        self._all = tuple(referrals)
        said = [_name(name, each) for each in self._all for name in each.names if words_of_name(name)]
        self._spoken_of = {each: _details(each) for each in self._all}
        holders = Counter(folded for name in said for folded in {word.folded for word in name.words})
        self._by_rarest: dict[str, list[_Name]] = {}
        for name in said:
            rarest = min((word.folded for word in name.words), key=lambda folded: holders[folded])
            self._by_rarest.setdefault(rarest, []).append(name)

    def called(self, text: str, on: date) -> Called | None:
        """The answer that a question calls for on a day, of several the one whose name says most of it."""
        return self._best(text, on, HALF, lambda _: frozenset())

    def spoken_of(self, text: str, on: date) -> Called | None:
        """The answer that speaks of what a question tells, although no name of it says half of that: it may be shown
        where nothing else says more."""
        return self._best(text, on, WITH_DETAILS, self._spoken_of.__getitem__)

    def _best(self, text: str, on: date, least: float, details: Callable[[Referral], frozenset[str]]) -> Called | None:
        asked = telling(text)
        if len(asked.own) > MOST_WORDS:
            return None
        found = (_called(name, asked, details(name.referral)) for name in self._said(asked, on))
        best = max(found, key=lambda called: (called.share, called.words), default=None)
        return best if best and best.share >= least else None

    def beginning_with(self, typed: str, on: date, most: int) -> list[str]:
        """At most so many names that go on from what was typed, the shortest first."""
        begun = words_of(typed)
        names = (name for each in self._all if each.span.holds_on(on) for name in each.names)
        return sorted((name for name in names if _goes_on(words_of(name), begun)), key=len)[:most] if begun else []

    def _said(self, asked: Telling, on: date) -> Iterator[_Name]:
        for folded in dict.fromkeys(word.folded for word in asked.words):
            for name in self._by_rarest.get(folded, ()):
                if name.referral.span.holds_on(on) and _is_said(asked, name):
                    yield name


def words_of_name(name: str) -> tuple[Word, ...]:
    """The words of a name that a question has to say; () where it tells nothing of its own."""
    said = telling(name)
    told = tuple(word for word in said.words if said.is_bare or word.folded in said.said)
    return told if said.own else ()  # a name is written with its marks, so no word of a bare one is another


def is_beside_a_better(called: Called, text: str, phrases: Iterable[str]) -> bool:
    """Whether one of the phrases of a procedure says more of the question than the answer's name does."""
    own = telling(text).own
    return called.share < 1 and any(_says_more(own, phrase, called.share) for phrase in phrases)


def _says_more(own: frozenset[str], phrase: str, share: float) -> bool:
    if len(own & set(known_words(phrase))) <= share * len(own):  # soon said of nearly all
        return False
    told = telling(phrase).own
    both = len(told & own)
    return both > share * len(own) and both >= OF_A_PHRASE * len(told)


def _name(name: str, referral: Referral) -> _Name:
    words = words_of_name(name)
    inside = [word for word in telling(name).words if words[0].start <= word.start <= words[-1].start]
    return _Name(words, len(inside) - len(words), referral)


def _details(referral: Referral) -> frozenset[str]:
    """What the title and the names of an answer speak of: such a word of a question is no other matter."""
    return frozenset().union(*(telling(text).own for text in (referral.title, *referral.names)))


def _called(name: _Name, asked: Telling, details: frozenset[str]) -> Called:
    named = {word.folded for word in name.words}
    return Called(name.referral, len(name.words), len(named | asked.own & details) / len(named | asked.own))


def _is_said(asked: Telling, name: _Name) -> bool:
    at = _places(asked.words, name.words)
    if -1 in at or _is_another_errand(asked.words, frozenset(at)):
        return False
    between = [asked.words[place].folded for place in range(min(at), max(at)) if place not in at]
    if len(name.words) == NEIGHBOURS:
        return at == sorted(at) and len(between) <= name.left_out
    if asked.is_bare:
        return at == sorted(at) and len(between) <= max(MOST_BETWEEN_BARE, name.left_out)
    return sum(word in asked.own for word in between) <= MOST_BETWEEN


def _places(typed: Sequence[Word], words: Sequence[Word]) -> list[int]:
    """Where each of the words stands: behind the one before it where it does, else wherever; -1 for nowhere."""
    places: list[int] = []
    for own in words:
        found = [place for place, other in enumerate(typed) if own.agrees_with(other)]
        behind = [place for place in found if not places or place > places[-1]]
        places.append(next(iter(behind or found), -1))
    return places


def _is_another_errand(words: Sequence[Word], named: frozenset[int]) -> bool:
    """Whether the question, besides the words at the named places, speaks of another errand: of what is opened, it goes
    on to say (a last "mo" asks where, as people of the centre do)."""
    before_last = words[:-1]
    return any(
        named.isdisjoint(places)
        for phrase in _OTHER_ERRANDS
        if (places := list(places_of(phrase, words if len(phrase) > 1 else before_last)))
    )


def _goes_on(words: Sequence[Word], begun: Sequence[Word]) -> bool:
    """Whether the words begin with those that were typed, the last of which may be a piece of one."""
    if len(words) < len(begun):
        return False
    *whole, (own, typed) = zip(words, begun, strict=False)
    return all(first.agrees_with(second) for first, second in whole) and own.folded.startswith(typed.folded)
