"""Says a question in the other words that editors' rules know for it: "làm sổ đỏ" → "làm giấy chứng nhận …"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from search.question.phrases import Word, folded_words, holds, replaced, words_of
from vietnamese.spelling import exact

MOST_WORDS = 60  # of a question are looked at
MOST_WORDINGS = 5  # of one question

#: What the marks of a wording have to do with those that are typed, and what an editor reads about it.
MARKS: Mapping[str, str] = {
    "agree": "Gõ không dấu vẫn áp dụng, gõ dấu khác thì không",
    "must": "Phải gõ đúng dấu mới áp dụng",
    "any": "Không xét dấu",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """`everyday` wordings stand for the `official` ones; with `both_ways` each of both stands for all the others.
    `marks` is a key of MARKS."""

    everyday: tuple[str, ...]
    official: tuple[str, ...]
    both_ways: bool = False
    marks: str = "agree"

    def readings(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each wording that may be typed, and what it stands for, best first."""
        for typed in self.everyday:
            beside = (*self.official, *self.everyday) if self.both_ways else self.official
            yield typed, tuple(other for other in beside if other != typed)
        if self.both_ways:
            for typed in self.official:
                yield typed, tuple(other for other in (*self.official, *self.everyday) if other != typed)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A wording to look for, and what it stands for."""

    text: str
    words: tuple[Word, ...]
    meanings: tuple[str, ...]
    marks: str

    def fits(self, typed: Sequence[Word]) -> bool:
        """Whether these words, as many as its own, are the wording."""
        if [word.folded for word in typed] != [word.folded for word in self.words]:
            return False
        if self.marks == "any":
            return True
        pairs = list(zip(self.words, typed, strict=True))
        if self.marks == "must":
            return all(own.exact == word.exact for own, word in pairs)
        return all(own.agrees_with(word) for own, word in pairs)


class Synonyms:
    """Rules made ready for many questions; never changes."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._by_first: dict[str, list[_Phrase]] = {}
        for rule in rules:
            for typed, meanings in rule.readings():
                self._add(_Phrase(typed, tuple(words_of(typed)), meanings, rule.marks))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda phrase: -len(phrase.words))

    def wordings(self, text: str) -> tuple[str, ...]:
        """At most `MOST_WORDINGS` other wordings of the text, best first; none when no rule knows a phrase of it.

        The longest phrase counts, from left to right, and no rule is applied to what a rule has put there.
        """
        found = self._found(words_of(text)[:MOST_WORDS])
        rounds = min(max((len(meanings) for _, _, meanings in found), default=0), MOST_WORDINGS)
        return tuple(dict.fromkeys(_said_with(text, found, number) for number in range(rounds)))

    def beginning_with(self, typed: str, most: int) -> list[str]:
        """At most so many wordings that go on from what was typed: those with the same marks first, then by length."""
        begun, marked = words_of(typed), exact(typed)
        if not begun:
            return []
        found = {phrase.text for phrase in self._phrases(begun) if _goes_on(phrase.words, begun)}
        return sorted(found, key=lambda text: (not exact(text).startswith(marked), len(text), text))[:most]

    def _add(self, phrase: _Phrase) -> None:
        if phrase.words and phrase.meanings:
            self._by_first.setdefault(phrase.words[0].folded, []).append(phrase)

    def _found(self, typed: Sequence[Word]) -> list[tuple[int, int, tuple[str, ...]]]:
        """Start, end and meanings of the phrases in the text."""
        found, at = [], 0
        said = [word.folded for word in typed]
        while at < len(typed):
            length, meanings = self._longest(typed, said, at)
            if meanings:
                found.append((typed[at].start, typed[at + length - 1].end, meanings))
            at += max(length, 1)
        return found

    def _longest(self, typed: Sequence[Word], said: Sequence[str], at: int) -> tuple[int, tuple[str, ...]]:
        """How many words the longest phrase here has, and what all rules know for it that the text does not hold."""
        fitting = [
            phrase
            for phrase in self._by_first.get(typed[at].folded, ())
            if phrase.fits(typed[at : at + len(phrase.words)])
        ]
        length = max((len(phrase.words) for phrase in fitting), default=0)
        meanings = dict.fromkeys(
            meaning for phrase in fitting if len(phrase.words) == length for meaning in phrase.meanings
        )
        return length, tuple(meaning for meaning in meanings if not holds(said, folded_words(meaning)))

    def _phrases(self, begun: Sequence[Word]) -> Iterator[_Phrase]:
        for first, phrases in self._by_first.items():
            if first.startswith(begun[0].folded):
                yield from phrases


def _said_with(text: str, found: Sequence[tuple[int, int, tuple[str, ...]]], number: int) -> str:
    """The text with the meaning of that number in each place, the last one where there are fewer."""
    return replaced(text, [(start, end, meanings[min(number, len(meanings) - 1)]) for start, end, meanings in found])


def _goes_on(words: Sequence[Word], begun: Sequence[Word]) -> bool:
    """Whether the words begin with those that were typed, the last of which may be a piece of one."""
    if len(words) < len(begun):
        return False
    *whole, (own, typed) = zip(words, begun, strict=False)
    return all(first.agrees_with(second) for first, second in whole) and own.folded.startswith(typed.folded)
